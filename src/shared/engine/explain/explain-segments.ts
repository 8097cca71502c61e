import type { Explanation } from '../../model/explanation.ts';
import type { Preparation } from '../../model/preparation.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { centerDistances } from './center-distances.ts';
import { neighboursOf } from './neighbours.ts';
import { findRules } from './rules.ts';
import { segmentCenters } from './segment-centers.ts';
import { typicalCustomers } from './typical.ts';

export interface ExplainInput {
  /** Customers × features in original units, NaN for missing. */
  readonly raw: Matrix;
  /** The same customers on the scale that distances were taken on: the features that were used, then the indicators. */
  readonly prepared: Matrix;
  /** One for each column of `raw`. */
  readonly preparation: readonly Pick<Preparation, 'feature' | 'used' | 'indicator' | 'fill'>[];
  /** Segment of each customer, 0 to k − 1; anything else is in none. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly seed: number;
}

/** The feature of each column of a prepared matrix; an indicator's is the one that it tells of. */
export const columnFeatures = (
  preparation: readonly Pick<Preparation, 'feature' | 'used' | 'indicator'>[],
): string[] => [
  ...preparation.flatMap(({ feature, used }) => (used ? [feature] : [])),
  ...preparation.flatMap(({ feature, indicator }) => (indicator ? [feature] : [])),
];

/**
 * What makes segments what they are: rules that tell who is in them, centres, neighbours, typical and borderline
 * customers. The same input gives the same answer. O(rows × columns × k) and the rules' work.
 * @throws AppError `cancelled`
 */
export const explainSegments = (input: ExplainInput, progress: Progress): Explanation => {
  const { raw, prepared, preparation, labels, k, seed } = input;
  const columns = preparation.flatMap(({ feature, used, fill }, j) =>
    used ? [{ feature, values: columnOf(raw, j), fill }] : [],
  );
  const featureOf = columnFeatures(preparation);
  const { centers, between } = segmentCenters(prepared, labels, k, progress);
  const distances = centerDistances(prepared, labels, centers, part(progress, 0, 0.3));
  const customers = typicalCustomers(distances, labels, k, progress);
  const neighbours = neighboursOf(featureOf, centers);
  return {
    features: columns.map(({ feature }, j) => ({ feature, between: between[j]! })),
    rules: findRules({ columns, labels, k, seed }, part(progress, 0.3, 1)),
    segments: centers.map((center, label) => ({
      label,
      center: [...center],
      neighbours: neighbours[label]!,
      ...customers[label]!,
    })),
  };
};
