import type { CrewJob } from '../kernels/machine.ts';
import { blockRows } from './mixture-block.ts';

/**
 * One piece of a pass over the rows: responsibilities under the models, or from labels, and the sums that the next models
 * are made of; or the responsibilities themselves. The first of the sums is the log-likelihood.
 * Numbers: pointer to the points (column-major), rows, columns, components, 1 for triangular factors, kind of products,
 * pointer to the models, numbers a model, pointer to labels or 0, pointer to responsibilities (column-major) or 0, pointer
 * to the scratch, numbers of it a piece, pointer to the sums, numbers of them a piece, numbers of them a component, rows a
 * piece.
 */
export const mixturePiece: CrewJob = (index, { memory, numbers, kernels, cancelled }) => {
  const [points, rows, columns, components, triangular, products, models, stride] = numbers as unknown as number[];
  const [labels, shares, scratches, scratchSize, sums, sumsSize, sumStride, pieceRows] = numbers.subarray(
    8,
  ) as unknown as number[];
  const f64 = new Float64Array(memory.buffer);
  const i32 = new Int32Array(memory.buffer);
  const { loadBlock, expectBlock, gatherBlock } = kernels('mixture');
  const scratch = scratches! + index * scratchSize! * 8;
  const sum = sums! / 8 + index * sumsSize!;
  const own = scratch / 8 + 3 * columns! * blockRows;
  const out = scratch + (3 * columns! + components!) * blockRows * 8;
  f64.fill(0, sum, sum + sumsSize!);
  const end = Math.min(rows!, (index + 1) * pieceRows!);
  for (let from = index * pieceRows!; from < end; from += blockRows) {
    if (cancelled()) return;
    const count = Math.min(blockRows, end - from);
    loadBlock!(points!, rows!, columns!, from, count, scratch);
    if (labels! > 0) {
      f64.fill(0, own, own + components! * blockRows);
      for (let i = 0; i < count; i += 1) f64[own + i32[labels! / 4 + from + i]! * blockRows + i] = 1;
    } else {
      expectBlock!(columns!, components!, triangular!, models!, stride!, count, scratch, out);
      f64[sum]! += f64[out / 8]! + Math.log(f64[out / 8 + 1]!);
    }
    if (shares! > 0)
      for (let c = 0; c < components!; c += 1) {
        const block = own + c * blockRows;
        f64.copyWithin(shares! / 8 + c * rows! + from, block, block + count);
      }
    else gatherBlock!(columns!, components!, products!, models!, stride!, scratch, (sum + 1) * 8, sumStride!);
  }
};
