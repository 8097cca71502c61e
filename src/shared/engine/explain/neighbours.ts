import type { Neighbour } from '../../model/explanation.ts';

/** Neighbours told of each segment, and features told of each neighbour. */
const nearest = 2;
const facts = 3;

const between = (
  featureOf: readonly string[],
  a: readonly number[],
  b: readonly number[],
): Omit<Neighbour, 'label'> => {
  // A feature's own column comes before its indicator.
  const parts = new Map<string, { difference: number; square: number }>();
  let square = 0;
  a.forEach((value, j) => {
    const difference = value - b[j]!;
    const known = parts.get(featureOf[j]!);
    if (known === undefined) parts.set(featureOf[j]!, { difference, square: difference ** 2 });
    else known.square += difference ** 2;
    square += difference ** 2;
  });
  return {
    distance: Math.sqrt(square),
    differs: [...parts]
      .filter(([, one]) => one.square > 0)
      .sort(([, x], [, y]) => y.square - x.square)
      .slice(0, facts)
      .map(([feature, one]) => ({ feature, difference: one.difference, share: one.square / square })),
  };
};

/**
 * The two segments whose centres are nearest to each one's, and the features that make most of the distance. None for
 * a label without customers. O(k² × columns).
 * @param featureOf the feature that each column is of
 * @param centers empty for a label without customers
 */
export const neighboursOf = (featureOf: readonly string[], centers: readonly (readonly number[])[]): Neighbour[][] =>
  centers.map((center, label) =>
    center.length === 0
      ? []
      : centers
          .flatMap((other, at) =>
            at === label || other.length === 0 ? [] : [{ label: at, ...between(featureOf, center, other) }],
          )
          .sort((a, b) => a.distance - b.distance || a.label - b.label)
          .slice(0, nearest),
  );
