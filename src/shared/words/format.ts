/** Numbers, money, shares and days as a person in that locale writes them. */
export interface Format {
  /** 4,338 · 0.55 */
  number(value: number, digits?: number): string;
  /** Money without cents from 1,000 up. The file's currency is unknown unless it says, so there is no sign. */
  money(value: number): string;
  /** Shares as whole percents, one decimal below 1 %. */
  share(value: number): string;
  /** 9 Dec 2023, from an ISO day. */
  day(iso: string): string;
  /** 1,240 customers: the count with the word that fits it. */
  count(value: number, one: string, many: string): string;
  list(items: readonly string[]): string;
}

/** So many decimals, zeros and all, to stand under each other. */
export const fixedNumber = (value: number, digits: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  }).format(value);

/** Keeps a number and its percent sign on one line. */
export const bindPercents = (text: string): string => text.replace(/(\d) %/g, '$1\u00a0%');

/** A tag that the language functions take: systems without a language call theirs `en-US@posix`, or `C`. */
export const knownLocale = (tag: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag.replace(/[@.].*$/, '').replaceAll('_', '-'))[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
};

export const createFormat = (tag: string): Format => {
  const locale = knownLocale(tag);
  const digits = (most: number, least = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: most, minimumFractionDigits: least });
  const whole = digits(0);
  const cents = digits(2, 2);
  const one = digits(1);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = (value: number, most?: number) =>
    digits(most ?? (Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)).format(
      value,
    );
  return {
    number,
    money: (value) => (Math.abs(value) >= 1000 || Number.isInteger(value) ? whole : cents).format(value),
    share: (value) => `${value > 0 && value < 0.01 ? one.format(value * 100) : whole.format(value * 100)} %`,
    day: (iso) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    count: (value, singular, plural) => `${number(value)} ${value === 1 ? singular : plural}`,
    list: (items) => and.format(items),
  };
};

/** Money that is typical of somebody: whole from 100 up, since its cents say nothing and mix in a column. */
export const withoutCents = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : value);
