/**
 * The chance that Student's t with `degrees` whole degrees of freedom is above t ≥ 0, by the finite series of
 * Abramowitz & Stegun 26.7.3 and 26.7.4. O(degrees). About 1e-16 is the least that can be told from 0.
 */
export const studentTail = (t: number, degrees: number): number => {
  const angle = Math.atan2(t, Math.sqrt(degrees));
  const square = Math.cos(angle) ** 2;
  const odd = degrees % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = degrees > 1 ? term : 0;
  for (let i = odd ? 3 : 2; i < degrees; i += 2) {
    term *= (square * (i - 1)) / i;
    sum += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return Math.max(0, (1 - within) / 2);
};
