import { arenaBytes, withArena } from '../kernels/arena.ts';
import { fours } from '../kernels/fours.ts';
import type { Machine } from '../kernels/machine.ts';
import { tournamentOf } from '../kernels/tournament.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { type Cells, commonCells } from './common-cells.ts';
import { type Silhouette, silhouetteOfSums } from './silhouette-of-sums.ts';

/** Rows of a block: those of two blocks of a dozen columns stay in a core's nearest cache. */
const mostBlockRows = 256;
/** Enough blocks for many threads to have a pair each. */
const leastBlocks = 16;
/** Labellings share their distances as long as their common cells have that many rows on average. */
const rowsPerCell = 12;

/** Where the rows stand: one cell after another, each from a multiple of four on, cut into blocks of equal length. */
const layOut = ({ cellOf, count }: Cells) => {
  const sizes = new Int32Array(count);
  for (const cell of cellOf) sizes[cell]! += 1;
  const starts = new Int32Array(count);
  let padded = 0;
  sizes.forEach((size, cell) => {
    starts[cell] = padded;
    padded += fours(size);
  });
  const blockRows = Math.min(mostBlockRows, Math.max(4, fours(padded / leastBlocks)));
  const { players: blocks } = tournamentOf(Math.ceil(padded / blockRows));
  const next = starts.slice();
  const placeOf = Int32Array.from(cellOf, (cell) => {
    next[cell]! += 1;
    return next[cell]! - 1;
  });
  const runs: number[] = [];
  const runsOf = new Int32Array(blocks + 1);
  let cell = 0;
  for (let block = 0; block < blocks; block += 1) {
    const end = (block + 1) * blockRows;
    for (; cell < count && starts[cell]! < end; cell += 1) {
      const stop = starts[cell]! + sizes[cell]!;
      runs.push(Math.max(starts[cell]!, block * blockRows), Math.min(stop, end), cell);
      if (stop > end) break;
    }
    runsOf[block + 1] = runs.length / 3;
  }
  return { blockRows, blocks, placeOf, runs, runsOf };
};

/** `silhouettesOf` for one group of labellings; null where the machine has not the memory. */
const measureGroup = (
  machine: Machine,
  { rows, columns, data }: Matrix,
  labellings: readonly Int32Array[],
  cells: Cells,
  progress: Progress,
): Silhouette[] | null => {
  const { blockRows, blocks, placeOf, runs, runsOf } = layOut(cells);
  const { ways, count, labelOf } = cells;
  const places = blocks * blockRows;
  const sizes = ways.map((way) => {
    const counts: number[] = [];
    for (const label of labellings[way]!) {
      while (counts.length <= label) counts.push(0);
      counts[label]! += 1;
    }
    return counts;
  });
  const sums = sizes.reduce((all, counts) => all + counts.length, 0);
  const bytes = arenaBytes(
    ...[places * columns * 8, runs.length * 4, runsOf.length * 4, count * ways.length * 4],
    ...[places * 8, places * 8, blocks * 32, sums * places * 8],
  );
  return withArena(machine, bytes, (arena) => {
    const points = arena.f64(places * columns);
    const runsPlaced = arena.i32(runs.length);
    const runsOfPlaced = arena.i32(runsOf.length);
    const partsPlaced = arena.i32(count * ways.length);
    const mask = arena.f64(places);
    const buffers = arena.f64(places);
    const scratch = arena.f64(blocks * 4);
    const sumsPlaced = arena.f64(sums * places);
    points.view.fill(0);
    for (let row = 0; row < rows; row += 1) {
      const place = placeOf[row]!;
      const inBlock = place % blockRows;
      let to = (place - inBlock) * columns + inBlock;
      for (let j = 0; j < columns; j += 1, to += blockRows) points.view[to] = data[j * rows + row]!;
    }
    runsPlaced.view.set(runs);
    runsOfPlaced.view.set(runsOf);
    sumsPlaced.view.fill(0);
    const bits = new BigInt64Array(mask.view.buffer, mask.view.byteOffset, places).fill(0n);
    for (const place of placeOf) bits[place] = -1n;
    const firstSum = sizes.map((_, i) => sizes.slice(0, i).reduce((all, counts) => all + counts.length, 0));
    labelOf.forEach((label, i) => {
      partsPlaced.view[i] = sumsPlaced.at + (firstSum[i % ways.length]! + label) * places * 8;
    });
    const kernel = [
      ...[points.at, columns, blockRows, runsPlaced.at, runsOfPlaced.at],
      ...[partsPlaced.at, ways.length, mask.at, buffers.at, scratch.at],
    ];
    const { rounds, pairsPerRound } = tournamentOf(blocks);
    machine.run('silhouettePiece', arena.memory, blocks, [blocks, -1, ...kernel], progress);
    for (let round = 0; round < rounds; round += 1) {
      machine.run('silhouettePiece', arena.memory, pairsPerRound, [blocks, round, ...kernel], progress);
      progress.report((round + 1) / rounds);
    }
    return ways.map((way, i) =>
      silhouetteOfSums({
        labels: labellings[way]!,
        sizes: sizes[i]!,
        sums: sumsPlaced.view.subarray(firstSum[i]! * places, (firstSum[i]! + sizes[i]!.length) * places),
        stride: places,
        placeOf,
      }),
    );
  });
};

/**
 * `silhouettesOf` on the machine's kernels and threads: tiles of two blocks of rows, whose distances serve the rows of
 * both. Labellings that keep many rows together share one computation. Null where the machine has not the memory.
 * O(rows² × columns) time for each group of labellings, O(rows × parts) memory.
 * @throws AppError `cancelled`
 */
export const silhouettesByTiles = (
  machine: Machine,
  matrix: Matrix,
  labellings: readonly Int32Array[],
  progress: Progress,
): Silhouette[] | null => {
  const groups = commonCells(labellings, rowsPerCell);
  const found: Silhouette[] = [];
  for (const [i, cells] of groups.entries()) {
    const share = part(progress, i / groups.length, (i + 1) / groups.length);
    const measured = measureGroup(machine, matrix, labellings, cells, share);
    if (measured === null) return null;
    cells.ways.forEach((way, at) => {
      found[way] = measured[at]!;
    });
  }
  return found;
};
