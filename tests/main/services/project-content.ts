import { createHash } from 'node:crypto';
import { openForReading } from '../../../src/main/store/project-file.ts';

interface ContentOptions {
  /** false leaves out what was undone, and counters. */
  readonly undone?: boolean;
}

/** Everything that a project holds, table by table: equal contents are equal projects, whatever the pages look like. */
export const contentOf = (path: string, { undone = true }: ContentOptions = {}): Record<string, string> => {
  const db = openForReading(path);
  try {
    const hidden = undone ? new Set<string>() : undoneTables(db);
    const tables = db
      .prepare<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .all()
      .filter(({ name }) => !hidden.has(name));
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        hashOfRows(db.prepareRaw(undone ? `SELECT * FROM "${name}"` : liveRows(name)).all()),
      ]),
    );
  } finally {
    db.close();
  }
};

type Db = ReturnType<typeof openForReading>;

const undoneTables = (db: Db): Set<string> =>
  new Set(
    db
      .prepare<{ name: string }>(
        'SELECT table_name AS name FROM source WHERE import_id IN (SELECT id FROM import WHERE undone = 1)',
      )
      .all()
      .map(({ name }) => name),
  );

const standing = 'SELECT s.id FROM source s JOIN import i ON i.id = s.import_id WHERE i.undone = 0';

/** Rows that count; snapshots of other states are found again by their state and count as nothing. */
const liveRows = (table: string): string => {
  switch (table) {
    case 'import':
    case 'segmentation':
    case 'journal':
      return `SELECT * FROM "${table}" WHERE undone = 0`;
    case 'segmentation_flow':
      return 'SELECT * FROM segmentation_flow WHERE segmentation_id IN (SELECT id FROM segmentation WHERE undone = 0)';
    case 'source':
      return `SELECT * FROM source WHERE id IN (${standing})`;
    case 'source_aside':
    case 'source_original':
    case 'customer_key':
    case 'customer_contact':
    case 'merged_row':
      return `SELECT * FROM "${table}" WHERE source_id IN (${standing})`;
    case 'customer':
      return `SELECT * FROM customer WHERE id IN (SELECT customer_id FROM customer_key WHERE source_id IN (${standing}))`;
    case 'replacement':
      return 'SELECT * FROM replacement WHERE import_id IN (SELECT id FROM import WHERE undone = 0)';
    case 'identity_change':
      return 'SELECT * FROM identity_change WHERE undone = 0';
    case 'identity_move':
    case 'identity_apart':
      return `SELECT * FROM "${table}" WHERE change_id IN (SELECT id FROM identity_change WHERE undone = 0)`;
    // What was found can be found again.
    case 'identity_search':
    case 'identity_pair':
    case 'identity_record':
    case 'join_report':
    case 'join_unmatched':
      return `SELECT 1 FROM "${table}" WHERE 0`;
    case 'meta':
      return "SELECT * FROM meta WHERE key <> 'revision'";
    case 'snapshot':
    case 'snapshot_column':
    case 'snapshot_state':
      return `SELECT 1 FROM "${table}" WHERE 0`;
    default:
      return `SELECT * FROM "${table}"`;
  }
};

const hashOfRows = (rows: readonly unknown[]): string => {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  return `${rows.length} rows ${hash.digest('hex')}`;
};
