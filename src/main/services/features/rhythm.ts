import { interpurchaseGaps } from '../../../shared/engine/features/interpurchase-gaps.ts';
import { spendTrend } from '../../../shared/engine/features/spend-trend.ts';
import { columnWithRole, hasMoney } from './columns-at-hand.ts';
import { type FeatureDefinition, oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

/** How orders follow each other, and whether they grow. */
export const rhythmFeatures = ({ at, asOf }: Setting): FeatureDefinition[] => {
  if (at.orders.length === 0) return [];
  const column = columnWithRole(at.orders, 'date')?.name ?? null;
  const found = [
    oneColumn(spoken('rhythm', 'daysBetweenOrders', 'days', { column }), ['lines'], ({ orders, each }) =>
      each((row) => interpurchaseGaps(orders.day.slice(orders.offsets[row]!, orders.offsets[row + 1]!)).mean),
    ),
    oneColumn(spoken('rhythm', 'orderIrregularity', 'number', { column }), ['lines'], ({ orders, each }) =>
      each((row) => interpurchaseGaps(orders.day.slice(orders.offsets[row]!, orders.offsets[row + 1]!)).variation),
    ),
  ];
  if (hasMoney(at.orders))
    found.push(
      oneColumn(spoken('rhythm', 'spendTrend', 'number', { column, asOf }), ['lines'], ({ orders, asOf: end, each }) =>
        each((row) => {
          const [from, to] = [orders.offsets[row]!, orders.offsets[row + 1]!];
          // One order is no trend.
          return to - from < 2
            ? Number.NaN
            : spendTrend(orders.day.subarray(from, to), orders.micros.subarray(from, to), end!);
        }),
      ),
    );
  return found;
};
