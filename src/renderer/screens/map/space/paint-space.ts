import { type Seen, type Turn, viewOf } from '../../../../shared/picture/space.ts';
import type { ChartTheme } from '../../../charts/theme.ts';

/** One of three axes: what it measures, and the values at its ends. */
export interface SpaceAxis {
  readonly title: string;
  readonly low: string;
  readonly high: string;
}

/** Customers as points of a cube from −1 to 1. */
export interface SpaceDots {
  /** Snapshot rows. */
  readonly rows: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

export interface SpacePaint {
  readonly dots: SpaceDots;
  readonly axes: readonly [SpaceAxis, SpaceAxis, SpaceAxis];
  readonly turn: Turn;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly colorOf: (row: number) => string;
  /** Null where nobody is selected. */
  readonly isSelected: ((row: number) => boolean) | null;
  readonly theme: ChartTheme;
}

const corners = [-1, 1] as const;
const font = (weight: number) => `${weight} 12px "Inter Variable", Inter, system-ui, sans-serif`;

/** From the cube to pixels. */
const projection = ({ turn, zoom, width, height }: Pick<SpacePaint, 'turn' | 'zoom' | 'width' | 'height'>) => {
  const see = viewOf(turn);
  const scale = (Math.min(width * 0.8, height) / 3.3) * zoom;
  return (x: number, y: number, z: number): Seen => {
    const seen = see(x, y, z);
    return { x: width / 2 + seen.x * scale, y: height / 2 - seen.y * scale, near: seen.near };
  };
};

type Pen = CanvasRenderingContext2D;

const line = (pen: Pen, from: Seen, to: Seen): void => {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
};

/** The twelve edges of the cube; those that meet in the corner farthest away lie behind everything. */
const paintCube = (
  pen: Pen,
  project: ReturnType<typeof projection>,
  theme: ChartTheme,
  part: 'back' | 'front',
): void => {
  const points = corners.flatMap((x) =>
    corners.flatMap((y) => corners.map((z) => ({ at: [x, y, z], seen: project(x, y, z) }))),
  );
  const farthest = points.reduce((far, one) => (one.seen.near < far.seen.near ? one : far));
  pen.strokeStyle = part === 'back' ? theme.grid : theme.line;
  pen.lineWidth = part === 'back' ? 1.5 : 0.75;
  for (const [i, one] of points.entries())
    for (const other of points.slice(i + 1)) {
      const differing = one.at.filter((value, k) => value !== other.at[k]).length;
      const isBack = one === farthest || other === farthest;
      if (differing === 1 && isBack === (part === 'back')) line(pen, one.seen, other.seen);
    }
};

/** Names and ends of the axes, each along the edge of its direction that is seen best: lowest, or leftmost for the upright one. */
const paintAxes = (
  pen: Pen,
  project: ReturnType<typeof projection>,
  { axes, theme, width, height }: SpacePaint,
): void => {
  const edges = axes.map((axis, k) => {
    const others = corners.flatMap((a) => corners.map((b) => [a, b] as const));
    const ends = others.map(([a, b]) =>
      corners.map((c) => {
        const at = [0, 0, 0];
        at[k] = c;
        at[(k + 1) % 3] = a;
        at[(k + 2) % 3] = b;
        return project(at[0]!, at[1]!, at[2]!);
      }),
    );
    const rate = ([from, to]: Seen[]) => (k === 1 ? -(from!.x + to!.x) : from!.y + to!.y);
    const [from, to] = ends.reduce((best, one) => (rate(one) > rate(best) ? one : best));
    return { axis, from: from!, to: to! };
  });
  const [midX, midY] = [width / 2, height / 2];
  const taken: { x: number; y: number; half: number }[] = [];
  const isFree = (x: number, y: number, half: number) =>
    taken.every((other) => Math.abs(other.x - x) >= other.half + half + 6 || Math.abs(other.y - y) >= 15);
  const places = edges.map(({ axis, from, to }) => {
    const [dx, dy] = [(from.x + to.x) / 2 - midX, (from.y + to.y) / 2 - midY];
    const length = Math.max(1, Math.hypot(dx, dy));
    /** Words beside the edge, so far along it, away from the cube by so much and by their own size. */
    const text = (words: string, along: readonly number[], by: number, weight: number, color: string) => {
      pen.font = font(weight);
      const half = pen.measureText(words).width / 2;
      const tries = along.map((share) => {
        const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        const [wantedX, wantedY] = [at.x + (dx / length) * (by + half), at.y + (dy / length) * (by + 8)];
        const x = Math.max(half + 4, Math.min(width - half - 4, wantedX));
        return { x, y: Math.max(10, Math.min(height - 10, wantedY)) };
      });
      // Where no place is free the first one is as good as any.
      const { x, y } = tries.find((one) => isFree(one.x, one.y, half)) ?? tries[0]!;
      taken.push({ x, y, half });
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.lineJoin = 'round';
      pen.lineWidth = 4;
      pen.strokeStyle = theme.ground;
      pen.strokeText(words, x, y);
      pen.fillStyle = color;
      pen.fillText(words, x, y);
    };
    return { axis, text };
  });
  // The ends stand where they belong; names give way to them, and to each other.
  for (const { axis, text } of places) {
    text(axis.low, [0.06, 0.12, 0.18], 8, 400, theme.muted);
    text(axis.high, [0.94, 0.88, 0.82], 8, 400, theme.muted);
  }
  for (const { axis, text } of places)
    text(
      axis.title,
      [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.08, 0.92, -0.05, 1.05, -0.2, 1.2],
      16,
      600,
      theme.ink,
    );
};

/** Draws the cube, its dots from the farthest to the nearest, and its axes. O(dots log dots) */
export const paintSpace = (pen: Pen, paint: SpacePaint): void => {
  const { dots, width, height, colorOf, isSelected, theme } = paint;
  const project = projection(paint);
  pen.clearRect(0, 0, width, height);
  paintCube(pen, project, theme, 'back');
  const seen = Array.from(dots.rows, (row, i) => ({ row, at: project(dots.x[i]!, dots.y[i]!, dots.z[i]!) }));
  seen.sort((a, b) => a.at.near - b.at.near);
  for (const { row, at } of seen) {
    const isIn = isSelected === null || isSelected(row);
    const front = (at.near + 1.8) / 3.6;
    pen.globalAlpha = isIn ? 0.55 + 0.4 * front : 0.1;
    pen.fillStyle = colorOf(row);
    pen.beginPath();
    pen.arc(at.x, at.y, 2 + 2.6 * front, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.globalAlpha = 1;
  paintCube(pen, project, theme, 'front');
  paintAxes(pen, project, paint);
};

/** The dot under the pointer, the nearest one of those on top of each other; null where there is none. O(dots) */
export const dotAt = (
  paint: Pick<SpacePaint, 'dots' | 'turn' | 'zoom' | 'width' | 'height'>,
  x: number,
  y: number,
): number | null => {
  const project = projection(paint);
  const reach = 9;
  let [found, best] = [null as number | null, -Infinity];
  for (let i = 0; i < paint.dots.rows.length; i += 1) {
    const at = project(paint.dots.x[i]!, paint.dots.y[i]!, paint.dots.z[i]!);
    const off = Math.hypot(at.x - x, at.y - y);
    // Near the pointer counts more than near the viewer.
    const rating = at.near - off / 2;
    if (off <= reach && rating > best) {
      best = rating;
      found = paint.dots.rows[i]!;
    }
  }
  return found;
};
