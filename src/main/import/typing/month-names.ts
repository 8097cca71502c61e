/** Month names by language, as they are written inside a date; the long ones, then the short ones. */
const monthNames = {
  en: [
    'January February March April May June July August September October November December',
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  ],
  de: [
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  ],
  fr: [
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv févr mars avr mai juin juil août sept oct nov déc',
  ],
  es: [
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'ene feb mar abr may jun jul ago sep oct nov dic',
  ],
  it: [
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'gen feb mar apr mag giu lug ago set ott nov dic',
  ],
  nl: [
    'januari februari maart april mei juni juli augustus september oktober november december',
    'jan feb mrt apr mei jun jul aug sep okt nov dec',
  ],
  pt: [
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'jan fev mar abr mai jun jul ago set out nov dez',
  ],
  sv: [
    'januari februari mars april maj juni juli augusti september oktober november december',
    'jan feb mar apr maj jun jul aug sep okt nov dec',
  ],
  da: [
    'januar februar marts april maj juni juli august september oktober november december',
    'jan feb mar apr maj jun jul aug sep okt nov dec',
  ],
  pl: [
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  ],
} as const;

export type MonthLanguage = keyof typeof monthNames;
export const monthLanguages = Object.keys(monthNames) as MonthLanguage[];

const lists = new Map(
  monthLanguages.map((language) => [language, monthNames[language].map((names) => names.split(' '))] as const),
);

/** @param month from 1 */
export const monthName = (month: number, language: MonthLanguage, isLong: boolean): string =>
  lists.get(language)?.[isLong ? 0 : 1]?.[month - 1] ?? '';

export interface NamedMonth {
  readonly month: number;
  /** Every way of saying it that gives this very name: language and length. */
  readonly ways: readonly string[];
}

/** Languages and lengths as `en MMM`, `de MMMM` …, by lower-case name. */
export const namedMonths: ReadonlyMap<string, NamedMonth> = (() => {
  const found = new Map<string, { month: number; ways: string[] }>();
  for (const language of monthLanguages) {
    for (const [i, names] of lists.get(language)!.entries()) {
      for (const [j, name] of names.entries()) {
        const key = name.toLowerCase();
        const entry = found.get(key) ?? { month: j + 1, ways: [] };
        // No name means different months in two of these languages.
        entry.ways.push(`${language} ${i === 0 ? 'MMMM' : 'MMM'}`);
        found.set(key, entry);
      }
    }
  }
  return found;
})();
