/** A round step that divides the range into about four. */
const niceStep = (range: number): number => {
  const power = 10 ** Math.floor(Math.log10(range / 4));
  return [1, 2, 5, 10].map((times) => times * power).find((size) => range / size <= 5) ?? range;
};

/** Round numbers along an axis; of things that are counted there are no parts. */
export const ticksOf = (low: number, high: number, { wide, whole }: { wide: boolean; whole: boolean }): number[] => {
  if (wide) {
    const ticks = [0];
    for (let tick = 1; tick <= high; tick *= 10) ticks.push(tick);
    return ticks.length > 6 ? ticks.filter((_, i) => i % 2 === 0) : ticks;
  }
  const round = niceStep(high - low || 1);
  const size = whole ? Math.max(1, round) : round;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / size) * size; tick <= high + size * 1e-9; tick += size) ticks.push(tick);
  return ticks;
};
