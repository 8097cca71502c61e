import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markDifferences } from '../../../../src/renderer/screens/identity/mark-differences.ts';

/** The text with marks as brackets. */
const marked = (text: string, other: string): string =>
  markDifferences(text, other)
    .map(({ text: piece, differs }) => (differs ? `[${piece}]` : piece))
    .join('');

it('marks the letters that the other text lacks, whatever their case and accents', () => {
  expect(marked('Meyer', 'Meier')).toBe('Me[y]er');
  expect(marked('Meier', 'Meyer')).toBe('Me[i]er');
  expect(marked('Sanddra', 'Sandra')).toBe('Sand[d]ra');
  expect(marked('ANNA@GMX.DE', 'anna@gmx.de')).toBe('ANNA@GMX.DE');
  expect(marked('Müller', 'Muller')).toBe('Müller');
  expect(marked('10840', '10480')).toBe('10[8]40');
});

it('marks what is another thing altogether as a whole', () => {
  expect(marked('Frützerstraße 101', 'Nungkestraße 2')).toBe('[Frützerstraße 101]');
  expect(marked('Wien', 'Graz')).toBe('[Wien]');
});

it('gives back every letter, and marks nothing of equal texts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (text, other) => {
        const pieces = markDifferences(text, other);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(markDifferences(text, text).some(({ differs }) => differs)).toBe(false);
      },
    ),
  );
});
