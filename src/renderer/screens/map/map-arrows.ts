import type { Mark } from '../../charts/points/marks.tsx';
import type { ChartTheme } from '../../charts/theme.ts';
import { wrapText } from '../../charts/wrap-text.ts';
import type { Room, WidthOf } from './map-frame.ts';
import { type Box, boxesMeet } from './map-names.ts';

/** How strongly a fact goes with the map's two sides: correlations. */
export interface Pull {
  readonly name: string;
  readonly across: number;
  readonly up: number;
}

/** Facts that pull less say nothing about where somebody stands. */
const leastPull = 0.35;
const mostArrows = 7;
const size = 12;

export interface Arrows {
  readonly marks: readonly Mark[];
  /** Where no other name may stand. */
  readonly taken: readonly Box[];
}

/** An arrow a fact, from the middle of the map to where the fact grows; its length says how closely it goes along. */
export const arrowsOf = (
  pulls: readonly Pull[],
  middle: { x: number; y: number },
  room: Room,
  theme: ChartTheme,
  widthOf: WidthOf,
): Arrows => {
  const reach = Math.min(room.width, room.height) * 0.4;
  const strongest = pulls
    .map((pull) => ({ ...pull, strength: Math.hypot(pull.across, pull.up) }))
    .filter(({ strength }) => strength >= leastPull)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, mostArrows);
  const [marks, taken, shafts]: [Mark[], Box[], Box[]] = [[], [], []];
  for (const { name, across, up, strength } of strongest) {
    const [dx, dy] = [across / strength, -up / strength];
    const [endX, endY] = [middle.x + dx * strength * reach, middle.y + dy * strength * reach];
    const wing = (turn: number) => {
      const [c, s] = [Math.cos(turn), Math.sin(turn)];
      return `${endX - 9 * (dx * c - dy * s)} ${endY - 9 * (dy * c + dx * s)}`;
    };
    const d = `M${middle.x} ${middle.y}L${endX} ${endY}M${wing(0.45)}L${endX} ${endY}L${wing(-0.45)}`;
    marks.push({ kind: 'path', d, fill: null, stroke: theme.ground, width: 5, opacity: 0.85 });
    marks.push({ kind: 'path', d, fill: null, stroke: theme.ink, width: 1.6 });
    for (let along = 24; along < strength * reach; along += 14)
      shafts.push({ x: middle.x + dx * along, y: middle.y + dy * along, width: 12, height: 12 });
    const lines = wrapText(name, 24, 2);
    const width = Math.max(...lines.map((line) => widthOf(line, size, 500))) + 8;
    const height = lines.length * 15 + 4;
    const inside = (value: number, half: number, whole: number) =>
      Math.min(whole - half - 2, Math.max(half + 2, value));
    // Beyond the tip; pushed on along the arrow, then to its sides, until it is free.
    const tries = [0, 12, 26, 42, 60].flatMap((more) =>
      [0, 0.35, -0.35, 0.7, -0.7, 1.1, -1.1].map((turn): Box => {
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        const [tx, ty] = [dx * c - dy * s, dy * c + dx * s];
        return {
          x: inside(endX + tx * (8 + more + width / 2), width / 2, room.width),
          y: inside(endY + ty * (8 + more + height / 2), height / 2, room.height),
          width,
          height,
        };
      }),
    );
    const box = tries.find((one) => !taken.some((other) => boxesMeet(other, one)));
    if (box === undefined) continue;
    taken.push(box);
    lines.forEach((text, i) => {
      marks.push({
        kind: 'text',
        x: box.x,
        y: box.y - height / 2 + 13 + 15 * i,
        text,
        size,
        weight: 500,
        color: theme.ink,
        anchor: 'middle',
        halo: theme.ground,
      });
    });
  }
  return { marks, taken: [...taken, ...shafts] };
};
