import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWholesale } from '../../../../src/shared/engine/quality/find-wholesale.ts';
import { matchReturns } from '../../../../src/shared/engine/quality/match-returns.ts';
import { scoreQuality } from '../../../../src/shared/engine/quality/score.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

describe('returns', () => {
  it('take back the purchase of the same quantity, else the latest before', () => {
    const match = matchReturns([
      { row: 1, day: 10, quantity: 6 },
      { row: 2, day: 12, quantity: 2 },
      { row: 3, day: 15, quantity: -6 },
      { row: 4, day: 16, quantity: -1 },
      { row: 5, day: 20, quantity: 9 },
    ]);
    expect(match).toEqual({ whole: [1], partly: 1, matched: 2, unmatched: 0 });
  });

  it('without a purchase before them belong to nobody', () => {
    const match = matchReturns([
      { row: 1, day: 10, quantity: -3 },
      { row: 2, day: 11, quantity: 3 },
    ]);
    expect(match).toEqual({ whole: [], partly: 0, matched: 0, unmatched: 1 });
  });

  it('never take back more than came back', () => {
    const line = fc.record({ day: fc.nat(20), quantity: fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (drawn) => {
        const lines = drawn.map((one, row) => ({ ...one, row }));
        const { whole, matched, unmatched } = matchReturns(lines);
        const taken = whole.reduce((sum, row) => sum + lines[row]!.quantity, 0);
        const back = lines.reduce((sum, { quantity }) => sum - Math.min(0, quantity), 0);
        expect(taken).toBeLessThanOrEqual(back);
        expect(matched + unmatched).toBe(lines.filter(({ quantity }) => quantity < 0).length);
      }),
    );
  });
});

it('bulk buyers buy once or twice, far beyond everybody', () => {
  const random = createRandom(5);
  const customers = 400;
  const orders = Int32Array.from({ length: customers }, () => 1 + Math.floor(random() * 5));
  const money = Float64Array.from(orders, (count) => count * (20 + 60 * random()));
  expect(findWholesale(orders, money, new Float64Array(customers))).toEqual([]);
  orders[7] = 1;
  money[7] = 90_000;
  orders[8] = 12;
  money[8] = 900_000;
  expect(findWholesale(orders, money, new Float64Array(customers))).toEqual([7]);
});

it('bulk buyers take many pieces; who buys something dear once is none', () => {
  const customers = 400;
  const orders = new Int32Array(customers).fill(2);
  const money = Float64Array.from({ length: customers }, (_, i) => 80 * (1 + (i % 7) / 7));
  const pieces = Float64Array.from({ length: customers }, (_, i) => 6 + (i % 5));
  [money[7], money[8], money[9]] = [90_000, 90_000, 100];
  [pieces[7], pieces[8], pieces[9]] = [8, 60, 9_000];
  expect(findWholesale(orders, money, pieces)).toEqual([8, 9]);
});

describe('the score', () => {
  const table = { rows: 1_000, hasDays: true, filled: 4_000, cells: 4_000, findings: [] };
  it('counts every table alike, however long', () => {
    const short = { ...table, rows: 10, findings: [{ kind: 'impossibleAge', severity: 'high', rows: 10 }] } as const;
    const validity = scoreQuality([table, short]).parts.find(({ part }) => part === 'validity')!;
    expect(validity.score).toBe(50);
  });

  it('is 100 where there is nothing to find', () => {
    const { score, parts } = scoreQuality([table]);
    expect(score).toBe(100);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });
  it('falls with the share of rows and their gravity, and every part says why', () => {
    const found = (rows: number, severity: 'low' | 'medium' | 'high') => ({
      ...table,
      findings: [{ kind: 'negative' as const, rows, severity }],
    });
    const validity = (rows: number, severity: 'low' | 'medium' | 'high') =>
      scoreQuality([found(rows, severity)]).parts.find(({ part }) => part === 'validity')!;
    expect(validity(100, 'low').score).toBe(90);
    expect(validity(100, 'medium').score).toBe(70);
    expect(validity(100, 'high').score).toBe(0);
    expect(validity(1, 'low').score).toBe(99.5);
    expect(validity(1, 'low').message).toEqual({ key: 'quality.part.validity', values: { findings: 1, share: 0.995 } });
  });
  it('leaves out a part that no table has anything to say of', () => {
    const { parts } = scoreQuality([{ ...table, hasDays: false }]);
    expect(parts.find(({ part }) => part === 'freshness')!.score).toBeNull();
  });
});
