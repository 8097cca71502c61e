export interface Quadrature {
  /** Places within [0, 1]. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const known = new Map<number, Quadrature>();

/**
 * Nodes and weights on [0, 1] that integrate polynomials up to degree 2n − 1 exactly: the roots of Legendre's polynomial by
 * Newton's method. O(n²), kept.
 * Source: Abramowitz & Stegun 25.4.29.
 */
export const gaussLegendre = (n: number): Quadrature => {
  const found = known.get(n);
  if (found !== undefined) return found;
  const [nodes, weights] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let round = 0; round < 100; round += 1) {
      let [last, now] = [1, x];
      for (let k = 2; k <= n; k += 1) [last, now] = [now, ((2 * k - 1) * x * now - (k - 1) * last) / k];
      slope = (n * (x * now - last)) / (x * x - 1);
      const step = now / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  const quadrature = { nodes, weights };
  known.set(n, quadrature);
  return quadrature;
};
