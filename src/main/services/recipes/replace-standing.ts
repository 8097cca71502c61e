import type { RecipeChanges } from '../../../shared/model/recipe.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { createMergedRows } from '../../store/repositories/merged-rows.ts';
import { moveGuest } from '../../store/repositories/recipes.ts';
import { addReplacement, setReplaced } from '../../store/repositories/replaced.ts';
import { activeMask } from '../../store/repositories/rules.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource, sourcesOfImport } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import type { CollectedSheet } from './collect-places.ts';
import { changesOf } from './count-changes.ts';
import { findReplaced } from './find-replaced.ts';
import { identicalImport, isOfImport } from './known-files.ts';
import { createPlaceSet, type PlaceSet, placesAmong } from './line-places.ts';
import { recipeSheetOf } from './list-recipes.ts';
import { standingRows } from './read-standing.ts';
import { isSameKind } from './recognise.ts';

type Job = Pick<JobContext, 'signal'>;

/** What a stored sheet brings, and the numbers and guests of its orders by number as written. */
const collect = async (
  db: Sqlite,
  source: StoredSource,
  aside: number,
  job: Job,
  onProgress: (fraction: number) => void,
) => {
  const places = createPlaceSet(source.kind);
  const counted = createPlaceSet(source.kind);
  const customers = new Set<number>();
  const orders = new Map<string, number>();
  const guests = new Map<string, number>();
  for (const { rows, done } of standingRows(db, source)) {
    for (const row of rows) {
      if (row.isGone) continue;
      places.add(row);
      if ((row.aside & aside) === 0) {
        counted.add(row);
        if (row.customer !== null) customers.add(row.customer);
      }
      if (row.order === null) continue;
      if (row.orderNumber !== null) orders.set(row.order, row.orderNumber);
      if (row.guest !== null) guests.set(row.order, row.guest);
    }
    onProgress(done);
    await breathe(job);
  }
  const hasCustomers = source.columns.some(({ role }) => role === 'customer');
  const collected: CollectedSheet = { places, counted, customers, hasCustomers };
  return { collected, orders, guests };
};

/** By number or id as the new file's rows have it: the one that stood before. */
interface Carried {
  readonly orders: ReadonlyMap<number, number>;
  readonly guests: ReadonlyMap<number, number>;
}

/**
 * An order that goes on in a new file stays one order, and a guest whose order comes again stays that guest. O(rows of
 * the new source), and nothing where none does.
 */
const carryOn = async (db: Sqlite, source: StoredSource, { orders, guests }: Carried, job: Job): Promise<void> => {
  if (orders.size === 0 && guests.size === 0) return;
  const update = db.prepare(`UPDATE ${quoteName(source.table)} SET _order = ?, _customer = ? WHERE _row = ?`);
  const merged = mergedIdentities(db);
  const remember = createMergedRows(db, source.id, merged);
  let written = 0;
  for (const { rows } of standingRows(db, source)) {
    for (const { row, orderNumber, owner, guest } of rows) {
      const order = orderNumber === null ? undefined : orders.get(orderNumber);
      const who = guest === null ? undefined : guests.get(guest);
      if (order === undefined && who === undefined) continue;
      // A guest who was put together with somebody stays so.
      const customer = who === undefined ? owner : remember([who], [row])[0]!;
      update.run(order ?? orderNumber, customer, row);
      written += 1;
      if (written % 4_000 === 0) await breathe(job);
    }
    await breathe(job);
  }
  for (const [from, to] of guests) {
    moveGuest(db, source.id, from, to);
    written += 1;
    if (written % 4_000 === 0) await breathe(job);
  }
};

