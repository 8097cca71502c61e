/** Terms until the rest is below the last bit; z near 1 needs the most. */
const mostTerms = 200_000;
/** Sums are scaled down past this, so that nothing overflows. */
const huge = 1e250;

/** ln Σ (a)ₙ(b)ₙ/(c)ₙ zⁿ/n! for terms that are positive from the first; NaN where a sum turns out negative. */
const logSeries = (a: number, b: number, c: number, z: number): number => {
  let [term, sum, scale] = [1, 1, 0];
  for (let n = 0; n < mostTerms; n += 1) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-17 && Math.abs(ratio) < 1) break;
    if (Math.abs(sum) > huge) {
      term /= huge;
      sum /= huge;
      scale += 1;
    }
  }
  return Math.log(sum) + scale * Math.log(huge);
};

/**
 * ln ₂F₁(a, b; c; z) for 0 ≤ z < 1 and a, b, c > 0, safe from overflow: Gauss' series, or by Euler's transformation
 * where its parameters are smaller and its terms go on positive or fade faster. O(terms), some 40/(1 − z) of them.
 * Source: Abramowitz & Stegun 15.1.1, 15.3.3.
 */
export const logHypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (z === 0) return 0;
  // (1 − z)^(c−a−b) ₂F₁(c−a, c−b; c; z): all of its terms are positive where both parameters are, and there are fewer.
  const [left, right] = [c - a, c - b];
  if (left > 0 && right > 0 && left * right < a * b) return (c - a - b) * Math.log1p(-z) + logSeries(left, right, c, z);
  return logSeries(a, b, c, z);
};
