import type { MatchModel } from '../../../shared/engine/identity/match-model.ts';
import type { IdentityField } from '../../../shared/model/identity.ts';
import type { Message } from '../../../shared/model/message.ts';
import type { Sqlite } from '../sqlite.ts';

/** What one search found out about all records. */
interface SearchResult {
  readonly records: number;
  readonly fields: readonly IdentityField[];
  readonly compared: number;
  readonly notes: readonly Message[];
  readonly model: MatchModel;
}

export interface StoredSearch {
  readonly at: string;
  /** What was searched; see `searchedState`. */
  readonly state: string;
  readonly result: SearchResult;
}

/** Two records that may be one customer; `a` has the lower id. */
export interface StoredPair {
  readonly a: number;
  readonly b: number;
  /** Places in `pairVerdicts` and `holdReasons` of the engine. */
  readonly verdict: number;
  readonly held: number;
  readonly weight: number;
  readonly pattern: number;
  readonly nameBits: number;
}

export type RecordFields = Readonly<Partial<Record<IdentityField, string>>>;

const clearSearch = (db: Sqlite): void => {
  db.exec('DELETE FROM identity_pair; DELETE FROM identity_record; DELETE FROM identity_search');
};

export interface SearchWriter {
  addPair(pair: StoredPair): void;
  addRecord(id: number, fields: RecordFields): void;
}

/** Puts a new search in the place of the last one; pairs and records follow. */
export const replaceSearch = (db: Sqlite, { at, state, result }: StoredSearch): SearchWriter => {
  clearSearch(db);
  db.prepare('INSERT INTO identity_search SELECT 1, ?, coalesce((SELECT max(id) FROM source), 0), ?, ?').run(
    at,
    state,
    JSON.stringify(result),
  );
  const pair = db.prepare('INSERT INTO identity_pair VALUES (?, ?, ?, ?, ?, ?, ?)');
  const record = db.prepare('INSERT OR REPLACE INTO identity_record VALUES (?, ?)');
  return {
    addPair: ({ a, b, verdict, held, weight, pattern, nameBits }) =>
      pair.run(a, b, verdict, held, weight, pattern, nameBits),
    addRecord: (id, fields) => record.run(id, JSON.stringify(fields)),
  };
};

export const lastSearch = (db: Sqlite): StoredSearch | null => {
  const row = db.prepare<{ at: string; state: string; result: string }>('SELECT * FROM identity_search').get();
  return row ? { at: row.at, state: row.state, result: JSON.parse(row.result) as SearchResult } : null;
};

/** The likeliest first. */
export const searchedPairs = (db: Sqlite): StoredPair[] =>
  db
    .prepare<StoredPair & { name_bits: number }>(
      'SELECT a, b, verdict, held, weight, pattern, name_bits AS nameBits FROM identity_pair ORDER BY weight DESC, a, b',
    )
    .all();

/** What the files said of a record when it was searched; null where it was not among the pairs. */
export const recordReader = (db: Sqlite): ((id: number) => RecordFields | null) => {
  const read = db.prepareRaw<[string]>('SELECT fields FROM identity_record WHERE identity_id = ?');
  return (id) => {
    const row = read.get(id);
    return row ? (JSON.parse(row[0]) as RecordFields) : null;
  };
};

/** Once a table is gone for good, what was read in it is gone too. */
export const forgetSearchOf = (db: Sqlite, sourceId: number): void => {
  const seen = db.prepare('SELECT 1 FROM identity_search WHERE last_source >= ?').get(sourceId);
  if (seen !== undefined) clearSearch(db);
};
