/** A column of words as numbers: `codes` by line (−1 = nothing there), `names` by code, in order of first appearance. */
export interface Levels {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** Lines end to end by customer, within a customer by order, within an order as they came. */
export interface CustomerLines {
  /** Customer `c` has the lines from `offsets[c]` up to `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  readonly order: Int32Array;
  /** Days since 1970. */
  readonly day: Int32Array;
  /** Money in millionths, so that sums of cents are exact and do not depend on their order. */
  readonly micros: Float64Array;
  /** Further columns of numbers by name, NaN = missing. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Further columns of words by name. */
  readonly levels: ReadonlyMap<string, Levels>;
}

/** Orders end to end by customer. */
export interface CustomerOrders {
  /** Customer `c` has the orders from `offsets[c]` up to `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  /** Order `o` has the lines from `lines[o]` up to `lines[o + 1]`. */
  readonly lines: Int32Array;
  /** The first day of each order. */
  readonly day: Int32Array;
  readonly micros: Float64Array;
}

/** The orders that lines make up. O(lines). */
export const ordersOf = ({ offsets, order, day, micros }: CustomerLines): CustomerOrders => {
  const customers = offsets.length - 1;
  const firsts = new Int32Array(order.length + 1);
  const orderOffsets = new Int32Array(customers + 1);
  let count = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const from = offsets[customer]!;
    const to = offsets[customer + 1]!;
    for (let line = from; line < to; line += 1) {
      if (line === from || order[line] !== order[line - 1]) {
        firsts[count] = line;
        count += 1;
      }
    }
    orderOffsets[customer + 1] = count;
  }
  firsts[count] = order.length;
  const days = new Int32Array(count);
  const sums = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    let first = day[firsts[at]!]!;
    let sum = 0;
    for (let line = firsts[at]!; line < firsts[at + 1]!; line += 1) {
      if (day[line]! < first) first = day[line]!;
      sum += micros[line]!;
    }
    days[at] = first;
    sums[at] = sum;
  }
  return { offsets: orderOffsets, lines: firsts.slice(0, count + 1), day: days, micros: sums };
};
