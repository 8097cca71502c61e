import { niceTicks } from '../../../shared/picture/nice-ticks.ts';
import type { Spread } from '../../../shared/picture/spread.ts';
import { logTicks } from '../../charts/log-axis.ts';
import type { SegmentPart } from '../../charts/segment-parts.ts';
import { halves, textWidth, widthOf } from '../../charts/text-width.ts';

/** Room of a picture with an axis for each fact, in pixels. */
export interface LinesFrame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** Where lines go that have no value on an axis. */
  readonly foot: number;
  /** Where the axes stand. */
  readonly xs: readonly number[];
  /** Room for the names beside the last axis. */
  readonly names: number;
}

const [top, bottom, foot] = [18, 388, 416];

/** @param hasMissing whether some customers have no value on some axis */
export const linesFrame = (
  parts: readonly SegmentPart[],
  axes: number,
  width: number,
  hasMissing: boolean,
): LinesFrame => {
  const height = (hasMissing ? foot : bottom) + 22;
  const widest = Math.max(0, ...parts.map(({ name }) => textWidth(name, 13, 600)));
  const halved = Math.max(0, ...parts.map(({ name }) => widthOf(halves(name, 13, 600), 13, 600)));
  const names = Math.ceil(Math.min(Math.max(width * 0.24, Math.min(width * 0.3, halved + 16)), 190, widest + 16));
  const [left, right] = [62, width - names - 8];
  const step = axes > 1 ? (right - left) / (axes - 1) : 0;
  return { width, height, top, bottom, foot, names, xs: Array.from({ length: axes }, (_, i) => left + i * step) };
};

/** How high a place of an axis stands; the greatest values are on top. */
export const heightOf = ({ top: from, bottom: to }: LinesFrame, place: number): number => to - place * (to - from);

/** On an axis with yes and no only, lines lie side by side around two places. */
export const flagPlace = (value: number, row: number): number =>
  (value === 1 ? 0.9 : 0.1) + (((row * 37) % 101) / 101 - 0.5) * 0.14;

export const lineTicks = ({ axis, low, high }: Spread): number[] => {
  if (axis === 'flag') return [0, 1];
  if (axis === 'linear') return niceTicks(low, high, 6);
  const inside = logTicks(high, 7)
    .map(({ value }) => value)
    .filter((value) => value >= low * 0.999);
  return inside.length > 1 ? inside : niceTicks(low, high, 4);
};

/** The value at a place of an axis. */
export const valueAt = ({ axis, low, high }: Spread, place: number): number => {
  if (axis !== 'log') return low + place * (high - low);
  const [from, to] = [Math.log1p(low), Math.log1p(high)];
  return Math.expm1(from + place * (to - from));
};
