import type { CustomerRow, PortraitFact } from '../../../shared/model/customer.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segment } from '../../../shared/model/segmentation.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { t, tell } from '../../client/words.ts';

/** So few of a hundred go further: that is worth a sentence. */
const rare = 0.05;
/** Sentences at the most. */
const told = 3;

/** How far out a value stands: the smaller of the shares at or beyond it, on its own side. */
const beyond = ({ below, above }: PortraitFact): number =>
  below === null || above === null ? 1 : Math.min(1 - below, 1 - above);

/** Facts in which a customer is unlike the others of its segment, the most unusual first. */
export const unusualFacts = (facts: readonly PortraitFact[]): PortraitFact[] =>
  facts
    .filter((fact) => fact.value !== null && beyond(fact) <= rare)
    .sort((a, b) => beyond(a) - beyond(b))
    .slice(0, told);

/** What is in the middle of the others: the median; the share of yes where there is nothing else. */
export const typicalOf = (part: PortraitFact['everybody'] | null): number | null => part?.quantiles?.[2] ?? null;

/** “Total spent is 9,120: more than 98 % of “Best customers”, where 1,310 is typical.” */
export const unusualText = (fact: PortraitFact, feature: Feature, segment: Segment | undefined): string => {
  const isHigh = fact.below! >= fact.above!;
  return t(isHigh ? 'customers.unusual.high' : 'customers.unusual.low', {
    fact: tell(feature.name),
    value: featurePhrase(feature, fact.value),
    share: isHigh ? fact.below! : fact.above!,
    segment: segment === undefined ? null : tell(segment.name),
    typical: featurePhrase(feature, typicalOf(fact.segment ?? fact.everybody)),
  });
};

/** How the page calls a customer. */
export const customerName = ({ name, key }: Pick<CustomerRow, 'name' | 'key'>): string =>
  name ?? t('customers.one', { key });
