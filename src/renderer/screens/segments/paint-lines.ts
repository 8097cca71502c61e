import { withinAxis } from '../../../shared/picture/lines.ts';
import { partColor, type SegmentPart } from '../../charts/segment-parts.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { flagPlace, heightOf, type LinesFrame } from './lines-frame.ts';
import type { FactAxis } from './use-line-axes.ts';

/** How dark a line is: many together must not become one surface, few must be seen. */
const alphaOf = (lines: number): number => Math.max(0.05, Math.min(0.7, 9 / Math.sqrt(Math.max(1, lines)) / 1.2));

const placeOf = ({ values, along, spread }: FactAxis, row: number): number => {
  const value = values[row]!;
  return spread.axis === 'flag' ? flagPlace(value, row) : withinAxis(along(value));
};

const trace = (context: CanvasRenderingContext2D, axes: readonly FactAxis[], frame: LinesFrame, row: number): void => {
  for (let i = 0; i < axes.length; i += 1) {
    const isKnown = !Number.isNaN(axes[i]!.values[row]!);
    const y = isKnown ? heightOf(frame, placeOf(axes[i]!, row)) : frame.foot;
    if (i === 0) context.moveTo(frame.xs[i]!, y);
    else context.lineTo(frame.xs[i]!, y);
  }
};

/** Where the middle of a segment stands on an axis; null where nobody in it has a value. */
export const middleOf = ({ spread, along }: FactAxis, { label }: SegmentPart): number | null => {
  const part = label < 0 ? undefined : spread.parts[label];
  if (part === undefined || part.quantiles === null) return null;
  return spread.axis === 'flag' ? 0.1 + 0.8 * part.yes : withinAxis(along(part.quantiles[2]));
};

export interface LinesPaint {
  readonly axes: readonly FactAxis[];
  readonly parts: readonly SegmentPart[];
  readonly labels: Int32Array;
  /** Customers that are drawn. */
  readonly rows: Uint32Array;
  /** Who is selected; null where nobody is. */
  readonly isSelected: ((row: number) => boolean) | null;
  /** Selected customers who are drawn beside `rows`. */
  readonly more: Uint32Array;
  readonly strong: ReadonlySet<number>;
  readonly frame: LinesFrame;
  readonly theme: ChartTheme;
}

/** Draws a thin line for each customer, then a thick one for each segment’s middle. O(lines · axes) */
export const paintLines = (context: CanvasRenderingContext2D, paint: LinesPaint): void => {
  const { axes, parts, labels, rows, isSelected, more, strong, frame, theme } = paint;
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineJoin = 'round';
  const colors = new Map(parts.map((part) => [part.label, partColor(part)]));
  const all = [...rows, ...more];
  const back = all.filter((row) => isSelected === null || !isSelected(row));
  const front = isSelected === null ? [] : all.filter(isSelected);
  const draw = (some: readonly number[], alpha: number) => {
    context.globalAlpha = alpha;
    context.lineWidth = 1;
    // One after the other by their place in the file, so that no segment lies over all others.
    for (const row of some) {
      context.strokeStyle = colors.get(labels[row]!) ?? theme.line;
      context.beginPath();
      trace(context, axes, frame, row);
      context.stroke();
    }
  };
  draw(back, alphaOf(back.length) * (isSelected === null ? 1 : 0.22));
  draw(front, Math.min(0.85, alphaOf(front.length) * 1.6));
  for (const part of parts) {
    const isDim = strong.size > 0 && !strong.has(part.id);
    const points = axes.map((axis) => middleOf(axis, part));
    context.globalAlpha = isDim || (isSelected !== null && strong.size === 0) ? 0.4 : 1;
    for (const [color, width] of [
      [theme.ground, 6],
      [partColor(part), strong.has(part.id) ? 4 : 3],
    ] as const) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      let isDown = false;
      for (const [i, place] of points.entries()) {
        if (place === null) isDown = false;
        else {
          const y = heightOf(frame, place);
          if (isDown) context.lineTo(frame.xs[i]!, y);
          else context.moveTo(frame.xs[i]!, y);
          isDown = true;
        }
      }
      context.stroke();
    }
  }
  context.globalAlpha = 1;
};
