import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode, type ErrorDetails } from '../../../src/shared/errors.ts';
import { message } from '../../../src/shared/model/message.ts';
import { de } from '../../../src/shared/words/de/index.ts';
import { en } from '../../../src/shared/words/en/index.ts';
import type { Values } from '../../../src/shared/words/phrase.ts';
import { formatOf, languageOf, say, sayError } from '../../../src/shared/words/say.ts';

const root = join(import.meta.dirname, '../../..');
const keys = Object.keys(en) as (keyof typeof en)[];
/** Whatever a sentence asks for: a number, which reads as a day too. */
const anything = (value: unknown): Values => new Proxy({}, { get: () => value }) as Values;
const values = [1, 3, '2024-02-29'].map(anything);
/** The sentence, or null where it needs something else. */
const said = (
  list: Readonly<Record<string, (v: Values, f: ReturnType<typeof formatOf>) => string>>,
  key: string,
  v: Values,
  locale: string,
) => {
  try {
    return list[key]!(v, formatOf(locale));
  } catch {
    return null;
  }
};

/** Sources in which errors are made, but for those of the command line, which speaks English. */
const sources = globSync('src/{main,shared/engine}/**/*.ts', { cwd: root, exclude: ['src/main/hosts/cli/**'] })
  .filter((path) => !/hosts.cli/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'));

/** Reasons and problems as they stand in the sources, 7 where a value comes in. */
const whatComesWithErrors = (): { code: ErrorCode; details: ErrorDetails; told: string }[] =>
  sources.flatMap((text) => {
    const filled = (told: string) => told.replace(/\$\{[^}]*\}/g, '7');
    const of = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, told]) => filled(told!));
    return [
      ...of(/\breason: ['`]([a-z][^'`]* [^'`]*)['`]/g).map((told) => ({
        code: 'fileUnreadable' as const,
        details: { file: 'a.csv', reason: told },
        told,
      })),
      ...of(/\bproblem:?\s*=?\s*['`]([a-z“$][^'`]* [^'`]*)['`]/g)
        .concat(of(/\b(?:refuse|wrong)\(\s*['`]([a-z“$][^'`]* [^'`]*)['`]/g))
        .filter(() => text.includes('badInput'))
        .map((told) => ({ code: 'badInput' as const, details: { method: 'a.b', problem: told }, told })),
      ...of(/\bmissing: ['`]([a-z][^'`]* [^'`]*)['`]/g).map((told) => ({
        code: 'mappingIncomplete' as const,
        details: { file: 'a.csv', missing: told },
        told,
      })),
      ...of(/\bforeign\(['`]([a-z][^'`]* [^'`]*)['`]/g).map((told) => ({
        code: 'fileNotWhatItSays' as const,
        details: { file: 'a.csv', says: '.csv', is: told },
        told,
      })),
    ];
  });

describe('German', () => {
  it('has every sentence that English has, and no other', () => {
    expect(Object.keys(de).sort()).toEqual([...keys].sort());
  });

  it('says hardly anything as English does', () => {
    const same = keys.filter((key) => {
      const english = said(en, key, values[1]!, 'en-GB');
      return english !== null && /\p{L}{4}/u.test(english) && english === said(de, key, values[1]!, 'en-GB');
    });
    // Names of programs and methods, and words that both languages have.
    expect(same.length / keys.length).toBeLessThan(0.06);
  });

  it('leaves no English word behind', () => {
    const english = /\b(the|your|of|and|with|customers?|orders?|rows?|which|that|from|this|are|is|not|have|has)\b/i;
    const found = keys.flatMap((key) =>
      values.flatMap((v) => {
        const sentence = said(de, key, v, 'de-DE');
        // A formula has no language.
        const prose = sentence?.replaceAll('totalSpent / orders', '') ?? '';
        return english.test(prose) ? [`${key}: ${sentence}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('says what comes in English with an error', () => {
    const all = whatComesWithErrors();
    expect(all.length).toBeGreaterThan(100);
    const untold = all.filter(({ code, details, told }) => {
      const sentence = sayError(new AppError(code, details), 'de-DE');
      return sentence.includes(told) || /Eine Angabe passt nicht/.test(sentence);
    });
    expect(untold.map(({ told }) => told)).toEqual([]);
  });

  it('is spoken where the locale asks for it, English elsewhere', () => {
    expect(['de', 'de-AT', 'de_DE.UTF-8', 'en-DE', 'fr-FR', 'C', '', 'del'].map(languageOf)).toEqual([
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
      'en',
      'en',
    ]);
    expect(say(message('app.undo'), 'de-CH')).toBe('Rückgängig');
    expect(say(message('app.undo'), 'en-DE')).toBe('Undo');
  });
});
