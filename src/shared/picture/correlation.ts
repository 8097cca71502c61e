/** Pearson's correlation over the pairs where both are numbers; 0 where one of them does not vary. O(n). */
export const correlation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let n = 0;
  let meanA = 0;
  let meanB = 0;
  let squareA = 0;
  let squareB = 0;
  let product = 0;
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i]!, b[i]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n += 1;
    // Welford's one-pass update: no cancellation with large means.
    const fromA = x - meanA;
    const fromB = y - meanB;
    meanA += fromA / n;
    meanB += fromB / n;
    squareA += fromA * (x - meanA);
    squareB += fromB * (y - meanB);
    product += fromA * (y - meanB);
  }
  const spread = Math.sqrt(squareA * squareB);
  return spread > 0 ? product / spread : 0;
};
