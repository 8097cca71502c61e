import { basename } from 'node:path';
import type { PurchaseHistories } from '../../shared/engine/predict/purchase-histories.ts';
import { AppError } from '../../shared/errors.ts';
import { readMatrix } from './read-matrix.ts';

/** What the columns of published files are called. */
const columnNames = {
  frequency: ['x', 'frequency'],
  recency: ['t_x', 'tx', 't.x', 'recency'],
  observed: ['t', 't.cal', 'tcal', 'observed'],
  meanValue: ['zbar', 'monetary_value', 'monetary', 'meanvalue'],
} as const;

const problemOf = (frequency: number, recency: number, observed: number): string | null => {
  if (frequency < 0 || !Number.isInteger(frequency))
    return `repeat orders are ${frequency}, which is no whole number from 0`;
  if (recency < 0 || recency > observed) return `the last order is at ${recency}, outside 0 … ${observed}`;
  if (frequency === 0 && recency > 0) return `the last order is at ${recency}, but there is no repeat order`;
  return null;
};

/**
 * Reads purchase histories from a plain table: repeat orders, time of the last one, time observed, and the mean value of
 * the repeat orders where there is one, a customer a row.
 * @throws AppError wrongUsage where a column is missing, badHistory with the row that cannot be
 */
export const readHistories = async (
  path: string,
): Promise<{ readonly histories: PurchaseHistories; readonly meanValue: Float64Array | null }> => {
  const { matrix, names } = await readMatrix(path, null);
  const file = basename(path);
  const column = (called: readonly string[]): Float64Array | null => {
    const at = names.findIndex((name) => called.includes(name.toLowerCase()));
    return at < 0 ? null : matrix.data.slice(at * matrix.rows, (at + 1) * matrix.rows);
  };
  const needed = (called: readonly string[]): Float64Array => {
    const found = column(called);
    if (found === null)
      throw new AppError('wrongUsage', {
        problem: `“${file}” has no column ${called.join(' or ')}; there are ${names.join(', ')}.`,
      });
    return found;
  };
  const histories = {
    frequency: needed(columnNames.frequency),
    recency: needed(columnNames.recency),
    observed: needed(columnNames.observed),
  };
  const meanValue = column(columnNames.meanValue);
  for (let i = 0; i < matrix.rows; i += 1) {
    const problem =
      problemOf(histories.frequency[i]!, histories.recency[i]!, histories.observed[i]!) ??
      (meanValue !== null && meanValue[i]! < 0 ? `the mean value is ${meanValue[i]}` : null);
    // The names are the first row of the file.
    if (problem !== null) throw new AppError('badHistory', { file, row: i + 2, problem });
  }
  return { histories, meanValue };
};
