/** A power of two that brings the greatest of some numbers near 1, so that no square overflows or vanishes. O(numbers). */
export const scaleFor = (numbers: Float64Array): number => {
  let most = 0;
  for (let i = 0; i < numbers.length; i += 1) most = Math.max(most, Math.abs(numbers[i]!));
  return most > 0 ? 2 ** -Math.max(-1000, Math.min(1000, Math.floor(Math.log2(most)))) : 1;
};
