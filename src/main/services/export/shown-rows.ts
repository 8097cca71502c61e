import { AppError } from '../../../shared/errors.ts';
import type { Column } from '../../../shared/model/column.ts';
import type { RowOrder, ShownWords } from '../../../shared/model/rows.ts';
import type { Cell } from '../../../shared/table/csv-line.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { ExportTable } from '../export-rows.ts';
import { type Arrangement, arrange } from '../rows/arrange.ts';
import { readPage } from '../rows/read-page.ts';
import { createRecentPieces } from '../rows/recent-pieces.ts';
import { wantedRows } from '../rows/wanted-rows.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** Milliseconds of work before messages are let in. */
const sliceMs = 12;
/** The pieces of one order are needed all at once. */
const mostBytes = Number.POSITIVE_INFINITY;
const rowsAtOnce = 100;
/** Of the whole job; the rest is writing. */
const arranging = 0.2;

const arranged = async (db: Sqlite, wanted: ReturnType<typeof wantedRows>, job: JobContext): Promise<Arrangement> => {
  const work = arrange(db, wanted, createRecentPieces(mostBytes));
  for (;;) {
    const until = performance.now() + sliceMs;
    let fraction = 0;
    do {
      const step = work.next();
      if (step.done) return step.value;
      fraction = step.value;
    } while (performance.now() < until);
    job.progress('writing', arranging * fraction);
    await breathe(job);
  }
};

/** A cell as the screen shows it, but for the marks within numbers. */
const shownCell = (cell: Cell, { type }: Column, words: ShownWords): Cell => {
  if (typeof cell === 'number') return type === 'boolean' ? (cell === 0 ? words.no : words.yes) : cell;
  return cell !== null && type === 'timestamp' ? cell.replace('T', ' ') : cell;
};

/**
 * The rows of a table in an order, through filters, as the screen shows them: the row's number, why it does not count, and
 * every cell of the file.
 * @throws AppError `notFound`, `badInput`, `cancelled`
 */
export const shownRows = async (
  db: Sqlite,
  order: RowOrder,
  words: ShownWords,
  job: JobContext,
): Promise<ExportTable> => {
  const wanted = wantedRows(db, order);
  const { source, kept } = wanted;
  const arrangement = await arranged(db, wanted, job);
  const { total } = arrangement;
  function* rows(): Generator<Cell[]> {
    for (let offset = 0; offset < total; offset += rowsAtOnce) {
      const page = readPage(db, source, arrangement.page(offset, rowsAtOnce), kept);
      for (const [i, cells] of page.rows.entries()) {
        if (job.signal.aborted) throw new AppError('cancelled');
        const reason = page.aside[i]!;
        yield [
          page.numbers[i]!,
          ...(words.aside === null ? [] : [reason === null ? null : (words.reasons[reason] ?? reason)]),
          ...cells.map((cell, at) => shownCell(cell, source.columns[at]!, words)),
        ];
      }
      job.progress('writing', arranging + (1 - arranging) * Math.min(1, (offset + rowsAtOnce) / total));
    }
  }
  const header = [words.row, ...(words.aside === null ? [] : [words.aside]), ...source.columns.map(({ name }) => name)];
  return { header, rows: rows() };
};
