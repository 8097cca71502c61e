/** Linkages that need the distances of all pairs. */
export type MatrixLinkage = 'average' | 'complete' | 'weighted';

/**
 * How the distance from a branch to a join follows from those to its two parts: the share of the second's in their mean
 * (of all pairs for UPGMA, of the parts for WPGMA); above 1 stands for the greater of the two.
 */
export const shareOf = (linkage: MatrixLinkage, one: number, other: number): number => {
  if (linkage === 'complete') return 2;
  return linkage === 'weighted' ? 0.5 : other / (one + other);
};
