/** Words that have an order among themselves, lowest first; those of one rank stand together. */
const scales: readonly (readonly (readonly string[])[])[] = [
  [
    ['none', 'illiterate', 'no education'],
    ['primary', 'elementary', 'basic', 'basic.4y'],
    ['basic.6y'],
    ['basic.9y', 'middle school', 'some high school'],
    ['secondary', 'high school', 'high.school', 'upper secondary'],
    ['vocational', 'professional.course', 'some college', 'associate', "associate's degree", '2n cycle'],
    ['tertiary', 'college', 'bachelor', 'bachelors', "bachelor's", 'graduation', 'graduate', 'university.degree'],
    ['master', 'masters', "master's", 'postgraduate'],
    ['phd', 'doctorate', 'doctoral'],
  ],
  [['xxs'], ['xs'], ['s'], ['m'], ['l'], ['xl'], ['xxl'], ['xxxl']],
  [['tiny'], ['small'], ['medium'], ['large'], ['huge', 'extra large']],
  [
    ['very low', 'lowest'],
    ['low', 'niedrig'],
    ['medium', 'mid', 'middle', 'moderate', 'average', 'mittel'],
    ['high', 'hoch'],
    ['very high', 'highest'],
  ],
  [['never'], ['rarely', 'seldom'], ['sometimes', 'occasionally'], ['often', 'frequently'], ['always']],
  [
    ['very bad', 'very poor', 'very dissatisfied'],
    ['bad', 'poor', 'dissatisfied'],
    ['neutral', 'fair', 'ok', 'average'],
    ['good', 'satisfied'],
    ['very good', 'excellent', 'very satisfied'],
  ],
  [['iron'], ['bronze'], ['silver'], ['gold'], ['platinum'], ['diamond']],
  [['monthly', 'month-to-month'], ['quarterly'], ['yearly', 'annual', 'one year'], ['two year', 'two years']],
];

const plain = (word: string): string => word.trim().toLowerCase().replace(/\s+/g, ' ');

const ranksOf = (scale: (typeof scales)[number]): Map<string, number> =>
  new Map(scale.flatMap((words, rank) => words.map((word) => [word, rank] as const)));

const saysNothing = new Set(['', 'unknown', 'n/a', 'na', 'other', 'not stated', '?', '-']);

/**
 * Ranks from 1, without gaps between the words that occur, where all words that say something are of one scale and at
 * least two of its ranks occur; null otherwise. Education, sizes, low to high, how often, how good, metals, terms.
 */
export const orderedWords = (words: readonly string[]): ReadonlyMap<string, number> | null => {
  const said = words.filter((word) => !saysNothing.has(plain(word)));
  for (const scale of scales) {
    const ranks = ranksOf(scale);
    if (!said.every((word) => ranks.has(plain(word)))) continue;
    const present = [...new Set(said.map((word) => ranks.get(plain(word))!))].sort((a, b) => a - b);
    if (present.length < 2) continue;
    return new Map(said.map((word) => [word, present.indexOf(ranks.get(plain(word))!) + 1]));
  }
  return null;
};
