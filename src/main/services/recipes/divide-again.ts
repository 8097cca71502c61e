import type { Matrix } from '../../../shared/engine/matrix.ts';
import type { KeptSegments } from '../kept-segments.ts';
import { pickRows } from '../pick-rows.ts';
import type { JobContext } from '../services.ts';
import { assignNearest } from './assign-nearest.ts';
import type { FormerDivision } from './former-centers.ts';

/** The nearest of those centers that may be taken, by their own numbers. */
const nearestAllowed = async (
  matrix: Matrix,
  centers: Matrix,
  isAllowed: (center: number) => boolean,
  job: Pick<JobContext, 'signal'>,
): Promise<Int32Array> => {
  const allowed = Int32Array.from(Array(centers.rows).keys()).filter(isAllowed);
  if (allowed.length === centers.rows) return assignNearest(matrix, centers, job);
  const found = await assignNearest(matrix, pickRows(centers, allowed), job);
  return found.map((center) => allowed[center]!);
};

/** Which labels lead to somebody who is free to go there, before each edit and after the last; the first ones first. */
const freeLabels = (
  { centers, edits, k }: FormerDivision,
  kept: KeptSegments | null,
): readonly ((label: number) => boolean)[] => {
  const frozen = new Set(kept?.segments.map(({ label }) => label));
  let free = Array.from(Array(k).keys(), (label) => !frozen.has(label));
  const all = [free];
  for (const { relabel, split } of [...edits].reverse()) {
    const after = free;
    free = relabel.map((label, before) =>
      split?.label === before ? split.parts.some((part) => after[part]) : after[label]!,
    );
    all.unshift(free);
  }
  // Without an edit the centers are those of the labels themselves.
  if (edits.length === 0) all[0] = Array.from(Array(centers.rows).keys(), (label) => free[label] ?? false);
  return all.map((one) => (label: number) => one[label] ?? false);
};

/**
 * The label of every customer in an earlier division: the nearest middle, then through what people changed. Customers of
 * frozen segments stay there, and nobody else comes to them. O(rows × centers × columns).
 * @throws AppError `cancelled`
 */
export const divideAgain = async (
  matrix: Matrix,
  division: FormerDivision,
  kept: KeptSegments | null,
  job: Pick<JobContext, 'signal'>,
): Promise<Int32Array> => {
  const isFree = freeLabels(division, kept);
  const rows = kept === null ? null : kept.rest;
  const others = rows === null ? matrix : pickRows(matrix, rows);
  let labels = await nearestAllowed(others, division.centers, isFree[0]!, job);
  for (const [at, { relabel, split }] of division.edits.entries()) {
    const before = labels;
    labels = before.map((label) => relabel[label]!);
    if (split === null) continue;
    const members = Int32Array.from(before.keys()).filter((row) => before[row] === split.label);
    const isPartFree = (part: number) => isFree[at + 1]!(split.parts[part]!);
    const found = await nearestAllowed(pickRows(others, members), split.centers, isPartFree, job);
    members.forEach((row, i) => {
      labels[row] = split.parts[found[i]!]!;
    });
  }
  if (kept === null || rows === null) return labels;
  const all = kept.placeOf.map((place) => (place < 0 ? -1 : kept.segments[place]!.label));
  rows.forEach((row, i) => {
    all[row] = labels[i]!;
  });
  return all;
};
