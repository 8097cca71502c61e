import type { Message } from '../model/message.ts';
import type { Format } from './format.ts';

export type Values = Message['values'];
/** One sentence of a word list. Keys are dotted: `error.fileEmpty`, `segment.best.name`. */
export type Phrase = (values: Values, format: Format) => string;
export type WordList = Readonly<Record<string, Phrase>>;
/**
 * What another language says for the keys of an English list. What it does not say yet is said in English; a test tells
 * of every key that is missing.
 */
export type Translated<English extends WordList> = Readonly<Partial<Record<keyof English, Phrase>>>;
