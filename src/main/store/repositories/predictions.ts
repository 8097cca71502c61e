import { bytesOf, float64Of, int32Of } from '../blobs.ts';
import { inTransaction, type Sqlite } from '../sqlite.ts';

/** What predictions are of. */
export type PredictionKind = 'customers';

/** One as it is kept: texts are JSON, which their makers read. */
export interface StoredPrediction {
  /** What it depends on. */
  readonly state: string;
  readonly asked: string;
  readonly found: string;
  readonly models: string;
}

/** Keeps a prediction in the place of the one before. Columns have a number for each of the customers. */
export const keepPrediction = (
  db: Sqlite,
  kind: PredictionKind,
  { state, asked, found, models }: StoredPrediction,
  customerIds: Int32Array,
  columns: ReadonlyMap<string, Float64Array>,
): void =>
  inTransaction(db, () => {
    db.prepare('DELETE FROM prediction WHERE kind = ?').run(kind);
    db.prepare('INSERT INTO prediction VALUES (?, ?, ?, ?, ?, ?)').run(
      ...([kind, state, asked, found, models] as const),
      bytesOf(customerIds),
    );
    const add = db.prepare('INSERT INTO prediction_column VALUES (?, ?, ?)');
    for (const [name, values] of columns) add.run(kind, name, bytesOf(values));
  });

/** Null where nothing was predicted yet. */
export const predictionOf = (db: Sqlite, kind: PredictionKind): StoredPrediction | null =>
  db
    .prepare<StoredPrediction & Record<string, string>>(
      'SELECT state, asked, found, models FROM prediction WHERE kind = ?',
    )
    .get(kind) ?? null;

/** Ids of the customers, ascending: the rows of every column. */
export const predictedCustomers = (db: Sqlite, kind: PredictionKind): Int32Array => {
  const row = db.prepare<{ customer_ids: Uint8Array }>('SELECT customer_ids FROM prediction WHERE kind = ?').get(kind);
  return row === undefined ? new Int32Array(0) : int32Of(row.customer_ids);
};

/** Null where there is no such column. */
export const predictedColumn = (db: Sqlite, kind: PredictionKind, name: string): Float64Array | null => {
  const row = db
    .prepare<{ data: Uint8Array }>('SELECT data FROM prediction_column WHERE kind = ? AND name = ?')
    .get(kind, name);
  return row === undefined ? null : float64Of(row.data);
};
