/** A tick on an axis that stands in log(1 + value): where it is, and the value it names. */
export interface Tick {
  readonly at: number;
  readonly value: number;
}

const steps = [1, 3];

/**
 * Ticks 0, 1, 3, 10, 30 … up to the greatest value, thinned to at most `most` by whole decades.
 * log(1 + value) has room for customers with 0 of something, a plain logarithm has not.
 */
export const logTicks = (greatest: number, most = 9): Tick[] => {
  const values = [0];
  for (let decade = 1; decade <= greatest; decade *= 10) {
    for (const step of steps) if (step * decade <= greatest) values.push(step * decade);
  }
  const tens = values.filter((value) => value === 0 || Number.isInteger(Math.log10(value)));
  const chosen = values.length <= most ? values : tens;
  return chosen.map((value) => ({ at: Math.log1p(value), value }));
};
