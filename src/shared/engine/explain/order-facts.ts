import { medianOfSorted, pick, rankIn } from './summarise.ts';

/** What is known of the customers' orders, a value a customer; null where the data does not say. */
export interface OrderColumns {
  readonly days: Float64Array | null;
  readonly orders: Float64Array | null;
  readonly spent: Float64Array | null;
}

/** What is typical of a segment, and where that stands among all customers: 0 is the least, 1 the most. */
export interface OrderFacts {
  readonly size: number;
  /** Median days since the last order. */
  readonly days: number | null;
  readonly quiet: number | null;
  /** How many times as long it has been quiet as customers with at least as many orders typically are. */
  readonly overdue: number | null;
  readonly orders: number | null;
  readonly often: number | null;
  /** Share of its customers with exactly one order. */
  readonly once: number | null;
  readonly spent: number | null;
  readonly rich: number | null;
  /** Where the typical money per order stands. */
  readonly basket: number | null;
  /** Mean money per customer: what one more of them is worth. */
  readonly worth: number | null;
}

/** What segments are held against. */
export interface Shop {
  readonly days: number | null;
  readonly orders: number | null;
  readonly spent: number | null;
  /** Mean money per customer. */
  readonly worth: number | null;
  /** The longest that any customer has been quiet: about as long as the file reaches back. */
  readonly span: number | null;
  /** The longest that a segment is typically quiet. */
  readonly longest: number | null;
  /** The most that a customer of a segment of recent, frequent ones is worth, and their most typical orders. */
  readonly topWorth: number | null;
  readonly topOrders: number | null;
}

const sortedOf = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value)).sort();

/** A column with what is needed to place values in it. */
const placed = (values: Float64Array | null) => {
  if (values === null) return null;
  const sorted = sortedOf(values);
  if (sorted.length === 0) return null;
  const typical = (rows: Int32Array) => medianOfSorted(sortedOf(pick(values, rows)));
  return {
    values,
    typical,
    all: medianOfSorted(sorted)!,
    greatest: sorted[sorted.length - 1]!,
    mean: sorted.reduce((sum, value) => sum + value / sorted.length, 0),
    rank: (value: number | null) => (value === null ? null : rankIn(sorted, value)),
  };
};

/** Enough customers to say how long those with as many orders are quiet. */
const enough = 20_000;

const quietOfPeers = (days: Float64Array, orders: Float64Array, least: number): number | null => {
  const stride = Math.max(1, Math.floor(days.length / enough));
  const peers: number[] = [];
  for (let row = 0; row < days.length; row += stride) if (orders[row]! >= least) peers.push(days[row]!);
  return medianOfSorted(sortedOf(Float64Array.from(peers)));
};

const shareOf = (values: Float64Array, rows: Int32Array, is: (value: number) => boolean): number =>
  rows.length === 0 ? 0 : rows.reduce((count, row) => count + (is(values[row]!) ? 1 : 0), 0) / rows.length;

const sumOf = (values: Float64Array, rows: Int32Array): number =>
  rows.reduce((sum, row) => sum + (Number.isNaN(values[row]!) ? 0 : values[row]!), 0);

const greatest = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (most, value) => (value !== null && (most === null || value > most) ? value : most),
    null,
  );

/** Recent and frequent as a whole shop goes, where those are known. */
export const isActive = ({ quiet, often }: Pick<OrderFacts, 'quiet' | 'often'>): boolean =>
  (quiet === null || quiet <= 0.55) && (often === null || often >= 0.5);

/**
 * Days between two orders of somebody with that many, were they spread over the whole file; null where unknown. Most
 * people came later than the file's first day, so it is the most that can lie between.
 */
export const gapOf = ({ orders }: Pick<OrderFacts, 'orders'>, { span }: Pick<Shop, 'span'>): number | null =>
  orders === null || span === null ? null : span / Math.max(1, orders);

/** Nobody is gone within a month. */
const goneFromDays = 30;
/** Somebody quiet for half a year and half the file is gone, even where most customers are. */
const halfYear = 183;

/** Quiet for longer than most, or for half of all there is. */
export const isGone = ({ quiet, days }: Pick<OrderFacts, 'quiet' | 'days'>, { span }: Pick<Shop, 'span'>): boolean =>
  quiet !== null && days! >= goneFromDays && (quiet >= 0.65 || (days! >= halfYear && days! >= 0.5 * span!));

/** What orders say about each segment. O(rows log rows) for each column and segment. */
export const orderFacts = (
  columns: OrderColumns,
  members: readonly Int32Array[],
): { facts: OrderFacts[]; shop: Shop } => {
  const days = placed(columns.days);
  const orders = placed(columns.orders);
  const spent = placed(columns.spent);
  const basket =
    orders === null || spent === null
      ? null
      : placed(spent.values.map((value, row) => (orders.values[row]! > 0 ? value / orders.values[row]! : Number.NaN)));
  const facts = members.map((rows): OrderFacts => {
    const typicalDays = days?.typical(rows) ?? null;
    const typicalOrders = orders?.typical(rows) ?? null;
    const typicalSpent = spent?.typical(rows) ?? null;
    const peers =
      days === null || orders === null || typicalOrders === null
        ? (days?.all ?? null)
        : quietOfPeers(days.values, orders.values, typicalOrders);
    return {
      size: rows.length,
      days: typicalDays,
      quiet: days?.rank(typicalDays) ?? null,
      overdue: typicalDays === null || peers === null ? null : typicalDays / Math.max(peers, 1),
      orders: typicalOrders,
      often: orders?.rank(typicalOrders) ?? null,
      once: orders === null ? null : shareOf(orders.values, rows, (value) => value === 1),
      spent: typicalSpent,
      rich: spent?.rank(typicalSpent) ?? null,
      basket: basket?.rank(basket.typical(rows)) ?? null,
      worth: spent === null || rows.length === 0 ? null : sumOf(spent.values, rows) / rows.length,
    };
  });
  const active = facts.filter(({ size, ...one }) => size > 0 && isActive(one));
  return {
    facts,
    shop: {
      days: days?.all ?? null,
      orders: orders?.all ?? null,
      spent: spent?.all ?? null,
      worth: spent?.mean ?? null,
      span: days?.greatest ?? null,
      longest: greatest(facts.map((one) => one.days)),
      topWorth: greatest(active.map(({ worth }) => worth)),
      topOrders: greatest(active.map((one) => one.orders)),
    },
  };
};
