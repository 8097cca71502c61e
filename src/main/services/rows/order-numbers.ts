import { radixSort } from './radix-sort.ts';

const double = new Float64Array(1);
const [lower, upper] = [0, 1];
const halves = new Uint32Array(double.buffer);
const signBit = 0x80000000;
/** Elements between two moments at which others may go on. */
const breath = 1 << 16;

/**
 * Places of a column in the order of its numbers; NaN last both ways, equal ones in the order in which they stand.
 * O(n); yields now and then.
 */
export function* orderNumbers(column: Float64Array, descending: boolean): Generator<void, Uint32Array> {
  const count = column.length;
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  const order = new Uint32Array(count);
  let known = 0;
  for (let place = 0; place < count; place += 1) {
    // −0 is 0.
    const value = column[place]! + 0;
    if (!Number.isNaN(value)) {
      // The bits of numbers order as the numbers do, once those of negative ones are turned round.
      double[0] = value;
      const isBelow = halves[upper]! >= signBit;
      const turns = isBelow !== descending;
      high[place] = turns
        ? ~(isBelow ? halves[upper]! : halves[upper]! | signBit)
        : isBelow
          ? halves[upper]!
          : halves[upper]! | signBit;
      low[place] = turns ? ~halves[lower]! : halves[lower]!;
      order[known] = place;
      known += 1;
    }
    if (place % breath === breath - 1) yield;
  }
  yield* radixSort(order.subarray(0, known), [low, high]);
  if (known < count)
    for (let place = 0, next = known; place < count; place += 1)
      if (Number.isNaN(column[place]!)) order[next++] = place;
  return order;
}
