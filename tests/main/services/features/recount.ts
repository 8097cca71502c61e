/** One counted line as a test reads it out of the file by itself. */
export interface PlainLine {
  readonly customer: string;
  readonly order: string;
  /** `yyyy-MM-dd HH:mm:ss` or a day. */
  readonly at: string;
  readonly money: number;
  readonly quantity?: number;
  readonly price?: number;
  readonly product?: string;
  readonly kind?: string;
}

const dayOf = (at: string): number => Math.round(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 864e5);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const { length } = sorted;
  return length % 2 === 1 ? sorted[(length - 1) / 2]! : (sorted[length / 2 - 1]! + sorted[length / 2]!) / 2;
};
const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** The features of order lines counted plainly, customer by customer, from the definitions alone. */
export const recount = (lines: readonly PlainLine[], asOf: string): Map<string, Record<string, number>> => {
  const end = dayOf(asOf);
  const counted = lines.filter(({ at }) => dayOf(at) <= end);
  const usual = new Map(
    [...groupBy(counted, ({ product }) => product ?? '')].map(([product, own]) => [
      product,
      median(own.map(({ price }) => price ?? 0)),
    ]),
  );
  const result = new Map<string, Record<string, number>>();
  for (const [customer, own] of groupBy(counted, (line) => line.customer)) {
    const days = own.map(({ at }) => dayOf(at));
    const orders = [...groupBy(own, ({ order }) => order).values()].map((of) => ({
      day: Math.min(...of.map(({ at }) => dayOf(at))),
      money: sum(of.map(({ money }) => money)),
      lines: of,
    }));
    const total = sum(own.map(({ money }) => money));
    const orderDays = [...new Set(orders.map(({ day }) => day))].sort((a, b) => a - b);
    const gaps = orderDays.slice(1).map((day, i) => day - orderDays[i]!);
    const meanGap = gaps.length > 0 ? sum(gaps) / gaps.length : Number.NaN;
    const first = Math.min(...days);
    const half = (first + end) / 2;
    const recent = sum(orders.filter(({ day }) => day > half).map(({ money }) => money));
    const weekdays = orders.map(({ day }) => new Date(day * 864e5).getUTCDay());
    const quarters = [0, 1, 2, 3].map(
      (quarter) => orders.filter(({ day }) => Math.floor(new Date(day * 864e5).getUTCMonth() / 3) === quarter).length,
    );
    const kinds = [...groupBy(own, ({ kind }) => kind ?? '').values()];
    result.set(customer, {
      daysSinceLastOrder: end - Math.max(...days),
      daysSinceFirstOrder: end - first,
      orders: orders.length,
      totalSpent: total,
      meanOrderValue: total / orders.length,
      medianOrderValue: median(orders.map(({ money }) => money)),
      spentShareLast90: sum(own.filter(({ at }) => dayOf(at) > end - 90).map(({ money }) => money)) / total,
      linesPerOrder: own.length / orders.length,
      itemsPerOrder: sum(own.map(({ quantity }) => quantity ?? 0)) / orders.length,
      distinctProducts: new Set(own.map(({ product }) => product)).size,
      daysBetweenOrders: meanGap,
      orderIrregularity:
        gaps.length > 1
          ? Math.sqrt(sum(gaps.map((gap) => (gap - meanGap) ** 2)) / (gaps.length - 1)) / meanGap
          : Number.NaN,
      spendTrend: orders.length > 1 && end > first ? (recent - (total - recent)) / total : Number.NaN,
      belowUsualPrice:
        own.filter(({ price, product }) => (price ?? 0) <= 0.99 * usual.get(product ?? '')!).length / own.length,
      weekendShare: weekdays.filter((day) => day === 0 || day === 6).length / orders.length,
      'quarterShare=4': quarters[3]! / orders.length,
      strongestQuarter: quarters.indexOf(Math.max(...quarters)) + 1,
      distinctKinds: kinds.length,
      evennessOfKinds:
        kinds.length === 1
          ? 0
          : -sum(kinds.map((of) => (of.length / own.length) * Math.log(of.length / own.length))) /
            Math.log(kinds.length),
    });
  }
  return result;
};
