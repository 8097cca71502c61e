import type { Feature } from '../../model/feature.ts';
import type { Preparation } from '../../model/preparation.ts';
import type { ProfileCell } from '../../model/segmentation.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import { pick, summarise } from './summarise.ts';

/** From here on a difference is worth a word; halfway between the small and the medium one of Cohen (1988). */
export const noticeable = 0.3;
/** From here on it is a great one: well beyond his large 0.8, since segments are made to differ. */
const great = 1;

/** An effect in words: below 0.3 standard deviations either way the same, from 1 on much. */
export const levelOf = (effect: number): ProfileCell['level'] => {
  const size = Math.abs(effect);
  if (size < noticeable) return 'same';
  if (effect < 0) return size < great ? 'lower' : 'muchLower';
  return size < great ? 'higher' : 'muchHigher';
};

/** Rows of each of k labels, rising; rows with a label outside have none. O(rows). */
export const rowsByLabel = (labels: Int32Array, k: number): Int32Array[] => {
  const rows = Array.from({ length: k }, (): number[] => []);
  labels.forEach((label, row) => {
    rows[label]?.push(row);
  });
  return rows.map((list) => Int32Array.from(list));
};

export interface ProfileInput {
  /** In original units, NaN for missing; a column for each feature. */
  readonly raw: Matrix;
  /** A column for each feature that is used, in their order. */
  readonly prepared: Matrix;
  readonly features: readonly Pick<Feature, 'key'>[];
  readonly preparation: readonly Pick<Preparation, 'feature' | 'used'>[];
}

/**
 * Each segment's figures for each feature: mean and median of the values that are there, and how far its mean is from
 * everybody's, in everybody's standard deviations on the prepared scale (0 for a feature that was not used).
 * O(features × rows log rows).
 */
export const profileSegments = (
  { raw, prepared, features, preparation }: ProfileInput,
  members: readonly Int32Array[],
): ProfileCell[][] => {
  const used = preparation.filter(({ used: is }) => is).map(({ feature }) => feature);
  const effectsOf = features.map(({ key }) => {
    const at = used.indexOf(key);
    if (at < 0 || at >= prepared.columns) return () => 0;
    const values = columnOf(prepared, at);
    const { mean, deviation } = momentsOf(values);
    if (deviation === 0) return () => 0;
    return (rows: Int32Array) =>
      rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + (values[row]! - mean) / deviation, 0) / rows.length;
  });
  return members.map((rows) =>
    features.map(({ key }, j) => {
      const effect = effectsOf[j]!(rows);
      return { feature: key, ...summarise(pick(columnOf(raw, j), rows)), effect, level: levelOf(effect) };
    }),
  );
};
