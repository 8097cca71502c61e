import { solvePositive } from './solve-positive.ts';

/** What is forecast apart and has to add up. */
export interface Hierarchy {
  /** Parts that have no parts. */
  readonly parts: number;
  /** Of each forecast the parts that it is the sum of; a part's own forecast has itself alone. */
  readonly sums: readonly (readonly number[])[];
}

/** Parts by weighted least squares, only those in `open`; the others are nought. */
const solveParts = (
  { parts, sums }: Hierarchy,
  forecasts: Float64Array,
  variances: Float64Array,
  open: readonly number[],
): Float64Array | null => {
  const places = new Map(open.map((part, i) => [part, i]));
  const d = open.length;
  const matrix = new Float64Array(d * d);
  const right = new Float64Array(d);
  for (const [node, of] of sums.entries()) {
    const within = of.map((part) => places.get(part)).filter((place) => place !== undefined);
    for (const i of within) {
      right[i]! += forecasts[node]! / variances[node]!;
      for (const j of within) matrix[i * d + j]! += 1 / variances[node]!;
    }
  }
  const solved = solvePositive(matrix, right);
  if (solved === null) return null;
  const all = new Float64Array(parts);
  for (const [i, part] of open.entries()) all[part] = solved[i]!;
  return all;
};

/**
 * Makes forecasts of wholes and parts add up, each moved the less the surer it is (MinT with a diagonal covariance: the
 * variances of one-step errors; the numbers of parts instead give the structural weights). With `isPositive` parts that
 * would fall below nought are nought and the others take what is left.
 * O(parts³ × rounds), rounds at most the parts.
 * Source: Wickramasuriya, Athanasopoulos & Hyndman, Optimal forecast reconciliation for hierarchical and grouped time series
 * through trace minimization, Journal of the American Statistical Association 114 (2019); Wickramasuriya, Turlach &
 * Hyndman, Optimal non-negative forecast reconciliation, Statistics and Computing 30 (2020).
 * @returns every forecast, in the order of `sums`
 */
export const reconcile = (
  hierarchy: Hierarchy,
  forecasts: Float64Array,
  variances: Float64Array,
  isPositive: boolean,
): Float64Array => {
  // What was never off is surer than the others, not infinitely sure.
  const largest = variances.reduce((most, one) => Math.max(most, one), 0);
  const held = variances.map((one) => Math.max(one, largest * 1e-6, Number.MIN_VALUE * 2 ** 60));
  let open = Array.from({ length: hierarchy.parts }, (_, part) => part);
  let parts = new Float64Array(hierarchy.parts);
  for (;;) {
    const solved = open.length === 0 ? new Float64Array(hierarchy.parts) : solveParts(hierarchy, forecasts, held, open);
    if (solved === null) throw new Error('A part has no forecast of its own and stands in no sum that tells it apart.');
    parts = new Float64Array(solved);
    const below = open.filter((part) => parts[part]! < 0);
    if (!isPositive || below.length === 0) break;
    open = open.filter((part) => !below.includes(part));
  }
  return Float64Array.from(hierarchy.sums, (of) => of.reduce((sum, part) => sum + parts[part]!, 0));
};
