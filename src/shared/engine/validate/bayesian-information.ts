import type { Spread } from './spread.ts';

/**
 * Bayesian information criterion of k-means as a mixture of k round normal lumps of one width, each row surely in its
 * own (X-means; Pelleg & Moore 2000): log L − p / 2 · ln n, more is better. log L = Σ nᵢ ln(nᵢ / n) − n d / 2 · ln(2π σ²)
 * − d (n − k) / 2 with σ² = inertia / (d (n − k)) and p = k − 1 weights + k d means + 1 width. The paper's σ² leaves
 * out d by mistake. Null where nothing varies within the parts.
 */
export const bayesianInformation = ({ rows, columns, sizes, inertia }: Spread): number | null => {
  const k = sizes.length;
  if (k >= rows || !(inertia > 0)) return null;
  const variance = inertia / (columns * (rows - k));
  const mixing = sizes.reduce((sum, size) => sum + (size > 0 ? size * Math.log(size / rows) : 0), 0);
  const logLikelihood = mixing - ((rows * columns) / 2) * Math.log(2 * Math.PI * variance) - (columns * (rows - k)) / 2;
  return logLikelihood - ((k - 1 + k * columns + 1) / 2) * Math.log(rows);
};
