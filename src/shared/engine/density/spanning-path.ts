import { arenaBytes } from '../kernels/arena.ts';
import { withMachine } from '../kernels/plain-machine.ts';
import type { Matrix } from '../matrix.ts';
import { orderByPlace } from '../neighbours/order-by-place.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { corePiece } from './core-piece.ts';
import { blockRows, plainDensity } from './density-block.ts';
import { layOut, layoutBytes, shapeOf } from './density-layout.ts';
import { relaxOutBytes, relaxPiece } from './relax-piece.ts';

export interface SpanningPath {
  /** A row's distance to its `minSamples − 1`-th nearest other row. */
  readonly coreDistances: Float64Array;
  /** The rows as Prim's algorithm takes them, from row 0 on. */
  readonly path: Int32Array;
  /** `weights[i]` = the mutual reachability at which `path[i]` joined those before it; 0 for the first. */
  readonly weights: Float64Array;
}

const mostPieces = 64;
/** Squared differences looked at between two looks at the cancel flag: some milliseconds. */
const workPerCall = 3_000_000;
/** Parts of a step that several threads share. */
const mostParts = 8;
/** Blocks × columns that a step must look at for several threads to be worth their meeting. */
const leastTogether = 8000;
const outNumbers = relaxOutBytes / 8;

/**
 * Core distances and the minimum spanning tree of mutual reachability, max(core, core, distance), by Prim's algorithm
 * (1957) in the order it takes the rows: cut where the weight is above a height, the path falls into the tree's parts at
 * that height. Exact; of equally near rows the lowest joins first. O(rows² × columns) time at worst, bounding boxes over
 * a k-d order pass most of it over; O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const spanningPath = (matrix: Matrix, minSamples: number, progress: Progress): SpanningPath => {
  const shape = shapeOf(matrix);
  const { rows, columns, blocks, groups, places } = shape;
  const k = Math.min(minSamples, rows) - 1;
  const pieces = Math.min(mostPieces, Math.ceil(rows / blockRows));
  const scratchSize = blocks + blockRows + blockRows * Math.max(1, k);
  const f64s = [rows, pieces * scratchSize, mostParts * blockRows, mostParts * outNumbers];
  const bytes = layoutBytes(shape) + arenaBytes(...f64s.map((count) => count * 8), rows * 4);
  const order = orderByPlace(matrix, blockRows, progress);
  return withMachine(bytes, { corePiece, relaxPiece }, plainDensity, (machine, arena) => {
    const { points, boxes, state, screen, perUnit, rowOf } = layOut(arena, matrix, shape, order, progress);
    const cores = state.view.subarray(0, places);
    const keys = state.view.subarray(places, 2 * places);
    if (k > 0) {
      const scratch = arena.f64(pieces * scratchSize);
      const high = boxes.at + columns * blocks * 8;
      const numbers = [
        points.at,
        boxes.at,
        high,
        rows,
        columns,
        blocks,
        k,
        scratch.at,
        scratchSize * 8,
        state.at,
        pieces,
      ];
      machine.run('corePiece', arena.memory, pieces, numbers, progress);
    } else cores.fill(0, 0, rows);
    const coreDistances = new Float64Array(rows);
    for (let place = 0; place < rows; place += 1) coreDistances[order[place]!] = Math.sqrt(cores[place]!);
    progress.report(0.4);

    const weights = arena.f64(rows);
    const path = arena.i32(rows);
    const distances = arena.f64(mostParts * blockRows);
    const outs = arena.f64(mostParts * outNumbers);
    const outRows = new Int32Array(arena.memory.buffer, outs.at, mostParts * outNumbers * 2);
    path.view[0] = order.indexOf(0);
    weights.view[0] = 0;
    const { primSteps } = machine.kernels('spanning', arena.memory);
    const tree = [points.at, boxes.at, columns, blocks, state.at, screen.at, perUnit, rowOf.at];
    const pieceGroups = 2 * Math.ceil(groups / 2 / mostParts);
    const parts = Math.ceil(groups / pieceGroups);
    /** One step with the whole crew; gives how many blocks were looked at. */
    const stepTogether = (step: number): number => {
      const place = path.view[step - 1]!;
      const core = cores[place]!;
      cores[place] = Number.POSITIVE_INFINITY;
      keys[place] = Number.POSITIVE_INFINITY;
      const numbers = [...tree, place, core, groups, pieceGroups, distances.at, outs.at];
      machine.run('relaxPiece', arena.memory, parts, numbers, progress);
      let looked = 0;
      let best = 0;
      for (let part = 0; part < parts; part += 1) {
        const [one, other] = [part * outNumbers, best * outNumbers];
        const apart = outs.view[one]! - outs.view[other]!;
        const isLower = outRows[2 * one + 2]! < outRows[2 * other + 2]!;
        if (apart < 0 || (outs.view[one] === outs.view[other] && isLower)) best = part;
        looked += outRows[2 * one + 4]!;
      }
      path.view[step] = outRows[2 * best * outNumbers + 3]!;
      weights.view[step] = outs.view[best * outNumbers]!;
      return looked;
    };
    const stepsPerCall = Math.max(1, Math.floor(workPerCall / (rows * columns)));
    let isTogether = false;
    for (let step = 1; step < rows; ) {
      throwIfCancelled(progress);
      const end = Math.min(rows, step + stepsPerCall);
      let looked = 0;
      if (isTogether) for (let one = step; one < end; one += 1) looked += stepTogether(one);
      else looked = primSteps!(...tree, distances.at, outs.at, path.at, weights.at, step, end);
      isTogether = machine.threads > 1 && looked * columns > leastTogether * (end - step);
      step = end;
      progress.report(0.4 + (0.6 * step) / rows);
    }
    progress.report(1);
    return {
      coreDistances,
      path: Int32Array.from(path.view, (place) => order[place]!),
      weights: Float64Array.from(weights.view, Math.sqrt),
    };
  });
};
