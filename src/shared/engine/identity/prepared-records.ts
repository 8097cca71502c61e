import { type Progress, throwIfCancelled } from '../progress.ts';
import { isNameOnly } from './is-name-only.ts';
import { normaliseBirthDate } from './normalise-birth-date.ts';
import { normaliseCity } from './normalise-city.ts';
import { normaliseEmail } from './normalise-email.ts';
import { normaliseName } from './normalise-name.ts';
import { normalisePhone } from './normalise-phone.ts';
import { normalisePostalCode } from './normalise-postal-code.ts';
import { normaliseStreet } from './normalise-street.ts';
import type { IdentityRecords } from './records.ts';
import {
  type CodeColumn,
  collectText,
  poolOf,
  type TextCollector,
  type TextColumn,
  type TextPool,
} from './text-pool.ts';

/** First and last names in one pool, so that the two can be compared crosswise. */
export interface NameColumns extends TextPool {
  /** Of each record, −1 where missing. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The pair of both; −1 where either is missing. */
  readonly full: Int32Array;
  /** Records with each word as first and as last name, and with each full name. */
  readonly firstCounts: Int32Array;
  readonly lastCounts: Int32Array;
  readonly fullCounts: Int32Array;
}

/** Records normalised, every value by its number. */
export interface PreparedRecords {
  readonly count: number;
  readonly names: NameColumns;
  readonly key: CodeColumn;
  readonly address: CodeColumn;
  readonly mailbox: TextColumn;
  /** The name of the mailbox, where it says more than the person's name. */
  readonly local: CodeColumn;
  readonly phone: TextColumn;
  readonly phoneEnding: CodeColumn;
  readonly street: TextColumn;
  readonly house: CodeColumn;
  readonly postalCode: TextColumn;
  readonly city: TextColumn;
  /** Street, number and postal code (or town) together, where all are there. */
  readonly place: CodeColumn;
  readonly birthDate: TextColumn;
}

/** Records between two looks at the cancel flag. */
const recordsPerLook = 1024;
/** Digits of a phone number that stay the same when country or area are left out. */
const endingDigits = 7;

const countCodes = (codes: Int32Array, values: number): Int32Array => {
  const counts = new Int32Array(values);
  for (const code of codes) if (code >= 0) counts[code]! += 1;
  return counts;
};

/**
 * Normalises all records. O(characters), memory about a number a record and field and every different value once.
 * @param country two letters (ISO 3166) that phone numbers without a country's code belong to
 * @throws AppError `cancelled`
 */
export const prepareRecords = (records: IdentityRecords, country: string, progress: Progress): PreparedRecords => {
  const { count } = records;
  const column = () => collectText(count);
  const [key, address, mailbox, local, phone, phoneEnding] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [street, house, postalCode, city, place, birthDate] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const words = new Map<string, number>();
  const values: string[] = [];
  const wordOf = (word: string | null): number => {
    if (word === null) return -1;
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, values.length);
    values.push(word);
    return values.length - 1;
  };
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i += 1) {
    if (i % recordsPerLook === 0) {
      throwIfCancelled(progress);
      progress.report((0.9 * i) / count);
    }
    const at = (values: readonly (string | null)[] | undefined): string | null => {
      const value = values?.[i] ?? null;
      return value === null || value === '' ? null : value;
    };
    const name = normaliseName(at(records.firstName), at(records.lastName), at(records.fullName));
    first[i] = wordOf(name.first);
    last[i] = wordOf(name.last);
    key.set(i, at(records.key)?.trim() || null);
    const written = at(records.email);
    const mail = written === null ? null : normaliseEmail(written);
    address.set(i, mail?.address ?? null);
    mailbox.set(i, mail?.mailbox ?? null);
    local.set(i, mail?.local && !isNameOnly(mail.local, name.first, name.last) ? mail.local : null);
    const called = at(records.phone);
    const number = called === null ? null : normalisePhone(called, country);
    phone.set(i, number);
    phoneEnding.set(i, number?.slice(-endingDigits) ?? null);
    const way = at(records.street);
    const lane = way === null ? null : normaliseStreet(way);
    const posted = at(records.postalCode);
    const code = posted === null ? null : normalisePostalCode(posted);
    const town = at(records.city);
    const living = town === null ? null : normaliseCity(town);
    street.set(i, lane?.name ?? null);
    house.set(i, lane?.number ?? null);
    postalCode.set(i, code);
    city.set(i, living);
    const where = code ?? living;
    place.set(i, lane?.number && where !== null ? `${lane.name}|${lane.number}|${where}` : null);
    const born = at(records.birthDate);
    birthDate.set(i, born === null ? null : normaliseBirthDate(born));
  }
  throwIfCancelled(progress);
  const full = new Int32Array(count).fill(-1);
  const fulls = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    if (i % recordsPerLook === 0) throwIfCancelled(progress);
    if (first[i]! < 0 || last[i]! < 0) continue;
    const both = first[i]! * values.length + last[i]!;
    let known = fulls.get(both);
    if (known === undefined) {
      known = fulls.size;
      fulls.set(both, known);
    }
    full[i] = known;
  }
  const finish = (collected: TextCollector): CodeColumn => {
    throwIfCancelled(progress);
    return collected.done();
  };
  const withText = (collected: TextCollector): TextColumn => {
    const column = finish(collected);
    throwIfCancelled(progress);
    return { ...column, ...poolOf(column.values) };
  };
  const firstCounts = countCodes(first, values.length);
  const lastCounts = countCodes(last, values.length);
  const fullCounts = countCodes(full, fulls.size);
  const prepared: PreparedRecords = {
    count,
    names: { ...poolOf(values), first, last, full, firstCounts, lastCounts, fullCounts },
    key: finish(key),
    address: finish(address),
    mailbox: withText(mailbox),
    local: finish(local),
    phone: withText(phone),
    phoneEnding: finish(phoneEnding),
    street: withText(street),
    house: finish(house),
    postalCode: withText(postalCode),
    city: withText(city),
    place: finish(place),
    birthDate: withText(birthDate),
  };
  progress.report(1);
  return prepared;
};
