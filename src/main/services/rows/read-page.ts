import type { RowPage } from '../../../shared/model/rows.ts';
import { whyNotCounted } from '../../../shared/model/set-aside.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import { isMissing } from '../../import/typing/missing-words.ts';
import { isTextType } from '../../import/typing/read-cell.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Cell } from './cell-spans.ts';

/** Rows a statement. */
const rowsAtOnce = 100;

/** Cells that a person emptied are empty, whatever the file says. */
const correctedIn = (db: Sqlite, sourceId: number) => {
  const read = db.preparePluck<number>(
    `SELECT k."column" FROM source_correction k JOIN fix f ON f.id = k.fix_id AND f.undone = 0
     WHERE k.source_id = ? AND k.row = ?`,
  );
  return (row: number): number[] => read.all(sourceId, row);
};

/** The rows of these numbers, in that order, as typed; a cell that does not fit its type as it was written. */
export const readPage = (
  db: Sqlite,
  source: StoredSource,
  numbers: readonly number[],
  kept: readonly SetAsideReason[],
): Pick<RowPage, 'rows' | 'numbers' | 'odd' | 'aside'> => {
  const names = source.sqlColumns.map((name) => `, ${quoteName(name)}`).join('');
  const found = new Map<number, { aside: number; values: Cell[] }>();
  for (let from = 0; from < numbers.length; from += rowsAtOnce) {
    const some = numbers.slice(from, from + rowsAtOnce);
    const read = db.prepareRaw<[number, number, ...Cell[]]>(
      `SELECT _row, _aside${names} FROM ${quoteName(source.table)} WHERE _row IN (${some.map(() => '?').join(',')})`,
    );
    for (const [row, aside, ...values] of read.all(...some)) found.set(row, { aside, values });
  }
  const originals = db.prepareRaw<[number, string]>(
    'SELECT "column", text FROM source_original WHERE source_id = ? AND row = ?',
  );
  const corrected = correctedIn(db, source.id);
  const page: { rows: Cell[][]; numbers: number[]; odd: number[][]; aside: RowPage['aside'] } = {
    rows: [],
    numbers: [],
    odd: [],
    aside: [],
  };
  for (const number of numbers) {
    const row = found.get(number);
    if (row === undefined) continue;
    const { values } = row;
    const odd: number[] = [];
    const written = originals.all(source.id, number).filter(([column]) => values[column] === null);
    const emptied = written.length === 0 ? [] : corrected(number);
    for (const [column, text] of written) {
      if (emptied.includes(column)) continue;
      values[column] = text;
      if (!isTextType(source.columns[column]!) && !isMissing(text)) odd.push(column);
    }
    page.rows.push(values);
    page.numbers.push(number);
    page.odd.push(odd);
    page.aside.push(whyNotCounted(row.aside, kept));
  }
  return page;
};
