import { selectRank } from './select.ts';

const greatestOf = (values: Float64Array, to: number): number => {
  let greatest = values[0]!;
  for (let i = 1; i <= to; i += 1) if (values[i]! > greatest) greatest = values[i]!;
  return greatest;
};

/**
 * The quantile at `share` (0 to 1), straight between the two nearest ranks (Hyndman & Fan 1996, type 7: NumPy's and R's
 * default); 0 where there are no values. Reorders the values; none may be NaN. O(n) expected.
 */
export const quantileOf = (values: Float64Array, share: number): number => {
  if (values.length === 0) return 0;
  const at = share * (values.length - 1);
  const above = Math.ceil(at);
  const high = selectRank(values, above);
  if (above === at) return high;
  const low = greatestOf(values, above - 1);
  return low + (high - low) * (at - (above - 1));
};

/** The middle value, the mean of the middle two where their number is even; as `quantileOf` otherwise. */
export const middleOf = (values: Float64Array): number => {
  const { length } = values;
  const middle = length >> 1;
  if (length === 0) return 0;
  const high = selectRank(values, middle);
  return length % 2 === 1 ? high : (greatestOf(values, middle - 1) + high) / 2;
};
