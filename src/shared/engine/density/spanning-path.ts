import { arenaBytes } from '../kernels/arena.ts';
import { withMachine } from '../kernels/plain-machine.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { orderByPlace } from '../neighbours/order-by-place.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { corePiece } from './core-piece.ts';
import { blockRows, plainDensity } from './density-block.ts';
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
/** Squared distances and boxes looked at between two looks at the cancel flag: some milliseconds. */
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
  const { rows, columns } = matrix;
  const blocks = Math.ceil(rows / blockRows);
  // Two boxes are looked at together.
  const boxes = blocks + (blocks % 2);
  const places = boxes * blockRows;
  const k = Math.min(minSamples, rows) - 1;
  const pieces = Math.min(mostPieces, blocks);
  const scratchSize = boxes + blockRows + blockRows * Math.max(1, k);
  const f64s = [places * columns, boxes * columns, boxes * columns, places, places, boxes, boxes, rows];
  const partNumbers = mostParts * (blockRows + outNumbers);
  const bytes = arenaBytes(
    ...[...f64s, pieces * scratchSize, partNumbers].map((size) => size * 8),
    places * 4,
    rows * 4,
  );
  const order = orderByPlace(matrix, blockRows, progress);
  throwIfCancelled(progress);
  return withMachine(bytes, { corePiece, relaxPiece }, plainDensity, (machine, arena) => {
    const points = arena.f64(places * columns);
    const low = arena.f64(boxes * columns);
    const high = arena.f64(boxes * columns);
    const cores = arena.f64(places);
    const keys = arena.f64(places);
    const leasts = arena.f64(boxes);
    const mosts = arena.f64(boxes);
    const distances = arena.f64(mostParts * blockRows);
    const outs = arena.f64(mostParts * outNumbers);
    const outRows = { view: new Int32Array(outs.view.buffer, outs.at, mostParts * outNumbers * 2) };
    const weights = arena.f64(rows);
    const scratch = arena.f64(pieces * scratchSize);
    const rowOf = arena.i32(places);
    const path = arena.i32(rows);

    points.view.fill(Number.POSITIVE_INFINITY);
    low.view.fill(Number.POSITIVE_INFINITY);
    high.view.fill(Number.NEGATIVE_INFINITY);
    for (let j = 0; j < columns; j += 1) {
      const column = columnOf(matrix, j);
      for (let place = 0; place < rows; place += 1) {
        const value = column[order[place]!]!;
        const block = place >> 5;
        points.view[(block * columns + j) * blockRows + (place & 31)] = value;
        const box = j * boxes + block;
        if (value < low.view[box]!) low.view[box] = value;
        if (value > high.view[box]!) high.view[box] = value;
      }
      throwIfCancelled(progress);
    }
    rowOf.view.set(order);
    cores.view.fill(Number.POSITIVE_INFINITY);
    if (k > 0) {
      const numbers = [
        points.at,
        low.at,
        high.at,
        rows,
        columns,
        boxes,
        k,
        scratch.at,
        scratchSize * 8,
        cores.at,
        pieces,
      ];
      machine.run('corePiece', arena.memory, pieces, numbers, progress);
    } else cores.view.fill(0, 0, rows);
    const coreDistances = new Float64Array(rows);
    for (let place = 0; place < rows; place += 1) coreDistances[order[place]!] = Math.sqrt(cores.view[place]!);
    progress.report(0.4);

    keys.view.fill(Number.POSITIVE_INFINITY);
    leasts.view.fill(Number.POSITIVE_INFINITY);
    mosts.view.fill(Number.POSITIVE_INFINITY);
    if (boxes > blocks) mosts.view[blocks] = Number.NEGATIVE_INFINITY;
    path.view[0] = order.indexOf(0);
    weights.view[0] = 0;
    const { primSteps } = machine.kernels('density', arena.memory);
    const tree = [points.at, low.at, high.at, columns, boxes, cores.at, keys.at, leasts.at, mosts.at, rowOf.at];
    const stepsPerCall = Math.max(1, Math.floor(workPerCall / (rows * columns)));
    const pieceBlocks = 2 * Math.ceil(boxes / 2 / mostParts);
    const parts = Math.ceil(boxes / pieceBlocks);
    /** One step with the whole crew; gives how many blocks were looked at. */
    const stepTogether = (step: number): number => {
      const place = path.view[step - 1]!;
      const core = cores.view[place]!;
      cores.view[place] = Number.POSITIVE_INFINITY;
      keys.view[place] = Number.POSITIVE_INFINITY;
      const numbers = [...tree, place, core, pieceBlocks, distances.at, outs.at];
      machine.run('relaxPiece', arena.memory, parts, numbers, progress);
      let looked = 0;
      let best = 0;
      for (let part = 0; part < parts; part += 1) {
        const [one, other] = [part * outNumbers, best * outNumbers];
        const apart = outs.view[one]! - outs.view[other]!;
        const isLower = outRows.view[2 * one + 2]! < outRows.view[2 * other + 2]!;
        if (apart < 0 || (outs.view[one] === outs.view[other] && isLower)) best = part;
        looked += outRows.view[2 * one + 4]!;
      }
      path.view[step] = outRows.view[2 * best * outNumbers + 3]!;
      weights.view[step] = outs.view[best * outNumbers]!;
      return looked;
    };
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
