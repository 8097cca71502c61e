import type { Layout } from 'plotly.js';
import { noSegmentId } from '../../shared/model/segmentation.ts';
import { placeLabels } from '../../shared/picture/place-labels.ts';
import type { ScatterPicture } from './scatter-picture.ts';
import type { ChartTheme } from './theme.ts';
import { wrapText } from './wrap-text.ts';

type Note = NonNullable<Layout['annotations']>[number];

const median = (values: Float64Array): number => values.sort()[values.length >> 1] ?? 0;
const extent = (values: Float64Array): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], value) => (Number.isNaN(value) ? [low, high] : [Math.min(low, value), Math.max(high, value)]),
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

/** Long names stand on two lines, so that they stay near their customers. */
const linesOf = (name: string): string[] => wrapText(name, name.length > 26 ? Math.ceil(name.length / 2) + 4 : 26, 2);

export interface NoteRoom {
  readonly width: number;
  readonly height: number;
}

/**
 * The name of every segment at the middle of its customers, moved apart where two would cover each other in a picture
 * of that many pixels; zooming in only moves them further apart.
 */
export const mapNotes = (
  picture: ScatterPicture,
  rows: readonly Int32Array[],
  theme: ChartTheme,
  typical: NoteRoom,
): Note[] => {
  const [left, right] = extent(picture.x.values);
  const [low, high] = extent(picture.y.values);
  const shown = picture.segments.flatMap((segment, trace) => {
    const own = rows[trace]!;
    // Customers in no segment have no middle.
    if (own.length === 0 || segment.id === noSegmentId) return [];
    const x = median(Float64Array.from(own, (row) => picture.x.values[row]!));
    const y = median(Float64Array.from(own, (row) => picture.y.values[row]!));
    return [{ segment, x, y }];
  });
  const boxes = shown.map(({ segment, x, y }) => ({
    x: ((x - left) / (right - left || 1)) * typical.width,
    y: (1 - (y - low) / (high - low || 1)) * typical.height,
    width: Math.max(...linesOf(segment.name).map((line) => line.length)) * 7.4 + 26,
    height: 8 + 16 * linesOf(segment.name).length,
  }));
  const placed = placeLabels(boxes, typical.height);
  return shown.map(({ segment, x, y }, i) => ({
    x,
    y,
    text: linesOf(segment.name).join('<br>'),
    showarrow: false,
    yshift: boxes[i]!.y - placed[i]!.y,
    font: { size: 12.5, weight: 600, color: theme.ink } as NonNullable<Note['font']>,
    bgcolor: theme.ground,
    opacity: 0.92,
    bordercolor: segment.color,
    borderwidth: 1,
    borderpad: 3,
    captureevents: false,
  }));
};
