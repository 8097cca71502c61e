import type { IdentityRecords } from '../../../shared/engine/identity/records.ts';
import type { IdentityField } from '../../../shared/model/identity.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { identityColumns } from './identity-columns.ts';

/** Records side by side with the identities that they are of, rising. */
export interface GatheredRecords {
  readonly ids: Int32Array;
  readonly columns: ReadonlyMap<IdentityField, readonly (string | null)[]>;
  readonly records: IdentityRecords;
}

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 60_000;

/**
 * What the rows of each identity agree on: the value that more than half of them give, where there is one, else one of the
 * later ones (Boyer & Moore 1981: one value and one count, whatever the number of rows).
 */
interface Agreed {
  readonly values: (string | null)[];
  readonly votes: Int32Array;
}

const agree = ({ values, votes }: Agreed, identity: number, value: string): void => {
  if (values[identity] === value) votes[identity]! += 1;
  else if (votes[identity]! > 0) votes[identity]! -= 1;
  else {
    values[identity] = value;
    votes[identity] = 1;
  }
};

/** Whose a row is: of rows that count as another customer's, the identity that they came with. */
const identityReader = (db: Sqlite, source: StoredSource): ((from: number, to: number) => Map<number, number>) => {
  const read = db.prepareRaw<[number, number]>(
    'SELECT row, identity_id FROM merged_row WHERE source_id = ? AND row BETWEEN ? AND ?',
  );
  return (from, to) => new Map(read.all(source.id, from, to));
};

/**
 * What the tables say of every customer, in pages: its name, addresses and numbers from rows that count, tables of
 * customers before orders. O(cells of those columns); memory by customers.
 * @throws AppError `cancelled`
 */
export const gatherRecords = async (
  db: Sqlite,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<GatheredRecords> => {
  const mask = activeMask(keptReasons(db));
  const size = lastCustomerId(db) + 1;
  const found = new Map<IdentityField, (string | null)[]>();
  // What a table of customers says is written last and stays.
  const sources = [...listSources(db)].sort((a, b) => Number(a.kind === 'customers') - Number(b.kind === 'customers'));
  const all = sources.reduce((sum, { rows }) => sum + rows, 0);
  let before = 0;
  for (const isCustomers of [false, true]) {
    const agreed = new Map<IdentityField, Agreed>();
    for (const source of sources.filter(({ kind }) => (kind === 'customers') === isCustomers)) {
      const columns = identityColumns(source);
      if (columns.length > 0) {
        const names = columns.map(({ at }) => `, ${quoteName(source.sqlColumns[at]!)}`).join('');
        const read = db.prepareRaw<(string | number | null)[]>(
          `SELECT _row, _customer${names} FROM ${quoteName(source.table)}
           WHERE _row BETWEEN ? AND ? AND _customer IS NOT NULL AND _aside & ? = 0 ORDER BY _row`,
        );
        const identitiesIn = identityReader(db, source);
        const targets = columns.map(({ field }) => {
          const target = agreed.get(field) ?? { values: new Array(size).fill(null), votes: new Int32Array(size) };
          agreed.set(field, target);
          return target;
        });
        for (const { from, to, done } of rowSpans(db, source.table, Math.floor(cellsAtOnce / (columns.length + 2)))) {
          const moved = identitiesIn(from, to);
          for (const row of read.all(from, to, mask)) {
            const identity = moved.get(row[0] as number) ?? (row[1] as number);
            targets.forEach((target, i) => {
              const cell = row[i + 2];
              const value = cell == null ? '' : String(cell).trim();
              if (value !== '') agree(target, identity, value);
            });
          }
          onProgress((before + done * source.rows) / Math.max(1, all));
          await breathe(job);
        }
      }
      before += source.rows;
    }
    for (const [field, { values }] of agreed) {
      const known = found.get(field);
      if (known === undefined) found.set(field, values);
      else
        values.forEach((value, id) => {
          if (value !== null) known[id] = value;
        });
    }
  }
  await breathe(job);
  const fields = [...found.values()];
  const ids = Int32Array.from({ length: size }, (_, id) => id).filter((id) =>
    fields.some((values) => values[id] !== null),
  );
  const columns = new Map([...found].map(([field, values]) => [field, Array.from(ids, (id) => values[id] ?? null)]));
  return { ids, columns, records: { count: ids.length, ...Object.fromEntries(columns) } };
};
