import { gapsOf } from '../../../shared/engine/quality/gaps.ts';
import { createNearDuplicates } from '../../../shared/engine/quality/near-duplicates.ts';
import { createRowSet } from '../../../shared/engine/quality/row-set.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { FindingKind, Severity } from '../../../shared/model/quality.ts';
import { asideBit } from '../../../shared/model/source.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { epochDay, isoDay } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { byShare } from './candidate.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

/** A finding about rows rather than cells. */
export interface RowFinding {
  readonly kind: FindingKind;
  readonly at: number | null;
  readonly severity: Severity;
  readonly rows: number;
  readonly examples: readonly number[];
  readonly message: Message;
  /** On counted rows. */
  readonly micros: number;
  /** Those that count, where others are among them. */
  readonly countedRows?: number;
  /** Rows that score against the table, where they are not `rows`. */
  readonly scored?: number;
}

const mostExamples = 5;
/** Contacts held at once while near duplicates are looked for. */
const mostContacts = 2_000_000;

const roleAt = (source: StoredSource, role: string): number => source.columns.findIndex((one) => one.role === role);

/** What a list of rows turns into, with its first few as examples. */
const createList = () => {
  const examples: number[] = [];
  let rows = 0;
  let micros = 0;
  return {
    add: (row: number, amount: number | null = null) => {
      rows += 1;
      micros += Math.round((amount ?? 0) * 1e6);
      if (examples.length < mostExamples) examples.push(row);
    },
    get: () => ({ rows, examples, micros }),
  };
};

interface Setting {
  readonly db: Sqlite;
  readonly source: StoredSource;
  readonly mask: number;
  readonly today: string | null;
  readonly job: Pick<JobContext, 'signal'>;
  readonly onProgress: (done: number) => void;
}

const customersSize = (db: Sqlite): number => lastCustomerId(db) + 1;

const daysBetween = (days: Set<number>): Int32Array => Int32Array.from(days).sort();

const freshness = (days: Set<number>, { today, source }: Setting): RowFinding[] => {
  const gaps = gapsOf(daysBetween(days));
  if (gaps === null) return [];
  const found: RowFinding[] = [];
  const nothing = { at: null, rows: 0, examples: [], micros: 0 };
  const [hole] = gaps.holes;
  if (hole !== undefined) {
    const values = { from: isoDay(hole.from), to: isoDay(hole.to), holes: gaps.holes.length };
    found.push({ ...nothing, kind: 'gap', severity: 'low', message: message('quality.gap', values) });
  }
  const age = today === null ? 0 : epochDay(today) - gaps.lastDay;
  if (age > Math.max(45, 5 * gaps.usual))
    found.push({
      ...nothing,
      kind: 'stale',
      severity: 'medium',
      scored: source.rows,
      message: message('quality.stale', { last: isoDay(gaps.lastDay), days: age }),
    });
  return found;
};

