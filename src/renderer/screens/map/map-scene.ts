import type { Mark } from '../../charts/points/marks.tsx';
import type { Place } from '../../charts/points/point-grid.ts';
import { type PointPlaces, windowOf } from '../../charts/points/point-places.ts';
import type { View } from '../../charts/points/view.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { arrowsOf, type Pull } from './map-arrows.ts';
import { type Room, toPixel, type WidthOf } from './map-frame.ts';
import { type PlacedName, placeNames, pointsUnder } from './map-names.ts';
import type { MapOptions } from './map-options.ts';
import type { Centre } from './map-picture.ts';

/** What lies over the dots of a map, worked out once for the picture. */
export interface MapParts {
  readonly places: PointPlaces;
  readonly centres: readonly Centre[];
  /** Loops around most of a segment's customers, by segment. */
  readonly outlines: readonly {
    readonly id: number;
    readonly color: string;
    readonly loops: readonly (readonly Place[])[];
  }[];
  readonly pulls: readonly Pull[];
}

const loopPath = (loops: readonly (readonly Place[])[], window: View, { width, height }: Room): string =>
  loops
    .map((loop) => {
      const at = ([x, y]: Place) => {
        const across = ((x - window.x0) / (window.x1 - window.x0)) * width;
        const down = (1 - (y - window.y0) / (window.y1 - window.y0)) * height;
        return `${across.toFixed(1)} ${down.toFixed(1)}`;
      };
      return `M${loop.map(at).join('L')}Z`;
    })
    .join('');

/** Outlines of the segments; the dimmed ones are fainter. */
export const outlineMarks = (
  { outlines, places }: Pick<MapParts, 'outlines' | 'places'>,
  view: View,
  room: Room,
  isDim: (id: number) => boolean,
): Mark[] => {
  const window = windowOf(places, view);
  return outlines.map(({ id, color, loops }) => ({
    kind: 'path',
    d: loopPath(loops, window, room),
    fill: color,
    fillOpacity: isDim(id) ? 0 : 0.07,
    stroke: color,
    width: 1.5,
    opacity: isDim(id) ? 0.25 : 0.9,
  }));
};

const isIn = ({ width, height }: Room, x: number, y: number): boolean => x >= 0 && x <= width && y >= 0 && y <= height;

/** Arrows and names, so placed that none covers another. */
export const wordsOver = (
  { centres, pulls, places }: MapParts,
  view: View,
  room: Room,
  options: MapOptions,
  theme: ChartTheme,
  widthOf: WidthOf,
): { readonly arrows: readonly Mark[]; readonly names: readonly PlacedName[] } => {
  const middle = toPixel(room, view, 0, 0);
  const arrows = options.arrows
    ? arrowsOf(
        pulls,
        isIn(room, middle.x, middle.y) ? middle : { x: room.width / 2, y: room.height / 2 },
        room,
        theme,
        widthOf,
      )
    : { marks: [], taken: [] };
  if (!options.names) return { arrows: arrows.marks, names: [] };
  const wanted = centres
    .map(({ segment: { id, name, color }, x, y }) => ({ id, text: name, color, ...toPixel(room, view, x, y) }))
    .filter(({ x, y }) => isIn(room, x, y));
  const under = pointsUnder(places, windowOf(places, view), room);
  const all = under({ x: room.width / 2, y: room.height / 2, width: room.width, height: room.height });
  return { arrows: arrows.marks, names: placeNames(wanted, room, arrows.taken, under, all, widthOf) };
};
