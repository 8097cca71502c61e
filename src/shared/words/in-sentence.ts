import { languageOf } from './say.ts';

/** A name of ours in the middle of a sentence: with a small letter, but in German, whose nouns keep their capitals. */
export const inSentence = (name: string, locale: string): string =>
  languageOf(locale) === 'de' ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);
