import type { AppError, ErrorCode, ErrorDetails } from '../errors.ts';
import { type Message, message } from '../model/message.ts';
import { en } from './en/index.ts';
import { createFormat, type Format } from './format.ts';
import type { WordList } from './phrase.ts';

const formats = new Map<string, Format>();
export const formatOf = (locale: string): Format => {
  const known = formats.get(locale);
  if (known) return known;
  const made = createFormat(locale);
  formats.set(locale, made);
  return made;
};

/** The sentence a message stands for. A key without a phrase is a bug and is shown as itself. */
export const say = (what: Message, locale = 'en-GB'): string => {
  const phrase = (en as WordList)[what.key];
  return phrase ? phrase(what.values, formatOf(locale)) : what.key;
};

const errorMessage = (code: ErrorCode, details: ErrorDetails): Message => message(`error.${code}`, { ...details });
export const sayError = (error: AppError, locale?: string): string =>
  say(errorMessage(error.code, error.details), locale);
