import { createRandom } from '../engine/random.ts';

/** A part of an axis, in places from 0 to 1; an end of the axis holds what lies beyond it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One axis of a picture with a line for each customer. */
export interface LineAxis {
  /** By customer; NaN is no value. */
  readonly values: Float64Array;
  /** Where a value lies, 0 to 1; what is beyond an end lies outside. */
  readonly along: (value: number) => number;
}

export const withinAxis = (place: number): number => Math.max(0, Math.min(1, place));

/**
 * Customers for whom lines are drawn: all of them, or `most` of them, each segment by its share and none without a few.
 * The same ones for the same seed (Floyd’s sampling: J. Bentley, Programming Pearls, CACM 30(9), 1987). O(rows)
 * @param labels by customer; −1 where in no segment
 * @returns rows, ascending
 */
export const pickLines = (labels: Int32Array, most: number, seed = 1): Uint32Array => {
  if (labels.length <= most) return Uint32Array.from(labels, (_, row) => row);
  const members = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row += 1) {
    const mine = members.get(labels[row]!);
    if (mine === undefined) members.set(labels[row]!, [row]);
    else mine.push(row);
  }
  const few = Math.max(1, Math.min(25, Math.floor(most / members.size)));
  const random = createRandom(seed);
  const picked: number[] = [];
  for (const [, rows] of [...members].sort(([a], [b]) => a - b)) {
    const wanted = Math.min(rows.length, Math.max(few, Math.round((most * rows.length) / labels.length)));
    const chosen = new Set<number>();
    for (let i = rows.length - wanted; i < rows.length; i += 1) {
      const at = Math.floor(random() * (i + 1));
      chosen.add(chosen.has(at) ? i : at);
    }
    for (const at of chosen) picked.push(rows[at]!);
  }
  return Uint32Array.from(picked).sort();
};

/**
 * Customers whose values lie in all the stretches marked on axes; null where none is marked. Who has no value there is
 * not in it. O(rows · marked)
 */
export const insideAll = (axes: readonly LineAxis[], stretches: readonly (Stretch | null)[]): Uint32Array | null => {
  const marked = axes.flatMap((axis, i) => {
    const stretch = stretches[i] ?? null;
    return stretch === null ? [] : [{ ...axis, ...stretch }];
  });
  if (marked.length === 0) return null;
  const rows = new Uint32Array(marked[0]!.values.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    let inside = true;
    for (const { values, along, from, to } of marked) {
      const place = withinAxis(along(values[row]!));
      // Also false where there is no value.
      if (!(place >= from && place <= to)) {
        inside = false;
        break;
      }
    }
    if (inside) rows[count++] = row;
  }
  return rows.slice(0, count);
};

/**
 * Moves marks along a line as little as it takes for a gap between any two, in their order. O(marks²)
 * @returns where each stands, within low … high as far as there is room
 */
export const spreadApart = (wanted: readonly number[], gap: number, low: number, high: number): number[] => {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // Blocks of marks that touch, each around the middle of what its members want (pool adjacent violators).
  const blocks: { members: number[]; middle: number }[] = [];
  for (const one of order) {
    let block = { members: [one], middle: wanted[one]! };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      const distance = (gap * (last.members.length + block.members.length)) / 2;
      if (block.middle - last.middle >= distance) break;
      blocks.pop();
      const members = [...last.members, ...block.members];
      const offset = ((members.length - 1) * gap) / 2;
      const middle = members.reduce((sum, mark, i) => sum + wanted[mark]! - i * gap + offset, 0) / members.length;
      const half = (members.length * gap) / 2;
      block = { members, middle: Math.max(low + half, Math.min(high - half, middle)) };
    }
    const half = (block.members.length * gap) / 2;
    blocks.push({ ...block, middle: Math.max(low + half, Math.min(high - half, block.middle)) });
  }
  const places = new Array<number>(wanted.length).fill(0);
  for (const { members, middle } of blocks)
    members.forEach((mark, i) => {
      places[mark] = middle + (i - (members.length - 1) / 2) * gap;
    });
  return places;
};
