import { ticksOf } from '../../charts/points/axis-ticks.ts';
import type { Mark } from '../../charts/points/marks.tsx';
import type { View } from '../../charts/points/view.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import type { MapAxis, MapPicture } from './map-picture.ts';

/** Where the dots lie in the picture, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

export type WidthOf = (text: string, size: number, weight?: number) => number;

const tickSize = 12;
const titleSize = 13;

const ticksIn = (axis: MapAxis, low: number, high: number, pixels: number, each: number) =>
  ticksOf(low, high, !axis.bare && axis.log, Math.max(2, Math.floor(pixels / each)));

/** Room beside and below the dots for the axes' words and figures. */
export const frameOf = (
  picture: MapPicture,
  view: View,
  { width, height }: Room,
  show: (value: number) => string,
  widthOf: WidthOf,
): Frame => {
  const { x, y } = picture;
  const figures = y.bare
    ? []
    : ticksIn(y, view.y0, view.y1, height, 56).map(({ value }) => widthOf((y.text ?? show)(value), tickSize));
  // In steps, so that the dots do not move with every figure that is a little wider.
  const beside = y.bare ? 12 : Math.ceil((Math.max(16, ...figures) + 14) / 12) * 12;
  const left = 14 + titleSize + beside;
  const below = x.bare ? 38 : 56;
  return { left, top: 8, width: Math.max(40, width - left - 16), height: Math.max(40, height - below - 8) };
};

export const toPixel = ({ width, height }: Room, { x0, x1, y0, y1 }: View, x: number, y: number) => ({
  x: ((x - x0) / (x1 - x0)) * width,
  y: (1 - (y - y0) / (y1 - y0)) * height,
});

const cut = (text: string, most: number, widthOf: WidthOf): string => {
  if (widthOf(text, titleSize) <= most) return text;
  let letters = text.length;
  while (letters > 4 && widthOf(`${text.slice(0, letters)}…`, titleSize) > most) letters -= 1;
  return `${text.slice(0, letters).trimEnd()}…`;
};

/** Without what stands in brackets where the whole does not fit: how an axis is divided says more than its unit. */
const axisTitle = (title: string, most: number, widthOf: WidthOf): string =>
  widthOf(title, titleSize) <= most ? title : cut(title.replace(/ \([^)]*\)/, ''), most, widthOf);

/** Faint lines, figures where they mean something, and what grows along each side in words. */
export const axisMarks = (
  { x, y }: MapPicture,
  view: View,
  frame: Frame,
  theme: ChartTheme,
  show: (value: number) => string,
  widthOf: WidthOf,
): Mark[] => {
  const { left, top, width, height } = frame;
  const marks: Mark[] = [];
  const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    color: theme.grid,
    width: 1,
  });
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, value } of ticksIn(x, view.x0, view.x1, width, 110)) {
    const across = Math.round(left + toPixel(frame, view, at, 0).x) + 0.5;
    if (x.bare) break;
    marks.push(line(across, top, across, top + height));
    const text = (x.text ?? show)(value);
    const half = widthOf(text, tickSize) / 2;
    if (across - half < free) continue;
    free = across + half + 8;
    marks.push({
      kind: 'text',
      x: across,
      y: top + height + 18,
      text,
      size: tickSize,
      color: theme.muted,
      anchor: 'middle',
    });
  }
  let below = Number.POSITIVE_INFINITY;
  for (const { at, value } of ticksIn(y, view.y0, view.y1, height, 56)) {
    const down = Math.round(top + toPixel(frame, view, 0, at).y) + 0.5;
    if (y.bare) break;
    marks.push(line(left, down, left + width, down));
    if (down > below - 14) continue;
    below = down;
    marks.push({
      kind: 'text',
      x: left - 8,
      y: down + 4,
      text: (y.text ?? show)(value),
      size: tickSize,
      color: theme.muted,
      anchor: 'end',
    });
  }
  const words = { kind: 'text', size: titleSize, color: theme.ink, anchor: 'middle' } as const;
  marks.push({
    ...words,
    x: left + width / 2,
    y: top + height + (x.bare ? 22 : 42),
    text: axisTitle(x.title, width, widthOf),
  });
  marks.push({
    ...words,
    x: titleSize + 6,
    y: top + height / 2,
    text: axisTitle(y.title, height, widthOf),
    turned: true,
  });
  return marks;
};
