import type { RowOrder, RowPage } from '../../../shared/model/rows.ts';
import { openForReading } from '../../store/project-file.ts';
import { markedState } from '../../store/repositories/marked.ts';
import { revisionOf } from '../../store/repositories/meta.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Answer } from '../answer.ts';
import type { ReaderServices } from '../services.ts';
import { type Arrangement, arrangeTask, type Wanted } from './arrange.ts';
import { createPacedWork } from './paced-work.ts';
import { readPage } from './read-page.ts';
import { spreadTask } from './spread-column.ts';
import { wantedRows } from './wanted-rows.ts';

/** Rows from the beginning that are read as they come, without counting all of them first. */
const plainRows = 20_000;

/** What the rows of a project depend on: every change of it, and the lines that the further rules were found to mean. */
const stateOf = (db: Sqlite): string => `${db.path} ${revisionOf(db)} ${markedState(db)}`;

const firstRows = (db: Sqlite, table: string, offset: number, limit: number): number[] =>
  db.preparePluck<number>(`SELECT _row FROM ${quoteName(table)} ORDER BY _row LIMIT ? OFFSET ?`).all(limit, offset);

export interface RowServices extends Pick<ReaderServices['source'], 'rows' | 'place' | 'spread'> {
  /** Lets go of the project. */
  clear(): void;
}

/**
 * Pages of a source's rows in any order, and what stands in its columns.
 * @param answer runs a query on one moment of the project
 * @param path of the open project
 */
export const createRowServices = (answer: Answer, path: () => string): RowServices => {
  const work = createPacedWork(() => openForReading(path()));

  /** Reads from an arrangement of the rows as they are at that moment; null where it is still being made. */
  const fromArrangement = async <Result>(
    order: RowOrder,
    signal: AbortSignal | undefined,
    read: (db: Sqlite, wanted: Wanted, arrangement: Arrangement) => Result,
    pending: (wanted: Wanted, fraction: number) => Result,
  ): Promise<Result> => {
    for (;;) {
      const { state, wanted } = await answer((db) => ({ state: stateOf(db), wanted: wantedRows(db, order) }));
      const arrangement = await work.ask(state, arrangeTask(wanted), { patienceMs: order.patienceMs, signal });
      if (typeof arrangement === 'number') return pending(wanted, arrangement);
      // The project may have changed meanwhile; then it is to be made anew.
      const found = await answer((db) => (stateOf(db) === state ? { result: read(db, wanted, arrangement) } : null));
      if (found !== null) return found.result;
    }
  };

  return {
    rows: async ({ offset, limit, ...order }, signal) => {
      const isPlain = order.sort === undefined && (order.filters ?? []).length === 0;
      if (isPlain && offset + limit <= plainRows)
        return answer((db) => {
          const wanted = wantedRows(db, order);
          const { source, kept } = wanted;
          const total = work.known(stateOf(db), arrangeTask(wanted))?.total ?? source.rows;
          return { total, ...readPage(db, source, firstRows(db, source.table, offset, limit), kept), arranging: null };
        });
      return fromArrangement<RowPage>(
        order,
        signal,
        (db, { source, kept }, arrangement) => ({
          total: arrangement.total,
          ...readPage(db, source, arrangement.page(offset, limit), kept),
          arranging: null,
        }),
        ({ source }, fraction) => ({
          total: source.rows,
          rows: [],
          numbers: [],
          odd: [],
          aside: [],
          arranging: fraction,
        }),
      );
    },
    place: ({ row, ...order }, signal) =>
      fromArrangement<{ index: number | null; arranging: number | null }>(
        order,
        signal,
        (_, __, arrangement) => ({ index: arrangement.placeOf(row), arranging: null }),
        (_, fraction) => ({ index: null, arranging: fraction }),
      ),
    spread: async ({ column, ...order }, signal) => {
      const { state, wanted } = await answer((db) => ({ state: stateOf(db), wanted: wantedRows(db, order) }));
      const { source, filters, kept } = wanted;
      const found = await work.ask(state, spreadTask({ source, column, filters, kept }), {
        patienceMs: order.patienceMs,
        signal,
      });
      return typeof found === 'number'
        ? { spread: null, shown: null, arranging: found }
        : { ...found, arranging: null };
    },
    clear: work.clear,
  };
};
