import { type CustomerGroup, customerGroups } from '../../model/prediction.ts';

/** From this chance on a customer counts as one who stays, below the other as one who has left. */
const [staysFrom, goneBelow] = [0.7, 0.3];

/** Where a customer stands among `customerGroups`, by the chance to be still one; a single order says too little of that. */
export const customerGroupOf = (repeatOrders: number, alive: number): CustomerGroup => {
  if (repeatOrders === 0) return 'once';
  return alive >= staysFrom ? 'staying' : alive < goneBelow ? 'gone' : 'slipping';
};

/** By customer, its place among `customerGroups`. O(n). */
export const groupCustomers = (repeatOrders: Float64Array, alive: Float64Array): Int32Array =>
  Int32Array.from(repeatOrders, (x, i) => customerGroups.indexOf(customerGroupOf(x, alive[i]!)));

/** Of all customers, from the most valuable down. */
export const valueBands = [0.01, 0.05, 0.2, 0.5, 1] as const;

/** By customer, in which of `valueBands` it is. Ties go by row. O(n log n). */
export const bandCustomers = (value: Float64Array): Int32Array => {
  const n = value.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => value[b]! - value[a]! || a - b);
  const bands = new Int32Array(n);
  order.forEach((row, rank) => {
    bands[row] = valueBands.findIndex((upTo) => rank < Math.max(1, Math.round(upTo * n)));
  });
  return bands;
};
