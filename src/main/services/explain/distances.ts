import { prepareRow } from '../../../shared/engine/prepare/apply-preparation.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';

/**
 * Distances of a customer to the middle of its own segment and to the nearest other one, on the prepared scale; null
 * where it is in none, or there is only one.
 * @param rawOf the customer's value of a feature; NaN where it is missing
 */
export const distancesOf = (
  { explanation, segments, preparation }: Segmentation,
  segmentId: number | null,
  rawOf: (feature: string) => number,
): { own: number; next: number } | null => {
  const mine = segments.find(({ id }) => id === segmentId)?.label;
  if (explanation === null || mine === undefined) return null;
  const point = prepareRow(
    preparation,
    preparation.map(({ feature }) => rawOf(feature)),
  );
  let own: number | null = null;
  let next = Number.POSITIVE_INFINITY;
  for (const { label, center } of explanation.segments) {
    if (center.length === 0) continue;
    const distance = Math.hypot(...center.map((middle, j) => point[j]! - middle));
    if (label === mine) own = distance;
    else next = Math.min(next, distance);
  }
  return own === null || next === Number.POSITIVE_INFINITY ? null : { own, next };
};
