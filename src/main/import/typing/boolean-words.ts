import { booleanWords } from '../write-cell.ts';

/** Words for yes and no that go together, by language. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['true', 'false'],
  ['y', 'n'],
  ['ja', 'nein'],
  ['j', 'n'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['ja', 'nee'],
  ['wahr', 'falsch'],
  ['vrai', 'faux'],
  ['verdadero', 'falso'],
  ['vero', 'falso'],
  ['t', 'f'],
  ['ja', 'nej'],
  ['ja', 'nei'],
  ['sim', 'não'],
  ['tak', 'nie'],
  ['ano', 'ne'],
  ['igen', 'nem'],
  ['kyllä', 'ei'],
  ['evet', 'hayır'],
  ['да', 'нет'],
  ['verdadeiro', 'falso'],
  ['waar', 'onwaar'],
  ['sant', 'falskt'],
  ['prawda', 'fałsz'],
  ['on', 'off'],
];

const onesAndZeros = ['1', '0'] as const;

/** Crosses on a list: what has none is left empty. */
const crosses = new Set(['x', '✓', '✔', '☑']);

/** Names of columns whose 1 and 0 mean yes and no. */
export const isYesNoName = (words: string): boolean =>
  /^(is|has|was|did|opted|accepts|wants|allows|ist|hat|darf)\b|\b(opt in|optin|consent|newsletter|subscribed|gdpr|einwilligung|yn|y n)\b/.test(
    words,
  );

export interface BooleanReading {
  readonly fits: number;
  /** `Yes/No` as written; see `booleanWords`. */
  readonly format: string | null;
}

const caseLike = (word: string, model: string): string => {
  if (model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  return model[0] === model[0]!.toUpperCase() && model[0] !== model[0]!.toLowerCase()
    ? word[0]!.toUpperCase() + word.slice(1)
    : word;
};

/** No word for yes or no is longer, in any case of its letters; a text of a megabyte is not looked at further. */
const longestWord = 40;

/**
 * Whether a column says yes and no, and in which words; null where no pair of words covers nearly all of it.
 * @param values its different values with their cells, missing ones left out
 * @param zeroOne whether 1 and 0 count
 */
export const readingOfBooleans = (values: ReadonlyMap<string, number>, zeroOne: boolean): BooleanReading | null => {
  const [only, ...others] = [...values.keys()].map((text) => text.trim());
  const said = [...values].flatMap(([text, cells]) => {
    const word = text.trim();
    return word.length > longestWord ? [] : [{ text: word, word: word.toLowerCase(), cells }];
  });
  if (only !== undefined && others.every((text) => text === only) && crosses.has(only.toLowerCase()))
    return { fits: [...values.values()].reduce((all, cells) => all + cells, 0), format: `${only}/` };
  let best: BooleanReading | null = null;
  for (const [yes, no] of zeroOne ? [...pairs, onesAndZeros] : pairs) {
    let fits = 0;
    const most = { yes: ['', 0] as [string, number], no: ['', 0] as [string, number] };
    for (const { text, word, cells } of said) {
      const side = word === yes ? most.yes : word === no ? most.no : null;
      if (!side) continue;
      fits += cells;
      if (cells > side[1]) [side[0], side[1]] = [text, cells];
    }
    if (fits <= (best?.fits ?? 0)) continue;
    // “No” alone may belong to several pairs; one word of two letters or less alone is too little.
    if ((most.yes[1] === 0 || most.no[1] === 0) && fits === [...values.values()].reduce((a, b) => a + b, 0)) {
      if (yes.length < 3 && yes !== '1') continue;
    }
    const yesWord = most.yes[0] || caseLike(yes, most.no[0]);
    const noWord = most.no[0] || caseLike(no, most.yes[0]);
    best = { fits, format: yesWord === 'true' && noWord === 'false' ? null : `${yesWord}/${noWord}` };
  }
  return best;
};

/** 1, 0, or null for what is neither of the format's two words. */
export const readBoolean = (text: string, format: string | null): 0 | 1 | null => {
  const [yes, no] = booleanWords(format);
  const word = text.trim().toLowerCase();
  return word === yes.toLowerCase() ? 1 : word === no.toLowerCase() ? 0 : null;
};
