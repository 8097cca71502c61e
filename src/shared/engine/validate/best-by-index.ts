import type { IndexChoice, KScore } from '../../model/segmentation.ts';
import { elbowOf } from './elbow.ts';
import { bestGap } from './gap-statistic.ts';

const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** The k with the most of something; of equal ones the fewest parts. */
const mostOf = (scores: readonly KScore[], of: (score: KScore) => number | null | undefined): number | null => {
  let best: { k: number; value: number } | null = null;
  for (const score of scores) {
    const value = of(score);
    if (isNumber(value) && (best === null || value > best.value)) best = { k: score.k, value };
  }
  return best?.k ?? null;
};

/** The number of parts that each index would take, each by its own rule. @param scores of a sweep, rising in k */
export const bestByIndex = (scores: readonly KScore[]): IndexChoice[] => [
  { index: 'silhouette', k: mostOf(scores, ({ silhouette }) => silhouette) },
  { index: 'calinskiHarabasz', k: mostOf(scores, ({ calinskiHarabasz }) => calinskiHarabasz) },
  {
    index: 'daviesBouldin',
    k: mostOf(scores, ({ daviesBouldin }) => (isNumber(daviesBouldin) ? -daviesBouldin : null)),
  },
  { index: 'bic', k: mostOf(scores, ({ bic }) => bic) },
  {
    index: 'gap',
    k: bestGap(
      scores.flatMap(({ k, gap, gapError }) =>
        isNumber(gap) && isNumber(gapError) ? [{ k, gap, error: gapError }] : [],
      ),
    ),
  },
  { index: 'elbow', k: elbowOf(scores) },
];
