import type { Spread } from './spread.ts';

/**
 * Variance between the parts over that within them, each by its degrees of freedom: more is better (Caliński &
 * Harabasz 1974). Null for fewer than two parts or none with two rows; 1 where nothing varies within, as in scikit-learn.
 */
export const calinskiHarabasz = ({ rows, sizes, inertia, total }: Spread): number | null => {
  const k = sizes.length;
  if (k < 2 || k >= rows) return null;
  return inertia === 0 ? 1 : ((total - inertia) * (rows - k)) / (inertia * (k - 1));
};
