import type { ColumnRole } from '../../../shared/model/column.ts';
import type { ColumnEvidence } from '../typing/column-evidence.ts';
import { distinctLimit } from '../typing/count-distinct.ts';
import type { TypeReading } from '../typing/decide-type.ts';
import { isOtherTime, nameScore } from './role-words.ts';

/** A column before anybody said what it is for. */
export interface ColumnFacts {
  readonly name: string;
  /** Its heading as words, see `headerWords`. */
  readonly words: string;
  readonly evidence: ColumnEvidence;
  readonly reading: TypeReading;
}

export interface RoleGuess {
  /** By column. */
  readonly roles: readonly ColumnRole[];
  /** Roles given for a column's values or for want of a better one, not for its name. */
  readonly byValues: readonly ColumnRole[];
  /** Another column whose name says “customer” as well as that of the chosen one. */
  readonly rivalCustomer: string | null;
}

export const isNumeric = ({ reading }: ColumnFacts): boolean =>
  reading.type === 'integer' || reading.type === 'decimal';
const isDay = ({ reading }: ColumnFacts): boolean => reading.type === 'date' || reading.type === 'timestamp';
const isWords = ({ reading }: ColumnFacts): boolean => reading.type === 'text' || reading.type === 'category';
export const filledCells = ({ evidence }: ColumnFacts): number =>
  evidence.cells - evidence.empty - evidence.missingWords;

/** Estimates of many distinct values may be a few per cent off. */
const uniqueShare = 0.95;
export const isUnique = (column: ColumnFacts): boolean => {
  const filled = filledCells(column);
  if (filled === 0) return false;
  return column.evidence.distinct > distinctLimit
    ? column.evidence.distinct >= filled * uniqueShare
    : column.evidence.distinct === filled;
};

/** Named after the customer beyond doubt, and all of it is one and the same. */
const isSameCustomer = (column: ColumnFacts): boolean =>
  column.evidence.distinct === 1 && filledCells(column) > 1 && nameScore('customer', column.words) >= 90;

const isWholeNumber = ({ reading, evidence }: ColumnFacts): boolean =>
  reading.type === 'integer' ||
  (evidence.numbers.decimals.dot[1] === evidence.numbers.cells &&
    evidence.numbers.endInZero.dot === evidence.numbers.cells);
const namesSomething = (column: ColumnFacts): boolean =>
  (isWords(column) || (isNumeric(column) && isWholeNumber(column))) && column.evidence.distinct > 1;
/** Two numbers with a dot between, as web statistics number their visitors. */
const isDottedKey = (column: ColumnFacts): boolean =>
  column.reading.type === 'decimal' && column.evidence.distinct > 1 && nameScore('customer', column.words) >= 95;
const isMostlyEmails = (column: ColumnFacts): boolean => column.evidence.emails > filledCells(column) * 0.6;
const hasPhoneDigits = ({ evidence }: ColumnFacts): boolean =>
  evidence.examples.some((text) => text.replace(/\D/g, '').length >= 6);

/** Whether the values can be what the name says. */
const isPlausible = (role: ColumnRole, column: ColumnFacts): boolean => {
  const { distinct } = column.evidence;
  switch (role) {
    case 'customer':
      return namesSomething(column) || isDottedKey(column);
    case 'order':
      return namesSomething(column);
    case 'date':
      return isDay(column);
    case 'quantity':
    case 'price':
      return isNumeric(column);
    case 'amount':
      // Everything may cost the same, but then the name must say that it is money.
      return isNumeric(column) && (distinct > 1 || nameScore(role, column.words) >= 70);
    case 'product':
      return isWords(column) || column.reading.type === 'integer';
    case 'name':
      return isWords(column) && !isMostlyEmails(column) && column.evidence.codes.hash === 0;
    case 'email':
      return isMostlyEmails(column);
    case 'phone':
      return (isWords(column) || column.reading.type === 'integer') && hasPhoneDigits(column);
    case 'consent':
      return !isDay(column) && distinct <= 4;
    case 'channel':
      return isWords(column) && distinct <= 200;
    default:
      return false;
  }
};

const isGappy = (column: ColumnFacts): boolean => filledCells(column) < column.evidence.cells * 0.98;

const scoreOf = (role: ColumnRole, column: ColumnFacts): number => {
  if (!isPlausible(role, column)) return 0;
  const byName = nameScore(role, column.words);
  // “Contact” and “account” head many a column of three different words.
  if (role === 'customer' && byName < 90 && column.evidence.distinct < Math.min(20, filledCells(column) / 3)) return 0;
  if (role === 'email') return Math.max(byName, 70);
  // Shops write order numbers as #1001, some of them under “Name”.
  if (role === 'order' && column.evidence.codes.hash > filledCells(column) * 0.9) return Math.max(byName, 85);
  // Shops that write an order's date and total on its first line only have better columns.
  return (role === 'date' || role === 'amount') && isGappy(column) ? byName - 15 : byName;
};

