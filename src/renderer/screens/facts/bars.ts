import { axisOf, type Spread, spreadOf } from '../../../shared/picture/spread.ts';
import type { HistogramBar } from '../../charts/HistogramPicture.tsx';

/** How all customers are spread, undivided. */
export const spreadOfAll = (values: Float64Array): Spread =>
  spreadOf(values, new Int32Array(values.length).fill(-1), 0);

const most = 28;

/** The bar of each value: −1 where nothing is known. Values beyond the axis stand in the outermost bars. */
export interface Bars {
  readonly bars: readonly HistogramBar[];
  readonly barOf: Int8Array;
}

/** Bars of one width on the axis of a spread; one a number where these are whole and few. O(rows). */
export const barsOf = (values: Float64Array, spread: Spread): Bars => {
  const { low, high, axis } = spread;
  const isWhole = axis !== 'log' && values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  const steps = isWhole && high - low < most ? high - low + 1 : most;
  const ends = isWhole && high - low < most ? { low: low - 0.5, high: high + 0.5, axis } : { low, high, axis };
  const place = axisOf(ends);
  const back = (at: number): number => {
    const value = axis === 'log' ? Math.log1p(low) + at * (Math.log1p(high) - Math.log1p(low)) : 0;
    return axis === 'log' ? Math.expm1(value) : ends.low + at * (ends.high - ends.low);
  };
  const counts = new Int32Array(steps);
  const barOf = new Int8Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const bar = Math.max(0, Math.min(steps - 1, Math.floor(place(value) * steps)));
    barOf[row] = bar;
    counts[bar]! += 1;
  }
  const bars = Array.from(counts, (count, i) => ({
    ...(ends.low === low ? { from: back(i / steps), to: back((i + 1) / steps) } : { from: low + i, to: low + i }),
    count,
    left: i / steps,
    width: 1 / steps,
  }));
  return { bars, barOf };
};

/** How many of some rows stand in each bar. */
export const countIn = ({ bars, barOf }: Bars, isWanted: (row: number) => boolean): number[] => {
  const counts = Array.from(bars, () => 0);
  for (let row = 0; row < barOf.length; row += 1) {
    const bar = barOf[row]!;
    if (bar >= 0 && isWanted(row)) counts[bar]! += 1;
  }
  return counts;
};

export const rowsIn = ({ barOf }: Bars, bar: number): number[] => {
  const rows: number[] = [];
  for (let row = 0; row < barOf.length; row += 1) if (barOf[row] === bar) rows.push(row);
  return rows;
};
