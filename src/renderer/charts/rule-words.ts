import type { RuleCondition, SegmentRules } from '../../shared/model/explanation.ts';
import type { Feature } from '../../shared/model/feature.ts';
import { isYearColumn } from '../client/feature-text.ts';
import { format, t, tell } from '../client/words.ts';

/** Rules that find less of a segment than this are not told: they are exceptions. */
const worthTelling = 0.08;
/** No more are told; a rule of four alternatives helps nobody. */
const told = 3;
/** Below this in precision or coverage a rule is a rough one. */
const rough = 0.7;

const conditionText = ({ feature: key, from, below, values }: RuleCondition, features: readonly Feature[]): string => {
  const feature = features.find((one) => one.key === key);
  return t('explain.condition', {
    feature: key,
    name: feature === undefined ? key : tell(feature.name),
    unit: feature?.unit ?? 'number',
    isYear: isYearColumn(key) && [from, below].every((one) => one === null || (one >= 1000 && one < 3000)),
    kind: values,
    from,
    below,
  });
};

/** In the order of the facts everywhere else. */
const conditionsText = (conditions: readonly RuleCondition[], features: readonly Feature[]): string => {
  const placeOf = ({ feature }: RuleCondition) => features.findIndex(({ key }) => key === feature);
  const sorted = [...conditions].sort((a, b) => placeOf(a) - placeOf(b));
  return format.list(sorted.map((one) => conditionText(one, features)));
};

export interface ToldRule {
  readonly sentence: string;
  /** How well it fits; null where there is nothing to add to the sentence. */
  readonly fit: string | null;
}

/** A segment's rules in sentences: the main one first, then others worth telling, then how well they do together. */
export const rulesInWords = ({ rules }: SegmentRules, size: number, features: readonly Feature[]): ToldRule[] => {
  const [first] = rules;
  if (first === undefined) return [{ sentence: t('explain.rule.none'), fit: null }];
  if (first.conditions.length === 0) return [{ sentence: t('explain.rule.everybody'), fit: null }];
  const shown = rules.filter(({ hits }, i) => i === 0 || (i < told && hits >= worthTelling * size));
  const sentences = shown.map(({ conditions, hits, customers }, i) => {
    const isRough = hits < rough * customers || hits < rough * size;
    const key = i > 0 ? 'explain.rule.or' : isRough ? 'explain.rule.roughly' : 'explain.rule.mostly';
    return {
      sentence: t(key, { conditions: conditionsText(conditions, features) }),
      fit: i > 0 ? null : t('explain.rule.fit', { precision: hits / customers, coverage: hits / size }),
    };
  });
  if (shown.length === 1) return sentences;
  const sum = (of: 'hits' | 'customers') => shown.reduce((all, rule) => all + rule[of], 0);
  const together = t('explain.rule.together', {
    precision: sum('hits') / sum('customers'),
    coverage: sum('hits') / size,
  });
  return sentences.map((one, i) => ({ ...one, fit: i === shown.length - 1 ? together : i === 0 ? one.fit : null }));
};

/** Facts in these rules that not every customer has. */
export const missingFacts = ({ rules }: SegmentRules, features: readonly Feature[]): string[] => {
  const asked = new Set(rules.slice(0, told).flatMap(({ conditions }) => conditions.map(({ feature }) => feature)));
  return features.filter(({ key, missing }) => asked.has(key) && missing > 0).map(({ name }) => tell(name));
};
