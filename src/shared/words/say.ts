import type { AppError, ErrorCode, ErrorDetails } from '../errors.ts';
import { type Message, message } from '../model/message.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { createFormat, type Format } from './format.ts';
import type { Phrase, WordList } from './phrase.ts';

const formats = new Map<string, Format>();
export const formatOf = (locale: string): Format => {
  const known = formats.get(locale);
  if (known) return known;
  const made = createFormat(locale);
  formats.set(locale, made);
  return made;
};

/** The languages that Tessera speaks, with their words. */
const lists = { en, de } satisfies Readonly<Record<string, Readonly<Record<string, Phrase | undefined>>>>;
export type Language = keyof typeof lists;

/** The language of a locale, English where Tessera does not speak it. */
export const languageOf = (locale: string): Language => {
  const language = locale.slice(0, 2).toLowerCase();
  return language in lists && !/^[a-z]{3}/i.test(locale) ? (language as Language) : 'en';
};

/** The sentence a message stands for, in English where the language has none. A key without a phrase is a bug and is shown as itself. */
export const say = (what: Message, locale = 'en-GB'): string => {
  const phrase = (lists[languageOf(locale)] as Partial<WordList>)[what.key] ?? (en as WordList)[what.key];
  return phrase ? phrase(what.values, formatOf(locale)) : what.key;
};

const errorMessage = (code: ErrorCode, details: ErrorDetails): Message => message(`error.${code}`, { ...details });
export const sayError = (error: AppError, locale?: string): string =>
  say(errorMessage(error.code, error.details), locale);
