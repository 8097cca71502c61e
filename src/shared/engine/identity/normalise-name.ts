import { foldText } from './fold-text.ts';
import { isPlaceholder } from './is-placeholder.ts';

const titles = new Set(
  'mr mrs ms miss mx sir dr prof professor herr hr frau fr dipl ing mag med phil jur rer nat bsc msc ba ma mba phd jr sr ii iii iv monsieur madame mme mlle m senor senora sr sra srta signor signora sig dott ing'.split(
    ' ',
  ),
);
const particles = new Set(
  'van von de der den del della di da dos du la le el al bin ibn ten ter zu zum zur mac mc o st'.split(' '),
);

export interface PersonName {
  /** The first of the first names, folded; null where there is none. */
  readonly first: string | null;
  /** The last name with its particles, folded; null where there is none. */
  readonly last: string | null;
}

const withoutTitles = (folded: string): string[] => {
  const tokens = folded.split(' ').filter((token) => token !== '');
  const kept = tokens.filter((token) => !titles.has(token));
  return kept.length === 0 ? tokens : kept;
};

const wordOf = (tokens: readonly string[]): string | null => {
  const word = tokens.join(' ');
  return isPlaceholder(word) ? null : word;
};

/** “Anna Maria van der Berg”: the last name begins at the first particle after a first name, else at the last word. */
const split = (tokens: readonly string[]): PersonName => {
  if (tokens.length < 2) return { first: null, last: wordOf(tokens) };
  const particle = tokens.findIndex((token, i) => i > 0 && i < tokens.length - 1 && particles.has(token));
  const at = particle > 0 ? particle : tokens.length - 1;
  return { first: wordOf(tokens.slice(0, 1)), last: wordOf(tokens.slice(at)) };
};

/**
 * A person's name from the columns that hold it: folded, without titles, “Last, First” turned round; of several first
 * names the first. Where first or last name has no column of its own, it is taken from the full name. O(length).
 */
export const normaliseName = (first: string | null, last: string | null, full: string | null): PersonName => {
  const own = {
    first: first === null || isPlaceholder(foldText(first)) ? null : wordOf(withoutTitles(foldText(first)).slice(0, 1)),
    last: last === null ? null : wordOf(withoutTitles(foldText(last))),
  };
  if (full === null || (own.first !== null && own.last !== null)) return own;
  const comma = full.indexOf(',');
  const behind = comma < 0 ? [] : withoutTitles(foldText(full.slice(comma + 1)));
  // “Meier, Dr.” has only a title behind its comma.
  const isTurned = behind.length > 0 && !behind.every((token) => titles.has(token));
  const found = isTurned
    ? { first: wordOf(behind.slice(0, 1)), last: wordOf(withoutTitles(foldText(full.slice(0, comma)))) }
    : split(withoutTitles(foldText(comma < 0 ? full : full.slice(0, comma))));
  return { first: own.first ?? found.first, last: own.last ?? found.last };
};
