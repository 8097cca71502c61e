import { AppError } from '../../../shared/errors.ts';
import type { RowOrder } from '../../../shared/model/rows.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Wanted } from './arrange.ts';

/**
 * What an order asks for, in the project as it stands.
 * @throws AppError `notFound`
 */
export const wantedRows = (db: Sqlite, { sourceId, sort, filters = [] }: RowOrder): Wanted => {
  const source = listSources(db).find(({ id }) => id === sourceId);
  if (source === undefined) throw new AppError('notFound', { what: 'table', id: sourceId });
  return { source, sort, filters, kept: keptReasons(db) };
};
