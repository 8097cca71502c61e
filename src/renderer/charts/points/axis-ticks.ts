import { logTicks, type Tick } from '../log-axis.ts';

/** Round figures from `low` to `high`, at most about `most`. */
export const evenTicks = (low: number, high: number, most: number): number[] => {
  const rough = (high - low) / Math.max(1, most);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step;
    return Number(value.toPrecision(12));
  });
};

/** Ticks of an axis between two of its ends; `log` axes stand in log(1 + value), their ticks name the value. */
export const ticksOf = (low: number, high: number, log: boolean, most: number): Tick[] => {
  if (!log) return evenTicks(low, high, most).map((value) => ({ at: value, value }));
  const [least, greatest] = [Math.max(0, Math.expm1(low)), Math.expm1(high)];
  const round = logTicks(greatest).filter(({ at }) => at >= low - 1e-9 && at <= high + 1e-9);
  if (round.length >= 3) return round;
  // So close that tens are too far apart: round figures in between.
  return evenTicks(least, greatest, most).map((value) => ({ at: Math.log1p(value), value }));
};
