import type { EtsForm } from './ets-form.ts';
import type { EtsParameters } from './ets-recursion.ts';

/** Whether every root of z^d + c[d−1] z^(d−1) + … + c[0] lies within the unit circle, by stepping down. O(d²). */
const isStable = (coefficients: readonly number[]): boolean => {
  // From the highest power downwards, its own 1 left out.
  let rest = [...coefficients].reverse();
  while (rest.length > 0) {
    const last = rest.at(-1)!;
    if (!(Math.abs(last) < 1 + 1e-9)) return false;
    const room = 1 - last * last;
    if (room < 1e-12) return true;
    const d = rest.length;
    rest = rest.slice(0, -1).map((value, i) => (value - last * rest[d - 2 - i]!) / room);
  }
  return true;
};

/**
 * Whether the far past loses its weight in the forecasts. Without a season the usual region of the parameters says so
 * already; with one the characteristic equation does.
 * Source: Hyndman, Koehler, Ord & Snyder (2008), chapter 10; Jury's test by Levinson's recursion run backwards.
 */
export const isAdmissible = (form: EtsForm, { alpha, beta, gamma, phi, seasons }: EtsParameters): boolean => {
  if (form.season === 'N') return true;
  const between = alpha + beta - alpha * phi;
  return isStable([
    phi * (1 - alpha - gamma),
    between + gamma - 1,
    ...new Array<number>(seasons.length - 2).fill(between),
    alpha + beta - phi,
  ]);
};