/** Order lines and orders: repeats, orders of several customers or days, and days without any. One pass. */
const orderFindings = async (setting: Setting): Promise<RowFinding[]> => {
  const { db, source, mask, job, onProgress } = setting;
  const hasOrder = roleAt(source, 'order') >= 0;
  const repeats = createList();
  let countedRepeats = 0;
  const shared = createList();
  const long = createList();
  const size = hasOrder ? source.lastOrder + 1 : 0;
  const ownerOf = new Int32Array(size);
  const dayOf = new Int32Array(size);
  const told = new Uint8Array(size);
  const days = new Set<number>();
  const epochs = new Map<string, number>();
  for (const { rows, done } of rowsInSteps(db, source, [])) {
    for (const row of rows) {
      const number = row[own.row] as number;
      const aside = row[own.aside] as number;
      if ((aside & asideBit.duplicate) !== 0)
        repeats.add(number, (aside & mask) === 0 ? (row[own.amount] as number | null) : null);
      if ((aside & asideBit.duplicate) !== 0 && (aside & mask) === 0) countedRepeats += 1;
      const text = row[own.day] as string | null;
      let day: number | null = null;
      if (text !== null) {
        day = epochs.get(text) ?? epochDay(text);
        epochs.set(text, day);
        days.add(day);
      }
      const order = row[own.order] as number | null;
      if (!hasOrder || order === null || order >= size || (aside & asideBit.noCustomer) !== 0) continue;
      const customer = row[own.customer] as number | null;
      if (customer !== null) {
        if (ownerOf[order] === 0) ownerOf[order] = customer;
        else if (ownerOf[order] !== customer && (told[order]! & 1) === 0) {
          told[order]! |= 1;
          shared.add(number);
        }
      }
      if (day !== null) {
        // Day 0 is 1970; shifted so that 0 means none yet.
        const shifted = day + 1_000_000;
        if (dayOf[order] === 0) dayOf[order] = shifted;
        // Past midnight it is still the same order.
        else if (Math.abs(dayOf[order]! - shifted) > 1 && (told[order]! & 2) === 0) {
          told[order]! |= 2;
          long.add(number);
        }
      }
    }
    onProgress(done);
    await breathe(job);
  }
  const order = roleAt(source, 'order');
  const found: RowFinding[] = [];
  const share = (rows: number) => rows / Math.max(1, source.rows);
  const add = (
    kind: 'sharedOrder' | 'longOrder' | 'duplicates',
    list: ReturnType<typeof createList>,
    severity: Severity,
  ) => {
    const { rows, examples, micros } = list.get();
    if (rows === 0) return;
    const key = kind === 'duplicates' ? 'quality.duplicates.lines' : `quality.${kind}`;
    found.push({
      kind,
      at: kind === 'duplicates' ? null : order,
      severity,
      rows,
      examples,
      micros,
      message: message(key, { rows }),
      ...(kind === 'duplicates' ? { countedRows: countedRepeats } : {}),
    });
  };
  add('duplicates', repeats, 'low');
  add('sharedOrder', shared, byShare(0.01)(share(shared.get().rows)));
  add('longOrder', long, 'low');
  return [...found, ...freshness(days, setting)];
};

/** Customer tables and all others: repeats, customers with several rows, and rows that seem to be one customer. One pass. */
const tableFindings = async (setting: Setting): Promise<RowFinding[]> => {
  const { db, source, job, onProgress } = setting;
  const isCustomers = source.kind === 'customers';
  const key = roleAt(source, 'customer');
  const [name, email] = [roleAt(source, 'name'), roleAt(source, 'email')];
  const seen = new Uint8Array(isCustomers ? customersSize(db) : 0);
  const set = createRowSet(source.rows);
  const repeats = createList();
  const repeatedKeys = createList();
  const contacts = createNearDuplicates();
  let contactCount = 0;
  const facts = source.columns.flatMap(({ role, type }, at) => (role === 'phone' || type === 'date' ? [at] : []));
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const { rows, done } of rowsInSteps(
    db,
    source,
    source.columns.map((_, at) => at),
  )) {
    for (const row of rows) {
      const number = row[own.row] as number;
      for (let at = own.first; at < row.length; at += 1) set.cell(row[at]!);
      const isRepeat = set.end();
      if (isRepeat) repeats.add(number);
      if (!isCustomers) continue;
      const customer = row[own.customer] as number | null;
      const isKnown = customer !== null && seen[customer] === 1;
      if (customer !== null) seen[customer] = 1;
      if (key >= 0 && isKnown && !isRepeat) repeatedKeys.add(number);
      if (!isKnown && !isRepeat && (name >= 0 || email >= 0) && contactCount < mostContacts) {
        contactCount += 1;
        contacts.add({
          row: number,
          name: name < 0 ? null : textOf(row[own.first + name]),
          email: email < 0 ? null : textOf(row[own.first + email]),
          facts: facts.map((at) => (row[own.first + at] == null ? null : String(row[own.first + at]))),
        });
      }
    }
    onProgress(done);
    await breathe(job);
  }
  const share = (rows: number) => rows / Math.max(1, source.rows);
  const found: RowFinding[] = [];
  const { rows } = repeats.get();
  if (rows > 0) {
    const mayBeReal = key < 0;
    found.push({
      kind: 'duplicates',
      at: null,
      severity: mayBeReal ? 'info' : byShare(0.01)(share(rows)),
      ...repeats.get(),
      message: message('quality.duplicates', { rows, mayBeReal }),
    });
  }
  const again = repeatedKeys.get();
  if (again.rows > 0)
    found.push({
      kind: 'repeatedKey',
      at: key,
      severity: 'medium',
      ...again,
      message: message('quality.repeatedKey', { rows: again.rows, column: source.columns[key]!.name }),
    });
  const groups = contacts.groups();
  if (groups.length > 0) {
    const more = groups.reduce((sum, group) => sum + group.length - 1, 0);
    found.push({
      kind: 'nearDuplicates',
      at: email >= 0 ? email : name,
      severity: byShare(0.01)(share(more)),
      rows: more,
      micros: 0,
      examples: groups.flat().slice(0, mostExamples + 1),
      message: message('quality.nearDuplicates', { rows: more }),
    });
  }
  return found;
};

