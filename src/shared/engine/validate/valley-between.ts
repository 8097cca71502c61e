import { columnOf, type Matrix } from '../matrix.ts';
import { dipOf } from './dip.ts';
import { dipFrom, dipLogP } from './dip-p-value.ts';
import type { Dither } from './dither.ts';

/** Rows that took no part in finding the centroids, and where they lie as seen from these. */
export interface Witnesses {
  readonly sample: Matrix;
  readonly rows: Int32Array;
  readonly dither: Dither | null;
  /** One number from −1 to 1 for each row of the sample: which way a shared value is moved. */
  readonly moves: Float64Array;
}

/** Centroids with all their products: with each other, and with each witness. */
export interface View {
  readonly centroids: readonly Float64Array[];
  readonly gram: readonly (readonly number[])[];
  readonly products: readonly Float64Array[];
}

/** How empty it is between two centroids. */
export interface Valley {
  readonly a: number;
  readonly b: number;
  /** Logarithm of the chance of so deep a dip where there is one lump only. */
  readonly logP: number;
  /** 0 one lump, 1 nothing between two: twice the dip beyond chance over the share of the smaller side. */
  readonly separation: number;
}

export const viewFrom = (centroids: readonly Float64Array[], { sample, rows }: Witnesses): View => {
  const product = (x: Float64Array, y: Float64Array): number => {
    let sum = 0;
    for (let j = 0; j < x.length; j += 1) sum += x[j]! * y[j]!;
    return sum;
  };
  const products = centroids.map((centroid) => {
    const out = new Float64Array(rows.length);
    centroid.forEach((weight, j) => {
      const column = columnOf(sample, j);
      for (let i = 0; i < rows.length; i += 1) out[i]! += weight * column[rows[i]!]!;
    });
    return out;
  });
  return { centroids, gram: centroids.map((a) => centroids.map((b) => product(a, b))), products };
};

export const squareApart = ({ gram }: View, a: number, b: number): number =>
  gram[a]![a]! - 2 * gram[a]![b]! + gram[b]![b]!;

/** Share of the witnesses nearest to each centroid. */
export const sharesOf = ({ gram, products }: View): Float64Array => {
  const shares = new Float64Array(products.length);
  const rows = products[0]!.length;
  for (let i = 0; i < rows; i += 1) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < products.length; c += 1) {
      const off = gram[c]![c]! - 2 * products[c]![i]!;
      if (off < least) {
        least = off;
        best = c;
      }
    }
    shares[best]! += 1 / rows;
  }
  return shares;
};

/** A flat wall: a row is inside where its product with c − toA·a − toB·b is at most `most`. */
interface Wall {
  readonly toC: Float64Array;
  readonly toA: number;
  readonly toB: number;
  readonly most: number;
}

/** One for each other centroid c: nearer to the point of the segment ab that is nearest to c than to c itself. */
const wallsOf = ({ gram, products }: View, a: number, b: number, square: number): Wall[] =>
  gram.flatMap((row, c) => {
    if (c === a || c === b) return [];
    const along = (row[b]! - gram[a]![b]! - row[a]! + gram[a]![a]!) / square;
    const toB = Math.min(1, Math.max(0, along));
    const toA = 1 - toB;
    const foot = toA * toA * gram[a]![a]! + 2 * toA * toB * gram[a]![b]! + toB * toB * gram[b]![b]!;
    return [{ toC: products[c]!, toA, toB, most: (row[c]! - foot) / 2 }];
  });

/** The witnesses inside all walls. */
const within = (walls: readonly Wall[], toAs: Float64Array, toBs: Float64Array): Int32Array => {
  const inside = Int32Array.from(toAs.keys());
  let count = inside.length;
  for (const { toC, toA, toB, most } of walls) {
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const i = inside[at]!;
      inside[kept] = i;
      if (toC[i]! - toA * toAs[i]! - toB * toBs[i]! <= most) kept += 1;
    }
    count = kept;
  }
  return inside.subarray(0, count);
};

const mostlyByChance = 0.377;

/**
 * Looks for a valley between centroids a and b: the witnesses around the segment from one to the other, dropped on its
 * line, and their dip. “Around” is what is nearer to the segment than to any other centroid, tightened to flat walls,
 * because what is inside must be convex: a convex piece of a density that is log-concave, or s-concave as Student's t
 * is, has a single peak on every line (Prékopa 1973; Borell 1975; Brascamp & Lieb 1976), while the union of two cells
 * has a waist and would show two peaks where there is one lump. O(witnesses × (centroids + columns)).
 */
export const valleyBetween = (view: View, a: number, b: number, witnesses: Witnesses): Valley => {
  const { centroids, gram, products } = view;
  const { sample, rows, dither, moves } = witnesses;
  const square = squareApart(view, a, b);
  const length = Math.sqrt(square);
  const middle = (gram[b]![b]! - gram[a]![a]!) / 2 / length;
  const direction = centroids[b]!.map((value, j) => (value - centroids[a]![j]!) / length);
  /** All columns move together: what they share must not look like lumps either. */
  const moved = (row: number): number => {
    let by = 0;
    for (let j = 0; j < direction.length; j += 1) {
      const move = direction[j]! < 0 ? -moves[row]! : moves[row]!;
      by += direction[j]! * move * (move < 0 ? dither!.down : dither!.up).data[j * sample.rows + row]!;
    }
    return by;
  };
  const toAs = products[a]!;
  const toBs = products[b]!;
  const inside = within(wallsOf(view, a, b, square), toAs, toBs);
  const count = inside.length;
  if (count < dipFrom) return { a, b, logP: 0, separation: 0 };
  const line = new Float64Array(count);
  let beyond = 0;
  for (let at = 0; at < count; at += 1) {
    const i = inside[at]!;
    const place = (toBs[i]! - toAs[i]!) / length + (dither === null ? 0 : moved(rows[i]!));
    if (place > middle) beyond += 1;
    line[at] = place;
  }
  const dip = dipOf(line.sort());
  const smaller = Math.max(1, Math.min(beyond, count - beyond)) / count;
  const separation = (2 * (dip - mostlyByChance / Math.sqrt(count))) / smaller;
  return { a, b, logP: dipLogP(dip, count), separation: Math.min(1, Math.max(0, separation)) };
};
