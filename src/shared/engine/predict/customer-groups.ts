import { type CustomerGroup, customerGroups } from '../../model/prediction.ts';
import type { History } from './buying-model.ts';

/** From this chance on to be still one a customer counts as one who stays, below the other as one who has left. */
const [staysFrom, goneBelow] = [0.7, 0.3];
/** As long a silence as one in five would show who is still a customer. */
const rareSilence = 0.2;

/**
 * The chance that a customer who has not left would be silent for so long after the last order: (α + t_x)^(r + x) /
 * (α + T)^(r + x), from the rate of orders as it was known then. In shops where the models find that hardly anybody ever
 * leaves for good, it still tells who is late.
 * @param parameters of any of the models: r and α come first in all of them
 */
export const silenceChance = (parameters: Float64Array, { frequency, recency, observed }: History): number => {
  const [r, alpha] = parameters as unknown as [number, number];
  return ((alpha + recency) / (alpha + observed)) ** (r + frequency);
};

/** What tells where customers stand, a number each. */
export interface Standing {
  readonly repeatOrders: Float64Array;
  readonly alive: Float64Array;
  readonly silence: Float64Array;
}

/** Where a customer stands among `customerGroups`; a single order says too little of that. */
const customerGroupOf = (repeatOrders: number, alive: number, silence: number): CustomerGroup => {
  if (repeatOrders === 0) return 'once';
  if (alive < goneBelow) return 'gone';
  return alive >= staysFrom && silence >= rareSilence ? 'staying' : 'slipping';
};

/** By customer, its place among `customerGroups`. O(n). */
export const groupCustomers = ({ repeatOrders, alive, silence }: Standing): Int32Array =>
  Int32Array.from(repeatOrders, (x, i) => customerGroups.indexOf(customerGroupOf(x, alive[i]!, silence[i]!)));

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
