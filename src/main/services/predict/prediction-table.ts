import type { Cell } from '../../../shared/table/csv-line.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { ExportTable } from '../export-rows.ts';
import type { ProjectPrediction } from './predict-project.ts';

/** One line a customer: what is expected, and between what it lies nine times in ten. */
export const predictionTable = (
  db: Sqlite,
  { prediction, customerIds }: ProjectPrediction,
  margin: number,
): ExportTable => {
  const identityOf = createIdentityReader(db);
  const { alive, orders, ordersAtAll, low, high, worth } = prediction;
  const number = (cell: number | undefined): Cell => (cell !== undefined && Number.isFinite(cell) ? cell : null);
  const money = (cells: Float64Array | undefined, row: number): Cell => number(cells && cells[row]! * margin);
  function* rows(): Generator<Cell[]> {
    for (let row = 0; row < customerIds.length; row += 1)
      yield [
        identityOf(customerIds[row]!).key,
        alive[row]!,
        ordersAtAll[row]!,
        orders[row]!,
        low[row]!,
        high[row]!,
        number(worth?.orderValue[row]),
        money(worth?.worth, row),
        money(worth?.low, row),
        money(worth?.high, row),
      ];
  }
  return {
    header: [
      ...['customer', 'alive', 'probabilityOfOrder', 'expectedOrders', 'ordersLow', 'ordersHigh'],
      ...['expectedOrderValue', 'value', 'valueLow', 'valueHigh'],
    ],
    rows: rows(),
  };
};
