import { type KeyForm, keyForms, keyIn } from '../../../shared/engine/join/key-forms.ts';
import type { JoinCardinality } from '../../../shared/model/join.ts';
import type { UnmatchedBySource } from '../../store/repositories/joins.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import type { TableColumn } from './join-tables.ts';
import { keyText, readKeys } from './read-keys.ts';

export interface SideCounts {
  readonly rows: number;
  readonly matched: number;
  readonly unmatched: number;
  readonly blank: number;
  /** The first of the rows without a partner. */
  readonly unmatchedRows: UnmatchedBySource;
}

/** Exact over all rows of both sides. */
export interface MatchCounts {
  readonly form: KeyForm;
  readonly sides: readonly [SideCounts, SideCounts];
  /** Different values that both have. */
  readonly keys: number;
  readonly cardinality: JoinCardinality;
  /** For each side: how far common values and customers are one to one, 0 to 1; 0 where rows have no customer. */
  readonly ofOneCustomer: readonly [number, number];
}

/** Values between two looks at whether somebody gave up. */
const keysPerLook = 100_000;

/** Row numbers kept a side. */
const mostKept = 100_000;

/** What is known of one value: how often either side has it, and whose its rows are (0 none yet, −1 several). */
interface KeyCount {
  own: number;
  other: number;
  ownCustomer: number;
  otherCustomer: number;
}

const customerOf = (known: number, customer: number | null): number =>
  customer === null ? known : known === 0 || known === customer ? customer : -1;

class Kept {
  readonly bySource = new Map<number, number[]>();
  private count = 0;
  add(sourceId: number, row: number): void {
    if (this.count >= mostKept) return;
    this.count += 1;
    const rows = this.bySource.get(sourceId);
    if (rows === undefined) this.bySource.set(sourceId, [row]);
    else rows.push(row);
  }
  toBlobs(): UnmatchedBySource {
    return new Map([...this.bySource].map(([id, rows]) => [id, Int32Array.from(rows)]));
  }
}

const countIn = async (
  db: Sqlite,
  [small, large]: readonly [TableColumn, TableColumn],
  form: KeyForm,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
) => {
  const known = new Map<string, KeyCount>();
  for await (const { rows, done } of readKeys(db, small.table, [small.at], job)) {
    for (const [, customer, value] of rows) {
      const text = keyText(value);
      if (text === null) continue;
      const key = keyIn(form, text);
      let count = known.get(key);
      if (count === undefined) {
        count = { own: 0, other: 0, ownCustomer: 0, otherCustomer: 0 };
        known.set(key, count);
      }
      count.own += 1;
      count.ownCustomer = customerOf(count.ownCustomer, customer);
    }
    onProgress(0.25 * done);
  }
  const sideOf = async (
    side: TableColumn,
    isMatched: (key: string, customer: number | null) => boolean,
    report: (done: number) => void,
  ): Promise<SideCounts> => {
    const counts = { rows: 0, matched: 0, unmatched: 0, blank: 0 };
    const kept = new Kept();
    for await (const { sourceId, rows, done } of readKeys(db, side.table, [side.at], job)) {
      counts.rows += rows.length;
      for (const [row, customer, value] of rows) {
        const text = keyText(value);
        if (text === null) counts.blank += 1;
        else if (isMatched(keyIn(form, text), customer)) counts.matched += 1;
        else {
          counts.unmatched += 1;
          kept.add(sourceId, row);
        }
      }
      report(done);
    }
    return { ...counts, unmatchedRows: kept.toBlobs() };
  };
  const inLarge = await sideOf(
    large,
    (key, customer) => {
      const count = known.get(key);
      if (count === undefined) return false;
      count.other += 1;
      count.otherCustomer = customerOf(count.otherCustomer, customer);
      return true;
    },
    (done) => onProgress(0.25 + 0.5 * done),
  );
  const inSmall = await sideOf(
    small,
    (key) => known.get(key)!.other > 0,
    (done) => onProgress(0.75 + 0.25 * done),
  );
  let [keys, repeatedOwn, repeatedOther] = [0, 0, 0];
  const [ownCustomers, otherCustomers] = [new Set<number>(), new Set<number>()];
  let looked = 0;
  for (const { own, other, ownCustomer, otherCustomer } of known.values()) {
    looked += 1;
    if (looked % keysPerLook === 0) await breathe(job);
    if (other === 0) continue;
    keys += 1;
    if (own > 1) repeatedOwn += 1;
    if (other > 1) repeatedOther += 1;
    if (ownCustomer > 0) ownCustomers.add(ownCustomer);
    if (otherCustomer > 0) otherCustomers.add(otherCustomer);
  }
  const [oneOwn, oneOther] = [ownCustomers.size, otherCustomers.size];
  return { inSmall, inLarge, keys, repeatedOwn, repeatedOther, oneOwn, oneOther };
};

/** A freer comparison has to find so much more than the one before. */
const worthwhile = 1.02;

/**
 * Counts over all rows of both tables what joining by two columns finds. Only the values of the smaller table are held.
 * O(rows of both), for each way of comparing that is tried.
 * @param forms ways of comparing to choose from, the strictest first; the first that finds (almost) the most is taken
 * @throws AppError `cancelled`
 */
export const countMatches = async (
  db: Sqlite,
  columns: readonly [TableColumn, TableColumn],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void = () => {},
  forms: readonly KeyForm[] = keyForms,
): Promise<MatchCounts> => {
  const isTurned = columns[0].table.rows > columns[1].table.rows;
  const ordered = isTurned ? ([columns[1], columns[0]] as const) : columns;
  let best: { form: KeyForm; found: Awaited<ReturnType<typeof countIn>> } | null = null;
  for (const [i, form] of forms.entries()) {
    const found = await countIn(db, ordered, form, job, (done) => onProgress((i + done) / forms.length));
    if (best === null || found.keys > best.found.keys * worthwhile) best = { form, found };
  }
  const { form, found } = best!;
  const turn = <Value>(small: Value, large: Value): [Value, Value] => (isTurned ? [large, small] : [small, large]);
  const [isLeftMany, isRightMany] = turn(found.repeatedOwn > 0, found.repeatedOther > 0);
  return {
    form,
    sides: turn(found.inSmall, found.inLarge),
    keys: found.keys,
    cardinality: isLeftMany ? (isRightMany ? 'manyToMany' : 'manyToOne') : isRightMany ? 'oneToMany' : 'oneToOne',
    ofOneCustomer: turn(found.oneOwn / Math.max(1, found.keys), found.oneOther / Math.max(1, found.keys)),
  };
};
