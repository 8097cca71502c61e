import type { Message } from '../model/message.ts';
import type { Format } from './format.ts';

export type Values = Message['values'];
/** One sentence of a word list. Keys are dotted: `error.fileEmpty`, `segment.best.name`. */
export type Phrase = (values: Values, format: Format) => string;
export type WordList = Readonly<Record<string, Phrase>>;
