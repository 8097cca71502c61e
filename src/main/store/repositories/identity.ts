import type { Sqlite } from '../sqlite.ts';

/** An identity that came to count as another customer, or was taken out again. */
export interface IdentityMove {
  readonly identity: number;
  readonly before: number;
  readonly after: number;
}

/** By identity, the customer that it counts as; identities that count as themselves are left out. */
export const mergedIdentities = (db: Sqlite): Map<number, number> =>
  new Map(db.prepareRaw<[number, number]>('SELECT identity_id, customer_id FROM customer_merge').all());

/** The identities that count as one customer, its own first. */
export const identitiesReader = (db: Sqlite): ((customer: number) => number[]) => {
  const read = db.prepareRaw<[number]>(
    'SELECT identity_id FROM customer_merge WHERE customer_id = ? ORDER BY identity_id',
  );
  return (customer) => [customer, ...read.all(customer).map(([id]) => id)];
};

/** Customers that several identities count as, rising. */
export const mergedCustomers = (db: Sqlite): number[] =>
  db
    .prepareRaw<[number]>('SELECT DISTINCT customer_id FROM customer_merge ORDER BY customer_id')
    .all()
    .map(([id]) => id);

/** Whether an identity was made of a row or an order without a key. */
export const guestReader = (db: Sqlite): ((id: number) => boolean) => {
  const read = db.prepareRaw<[number]>('SELECT guest FROM customer WHERE id = ?');
  return (id) => read.get(id)?.[0] === 1;
};

/** Pairs that people keep apart, as their decisions stand; pairs that were put together since are among them. */
export const apartPairs = (db: Sqlite): [number, number][] =>
  db
    .prepareRaw<[number, number]>(
      `SELECT DISTINCT p.a, p.b FROM identity_apart p JOIN identity_change c ON c.id = p.change_id
       WHERE c.undone = 0 ORDER BY p.a, p.b`,
    )
    .all();

/** Changes that stand and moved somebody, oldest first: what the customers depend on. */
export const standingMerges = (db: Sqlite): number[] =>
  db
    .prepareRaw<[number]>(
      `SELECT id FROM identity_change WHERE undone = 0
       AND EXISTS (SELECT 1 FROM identity_move m WHERE m.change_id = id) ORDER BY id`,
    )
    .all()
    .map(([id]) => id);

/** Notes a change; its moves are made by `moveIdentities`. */
export const addIdentityChange = (
  db: Sqlite,
  moves: readonly IdentityMove[],
  apart: readonly (readonly [number, number])[],
): number => {
  const id = Number(db.prepare('INSERT INTO identity_change (undone) VALUES (0)').run().lastInsertRowid);
  const move = db.prepare('INSERT INTO identity_move VALUES (?, ?, ?, ?)');
  for (const { identity, before, after } of moves) move.run(id, identity, before, after);
  const keep = db.prepare('INSERT OR IGNORE INTO identity_apart VALUES (?, ?, ?)');
  for (const [a, b] of apart) keep.run(id, Math.min(a, b), Math.max(a, b));
  return id;
};

/** Removes an undone change for good. */
export const purgeIdentityChange = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM identity_change WHERE id = ?').run(id);
};

/** Forgets snapshots of other merges that no segmentation needs: each is computed again when an undo leads back to it. */
export const dropMergedSnapshots = (db: Sqlite, isNeeded: (state: string) => boolean): void => {
  const states = db.prepare<{ state: string }>(
    'SELECT state FROM snapshot_state WHERE snapshot_id NOT IN (SELECT snapshot_id FROM segmentation)',
  );
  const drop = db.prepare('DELETE FROM snapshot_state WHERE state = ?');
  for (const { state } of states.all()) if (!isNeeded(state)) drop.run(state);
  db.exec(`DELETE FROM snapshot WHERE id NOT IN (SELECT snapshot_id FROM snapshot_state)
           AND id NOT IN (SELECT snapshot_id FROM segmentation)`);
};
