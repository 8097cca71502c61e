import type { Fences } from './fences.ts';

/** The day that computers count from: it stands where a program knew none. */
export const placeholderDay = '1970-01-01';

/** One digit over and over: 999, 6666, 666666. */
const isRepeatedDigit = (value: number): boolean => {
  const digits = String(Math.abs(value));
  return /^(\d)\1+$/.test(digits) && (digits.length >= 4 || digits === '999') && value !== 0;
};

/**
 * Numbers that stand for “unknown”: one digit over and over, far outside the rest; or a negative one of −1, −9, −99,
 * −999 … where nothing else is negative.
 * @param extremes the column's least and greatest distinct values, each with how often it occurs
 */
export const placeholdersAmong = (
  extremes: { readonly least: readonly number[]; readonly greatest: readonly number[] },
  fences: Fences | null,
): number[] => {
  const negative = extremes.least.filter((value) => value < 0);
  const single = negative.length === 1 && /^-(1|9+)$/.test(String(negative[0])) ? negative : [];
  const outside = [...extremes.least, ...extremes.greatest].filter(
    (value) =>
      isRepeatedDigit(value) &&
      fences !== null &&
      ((fences.above !== null && value > fences.above) || (fences.below !== null && value < fences.below)),
  );
  return [...new Set([...single, ...outside])].sort((a, b) => a - b);
};