/** Rows of a source whose place a newer file has taken. */
const goneRows = async (
  db: Sqlite,
  source: StoredSource,
  job: Job,
): Promise<{ readonly rows: number; readonly ranges: Int32Array }> => {
  const ranges: number[] = [];
  let count = 0;
  let isOpen = false;
  for (const { rows } of standingRows(db, source)) {
    for (const { row, isGone } of rows) {
      if (isGone) {
        if (isOpen) ranges[ranges.length - 1] = row;
        else ranges.push(row, row);
        count += 1;
      }
      isOpen = isGone;
    }
    await breathe(job);
  }
  return { rows: count, ranges: Int32Array.from(ranges) };
};

export interface ReplaceOptions {
  readonly importId: number;
  /** By source of the import: whether it takes the place of what stands. */
  readonly isReplayed: readonly boolean[];
  /** By source: its file's. */
  readonly fingerprints: readonly (string | null)[];
  /** The last customer before the import. */
  readonly lastCustomer: number;
  /** Rules that are switched off. */
  readonly kept: readonly SetAsideReason[];
  /**
   * The one source that is replaced, to the last row, whatever its rows are: the same rows, read anew. Those that a newer
   * file had replaced stay so.
   */
  readonly wholeSourceId?: number | null;
}

/**
 * Lets the sources of an import, one after another, take the place of the rows that stood for the same orders and days,
 * customers or products in sources of the same kind of earlier imports. Inside the caller's transaction.
 * @returns by source what it changed; null where it was only added
 * @throws AppError `cancelled`
 */
export const replaceStanding = async (
  db: Sqlite,
  { importId, isReplayed, fingerprints, lastCustomer, kept, wholeSourceId = null }: ReplaceOptions,
  job: Job,
  onProgress: (fraction: number) => void,
): Promise<(RecipeChanges | null)[]> => {
  const changes: (RecipeChanges | null)[] = [];
  const aside = activeMask(kept);
  const before: PlaceSet[] = [];
  const sources = sourcesOfImport(db, importId);
  const earlier = listSources(db).filter((source) => source.importId !== importId);
  for (const [i, source] of sources.entries()) {
    const onPart = (fraction: number) => onProgress((i + fraction) / sources.length);
    if (!isReplayed[i]) {
      changes.push(null);
      continue;
    }
    const { collected, orders, guests } = await collect(db, source, aside, job, (done) => onPart(0.2 * done));
    const carried = { orders: new Map<number, number>(), guests: new Map<number, number>() };
    const known = placesAmong(source.kind, collected.counted);
    const identical = identicalImport(db, fingerprints[i]!, source.sheet, importId);
    const found = await findReplaced(
      db,
      earlier.filter((one) =>
        wholeSourceId === null ? isSameKind(recipeSheetOf(one), recipeSheetOf(source)) : one.id === wholeSourceId,
      ),
      { has: (row) => collected.places.has(row) && !before.some((places) => places.has(row)) },
      known,
      (one) => one.id === wholeSourceId || isOfImport(identical, source.sheet)(one),
      job,
      (done) => onPart(0.2 + 0.5 * done),
      ({ order, orderNumber, guest }, isGone) => {
        if (order === null) return;
        const here = orders.get(order);
        if (!isGone && here !== undefined && orderNumber !== null && !carried.orders.has(here))
          carried.orders.set(here, orderNumber);
        const guestHere = guests.get(order);
        if (guest !== null && guestHere !== undefined && !carried.guests.has(guestHere))
          carried.guests.set(guestHere, guest);
      },
    );
    for (const { source: of, rows, ranges } of found.of) addReplacement(db, importId, source.id, of.id, rows, ranges);
    const whole = earlier.find(({ id }) => id === wholeSourceId);
    if (whole !== undefined) {
      const gone = await goneRows(db, whole, job);
      if (gone.rows > 0) addReplacement(db, importId, source.id, source.id, gone.rows, gone.ranges);
    }
    await carryOn(db, source, carried, job);
    before.push(collected.places);
    changes.push(changesOf(source, collected, found, identical, (customer) => customer <= lastCustomer));
    onPart(1);
  }
  for (const _ of setReplaced(db, importId, true)) await breathe(job);
  return changes;
};
