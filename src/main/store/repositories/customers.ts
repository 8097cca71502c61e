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
   * @param textOf the key of that number; asked once a table
   */
  idOf(number: number, textOf: (number: number) => string): number;
  /** A customer without a key in the file: one order's, or one row's. */
  guestOf(label: string): number;
}

/**
 * @param known customers that were there before the import, by key
 * @param made customers of this import's keys by number, through all its tables
 */
export const createCustomerWriter = (
  db: Sqlite,
  sourceId: number,
  known: ReadonlyMap<string, number>,
  made: number[],
): CustomerWriter => {
  let next = lastCustomerId(db) + 1;
  const addCustomer = db.prepare('INSERT INTO customer VALUES (?, ?)');
  const addKey = db.prepare('INSERT INTO customer_key VALUES (?, ?, ?)');
  /** By number: whether the source is among the customer's keys. */
  let here = new Uint8Array(1024);
  const guests = new Map<string, number>();
  const make = (label: string, guest: 0 | 1): number => {
    const id = next;
    next += 1;
    addCustomer.run(id, guest);
    addKey.run(id, sourceId, label);
    return id;
  };
  return {
    idOf: (number, textOf) => {
      if (here[number] === 1) return made[number]!;
      if (number >= here.length) {
        const larger = new Uint8Array(Math.max(number + 1, here.length * 2));
        larger.set(here);
        here = larger;
      }
      here[number] = 1;
      const key = textOf(number);
      let id = made[number] ?? known.get(key);
      if (id === undefined) id = make(key, 0);
      else addKey.run(id, sourceId, key);
      made[number] = id;
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

/** Everybody who was put together with a customer, by what their own sources say. */
const readMerged = (db: Sqlite, all: Map<number, CustomerIdentity>): void => {
  const merged = db.prepareRaw<[number, number]>('SELECT identity_id, customer_id FROM customer_merge ORDER BY 1');
  for (const [identity, customer] of merged.all()) {
    const [into, from] = [all.get(customer), all.get(identity)];
    if (into && from)
      all.set(customer, { key: into.key, name: into.name ?? from.name, email: into.email ?? from.email });
  }
};

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
  readMerged(db, all);
  return all;
};

/** More look-ups than a page or two has mean a search, a sort or an export: then everybody is read at once. */
const lookUpsAtMost = 1_000;

/** What the sources of one identity alone say, whomever it counts as; a guest has no key. */
export const createOwnIdentityReader = (
  db: Sqlite,
): ((id: number) => Omit<CustomerIdentity, 'key'> & { key: string | null; sources: string[] }) => {
  const keys = db.prepareRaw<[string, string, number]>(
    `SELECT x.key, s.name, c.guest FROM customer_key x ${live} JOIN customer c ON c.id = x.customer_id
     WHERE x.customer_id = ? ORDER BY x.source_id, x.key`,
  );
  const contacts = db.prepareRaw<[string | null, string | null]>(
    `SELECT x.name, x.email FROM customer_contact x ${live} WHERE x.customer_id = ? ORDER BY x.source_id DESC`,
  );
  return (id) => {
    const known = keys.all(id);
    const said = contacts.all(id);
    return {
      key: known[0]?.[2] === 0 ? known[0][0] : null,
      name: said.find(([name]) => name !== null)?.[0] ?? null,
      email: said.find(([, email]) => email !== null)?.[1] ?? null,
      sources: [...new Set(known.map(([, name]) => name))],
    };
  };
};

const alsoText = (id: number, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' · ') || `#${id}`;

/** What those are called who were put together with a customer, one text each. */
export const alsoKnownAs = (db: Sqlite, customer: number): string[] => {
  const read = createOwnIdentityReader(db);
  return db
    .prepareRaw<[number]>('SELECT identity_id FROM customer_merge WHERE customer_id = ? ORDER BY identity_id')
    .all(customer)
    .map(([id]) => {
      const { key, name, email } = read(id);
      return alsoText(id, [name, email, key]);
    });
};

/** The same of everybody at once, by customer: a fraction of what as many look-ups take. O(those put together). */
export const readAlsoKnownAs = (db: Sqlite): Map<number, string[]> => {
  const told = new Map<number, { customer: number; key: string | null; name: string | null; email: string | null }>();
  const keys = db.prepareRaw<[number, number, string, number]>(
    `SELECT x.customer_id, m.customer_id, x.key, c.guest FROM customer_merge m
     JOIN customer_key x ON x.customer_id = m.identity_id JOIN customer c ON c.id = m.identity_id ${live}
     ORDER BY m.identity_id, x.source_id, x.key`,
  );
  for (const [id, customer, key, guest] of keys.iterate())
    if (!told.has(id)) told.set(id, { customer, key: guest === 1 ? null : key, name: null, email: null });
  const contacts = db.prepareRaw<[number, string | null, string | null]>(
    `SELECT x.customer_id, x.name, x.email FROM customer_merge m
     JOIN customer_contact x ON x.customer_id = m.identity_id ${live} ORDER BY m.identity_id, x.source_id`,
  );
  for (const [id, name, email] of contacts.iterate()) {
    const known = told.get(id);
    if (known) told.set(id, { ...known, name: name ?? known.name, email: email ?? known.email });
  }
  const also = new Map<number, string[]>();
  for (const [id, { customer, key, name, email }] of told)
    also.set(customer, [...(also.get(customer) ?? []), alsoText(id, [name, email, key])]);
  return also;
};

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
  const others = db.prepareRaw<[number]>(
    'SELECT identity_id FROM customer_merge WHERE customer_id = ? ORDER BY identity_id',
  );
  const lookUp = (id: number): CustomerIdentity => {
    // What its own sources leave open, those of whom was put together with it may say.
    const contacts = [id, ...others.all(id).map(([other]) => other)].flatMap((one) => contact.all(one));
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
