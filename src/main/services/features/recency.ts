import { message } from '../../../shared/model/message.ts';
import { columnWithRole } from './columns-at-hand.ts';
import type { FeatureDefinition } from './definition.ts';
import { oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

/** When and how often: days since the last and the first order, orders. */
export const recencyFeatures = ({ at, asOf, isChosen }: Setting): FeatureDefinition[] => {
  if (at.orders.length === 0) return [];
  const column = columnWithRole(at.orders, 'date')?.name ?? null;
  const order = columnWithRole(at.orders, 'order')?.name ?? null;
  return [
    oneColumn(
      {
        ...spoken('recency', 'daysSinceLastOrder', 'days'),
        lineage: message(isChosen ? 'feature.daysSinceLastOrder.fromDay' : 'feature.daysSinceLastOrder.from', {
          column,
          asOf,
        }),
      },
      ['lines'],
      ({ lines, asOf: end, each }) =>
        each((row) => {
          let last = Number.NEGATIVE_INFINITY;
          for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) last = Math.max(last, lines.day[i]!);
          return end! - last;
        }),
    ),
    oneColumn(
      {
        ...spoken('recency', 'orders', 'count'),
        lineage:
          order === null
            ? message('feature.orders.fromDays', { column })
            : message('feature.orders.from', { column: order }),
      },
      ['lines'],
      ({ orders, each }) => each((row) => orders.offsets[row + 1]! - orders.offsets[row]!),
    ),
    oneColumn(
      spoken('recency', 'daysSinceFirstOrder', 'days', { column, asOf }),
      ['lines'],
      ({ lines, asOf: end, each }) =>
        each((row) => {
          let first = Number.POSITIVE_INFINITY;
          for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i += 1) first = Math.min(first, lines.day[i]!);
          return end! - first;
        }),
    ),
  ];
};
