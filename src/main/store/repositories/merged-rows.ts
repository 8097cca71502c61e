import type { Sqlite, Statement } from '../sqlite.ts';
import { quoteName } from './source-rows.ts';

/** Rows a statement, so that none runs for more than a few dozen milliseconds. */
const rowsAtOnce = 4_000;

interface TableMover {
  /** Gives an identity's own rows to a customer and remembers whose they are. */
  take(identity: number, customer: number): Generator<void>;
  /** The same with rows that are remembered already. */
  pass(identity: number, customer: number): Generator<void>;
  giveBack(identity: number): Generator<void>;
}

const createTableMover = (db: Sqlite, sourceId: number, name: string): TableMover => {
  const table = quoteName(name);
  const ownRows = `FROM ${table} t WHERE t._customer = ? AND t._row > ?
    AND NOT EXISTS (SELECT 1 FROM merged_row m WHERE m.source_id = ${sourceId} AND m.row = t._row)`;
  const remembered = `merged_row WHERE identity_id = ? AND source_id = ${sourceId}`;
  const ownEnd = db.prepareRaw<[number | null]>(
    `SELECT max(_row) FROM (SELECT t._row ${ownRows} ORDER BY t._row LIMIT ${rowsAtOnce})`,
  );
  const remember = db.prepare(`INSERT INTO merged_row SELECT ${sourceId}, t._row, ? ${ownRows} AND t._row <= ?`);
  const end = db.prepareRaw<[number | null]>(
    `SELECT max(row) FROM (SELECT row FROM ${remembered} AND row > ? ORDER BY row LIMIT ${rowsAtOnce})`,
  );
  const give = db.prepare(
    `UPDATE ${table} SET _customer = ? WHERE _row IN (SELECT row FROM ${remembered} AND row > ? AND row <= ?)`,
  );
  const forget = db.prepare(`DELETE FROM ${remembered} AND row <= ?`);
  /** By ranges of rows, until there is none. */
  function* inRanges(
    find: Statement<[number | null]>,
    identity: number,
    work: (from: number, to: number) => void,
  ): Generator<void> {
    // Row numbers begin at 0 or above.
    for (let from = -1; ; ) {
      const to = find.get(identity, from)?.[0] ?? null;
      if (to === null) return;
      work(from, to);
      yield;
      from = to;
    }
  }
  return {
    take: (identity, customer) =>
      inRanges(ownEnd, identity, (from, to) => {
        remember.run(identity, identity, from, to);
        give.run(customer, identity, from, to);
      }),
    pass: (identity, customer) => inRanges(end, identity, (from, to) => give.run(customer, identity, from, to)),
    giveBack: (identity) =>
      inRanges(end, identity, (from, to) => {
        give.run(identity, identity, from, to);
        forget.run(identity, to);
      }),
  };
};

/**
 * Lets identities count as other customers, or as themselves again, in every table, those of imports that are undone
 * included: a redo finds them as they would be. Stops after each range of rows and each identity, so that the caller may
 * breathe. O(rows of those identities × log rows).
 * @returns how many identities have been moved
 */
export function* moveIdentities(
  db: Sqlite,
  moves: readonly { readonly identity: number; readonly to: number }[],
): Generator<number> {
  const tables = new Map<number, TableMover>();
  const names = new Map(db.prepareRaw<[number, string]>('SELECT id, table_name FROM source').all());
  const sourcesOf = db.prepareRaw<[number]>('SELECT DISTINCT source_id FROM customer_key WHERE customer_id = ?');
  const current = db.prepareRaw<[number]>('SELECT customer_id FROM customer_merge WHERE identity_id = ?');
  const set = db.prepare('INSERT OR REPLACE INTO customer_merge VALUES (?, ?)');
  const clear = db.prepare('DELETE FROM customer_merge WHERE identity_id = ?');
  for (const [done, { identity, to }] of moves.entries()) {
    const now = current.get(identity)?.[0] ?? identity;
    if (now === to) continue;
    for (const [sourceId] of sourcesOf.all(identity)) {
      const name = names.get(sourceId);
      if (!name) continue;
      let mover = tables.get(sourceId);
      if (mover === undefined) {
        mover = createTableMover(db, sourceId, name);
        tables.set(sourceId, mover);
      }
      const work = now === identity ? mover.take : mover.pass;
      for (const _ of to === identity ? mover.giveBack(identity) : work(identity, to)) yield done;
    }
    if (to === identity) clear.run(identity);
    else set.run(identity, to);
    yield done + 1;
  }
}

/** Puts back what stood before a change of who is one customer, or makes it again. */
export const setIdentityChangeUndone = (db: Sqlite, id: number, undone: boolean): void => {
  const moves = db
    .prepare<{ identity: number; to: number }>(
      `SELECT identity_id AS identity, ${undone ? 'before' : 'after'} AS "to" FROM identity_move
       WHERE change_id = ? ORDER BY identity_id`,
    )
    .all(id);
  for (const _ of moveIdentities(db, moves));
  db.prepare('UPDATE identity_change SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
};

/**
 * Customers of new rows of a table: who was put together with another stays so next month, and whose rows they are is
 * remembered as for those that were there.
 */
export const createMergedRows = (
  db: Sqlite,
  sourceId: number,
  merged: ReadonlyMap<number, number>,
): ((identities: readonly (number | null)[], rowNumbers: ArrayLike<number>) => readonly (number | null)[]) => {
  if (merged.size === 0) return (identities) => identities;
  const remember = db.prepare('INSERT INTO merged_row VALUES (?, ?, ?)');
  return (identities, rowNumbers) =>
    identities.map((identity, i) => {
      const customer = identity === null ? undefined : merged.get(identity);
      if (customer === undefined) return identity;
      remember.run(sourceId, rowNumbers[i]!, identity);
      return customer;
    });
};
