import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFormula } from '../../../../src/shared/engine/features/formula/evaluate-formula.ts';
import { featuresIn } from '../../../../src/shared/engine/features/formula/formula-node.ts';
import { parseFormula } from '../../../../src/shared/engine/features/formula/parse-formula.ts';
import { type AppError, isAppError } from '../../../../src/shared/errors.ts';

const facts: Readonly<Record<string, number>> = { a: 6, b: 4, zero: 0, gone: Number.NaN, 'column:In come=x': 5 };
const resultOf = (formula: string): number =>
  evaluateFormula(parseFormula(formula), (name) => Float64Array.of(facts[name] ?? 99))(0);
const problemOf = (formula: string): unknown => {
  try {
    return parseFormula(formula);
  } catch (error) {
    return (error as AppError).details;
  }
};

describe('a formula', () => {
  it.each([
    ['a + b * 2', 14],
    ['(a + b) * 2', 20],
    ['-a ^ 2', -36],
    ['2 ^ 3 ^ 2', 512],
    ['a % b', 2],
    ['a - b - 1', 1],
    ['a / b / 2', 0.75],
    ['"column:In come=x" + 1', 6],
    ['if(a > b and not (b == 5), 1, 0)', 1],
    ['if(a < b or b >= 5, 1, 0)', 0],
    ['min(a, b, 1) + max(a, b)', 7],
    ['sqrt(b) + abs(-3) + round(2.5) + floor(1.9) + ceil(1.1)', 11],
    ['ln(exp(2)) + log10(1000)', 5],
    ['a != b', 1],
    ['known(gone) + known(a)', 1],
    ['if(known(gone), gone, a)', 6],
    ['a / zero', Number.NaN],
    ['sqrt(-a)', Number.NaN],
    ['gone > 1', Number.NaN],
    ['if(gone, 1, 2)', Number.NaN],
    ['10 ^ 400', Number.NaN],
  ])('%s is %f', (formula, value) => {
    if (Number.isNaN(value)) expect(resultOf(formula)).toBeNaN();
    else expect(resultOf(formula)).toBeCloseTo(value, 12);
  });

  it('names the features that it reads', () => {
    expect(featuresIn(parseFormula('a + min("b c", a) * 2'))).toEqual(['a', 'b c']);
  });

  it.each([
    ['', { position: 1, problem: 'empty', what: null }],
    ['a +', { position: 4, problem: 'unfinished', what: null }],
    ['(a + b', { position: 7, problem: 'unfinished', what: null }],
    ['a / / b', { position: 5, problem: 'unexpected', what: '/' }],
    ['"column:In come=x" b', { position: 20, problem: 'unexpected', what: 'b' }],
    ['a = 1', { position: 3, problem: 'unexpected', what: '=' }],
    ['sin(a)', { position: 1, problem: 'unknownFunction', what: 'sin' }],
    ['if(a, 1)', { position: 1, problem: 'wrongCount', what: 'if' }],
    [`${'('.repeat(41)}a${')'.repeat(41)}`, { position: 1, problem: 'tooDeep', what: null }],
    ['a+'.repeat(501), { position: 1001, problem: 'tooLong', what: null }],
  ])('%# is refused with its place', (formula, details) => {
    expect(problemOf(formula)).toEqual(details);
  });

  it('reaches nothing but the features handed in', () => {
    for (const formula of [
      'a.constructor',
      'a["constructor"]',
      '[1, 2]',
      'a[0]',
      'constructor + 1',
      'constructor("return 1")()',
      'f(x) = 1',
      'a; b',
      'random()',
      'a!',
      '"a" || "b"',
      'map(a, b)',
      'toString()',
      '__proto__(1)',
      'hasOwnProperty(1)',
      'a in b',
      'a ? b : 1',
      'length "abc"',
    ]) {
      expect({ formula, details: problemOf(formula) }).toMatchObject({
        formula,
        details: { problem: expect.any(String) },
      });
    }
  });

  it('of any characters is read or refused, at once', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        '1',
        '2.5',
        '+',
        '-',
        '*',
        '/',
        '^',
        '(',
        ')',
        ',',
        '"',
        'if(',
        'not ',
        ' and ',
        '>',
        '==',
        '?',
        ':',
      ],
      ...['[', ']', '{', '.', '=', ';', '\\', "'", 'constructor', 'prototype', '\n', 'é', '😀', '!', '%', '|'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        try {
          const value = evaluateFormula(parseFormula(pieces.join('')), () => Float64Array.of(3))(0);
          expect(typeof value).toBe('number');
        } catch (error) {
          expect(isAppError(error) && error.code).toBe('badFormula');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
