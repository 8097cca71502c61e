import type { RuleCondition } from '../../model/explanation.ts';
import type { Segment, Segmentation } from '../../model/segmentation.ts';
import type { Speaker } from '../speaker.ts';

/** Below this in precision or coverage a rule is a rough one. */
const rough = 0.7;

const isYear = (key: string, { from, below }: RuleCondition): boolean =>
  /^column:.*(year|jahr|année|año)/i.test(key) &&
  [from, below].every((one) => one === null || (one >= 1000 && one < 3000));

/** Who is in a segment, in one sentence; null where no short rule describes them. */
export const ruleSentence = (
  { explanation, features }: Segmentation,
  segment: Segment,
  { word, tell, format }: Speaker,
): string | null => {
  const rule = explanation?.rules.segments.find(({ label }) => label === segment.label)?.rules[0];
  if (rule === undefined || rule.conditions.length === 0 || segment.size === 0) return null;
  const placeOf = ({ feature }: RuleCondition) => features.findIndex(({ key }) => key === feature);
  const conditions = [...rule.conditions]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((one) => {
      const feature = features.find(({ key }) => key === one.feature);
      return word('explain.condition', {
        feature: one.feature,
        name: feature === undefined ? one.feature : tell(feature.name),
        unit: feature?.unit ?? 'number',
        isYear: isYear(one.feature, one),
        kind: one.values,
        from: one.from,
        below: one.below,
      });
    });
  const isRough = rule.hits < rough * rule.customers || rule.hits < rough * segment.size;
  return word(isRough ? 'explain.rule.roughly' : 'explain.rule.mostly', { conditions: format.list(conditions) });
};
