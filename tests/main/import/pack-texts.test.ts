import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTextPacker, createTextReader } from '../../../src/main/import/pack-texts.ts';

it('gives packed texts back, missing ones as missing', () => {
  const texts = fc.array(fc.option(fc.string({ minLength: 1, unit: 'binary' })), { maxLength: 50 });
  fc.assert(
    fc.property(texts, (given) => {
      const packer = createTextPacker(given.length);
      for (const text of given) packer.add(text);
      const read = createTextReader(packer.take());
      expect(given.map((_, row) => read(row))).toEqual(given);
    }),
  );
});

it('keeps a text like the one before it once', () => {
  const packer = createTextPacker(4);
  for (const text of ['UK', 'UK', null, 'UK']) packer.add(text);
  expect(packer.take().text).toBe('UK');
});
