/** The median of the values that are there (the mean of the middle two), 0 where none is. NaN is missing. O(n log n). */
export const medianOf = (values: Float64Array): number => {
  const there = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = there.length >> 1;
  if (there.length === 0) return 0;
  return there.length % 2 === 1 ? there[middle]! : (there[middle - 1]! + there[middle]!) / 2;
};
