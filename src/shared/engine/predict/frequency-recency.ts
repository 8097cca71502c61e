import type { BuyingModel } from './buying-model.ts';
import type { DatedHistories } from './order-days.ts';

/** The chance to be still a customer, by orders and by when the last one was: of one who came as long ago as possible. */
export interface FrequencyRecency {
  /** Days that all of them are seen. */
  readonly observed: number;
  readonly repeatOrders: readonly number[];
  /** Days since the last order. */
  readonly daysSince: readonly number[];
  /** By repeat orders, then by days since the last. */
  readonly alive: readonly (readonly number[])[];
}

const steps = 12;
/** Repeat orders that all but one of a hundred repeat buyers do not exceed stand there, and no more than these. */
const mostRows = 16;

/** O(cells). */
export const frequencyRecency = (
  model: BuyingModel,
  parameters: Float64Array,
  { frequency, observed }: Pick<DatedHistories, 'frequency' | 'observed'>,
): FrequencyRecency => {
  const longest = observed.reduce((most, time) => Math.max(most, time), 1);
  const repeat = frequency.filter((x) => x > 0).sort();
  const most = Math.max(1, Math.min(mostRows, repeat[Math.floor(0.99 * (repeat.length - 1))] ?? 1));
  const repeatOrders = Array.from({ length: most }, (_, i) => i + 1);
  const daysSince = Array.from({ length: steps }, (_, i) => Math.round((i * longest) / steps));
  return {
    observed: longest,
    repeatOrders,
    daysSince,
    alive: repeatOrders.map((x) =>
      daysSince.map((days) => model.alive(parameters, { frequency: x, recency: longest - days, observed: longest })),
    ),
  };
};
