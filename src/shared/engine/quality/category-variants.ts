import { editDistance } from '../text/edit-distance.ts';
import { plainForm } from './plain-form.ts';

/** How often each spelling of a column occurs. */
export type SpellingCounts = ReadonlyMap<string, number>;

/** Spellings that seem to mean one thing. */
export interface Variants {
  readonly how: 'spelling' | 'misspelling' | 'abbreviation';
  /** The one that is used most. */
  readonly to: string;
  readonly from: readonly string[];
}

/** A misspelling is so much rarer than the word. */
const rarer = 50;
/** More spellings than this are names, and names differ by a letter. */
const mostForMisspellings = 200;
const linking = new Set([
  'of',
  'the',
  'and',
  'on',
  'in',
  'de',
  'la',
  'le',
  'du',
  'der',
  'die',
  'das',
  'und',
  'et',
  'y',
]);

const byCount = (counts: SpellingCounts) => (a: string, b: string) =>
  counts.get(b)! - counts.get(a)! || (a < b ? -1 : a > b ? 1 : 0);

/** Spellings that differ by case, spaces, accents or punctuation only. */
const bySpelling = (counts: SpellingCounts): Variants[] => {
  const groups = new Map<string, string[]>();
  for (const text of counts.keys()) {
    const form = plainForm(text);
    if (form === '') continue;
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [text]);
    else group.push(text);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [to, ...from] = group.sort(byCount(counts)) as [string, ...string[]];
      return { how: 'spelling', to, from };
    });
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** One letter off in a word of five, two in one of nine; numbers and first letters must agree. */
const isMisspelt = (rare: string, word: string): boolean => {
  const length = Math.min(rare.length, word.length);
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return most > 0 && rare[0] === word[0] && digitsOf(rare) === digitsOf(word) && editDistance(rare, word, most) <= most;
};

/** Rare spellings within a letter or two of a common one. O(spellings²), for short lists only. */
const byMisspelling = (counts: SpellingCounts, words: readonly string[]): Variants[] => {
  if (words.length > mostForMisspellings) return [];
  const forms = new Map(words.map((word) => [word, plainForm(word)]));
  const found = new Map<string, string[]>();
  for (const rare of words) {
    const near = words.filter(
      (word) => counts.get(word)! >= rarer * counts.get(rare)! && isMisspelt(forms.get(rare)!, forms.get(word)!),
    );
    const to = near.sort(byCount(counts))[0];
    if (to !== undefined) found.set(to, [...(found.get(to) ?? []), rare]);
  }
  return [...found].map(([to, from]) => ({ how: 'misspelling', to, from: from.sort() }));
};

const initialsOf = (words: readonly string[]): string => words.map((word) => word[0]!.toUpperCase()).join('');

/** “COD” and “Cash on Delivery”: the initials of several words, where only one value has them. */
const byAbbreviation = (counts: SpellingCounts, words: readonly string[]): Variants[] => {
  const short = words.filter((word) => /^\p{Lu}{2,5}$/u.test(word.replace(/\./g, '')));
  return short.flatMap((abbreviation): Variants[] => {
    const letters = abbreviation.replace(/\./g, '');
    const full = words.filter((word) => {
      const parts = plainForm(word).split(' ');
      const telling = parts.filter((part) => !linking.has(part));
      return parts.length > 1 && (initialsOf(parts) === letters || initialsOf(telling) === letters);
    });
    if (full.length !== 1) return [];
    const [to, from] = [abbreviation, full[0]!].sort(byCount(counts)) as [string, string];
    return [{ how: 'abbreviation', to, from: [from] }];
  });
};

/**
 * Spellings of a column that seem to mean one thing, each with the spelling that is used most. A spelling stands in one
 * proposal at most: differences of case and accents come first, then misspellings, then abbreviations.
 */
export const findVariants = (counts: SpellingCounts, how: { readonly words: boolean }): Variants[] => {
  const spelt = bySpelling(counts);
  if (!how.words) return spelt;
  const merged = new Map(counts);
  for (const { to, from } of spelt)
    for (const one of from) {
      merged.set(to, merged.get(to)! + merged.get(one)!);
      merged.delete(one);
    }
  const misspelt = byMisspelling(merged, [...merged.keys()]);
  for (const { from } of misspelt) for (const one of from) merged.delete(one);
  return [...spelt, ...misspelt, ...byAbbreviation(merged, [...merged.keys()])];
};