export const rowFindings = (setting: Setting): Promise<RowFinding[]> =>
  setting.source.kind === 'orderLines' || setting.source.kind === 'orders'
    ? orderFindings(setting)
    : tableFindings(setting);

/** Case, spaces and zeros in front aside: `0042`, ` 42` and `42` are one. */
const plainKey = (key: string): string =>
  key
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');

export interface KeySpellings {
  /** Customers that seem to be another one. */
  readonly customers: number;
  readonly example: string;
  /** By source: where the customers stand. */
  readonly sourceId: number;
  readonly ids: readonly number[];
}

/** Customers' keys that differ by case, spaces or zeros in front only. O(keys). */
export const keySpellings = async (db: Sqlite, job: Pick<JobContext, 'signal'>): Promise<KeySpellings | null> => {
  const first = new Map<string, { key: string; id: number }>();
  const read = db.prepareRaw<[string, number, number]>(
    `SELECT k.key, k.customer_id, k.source_id FROM customer_key k JOIN customer c ON c.id = k.customer_id
     JOIN source s ON s.id = k.source_id JOIN import i ON i.id = s.import_id
     WHERE c.guest = 0 AND i.undone = 0 AND k.customer_id > ? ORDER BY k.customer_id, k.source_id LIMIT ?`,
  );
  const more = new Set<number>();
  let example = '';
  let sourceId = 0;
  const pageSize = 10_000;
  for (let after = 0; ; ) {
    const page = read.all(after, pageSize);
    for (const [key, id, source] of page) {
      const plain = plainKey(key);
      const known = first.get(plain);
      if (known === undefined) first.set(plain, { key, id });
      else if (known.id !== id && !more.has(id)) {
        more.add(id);
        if (example === '') {
          example = `“${known.key}” / “${key}”`;
          sourceId = source;
        }
      }
    }
    await breathe(job);
    const last = page.at(-1)?.[1];
    if (page.length < pageSize || last === undefined) break;
    // A customer with keys on both sides of the page's end is read twice, which changes nothing.
    after = last === after ? last : last - 1;
  }
  return more.size === 0 ? null : { customers: more.size, example, sourceId, ids: [...more].slice(0, mostExamples) };
};

/** The first row of each of these customers in a source; needs the index on customers. */
export const rowsOfCustomers = (db: Sqlite, source: StoredSource, ids: readonly number[]): number[] => {
  const read = db.prepareRaw<[number | null]>(`SELECT min(_row) FROM ${quoteName(source.table)} WHERE _customer = ?`);
  return ids.flatMap((id) => read.get(id)?.[0] ?? []);
};
