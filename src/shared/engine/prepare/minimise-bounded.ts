const golden = (3 - Math.sqrt(5)) / 2;
const mostSteps = 200;

/**
 * Where a function of one number is least between two bounds, within about `tolerance`: parabolas where they serve,
 * golden sections where not (Brent 1973, Algorithms for Minimization without Derivatives, chapter 5; `localmin`). The
 * function may be Infinity where it has no value. A function with several valleys gives the bottom of one.
 */
export const minimiseBounded = (
  valueAt: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number => {
  let a = low;
  let b = high;
  let x = a + golden * (b - a);
  let w = x;
  let v = x;
  let fx = valueAt(x);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let before = 0;
  for (let round = 0; round < mostSteps; round += 1) {
    const middle = (a + b) / 2;
    const least = 1e-11 * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const p = (x - v) * q - (x - w) * r;
    const curve = 2 * (q - r);
    const jump = -p / curve;
    // An infinite value makes the parabola no number, and every comparison with it false.
    const isParabola =
      Math.abs(before) > least && Math.abs(jump) < Math.abs(before / 2) && x + jump > a && x + jump < b;
    before = isParabola ? step : x < middle ? b - x : a - x;
    step = isParabola ? jump : golden * before;
    if (isParabola && (x + step - a < 2 * least || b - x - step < 2 * least)) step = x < middle ? least : -least;
    const u = x + (Math.abs(step) >= least ? step : step > 0 ? least : -least);
    const fu = valueAt(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
};
