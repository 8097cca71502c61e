import type { Locator, Page } from 'playwright-core';
import { de } from '../../src/shared/words/de/index.ts';
import { en } from '../../src/shared/words/en/index.ts';
import type { Format } from '../../src/shared/words/format.ts';
import type { Values, WordList } from '../../src/shared/words/phrase.ts';

/** Values that leave their name wherever a sentence writes them, be it as words or as a number. */
const mark = (name: string): string => `⟦${name}⟧`;
const marks = /⟦(\w+)⟧/g;
const firstNumber = 7_000_001;

const markedValues = () => {
  const names: string[] = [];
  const made = new Map<string, object>();
  const numberOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return firstNumber + names.indexOf(name);
  };
  const values = new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string') return undefined;
        const known = made.get(name) ?? {
          [Symbol.toPrimitive]: (as: string) => (as === 'number' ? numberOf(name) : mark(name)),
        };
        made.set(name, known);
        return known;
      },
    },
  ) as Values;
  const written = (value: number): string => {
    const name = names[value - firstNumber];
    return name === undefined ? String(value) : mark(name);
  };
  const format: Format = {
    number: written,
    money: written,
    share: written,
    day: (iso) => iso,
    count: (value, _one, many) => `${written(value)} ${many}`,
    list: (items) => items.join(', '),
  };
  return { values, format };
};

/** What a list says for a key, with marks for the values; null where it asks for something that marks are not. */
const markedSentence = (list: WordList, key: string): string | null => {
  const { values, format } = markedValues();
  try {
    return list[key]?.(values, format) ?? null;
  } catch {
    return null;
  }
};

interface Sentence {
  readonly key: string;
  readonly english: string;
  readonly german: string;
}

const sentences: readonly Sentence[] = Object.keys(en).flatMap((key) => {
  const [english, german] = [markedSentence(en, key), markedSentence(de, key)];
  return english === null || german === null ? [] : [{ key, english, german }];
});
const plain = sentences.filter(({ english }) => !english.includes('⟦'));
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = sentences
  .filter(({ english }) => english.includes('⟦') && /\p{L}{2}/u.test(english.replace(marks, '')))
  .map((sentence) => ({
    ...sentence,
    names: [...sentence.english.matchAll(marks)].map(([, name]) => name!),
    pattern: new RegExp(
      `^${sentence.english
        .split(marks)
        .map((part, at) => (at % 2 === 0 ? escaped(part) : '(.+?)'))
        .join('')}$`,
    ),
  }));

/** Each way in which German says what this says in English; the same where it is no text of ours. */
const inGerman = (english: string): string[] => {
  const same = plain.filter((one) => one.english === english).map(({ german }) => german);
  if (same.length > 0) return [...new Set(same)];
  const filled = patterns.flatMap(({ pattern, names, german }) => {
    const found = pattern.exec(english);
    if (found === null) return [];
    const of = new Map(names.map((name, at) => [name, inGerman(found[at + 1]!)[0]!]));
    return [german.replace(marks, (_, name: string) => of.get(name) ?? '')];
  });
  return filled.length > 0 ? [...new Set(filled)] : [english];
};

const asked = (name: unknown, isWhole: boolean): unknown => {
  if (typeof name !== 'string') return name;
  const ways = inGerman(name);
  if (ways.length === 1) return ways[0];
  const any = `(${ways.map(escaped).join('|')})`;
  return isWhole ? new RegExp(`^${any}$`) : new RegExp(any, 'i');
};

type Part = Page | Locator;
const raw = new WeakMap<object, Part>();
const finders = new Set(['getByText', 'getByLabel', 'getByPlaceholder', 'getByTitle', 'getByAltText', 'fill']);
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'getByRole' in value && typeof value.getByRole === 'function';

const translated = (method: string, words: readonly unknown[]): unknown[] => {
  if (method === 'getByRole') {
    const [role, options] = words as [unknown, { name?: unknown; exact?: boolean } | undefined];
    return options === undefined ? [role] : [role, { ...options, name: asked(options.name, options.exact === true) }];
  }
  if (method === 'filter') {
    const [options] = words as [{ hasText?: unknown; has?: object }];
    return [
      {
        ...options,
        ...('hasText' in options ? { hasText: asked(options.hasText, false) } : {}),
        ...(options.has ? { has: raw.get(options.has) ?? options.has } : {}),
      },
    ];
  }
  if (finders.has(method)) {
    const [text, options] = words as [unknown, { exact?: boolean } | undefined];
    // What is typed may be anything: only what is a text of ours word for word is translated.
    if (method === 'fill') return [plain.find(({ english }) => english === text)?.german ?? text, options];
    return [asked(text, options?.exact === true), options];
  }
  return words.map((word) => (typeof word === 'object' && word !== null ? (raw.get(word) ?? word) : word));
};

/**
 * The page to somebody who reads German: what is asked for by its English name is found by its German one. Names that
 * are only begun, as regular expressions, must know both.
 */
export const readInGerman = <Of extends Part>(part: Of): Of => {
  const wrapped = new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return (...words: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, translated(name, words));
        return isPart(result) ? readInGerman(result) : result;
      };
    },
  });
  raw.set(wrapped, part);
  return wrapped;
};
