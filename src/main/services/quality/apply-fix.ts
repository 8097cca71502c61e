import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/model/message.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { addFix, correctRange, recountInSteps, type SourceFix } from '../../store/repositories/corrections.ts';
import { rowSpans } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { dropRedo, noteChange } from '../changes.ts';
import { ensureSnapshot } from '../features.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** A line's money, day and customer follow from these cells; whoever doubts one sets its row aside. */
const derived = ['customer', 'order', 'date', 'quantity', 'price', 'amount'];
const rowsAtOnce = 10_000;

/** @throws AppError `notFound`, `badInput` */
const sourceOf = (db: Sqlite, fix: SourceFix): StoredSource => {
  const source = listSources(db).find(({ id }) => id === fix.sourceId);
  if (source === undefined) throw new AppError('notFound', { what: 'table', id: fix.sourceId });
  const column = source.columns.find(({ name }) => name === fix.column);
  if (column === undefined) throw new AppError('notFound', { what: 'column', id: fix.column });
  const isWords = column.type === 'text' || column.type === 'category';
  const refuse = (problem: string) => new AppError('badInput', { method: 'quality.fix', problem });
  if (fix.kind === 'merge' && !isWords) throw refuse(`“${fix.column}” holds no words`);
  const isOrders = isOrderKind(source.kind);
  if (fix.kind !== 'setAside' && (column.role === 'customer' || (isOrders && derived.includes(column.role))))
    throw refuse(`who bought, when and for how much follows from “${fix.column}”; set its rows aside instead`);
  return source;
};

/**
 * Makes a fix of cells or rows and notes it in the journal, with the customers' figures that follow: all of it or
 * nothing. O(rows of the source).
 * @returns cells or rows that were corrected
 * @throws AppError `notFound`, `badInput`, `cancelled`
 */
export const applyFix = async (db: Sqlite, fix: SourceFix, at: Date, job: JobContext): Promise<number> => {
  const source = sourceOf(db, fix);
  db.exec('BEGIN IMMEDIATE');
  try {
    dropRedo(db);
    const id = addFix(db, fix);
    let rows = 0;
    for (const { from, to, done } of rowSpans(db, source.table, rowsAtOnce)) {
      rows += correctRange(db, source, fix, id, from, to);
      job.progress('storing', 0.6 * done);
      await breathe(job);
    }
    if (rows === 0) throw new AppError('notFound', { what: 'cell', id: fix.column });
    if (fix.kind === 'setAside') for (const _ of recountInSteps(db, source.id, source.table)) await breathe(job);
    await ensureSnapshot(db, job, (fraction) => job.progress('features', 0.6 + 0.35 * fraction));
    await breathe(job);
    noteChange(db, at, message(`journal.fix.${fix.kind}`, { column: fix.column, rows }), [{ kind: 'fix', id }]);
    job.progress('finishing', 0.95);
    db.exec('COMMIT');
    job.progress('finishing', 1);
    return rows;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
