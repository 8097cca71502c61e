import type { Mark } from '../../charts/points/marks.tsx';
import { coarse, type PointPlaces } from '../../charts/points/point-places.ts';
import type { View } from '../../charts/points/view.ts';
import type { ChartTheme } from '../../charts/theme.ts';
import { wrapText } from '../../charts/wrap-text.ts';
import type { Room, WidthOf } from './map-frame.ts';

/** A box on the map, by its middle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Wanted {
  readonly id: number;
  readonly text: string;
  readonly color: string;
  /** Where what it names lies, in pixels. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedName extends Wanted {
  readonly lines: readonly string[];
  /** Null where there was no room left: only the middle is marked. */
  readonly box: Box | null;
}

const size = 13;
const lineHeight = 16;
const weight = 600;

const linesOf = (name: string): string[] => wrapText(name, name.length > 26 ? Math.ceil(name.length / 2) + 4 : 26, 2);

export const boxesMeet = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

/** How many points lie under a box of pixels, by sums over the coarse count: O(1) each. */
export const pointsUnder = ({ counts }: PointPlaces, window: View, { width, height }: Room): ((box: Box) => number) => {
  const side = coarse + 1;
  const sums = new Float64Array(side * side);
  for (let j = 0; j < coarse; j += 1) {
    let row = 0;
    for (let i = 0; i < coarse; i += 1) {
      row += counts[j * coarse + i]!;
      sums[(j + 1) * side + i + 1] = sums[j * side + i + 1]! + row;
    }
  }
  const at = (share: number) => Math.min(coarse, Math.max(0, Math.round(share * coarse)));
  const { x0, x1, y0, y1 } = window;
  return (box) => {
    const [left, right] = [box.x - box.width / 2, box.x + box.width / 2].map((x) => at(x0 + (x / width) * (x1 - x0)));
    const [high, low] = [box.y - box.height / 2, box.y + box.height / 2].map((y) => at(y1 - (y / height) * (y1 - y0)));
    const sum = (i: number, j: number) => sums[j * side + i]!;
    return sum(right!, high!) - sum(left!, high!) - sum(right!, low!) + sum(left!, low!);
  };
};

const reaches = [16, 30, 46, 66, 90, 120, 155];
const turns = Array.from({ length: 16 }, (_, i) => (i / 16) * 2 * Math.PI - Math.PI / 2);

/**
 * Places each name beside its middle where it covers few dots, no other name and no middle. The first come first.
 * `under` counts the dots below a box, `all` is how many there are. O(names · 112).
 */
export const placeNames = (
  wanted: readonly Wanted[],
  room: Room,
  taken: readonly Box[],
  under: (box: Box) => number,
  all: number,
  widthOf: WidthOf,
): PlacedName[] => {
  const boxes: Box[] = [...taken, ...wanted.map(({ x, y }) => ({ x, y, width: 14, height: 14 }))];
  return wanted.map((name) => {
    const lines = linesOf(name.text);
    const width = Math.max(...lines.map((line) => widthOf(line, size, weight))) + 12;
    const height = lines.length * lineHeight + 6;
    let [best, cost] = [null as Box | null, Number.POSITIVE_INFINITY];
    for (const reach of reaches) {
      // What is further away only costs more.
      if (reach / 70 >= cost) break;
      for (const turn of turns) {
        const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
        const box = { x: name.x + dx * (reach + width / 2), y: name.y + dy * (reach + height / 2), width, height };
        const isOut =
          box.x - width / 2 < 2 ||
          box.x + width / 2 > room.width - 2 ||
          box.y - height / 2 < 2 ||
          box.y + height / 2 > room.height - 2;
        if (isOut || boxes.some((other) => boxesMeet(other, box))) continue;
        // Above and below read better than aside.
        const own = (under(box) / Math.max(1, all)) * 160 + reach / 70 + Math.abs(dx) * 0.4;
        if (own < cost) [best, cost] = [box, own];
      }
    }
    if (best !== null) boxes.push(best);
    return { ...name, lines, box: best };
  });
};

/** The middle, the name and, where they stand apart, a thin line between them. */
export const nameMarks = (names: readonly PlacedName[], theme: ChartTheme, isDim: (id: number) => boolean): Mark[] =>
  names.flatMap(({ id, x, y, lines, color, box }): Mark[] => {
    const opacity = isDim(id) ? 0.35 : 1;
    const marks: Mark[] = [];
    if (box !== null) {
      const [endX, endY] = [
        Math.min(box.x + box.width / 2 - 6, Math.max(box.x - box.width / 2 + 6, x)),
        Math.min(box.y + box.height / 2 - 2, Math.max(box.y - box.height / 2 + 2, y)),
      ];
      if (Math.hypot(endX - x, endY - y) > 14)
        marks.push({
          kind: 'path',
          d: `M${x} ${y}L${endX} ${endY}`,
          fill: null,
          stroke: theme.ink,
          width: 1,
          opacity: opacity * 0.55,
        });
    }
    marks.push({ kind: 'circle', x, y, r: 5, fill: color, stroke: theme.ground, width: 2, opacity });
    if (box !== null)
      lines.forEach((text, i) => {
        const down = box.y - (lines.length * lineHeight) / 2 + lineHeight * i + 12.5;
        marks.push({
          kind: 'text',
          x: box.x,
          y: down,
          text,
          size,
          weight,
          color: theme.ink,
          anchor: 'middle',
          halo: theme.ground,
          opacity,
        });
      });
    return marks;
  });
