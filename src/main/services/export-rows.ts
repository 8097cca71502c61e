import { AppError } from '../../shared/errors.ts';
import type { Column } from '../../shared/model/column.ts';
import type { Feature } from '../../shared/model/feature.ts';
import { message } from '../../shared/model/message.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { replacedBit } from '../../shared/model/source.ts';
import type { Cell } from '../../shared/table/csv-line.ts';
import { say } from '../../shared/words/say.ts';
import { quoteName } from '../store/repositories/source-rows.ts';
import { listSources } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { CustomerTable } from './customer-table.ts';

/** A table on its way into a file. */
export interface ExportTable {
  readonly header: string[];
  readonly rows: Iterable<Cell[]>;
}

/** One column of the file by customer: what its last row that has one says. */
interface FileColumn {
  readonly header: string;
  valueOf(customer: number): Cell;
}

const fileColumns = (db: Sqlite, wanted: (column: Column) => boolean): FileColumn[] => {
  const byHeader = new Map<string, ((customer: number) => Cell)[]>();
  for (const source of listSources(db)) {
    source.columns.forEach((column, i) => {
      if (!wanted(column)) return;
      const sql = quoteName(source.sqlColumns[i]!);
      const read = db.prepareRaw<[Cell]>(
        `SELECT ${sql} FROM ${quoteName(source.table)} WHERE _customer = ? AND ${sql} IS NOT NULL AND _aside & ${replacedBit} = 0 ORDER BY _row DESC LIMIT 1`,
      );
      const readers = byHeader.get(column.name) ?? [];
      readers.push((customer) => read.get(customer)?.[0] ?? null);
      byHeader.set(column.name, readers);
    });
  }
  return [...byHeader].map(([header, readers]) => ({
    header,
    valueOf: (customer) => readers.reduceRight<Cell>((found, read) => found ?? read(customer), null),
  }));
};

/** A column that somebody sorted customers by before: it is kept beside ours, never replaced. */
const isOwnSegment = (column: Column): boolean => /^segments?$/i.test(column.name.trim());

/** A column of the file keeps the heading that it has there, so that it can be joined again. */
const headingOf = ({ key, name }: Feature, locale: string | undefined): string =>
  key.startsWith('column:') ? key.slice('column:'.length) : say(name, locale);

/** Headers that clash with ours are told apart, so that no tool drops one of them. */
const unique = (headers: readonly string[]): string[] => {
  const taken = new Set<string>();
  return headers.map((header) => {
    let name = header;
    for (let n = 2; taken.has(name); n += 1)
      name = n === 2 ? `${header} (from file)` : `${header} (from file ${n - 1})`;
    taken.add(name);
    return name;
  });
};

const rowsOf = (table: CustomerTable, chosen: Int32Array | null): Iterable<number> => chosen ?? table.ids.keys();

export interface SegmentTableInput {
  readonly db: Sqlite;
  readonly table: CustomerTable;
  readonly segmentation: Segmentation;
  /** Rows to write; null: all. */
  readonly chosen: Int32Array | null;
  /** Keys of the features to write. */
  readonly features: readonly string[];
  /** English where absent. */
  readonly locale?: string | undefined;
}

/** One line a customer: who it is, its segment, the chosen features, and the file's own Segment column. */
export const segmentTable = ({ db, table, segmentation, chosen, features, locale }: SegmentTableInput): ExportTable => {
  const contacts = fileColumns(db, ({ role }) => role === 'name' || role === 'email');
  const hasName =
    contacts.length > 0 && listSources(db).some(({ columns }) => columns.some(({ role }) => role === 'name'));
  const hasEmail =
    contacts.length > 0 && listSources(db).some(({ columns }) => columns.some(({ role }) => role === 'email'));
  const own = fileColumns(db, isOwnSegment);
  const names = new Map(segmentation.segments.map((segment) => [segment.id, say(segment.name, locale)]));
  const written = table.snapshot.features.flatMap((feature, i) =>
    features.includes(feature.key) ? [{ feature, values: table.columns[i]! }] : [],
  );
  const word = (column: string) => say(message(`file.column.${column}`), locale);
  const header = unique([
    word('customer'),
    ...(hasName ? [word('name')] : []),
    ...(hasEmail ? [word('email')] : []),
    word('segment'),
    word('segmentId'),
    ...written.map(({ feature }) => headingOf(feature, locale)),
    ...own.map((column) => column.header),
  ]);
  function* rows(): Generator<Cell[]> {
    for (const row of rowsOf(table, chosen)) {
      const { key, name, email } = table.identityOf(row);
      const segmentId = table.segmentIdOf(row);
      const customer = table.ids[row]!;
      yield [
        key,
        ...(hasName ? [name] : []),
        ...(hasEmail ? [email] : []),
        segmentId === null ? null : (names.get(segmentId) ?? null),
        segmentId,
        ...written.map(({ values }) => (Number.isNaN(values[row]!) ? null : values[row]!)),
        ...own.map((column) => column.valueOf(customer)),
      ];
    }
  }
  return { header, rows: rows() };
};

/** Where customers are told apart by their e-mail address, that column is both. */
const isContact = ({ role, examples }: Pick<Column, 'role' | 'examples'>): boolean =>
  role === 'name' ||
  role === 'email' ||
  (role === 'customer' && examples.length > 0 && examples.every((example) => /^\S+@\S+\.\S+$/.test(example.trim())));

/**
 * Names and addresses of the chosen customers under the file's own headers, ready for a mailing tool.
 * Customers of whom the file knows neither are left out.
 * @throws AppError `mappingIncomplete` where the file has no such columns
 */
export const mailingTable = (db: Sqlite, table: CustomerTable, chosen: Int32Array | null): ExportTable => {
  const columns = fileColumns(db, isContact);
  if (columns.length === 0) {
    throw new AppError('mappingIncomplete', {
      file: listSources(db)[0]?.file ?? '',
      missing: 'a column with e-mail addresses',
    });
  }
  function* rows(): Generator<Cell[]> {
    for (const row of rowsOf(table, chosen)) {
      const customer = table.ids[row]!;
      const cells = columns.map((column) => column.valueOf(customer));
      if (cells.some((cell) => cell !== null && cell !== '')) yield cells;
    }
  }
  return { header: columns.map((column) => column.header), rows: rows() };
};