/** Where two roles want a column alike, the earlier takes it. */
const inOrder: readonly ColumnRole[] = [
  'email',
  'customer',
  'order',
  'date',
  'amount',
  'price',
  'quantity',
  'product',
  'name',
  'phone',
  'consent',
  'channel',
];

const enough = 55;
/** Names as good as this one are no rivals. */
const rivalScore = 75;

const firstIndex = (columns: readonly ColumnFacts[], test: (column: ColumnFacts, at: number) => boolean): number =>
  columns.findIndex(test);

/**
 * Guesses what each column is for: from its heading in English, German, French, Spanish, Italian or Dutch, and whether
 * its values can be that; from the values alone where there are no headings, or none we know. Every role is given at
 * most once. O(columns × roles).
 */
export const guessRoles = (columns: readonly ColumnFacts[], rows: number): RoleGuess => {
  const roles: ColumnRole[] = columns.map(() => 'none');
  const byValues: ColumnRole[] = [];
  const has = (role: ColumnRole) => roles.includes(role);
  const claims = columns
    .flatMap((column, at) => inOrder.map((role, rank) => ({ at, role, rank, score: scoreOf(role, column) })))
    .filter(({ score }) => score >= enough)
    .sort((a, b) => b.score - a.score || a.rank - b.rank || a.at - b.at);
  for (const { at, role } of claims) if (roles[at] === 'none' && !has(role)) roles[at] = role;
  const customerClaims = claims.filter(({ role, score }) => role === 'customer' && score >= rivalScore);
  const rival = customerClaims.find(({ at }) => roles[at] !== 'customer' && columns[at]!.evidence.distinct > 1);
  const isRival = rival !== undefined && has('customer') && rival.score >= (customerClaims[0]?.score ?? 0) - 15;

  const give = (role: ColumnRole, at: number, isByValues: boolean): void => {
    if (at < 0) return;
    roles[at] = role;
    if (isByValues) byValues.push(role);
  };
  const isFree = (at: number) => roles[at] === 'none';
  if (!has('date'))
    give(
      'date',
      firstIndex(columns, (column, at) => isFree(at) && isDay(column) && !isOtherTime(column.words)),
      true,
    );
  const isDated = has('date');
  const amountAt = roles.indexOf('amount');
  if (amountAt >= 0 && has('price') && has('quantity') && isGappy(columns[amountAt]!)) roles[amountAt] = 'none';
  if (!has('customer')) {
    const id = firstIndex(columns, (column, at) => isFree(at) && scoreOf('customer', column) > 0);
    if (id >= 0 && (!isDated || !isUnique(columns[id]!) || rows < 3)) give('customer', id, false);
    else if (has('email')) give('customer', roles.indexOf('email'), false);
    else if (has('phone')) give('customer', roles.indexOf('phone'), false);
    else if (isDated && has('name')) give('customer', roles.indexOf('name'), false);
    else give('customer', firstIndex(columns, isSameCustomer), false);
  }
  if (!isDated) return { roles, byValues, rivalCustomer: isRival ? columns[rival.at]!.name : null };
  if (!has('amount') && !has('price')) {
    const decimals = columns.flatMap((column, at) =>
      isFree(at) && column.reading.type === 'decimal' && column.evidence.distinct > 1 && nameIsOpen(column) ? [at] : [],
    );
    give('amount', decimals.at(-1) ?? -1, true);
  }
  if (!has('customer')) {
    const keys = columns.flatMap((column, at) =>
      isFree(at) && namesSomething(column) && looksLikeKey(column) ? [at] : [],
    );
    give('customer', keys.find((at) => columns[at]!.evidence.numbers.leadingZero > 0) ?? keys[0] ?? -1, true);
  }
  if (!has('quantity') && columns.every(({ name }) => /^Column \d+$/.test(name))) {
    const isCount = (column: ColumnFacts, at: number) =>
      isFree(at) && column.reading.type === 'integer' && column.evidence.numbers.ungrouped === 0;
    give('quantity', firstIndex(columns, isCount), true);
  }
  return { roles, byValues, rivalCustomer: isRival ? columns[rival.at]!.name : null };
};

/** Nothing in the name says that it is no money. */
const nameIsOpen = (column: ColumnFacts): boolean =>
  !/discount|rabatt|tax|profit|cost|rate|lat|lon|%|id$/.test(column.words);

/** Comes again, but says more than a category does. */
const looksLikeKey = (column: ColumnFacts): boolean => {
  if (/\b(session|url|ip|campaign|device)\b/.test(column.words)) return false;
  const filled = filledCells(column);
  const { distinct } = column.evidence;
  return distinct > Math.max(Math.min(20, filled / 20), filled / 200) && distinct < filled * uniqueShare;
};
