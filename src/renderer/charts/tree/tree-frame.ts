import { axisTicks } from './axis-ticks.ts';
import type { DrawnTree } from './drawn-tree.ts';

/** Pixels around and inside the picture; every layer shares them. */
export interface TreeFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where height 0 is. */
  readonly floor: number;
  /** The rows of facts. */
  readonly factsTop: number;
  readonly rowHeight: number;
  readonly rows: number;
  readonly leaves: number;
  /** Greatest value of the height axis. */
  readonly greatest: number;
  readonly ticks: readonly number[];
}

const bottom = 12;
/** Between the tree and the facts: marks of the selection, the branches' bars, and their names on two lines. */
const gap = 66;
const usualRow = 20;
/** Lower rows would leave no room for their names. */
const leastRow = 14;

/** `longest` is the number of letters of the longest name beside the facts. */
export const treeFrame = (
  drawn: DrawnTree,
  rows: number,
  longest: number,
  width: number,
  height: number,
): TreeFrame => {
  // The way back from a branch stands over the tree; its place is kept, so that nothing jumps.
  const top = 30;
  const narrow = width < 760;
  const inner = height - top - bottom;
  const rowHeight = rows === 0 ? usualRow : Math.max(leastRow, Math.min(usualRow, (inner * 0.32) / rows));
  const floor = Math.max(top + 90, height - bottom - rows * rowHeight - gap);
  const greatest = (drawn.height || 1) * 1.06;
  return {
    width,
    height,
    left: Math.max(84, Math.min(narrow ? 206 : 210, longest * 6.7 + 16)),
    right: narrow ? 112 : 122,
    top,
    floor,
    factsTop: floor + gap,
    rowHeight,
    rows,
    leaves: drawn.leaves.length,
    greatest,
    ticks: axisTicks(greatest, Math.max(2, Math.round((floor - top) / 56))),
  };
};

export const plotWidth = ({ width, left, right }: TreeFrame): number => Math.max(1, width - left - right);
/** Of so many leaf widths from the left. */
export const xOf = (frame: TreeFrame, widths: number): number =>
  frame.left + (widths * plotWidth(frame)) / frame.leaves;
export const widthsAt = (frame: TreeFrame, x: number): number => ((x - frame.left) * frame.leaves) / plotWidth(frame);
export const yOf = ({ top, floor, greatest }: TreeFrame, height: number): number =>
  top + (floor - top) * (1 - height / greatest);
export const heightAt = ({ top, floor, greatest }: TreeFrame, y: number): number =>
  Math.max(0, Math.min(greatest, (1 - (y - top) / (floor - top)) * greatest));
export const isInFacts = (frame: TreeFrame, x: number, y: number): boolean =>
  y >= frame.factsTop &&
  y < frame.factsTop + frame.rows * frame.rowHeight &&
  x >= frame.left &&
  x < frame.width - frame.right;
