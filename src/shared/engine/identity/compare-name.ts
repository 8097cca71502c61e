import { editsAt } from './damerau-levenshtein.ts';
import { jaroWinklerAt } from './jaro-winkler.ts';
import { areNicknames } from './nicknames.ts';
import type { NameColumns } from './prepared-records.ts';

/** Jaro-Winkler from which two names are one written differently, and from which they may be. */
const closeFrom = 0.92;
const alikeFrom = 0.87;

/** Letters from which one slip leaves a word itself. */
const slipFrom = 4;
/** No two words of four letters and more that one slip parts are less alike. */
const slipAlike = 0.7;

const isSlip = (names: NameColumns, a: number, b: number, alike: number): boolean =>
  alike >= closeFrom ||
  (alike >= slipAlike &&
    Math.min(names.starts[a + 1]! - names.starts[a]!, names.starts[b + 1]! - names.starts[b]!) >= slipFrom &&
    editsAt(names, a, b, 1) <= 1);

/** A word borne by so many is a name of its own, not a slip of another. */
const isFrequent = (counts: Int32Array, word: number, records: number): boolean =>
  counts[word]! >= Math.max(4, records / 5000);

/** Whether one of two last names is a whole part of the other: Müller and Müller-Schmidt. */
const isPart = (a: string, b: string): boolean =>
  a.length !== b.length && (a.length < b.length ? b.split(' ').includes(a) : a.split(' ').includes(b));

/** 0 equal, 1 close, 2 alike, 3 different. */
const lastNames = (names: NameColumns, a: number, b: number): number => {
  if (a === b) return 0;
  const alike = jaroWinklerAt(names, a, b);
  if (isSlip(names, a, b, alike) || isPart(names.values[a]!, names.values[b]!)) return 1;
  return alike >= alikeFrom ? 2 : 3;
};

const firstNames = (names: NameColumns, a: number, b: number): number => {
  if (a === b) return 0;
  const { starts, text, values, firstCounts, first } = names;
  const alike = jaroWinklerAt(names, a, b);
  if (areNicknames(values[a]!, values[b]!)) return 1;
  if (isSlip(names, a, b, alike))
    // Julia and Julian are two people of one family rather than a slip.
    return isFrequent(firstCounts, a, first.length) && isFrequent(firstCounts, b, first.length) ? 2 : 1;
  const isInitial = starts[a + 1]! - starts[a]! === 1 || starts[b + 1]! - starts[b]! === 1;
  if (isInitial && text[starts[a]!] === text[starts[b]!]) return 2;
  return alike >= alikeFrom ? 2 : 3;
};

/**
 * The level of two records' names (`comparisonFields`): first and last names by Jaro-Winkler (Winkler 1990), nicknames,
 * initials and names that stand in each other's place. −1 where either has no last name. O(length²).
 */
export const compareName = (names: NameColumns, a: number, b: number): number => {
  const { first, last, text, starts } = names;
  const lastA = last[a]!;
  const lastB = last[b]!;
  if (lastA < 0 || lastB < 0) return -1;
  const firstA = first[a]!;
  const firstB = first[b]!;
  if (firstA < 0 || firstB < 0) return lastNames(names, lastA, lastB) <= 1 ? 5 : 7;
  if (firstA === firstB && lastA === lastB) return 0;
  if (firstA === lastB && lastA === firstB) return 1;
  const byFirst = firstNames(names, firstA, firstB);
  const byLast = lastNames(names, lastA, lastB);
  if (byFirst <= 1 && byLast <= 1) return 2;
  if (byFirst <= 2 && byLast <= 2) return 3;
  if (byLast <= 1) return 4;
  if (
    text[starts[firstA]!] === text[starts[lastB]!] &&
    jaroWinklerAt(names, firstA, lastB) >= closeFrom &&
    jaroWinklerAt(names, lastA, firstB) >= closeFrom
  )
    return 3;
  return byFirst <= 1 ? 6 : 7;
};
