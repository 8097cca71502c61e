import type { ColumnRole } from '../../../shared/model/column.ts';
import type { Sqlite } from '../sqlite.ts';
import { quoteName } from './source-rows.ts';
import type { StoredSource } from './sources.ts';

/** Keys to customers through all sources, guests left out: the same key is the same customer. */
export const knownCustomers = (db: Sqlite): Map<string, number> => {
  const known = new Map<string, number>();
  const rows = db
    .prepareRaw<[string, number]>(
      'SELECT k.key, k.customer_id FROM customer_key k JOIN customer c ON c.id = k.customer_id WHERE c.guest = 0',
    )
    .iterate();
  for (const [key, id] of rows) known.set(key, id);
  return known;
};

/** The greatest id of a customer; 0 where there is none. */
export const lastCustomerId = (db: Sqlite): number =>
  db.prepare<{ last: number | null }>('SELECT max(id) AS last FROM customer').get()?.last ?? 0;

export interface CustomerWriter {
  /**
   * The customer of that key, made where it is new.
   * @param number of the key in this import: the same for the same key
   */
  idOf(number: number, key: string): number;
  /** A customer without a key in the file: one order's, or one row's. */
  guestOf(label: string): number;
}

export const createCustomerWriter = (db: Sqlite, sourceId: number, known: Map<string, number>): CustomerWriter => {
  let next = lastCustomerId(db) + 1;
  const addCustomer = db.prepare('INSERT INTO customer VALUES (?, ?)');
  const addKey = db.prepare('INSERT INTO customer_key VALUES (?, ?, ?)');
  /** By number: the customer's id, once the source is among its keys. */
  const here: number[] = [];
  const guests = new Map<string, number>();
  const make = (label: string, guest: 0 | 1): number => {
    const id = next;
    next += 1;
    addCustomer.run(id, guest);
    addKey.run(id, sourceId, label);
    return id;
  };
  return {
    idOf: (number, key) => {
      const written = here[number];
      if (written !== undefined) return written;
      let id = known.get(key);
      if (id === undefined) {
        id = make(key, 0);
        known.set(key, id);
      } else addKey.run(id, sourceId, key);
      here[number] = id;
      return id;
    },
    guestOf: (label) => {
      const id = guests.get(label) ?? make(label, 1);
      guests.set(label, id);
      return id;
    },
  };
};

const columnWith = (source: StoredSource, role: ColumnRole): string | null => {
  const at = source.columns.findIndex((column) => column.role === role);
  return at < 0 ? null : quoteName(source.sqlColumns[at]!);
};

/** Keeps each customer's last name and e-mail that the file gives; needs the index on customers. */
export const storeContacts = (db: Sqlite, source: StoredSource): void => {
  const name = columnWith(source, 'name');
  const email = columnWith(source, 'email');
  if (name === null && email === null) return;
  const last = (column: string | null) =>
    column === null
      ? 'NULL'
      : `(SELECT ${column} FROM ${quoteName(source.table)} WHERE _customer = c.id AND ${column} IS NOT NULL ORDER BY _row DESC LIMIT 1)`;
  db.prepare(
    `INSERT INTO customer_contact SELECT c.id, ?, ${last(name)}, ${last(email)}
     FROM (SELECT DISTINCT customer_id AS id FROM customer_key WHERE source_id = ?) c`,
  ).run(source.id, source.id);
};

export interface CustomerIdentity {
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
}

const live = `JOIN source s ON s.id = x.source_id JOIN import i ON i.id = s.import_id AND i.undone = 0`;

/** Everybody's, in two passes: about a tenth of what as many look-ups take. O(customers × sources). */
const readIdentities = (db: Sqlite): Map<number, CustomerIdentity> => {
  const all = new Map<number, CustomerIdentity>();
  const keys = db.prepareRaw<[number, string]>(
    `SELECT x.customer_id, x.key FROM customer_key x ${live} ORDER BY x.customer_id, x.source_id, x.key`,
  );
  for (const [id, key] of keys.iterate()) if (!all.has(id)) all.set(id, { key, name: null, email: null });
  const contacts = db.prepareRaw<[number, string | null, string | null]>(
    `SELECT x.customer_id, x.name, x.email FROM customer_contact x ${live} ORDER BY x.customer_id, x.source_id`,
  );
  for (const [id, name, email] of contacts.iterate()) {
    const known = all.get(id);
    if (known) all.set(id, { key: known.key, name: name ?? known.name, email: email ?? known.email });
  }
  return all;
};

/** More look-ups than a page or two has mean a search, a sort or an export: then everybody is read at once. */
const lookUpsAtMost = 1_000;

/** Key, name and e-mail of a customer, from the sources that stand. Holds as long as the project does not change. */
export const createIdentityReader = (db: Sqlite): ((id: number) => CustomerIdentity) => {
  let lookUps = 0;
  let all: Map<number, CustomerIdentity> | null = null;
  const key = db.prepare<{ key: string }>(
    `SELECT x.key FROM customer_key x ${live} WHERE x.customer_id = ? ORDER BY x.source_id, x.key LIMIT 1`,
  );
  const contact = db.prepare<{ name: string | null; email: string | null }>(
    `SELECT x.name, x.email FROM customer_contact x ${live} WHERE x.customer_id = ? ORDER BY x.source_id DESC`,
  );
  const lookUp = (id: number): CustomerIdentity => {
    const contacts = contact.all(id);
    return {
      key: key.get(id)?.key ?? `#${id}`,
      name: contacts.find((one) => one.name !== null)?.name ?? null,
      email: contacts.find((one) => one.email !== null)?.email ?? null,
    };
  };
  return (id) => {
    lookUps += 1;
    if (lookUps > lookUpsAtMost) all ??= readIdentities(db);
    return all?.get(id) ?? lookUp(id);
  };
};
