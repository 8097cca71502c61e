import { nearlyConstantFrom } from '../../model/preparation.ts';
import type { Moments } from './moments.ts';

/** A column varies next to nothing where its deviation is less than this share of its mean's size. */
const negligibleDeviation = 1e-6;

/**
 * Whether at least 99 % of the values are one and the same, or all differ by next to nothing. Who has a majority at all
 * is found by one vote (Boyer & Moore 1981), and counted. O(n).
 */
export const isNearConstant = (values: Float64Array, { mean, deviation }: Moments): boolean => {
  if (deviation <= Math.abs(mean) * negligibleDeviation) return true;
  const n = values.length;
  const mostOthers = n - Math.ceil(n * nearlyConstantFrom);
  // Every value that is not the common one makes at most two changes between neighbours, so most columns are out soon.
  let changes = 0;
  let candidate = values[0]!;
  let votes = 1;
  for (let i = 1; i < n; i += 1) {
    const value = values[i]!;
    if (value !== values[i - 1]!) {
      changes += 1;
      if (changes > 2 * mostOthers) return false;
    }
    if (value === candidate) votes += 1;
    else if (votes === 0) {
      candidate = value;
      votes = 1;
    } else votes -= 1;
  }
  let others = 0;
  for (let i = 0; i < n; i += 1) if (values[i]! !== candidate) others += 1;
  return others <= mostOthers;
};
