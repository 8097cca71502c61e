import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsAt } from '../../../../src/shared/engine/identity/damerau-levenshtein.ts';
import { jaroWinklerAt } from '../../../../src/shared/engine/identity/jaro-winkler.ts';
import { areNicknames } from '../../../../src/shared/engine/identity/nicknames.ts';
import { soundex } from '../../../../src/shared/engine/identity/soundex.ts';
import { poolOf } from '../../../../src/shared/engine/identity/text-pool.ts';

const alike = (a: string, b: string): number => jaroWinklerAt(poolOf([a, b]), 0, 1);
const edits = (a: string, b: string, most = 50): number => editsAt(poolOf([a, b]), 0, 1, most);

describe('Jaro-Winkler', () => {
  // Winkler's own table (Overview of Record Linkage and Current Research Directions, Census Bureau 2006, table 6), to its three digits.
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
    ['NICHLESON', 'NICHULSON', 0.956],
    ['JONES', 'JOHNSON', 0.832],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MARHTA', 'MARTHA', 0.961],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['JULIES', 'JULIUS', 0.933],
    ['TANYA', 'TONYA', 0.88],
    ['DWAYNE', 'DUANE', 0.84],
    ['SEAN', 'SUSAN', 0.805],
    ['JON', 'JOHN', 0.933],
    ['DIXON', 'DICKSONX', 0.813],
  ])('%s and %s', (a, b, wanted) => expect(Math.abs(alike(a, b) - wanted)).toBeLessThan(0.001));

  it('is 1 only for equal words, the same both ways, and within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 9 }),
        fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 9 }),
        (a, b) => {
          const value = alike(a, b);
          expect(value).toBeCloseTo(alike(b, a), 12);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(value === 1).toBe(a === b);
        },
      ),
    );
  });
});

/** The definition, letter by letter, without a bound. */
const slow = (a: string, b: string): number => {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const steps = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...steps);
    }
  }
  return table[a.length]![b.length]!;
};

describe('Damerau-Levenshtein', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['martha', 'marhta', 1],
    ['meier', 'meier', 0],
    ['', 'abc', 3],
  ])('%s to %s', (a, b, wanted) => expect(edits(a, b)).toBe(wanted));

  it('is the definition’s, cut off where nobody looks further', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(edits(a, b, most)).toBe(Math.min(slow(a, b), most + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('Soundex', () => {
  // The National Archives' own examples.
  it.each([
    ['washington', 'W252'],
    ['lee', 'L000'],
    ['gutierrez', 'G362'],
    ['pfister', 'P236'],
    ['jackson', 'J250'],
    ['tymczak', 'T522'],
    ['ashcraft', 'A261'],
    ['robert', 'R163'],
    ['rupert', 'R163'],
    ['', ''],
  ])('%s', (word, code) => expect(soundex(word)).toBe(code));
});

it('knows short forms both ways', () => {
  expect(areNicknames('bob', 'robert')).toBe(true);
  expect(areNicknames('robert', 'bob')).toBe(true);
  expect(areNicknames('bob', 'william')).toBe(false);
});
