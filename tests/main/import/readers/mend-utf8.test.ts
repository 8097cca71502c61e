import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countUtf8, createMendingDecoder } from '../../../../src/main/import/readers/mend-utf8.ts';

const decode = (bytes: Buffer, size: number): string => {
  const decoder = createMendingDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += size)
    text += decoder.decode(bytes.subarray(at, at + size), { stream: true });
  return text + decoder.decode();
};

it('reads UTF-8 as TextDecoder does, in pieces of any size', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (text, size) => {
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decode(Buffer.from(text), size)).toBe(text);
      expect(countUtf8(Buffer.from(text)).strays).toBe(0);
    }),
  );
});

it('reads bytes that are no UTF-8 as Windows-1252, each by itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('a', 'é', '€', '😀', 'ß'), fc.constantFrom(0xfc, 0x80, 0xe4, 0xff)), {
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 9 }),
      (pieces, size) => {
        // A lone byte with an ASCII letter behind it can be the beginning of nothing.
        const bytes = Buffer.concat(
          pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : Buffer.from([piece, 0x2c]))),
        );
        const letters: Record<number, string> = { 252: 'ü', 128: '€', 228: 'ä', 255: 'ÿ' };
        expect(decode(bytes, size)).toBe(
          pieces.map((piece) => (typeof piece === 'string' ? piece : `${letters[piece]},`)).join(''),
        );
        expect(countUtf8(bytes)).toEqual({
          letters: pieces.filter((piece) => typeof piece === 'string' && piece !== 'a').length,
          strays: pieces.filter((piece) => typeof piece === 'number').length,
        });
      },
    ),
  );
});
