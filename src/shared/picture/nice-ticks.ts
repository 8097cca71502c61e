/** Round numbers between two ends, about so many. */
export const niceTicks = (low: number, high: number, about: number): number[] => {
  const range = high - low;
  if (!(range > 0)) return [low];
  const rough = range / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((one) => one * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};
