import { expect, it } from 'vitest';
import { createFormat, knownLocale } from '../../../src/shared/words/format.ts';
import { formatOf } from '../../../src/shared/words/say.ts';

it('every language that a system may name can be written in', () => {
  const named = ['en-US@posix', 'C', 'POSIX', '', 'de_DE.UTF-8', 'fr', 'zh-Hant-TW', 'not a language'];
  expect(named.map(knownLocale)).toEqual(['en-US', 'en-GB', 'en-GB', 'en-GB', 'de-DE', 'fr', 'zh-Hant-TW', 'en-GB']);
  for (const tag of named) expect(formatOf(tag).number(1234.5).length).toBeGreaterThan(4);
  expect(createFormat('de_DE.UTF-8').money(1234.5)).toBe('1.235');
});
