import { middleOf } from '../../../shared/engine/prepare/quantile.ts';
import { message } from '../../../shared/model/message.ts';
import { fromMicros } from '../aggregate-orders.ts';
import { columnWithRole, hasMoney } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

/** Days back from the day everything is as of, for which the share of the money is told. */
const windows = [30, 90, 180, 365];

/** Money of a customer in millionths: exact, whatever the order of the lines. */
const spentBy = ({ lines }: FeatureData, row: number): number => {
  let sum = 0;
  for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) sum += lines.micros[i]!;
  return sum;
};

const shareLast =
  (days: number) =>
  (data: FeatureData): Promise<Float64Array> =>
    data.each((row) => {
      const { lines, asOf } = data;
      let recent = 0;
      for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1)
        if (lines.day[i]! > asOf! - days) recent += lines.micros[i]!;
      const all = spentBy(data, row);
      return all > 0 ? recent / all : Number.NaN;
    });

/** How much: total, a typical order, how much of it lately. */
export const moneyFeatures = ({ at, asOf }: Setting): FeatureDefinition[] => {
  if (!hasMoney(at.orders)) return [];
  const amount = columnWithRole(at.orders, 'amount')?.name ?? null;
  const price = columnWithRole(at.orders, 'price')?.name ?? null;
  const quantity = columnWithRole(at.orders, 'quantity')?.name ?? null;
  const columns = amount ?? (quantity === null ? price : `${quantity} × ${price}`);
  return [
    oneColumn(
      {
        ...spoken('money', 'totalSpent', 'money'),
        lineage:
          amount === null
            ? message('feature.totalSpent.fromPrice', { price, quantity })
            : message('feature.totalSpent.from', { column: amount }),
      },
      ['lines'],
      (data) => data.each((row) => fromMicros(spentBy(data, row))),
    ),
    oneColumn(spoken('money', 'meanOrderValue', 'money', { columns }), ['lines'], (data) =>
      data.each((row) => fromMicros(spentBy(data, row)) / (data.orders.offsets[row + 1]! - data.orders.offsets[row]!)),
    ),
    oneColumn(spoken('money', 'medianOrderValue', 'money', { columns }), ['lines'], ({ orders, each }) =>
      each((row) => fromMicros(middleOf(orders.micros.slice(orders.offsets[row]!, orders.offsets[row + 1]!)))),
    ),
    ...windows.map((days) =>
      oneColumn(
        {
          ...spoken('money', 'spentShareLast', 'share', { columns, days, asOf }),
          key: `spentShareLast${days}`,
        },
        ['lines'],
        shareLast(days),
      ),
    ),
  ];
};
