import type { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import type { en } from '../../shared/words/en/index.ts';
import { bindPercents, type Format, fixedNumber, knownLocale } from '../../shared/words/format.ts';
import type { Values } from '../../shared/words/phrase.ts';
import { formatOf, say, sayError } from '../../shared/words/say.ts';
import { hostGone } from './to-app-error.ts';

export type WordKey = keyof typeof en;

/** The person’s own locale decides how numbers and days are written. */
export const locale = knownLocale(globalThis.navigator?.language ?? '');
export const format: Format = formatOf(locale);
/** So many decimals, zeros and all, to stand under each other. */
export const fixed = (value: number, digits: number): string => fixedNumber(value, digits, locale);

/** A text of the app. */
export const t = (key: WordKey, values: Values = {}): string => bindPercents(say(message(key, values), locale));
/** A sentence that came as data: names, reasons, actions, findings. */
export const tell = (what: Message): string => bindPercents(say(what, locale));
export const tellError = (error: AppError): string =>
  error.code === 'internal' && error.details.reference === hostGone ? t('app.error.hostGone') : sayError(error, locale);
