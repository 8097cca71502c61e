import type { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import type { en } from '../../shared/words/en/index.ts';
import { bindPercents, type Format, fixedNumber, knownLocale } from '../../shared/words/format.ts';
import type { Values } from '../../shared/words/phrase.ts';
import { formatOf, languageOf, say, sayError } from '../../shared/words/say.ts';
import { usePreferences } from './preferences.ts';
import { hostGone } from './to-app-error.ts';

export type WordKey = keyof typeof en;

/** The system’s locale, in the language that was chosen: `en-DE` is English with the numbers of Germany. */
const localeFor = (system: string, chosen: 'auto' | 'en' | 'de'): string => {
  if (chosen === 'auto' || chosen === languageOf(system)) return system;
  const { region } = new Intl.Locale(system).maximize();
  return knownLocale(region === undefined ? chosen : `${chosen}-${region}`);
};

/** Decides how everything is said, and numbers and days are written. Another language takes a new page. */
export const locale = localeFor(knownLocale(globalThis.navigator?.language ?? ''), usePreferences.getState().language);
export const format: Format = formatOf(locale);
/** What stands before the decimals. */
export const decimalSign =
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
/** So many decimals, zeros and all, to stand under each other. */
export const fixed = (value: number, digits: number): string => fixedNumber(value, digits, locale);

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Names from right to left stay in one piece among our words, so that no number beside them changes its side. */
const inOnePiece = (values: Values): Values => {
  if (!Object.values(values).some((value) => typeof value === 'string' && rightToLeft.test(value))) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && rightToLeft.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
};

/** A text of the app. */
export const t = (key: WordKey, values: Values = {}): string =>
  bindPercents(say(message(key, inOnePiece(values)), locale));
/** A sentence that came as data: names, reasons, actions, findings. */
export const tell = (what: Message): string => bindPercents(say(what, locale));
export const tellError = (error: AppError): string =>
  error.code === 'internal' && error.details.reference === hostGone ? t('app.error.hostGone') : sayError(error, locale);
