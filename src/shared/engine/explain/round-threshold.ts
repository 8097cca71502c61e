/** Between two values, above the lower one even where no number lies between. */
export const between = (lo: number, hi: number): number => {
  const middle = lo / 2 + hi / 2;
  return middle > lo && middle <= hi ? middle : hi;
};

/** Steps between round numbers, roundest first: 1, 0.5, 0.25, 0.2 of each power of ten. */
const parts = [1, 0.5, 0.25, 0.2];
/** How far a threshold may move, as a share of itself. */
const reach = 0.06;
/** Significant digits of the least round number. */
const digits = 4;

/** Free of what binary fractions leave behind (0.30000000000000004). */
const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * Round numbers near a threshold, roundest first: what people would say instead. Within the middle half of the gap
 * where nobody is, or up to 6 % off. For whole values the number is whole and what is below it, too, is one less.
 */
export const roundThresholds = (lo: number, hi: number, isWhole: boolean): number[] => {
  const exact = between(lo, hi);
  const far = Math.max((hi - lo) / 4, Math.abs(exact) * reach, isWhole ? 0.5 : 0);
  const from = exact - far;
  const to = exact + far;
  if (from <= 0 && to >= 0 && lo < 0 && hi >= 0) return [0];
  const size = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))));
  if (!Number.isFinite(size)) return [];
  const found: number[] = [];
  for (let power = size + 1; power > size - digits; power -= 1) {
    for (const share of parts) {
      const step = clean(share * 10 ** power);
      if (isWhole && !Number.isInteger(step)) continue;
      const value = clean(Math.round(exact / step) * step);
      if (value > from && value <= to && !found.includes(value)) found.push(value);
    }
  }
  return isWhole && found.length === 0 ? [Math.ceil(hi)] : found;
};
