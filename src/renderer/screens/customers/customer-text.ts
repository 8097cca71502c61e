import type { CustomerStory, PortraitFact } from '../../../shared/model/customer.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segment } from '../../../shared/model/segmentation.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { t, tell } from '../../client/words.ts';
import { customerName, unusualFacts, unusualText } from './portrait-words.ts';

interface CustomerTextInput {
  readonly story: CustomerStory;
  readonly features: readonly Feature[];
  readonly segment: Segment | undefined;
  readonly facts: readonly PortraitFact[];
}

/** What the page tells of a customer, a line each. */
export const customerText = ({ story, features, segment, facts }: CustomerTextInput): string[] => {
  const { customer, also, why, orders } = story;
  const featureOf = new Map(features.map((feature) => [feature.key, feature]));
  const who = [customerName(customer), customer.name === null ? null : customer.key, customer.email];
  return [
    who.filter((part) => part !== null).join(' · '),
    ...also.map((name) => t('same.also', { name })),
    ...(segment === undefined
      ? []
      : [
          t('customers.text.segment', {
            segment: tell(segment.name),
            sureness: why?.certainty == null ? null : t(`customers.sureness.${why.certainty}`),
          }),
          t('customers.text.action', { action: tell(segment.action) }),
        ]),
    '',
    ...features.map((feature, at) =>
      t('customers.text.fact', {
        fact: tell(feature.name),
        value: featurePhrase(feature, customer.values[at] ?? null),
      }),
    ),
    ...unusualFacts(facts).flatMap((fact) => {
      const feature = featureOf.get(fact.feature);
      return feature === undefined ? [] : [unusualText(fact, feature, segment)];
    }),
    ...(orders.length === 0 ? [] : ['', t('customers.story.orders', { count: orders.length })]),
    ...orders.map(({ order, day, amount, lines }) =>
      t('customers.text.order', { day, order: order === day ? null : order, amount, lines }),
    ),
  ];
};
