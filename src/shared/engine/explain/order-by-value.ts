import { type Progress, silent, throwIfCancelledAt } from '../progress.ts';

const bits = 16;
const buckets = 1 << bits;
const signBit = 0x8000_0000;

/**
 * Rows in the order of their values, those without one (NaN) left out, equal ones in the order of rows. Radix sort on the
 * bits of numbers, which order as the numbers do once those of negative ones are turned round. O(n).
 * @throws AppError `cancelled`
 */
export const orderByValue = (values: Float64Array, progress: Progress = silent): Uint32Array => {
  const double = new Float64Array(1);
  const halves = new Uint32Array(double.buffer);
  const upper = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  let order: Uint32Array = new Uint32Array(values.length);
  let known = 0;
  for (let row = 0; row < values.length; row += 1) {
    throwIfCancelledAt(row, progress);
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    // −0 is 0.
    double[0] = value + 0;
    const isBelow = halves[upper]! >= signBit;
    high[row] = isBelow ? ~halves[upper]! : halves[upper]! | signBit;
    low[row] = isBelow ? ~halves[1 - upper]! : halves[1 - upper]!;
    order[known] = row;
    known += 1;
  }
  order = order.subarray(0, known);
  let scratch: Uint32Array = new Uint32Array(known);
  const starts = new Uint32Array(buckets);
  for (const [word, shift] of [
    [low, 0],
    [low, bits],
    [high, 0],
    [high, bits],
  ] as const) {
    starts.fill(0);
    for (let i = 0; i < known; i += 1) {
      throwIfCancelledAt(i, progress);
      starts[(word[order[i]!]! >>> shift) & (buckets - 1)]! += 1;
    }
    // Whole numbers are alike in their lower bits.
    if (known > 0 && starts[(word[order[0]!]! >>> shift) & (buckets - 1)] === known) continue;
    let start = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const size = starts[bucket]!;
      starts[bucket] = start;
      start += size;
    }
    for (let i = 0; i < known; i += 1) {
      throwIfCancelledAt(i, progress);
      const row = order[i]!;
      const bucket = (word[row]! >>> shift) & (buckets - 1);
      scratch[starts[bucket]!] = row;
      starts[bucket]! += 1;
    }
    [order, scratch] = [scratch, order];
  }
  return order;
};
