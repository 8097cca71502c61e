import { columnOf, type Matrix, matrixFromRows } from '../matrix.ts';
import { type Progress, part, silent, throwIfCancelled } from '../progress.ts';
import { growTree } from '../tree/grow.ts';
import { leafOrder } from '../tree/leaf-order.ts';
import { type MissingPattern, missingPatterns } from './missing-patterns.ts';
import { rankCodes } from './rank-codes.ts';
import { rankCorrelations } from './rank-correlations.ts';

export interface RelateFactsInput {
  /** Customers × facts, NaN where nothing is known. */
  readonly matrix: Matrix;
  /** By row, −1 for none; null where customers are not divided. */
  readonly labels: Int32Array | null;
  readonly parts: number;
}

export interface RelatedFacts {
  /** Spearman's rank correlation of every two, facts × facts. */
  readonly correlations: Float64Array;
  /** Facts in an order in which those that go together stand together. */
  readonly order: Int32Array;
  readonly missing: Int32Array;
  /** Missing values by part, facts × parts. */
  readonly missingByPart: Int32Array;
  readonly patterns: readonly MissingPattern[];
}

/** Facts that rise together and facts of which one falls as the other rises say alike: only the strength counts. */
const orderOf = (correlations: Float64Array, count: number): Int32Array => {
  if (count < 3) return Int32Array.from({ length: count }, (_, i) => i);
  const rows = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => Math.abs(correlations[i * count + j]!)),
  );
  return leafOrder(growTree({ matrix: matrixFromRows(rows), linkage: 'average' }, silent));
};

/**
 * How facts go together: rank correlations of every two (exact, over the customers that have both), an order in which
 * like stand together (the leaves of their tree by average linkage), and what is missing for whom.
 * O(facts² × rows).
 * @throws AppError `cancelled`
 */
export const relateFacts = ({ matrix, labels, parts }: RelateFactsInput, progress: Progress): RelatedFacts => {
  const count = matrix.columns;
  const reading = part(progress, 0, 0.3);
  const coded = Array.from({ length: count }, (_, i) => {
    throwIfCancelled(progress);
    reading.report(i / count);
    return rankCodes(columnOf(matrix, i), progress);
  });
  const correlations = rankCorrelations(coded, part(progress, 0.3, 0.95));
  const missingByPart = new Int32Array(count * parts);
  coded.forEach(({ codes, missing }, i) => {
    throwIfCancelled(progress);
    if (missing === 0 || labels === null) return;
    for (let row = 0; row < codes.length; row += 1) {
      const label = labels[row]!;
      if (codes[row]! < 0 && label >= 0 && label < parts) missingByPart[i * parts + label]! += 1;
    }
  });
  const patterns = missingPatterns(coded, progress);
  progress.report(1);
  return {
    correlations,
    order: orderOf(correlations, count),
    missing: Int32Array.from(coded, ({ missing }) => missing),
    missingByPart,
    patterns,
  };
};
