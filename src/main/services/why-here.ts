import { cleanHeader } from '../../shared/engine/explain/clean-header.ts';
import { columnFeatures } from '../../shared/engine/explain/explain-segments.ts';
import { whyHere } from '../../shared/engine/explain/why-here.ts';
import { prepareRow } from '../../shared/engine/prepare/apply-preparation.ts';
import type { WhyHere } from '../../shared/model/explanation.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';

const prefix = 'column:';

/** Columns of money spent on something are of one kind, and so are numbers of purchases; any other fact is its own. */
const kindOf = (feature: string): string => {
  if (!feature.startsWith(prefix)) return feature;
  const { name, says } = cleanHeader(feature.slice(prefix.length));
  if (says === 'spentOn') return says;
  return /\bpurchases\b/i.test(name) ? 'purchases' : feature;
};

/** One part a feature, strongest first; they sum to 1 in size. */
const factsOf = (featureOf: readonly string[], pulls: readonly number[]): WhyHere['facts'] => {
  const sums = new Map<string, number>();
  pulls.forEach((pull, j) => {
    sums.set(featureOf[j]!, (sums.get(featureOf[j]!) ?? 0) + pull);
  });
  const all = [...sums.values()].reduce((sum, pull) => sum + Math.abs(pull), 0);
  return [...sums]
    .filter(([, pull]) => pull !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([feature, pull]) => ({ feature, pull: pull / all, kind: kindOf(feature) }));
};

/**
 * Why a customer is in its segment, from what is kept with the run: no other customer is looked at.
 * @param rawOf the customer's value of a feature; NaN where it is missing
 * @returns null where the run does not say, or the customer is in no segment
 */
export const whyCustomerIsHere = (
  segmentation: Segmentation,
  segmentId: number | null,
  rawOf: (feature: string) => number,
): WhyHere | null => {
  const { explanation, segments, preparation } = segmentation;
  const segment = segments.find(({ id }) => id === segmentId);
  if (explanation === null || segment === undefined) return null;
  const centers: number[][] = [];
  for (const { label, center } of explanation.segments) centers[label] = center;
  const point = prepareRow(
    preparation,
    preparation.map(({ feature }) => rawOf(feature)),
  );
  const { runnerUp, pulls, ...answer } = whyHere({ point, label: segment.label, centers });
  return {
    segmentId: segment.id,
    runnerUpId: segments.find(({ label }) => label === runnerUp)?.id ?? null,
    ...answer,
    facts: factsOf(columnFeatures(preparation), pulls),
  };
};
