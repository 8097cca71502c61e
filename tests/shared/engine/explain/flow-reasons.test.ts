import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowReasons, type ReasonFact } from '../../../../src/shared/engine/explain/flow-reasons.ts';

const fact = (
  before: number[],
  after: number[],
  middlesBefore: number[],
  middlesAfter: number[] = middlesBefore,
): ReasonFact => ({
  ...{ before: Float64Array.from(before), after: Float64Array.from(after), middlesBefore, middlesAfter },
});
const labels = (...all: number[]) => Int32Array.from(all);
const two = { beforeK: 2, afterK: 2, laterOf: labels(0, 1), earlierOf: labels(0, 1) };

describe('flowReasons', () => {
  it('of two months names the fact that changed, and not the one that stayed', () => {
    const input = {
      ...two,
      before: labels(0, 0, 1),
      after: labels(0, 1, 1),
      sameCustomers: false,
      facts: [fact([0, 0, 4], [0, 4, 4], [0, 4]), fact([1, 1, 2], [1, 1, 2], [1, 2])],
    };
    const [flow, ...others] = flowReasons(input);
    expect(others).toEqual([]);
    expect(flow).toMatchObject({ from: 0, to: 1 });
    // From −16 to 16 nearer to the new middle than to the old one.
    expect([...flow!.weights]).toEqual([32, 0]);
    expect([...flow!.own]).toEqual([32, 0]);
  });

  it('tells middles that moved from customers who did', () => {
    const [flow] = flowReasons({
      ...two,
      before: labels(0, 0, 1),
      after: labels(0, 1, 1),
      sameCustomers: false,
      facts: [fact([0, 1, 4], [0, 1, 2], [0, 4], [0, 2])],
    });
    expect(flow!.weights[0]).toBeGreaterThan(0);
    expect(flow!.own[0]).toBe(0);
  });

  it('of two divisions of the same customers sets those who are elsewhere against those who stay together', () => {
    const [flow, ...others] = flowReasons({
      ...two,
      before: labels(0, 0, 0, 1),
      after: labels(0, 0, 1, 1),
      sameCustomers: true,
      facts: [fact([0, 0, 3, 4], [0, 0, 3, 4], [1, 4], [0, 3.5]), fact([5, 5, 5, 5], [5, 5, 5, 5], [5, 5])],
    });
    expect(others).toEqual([]);
    expect([...flow!.weights]).toEqual([2 * 3.5 * 3, 0]);
  });

  it('adds up over facts to how much nearer the customers came on average', () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 20 }),
        fc.array(coordinate, { minLength: 8, maxLength: 8 }),
        (points, middles) => {
          const facts = [0, 1].map((at) =>
            fact(
              points.map((point) => point[at]!),
              points.map((point) => point[at + 2]!),
              middles.slice(at * 4, at * 4 + 2),
              middles.slice(at * 4 + 2, at * 4 + 4),
            ),
          );
          const all = labels(...points.map(() => 0));
          const there = labels(...points.map(() => 1));
          const [flow] = flowReasons({ ...two, before: all, after: there, sameCustomers: false, facts });
          const nearer = (row: number, side: 'before' | 'after') =>
            facts.reduce((sum, one) => {
              const middle = side === 'before' ? one.middlesBefore : one.middlesAfter;
              const x = one[side][row]!;
              return sum + (x - middle[0]!) ** 2 - (x - middle[1]!) ** 2;
            }, 0);
          const change = points.reduce((sum, _, row) => sum + nearer(row, 'after') - nearer(row, 'before'), 0);
          expect(flow!.weights[0]! + flow!.weights[1]!).toBeCloseTo(change / points.length, 6);
        },
      ),
    );
  });
});
