import { middleOf } from './quantile.ts';

/** The median of the values that are there (the mean of the middle two), 0 where none is. NaN is missing. O(n) expected. */
export const medianOf = (values: Float64Array): number => middleOf(values.filter((value) => !Number.isNaN(value)));
