import type { Sqlite } from '../../store/sqlite.ts';
import { createPace } from '../rows/cell-spans.ts';

/** What all customers of a snapshot are called, by row. */
export interface IdentityTexts {
  readonly bytes: number;
  readonly key: readonly string[];
  /** Null as a whole where no file names anybody. */
  readonly name: readonly (string | null)[] | null;
  readonly email: readonly (string | null)[] | null;
}

const live = 'x.source_id IN (SELECT s.id FROM source s JOIN import i ON i.id = s.import_id AND i.undone = 0)';

/** Whether any file that stands names customers, or has addresses of them. */
export const hasContacts = (db: Sqlite): { readonly name: boolean; readonly email: boolean } => {
  const has = (column: 'name' | 'email') =>
    db.prepare(`SELECT 1 FROM customer_contact x WHERE x.${column} IS NOT NULL AND ${live} LIMIT 1`).get() !==
    undefined;
  return { name: has('name'), email: has('email') };
};

interface Contacts {
  readonly name: (string | null)[];
  readonly email: (string | null)[];
}

/** What a customer's own files leave open, those of whom was put together with it may say. O(those put together). */
const fillFromMerged = (db: Sqlite, ids: Int32Array, { name, email }: Contacts): void => {
  const rowOf = new Map<number, number>();
  const merged = db.prepareRaw<[number, number, string | null, string | null]>(
    `SELECT m.customer_id, m.identity_id, x.name, x.email FROM customer_merge m
     JOIN customer_contact x ON x.customer_id = m.identity_id AND ${live} ORDER BY m.identity_id, x.source_id DESC`,
  );
  const found = merged.all();
  if (found.length === 0) return;
  const wanted = new Set(found.map(([customer]) => customer));
  for (let row = 0; row < ids.length; row += 1) if (wanted.has(ids[row]!)) rowOf.set(ids[row]!, row);
  for (const [customer, , itsName, itsEmail] of found) {
    const row = rowOf.get(customer);
    if (row === undefined) continue;
    name[row] ??= itsName;
    email[row] ??= itsEmail;
  }
};

/**
 * Reads what all customers are called, a range at a time. O(customers × sources); yields how far it is, 0 to 1.
 * @param ids of the customers, rising
 */
export function* readIdentityTexts(db: Sqlite, ids: Int32Array): Generator<number, IdentityTexts> {
  const range = 'x.customer_id BETWEEN ? AND ?';
  const keys = db.prepareRaw<[number, string]>(
    `SELECT x.customer_id, x.key FROM customer_key x WHERE ${range} AND ${live} ORDER BY x.customer_id, x.source_id, x.key`,
  );
  const contacts = db.prepareRaw<[number, string | null, string | null]>(
    `SELECT x.customer_id, x.name, x.email FROM customer_contact x WHERE ${range} AND ${live} ORDER BY x.customer_id, x.source_id`,
  );
  const has = hasContacts(db);
  const key: string[] = [];
  const name: (string | null)[] = [];
  const email: (string | null)[] = [];
  let letters = 0;
  const pace = createPace();
  for (let from = 0; from < ids.length; ) {
    const to = Math.min(ids.length, from + pace.rows);
    const began = performance.now();
    const [first, last] = [ids[from]!, ids[to - 1]!];
    const known = keys.all(first, last);
    const said = has.name || has.email ? contacts.all(first, last) : [];
    let at = 0;
    let saidAt = 0;
    for (let row = from; row < to; row += 1) {
      const id = ids[row]!;
      while (at < known.length && known[at]![0] < id) at += 1;
      const text = known[at]?.[0] === id ? known[at]![1] : `#${id}`;
      let [itsName, itsEmail]: [string | null, string | null] = [null, null];
      while (saidAt < said.length && said[saidAt]![0] <= id) {
        if (said[saidAt]![0] === id) {
          itsName = said[saidAt]![1] ?? itsName;
          itsEmail = said[saidAt]![2] ?? itsEmail;
        }
        saidAt += 1;
      }
      key.push(text);
      name.push(itsName);
      email.push(itsEmail);
      letters += text.length + (itsName?.length ?? 0) + (itsEmail?.length ?? 0);
    }
    pace.took(performance.now() - began);
    from = to;
    yield from / ids.length;
  }
  fillFromMerged(db, ids, { name, email });
  // Room for the letters, and a head and a place for each text.
  const bytes = letters + ids.length * 24 * (1 + (has.name ? 1 : 0) + (has.email ? 1 : 0));
  return { bytes, key, name: has.name ? name : null, email: has.email ? email : null };
}
