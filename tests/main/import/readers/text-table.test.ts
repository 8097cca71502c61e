import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTextTable } from '../../../../src/main/import/readers/text-table.ts';

it('gives back every text by its number, and none that it does not have', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const table = createTextTable();
      for (const text of texts) table.add(text);
      expect(table.size).toBe(texts.length);
      for (const round of [0, 1]) expect([round, ...texts.map((_, i) => table.at(i))]).toEqual([round, ...texts]);
      for (const index of [-1, texts.length, 0.5, Number.NaN]) expect(table.at(index)).toBeUndefined();
    }),
  );
});

it('keeps texts that share a place in its memory apart, and texts longer than a block', () => {
  const table = createTextTable();
  const long = '€'.repeat(1_500_000);
  for (let i = 0; i < 100_000; i++) table.add(i === 50_000 ? long : `text ${i}`);
  for (const i of [7, 7 + 32_768, 7 + 65_536, 7, 99_999]) expect(table.at(i)).toBe(`text ${i}`);
  expect(table.at(50_000) === long).toBe(true);
});
