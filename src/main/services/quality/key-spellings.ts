import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** Spellings of keys that are kept so. */
const mostKeys = 2_000;

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
  return more.size === 0 ? null : { customers: more.size, example, sourceId, ids: [...more].slice(0, mostKeys) };
};
