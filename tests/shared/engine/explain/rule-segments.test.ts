import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSegments } from '../../../../src/shared/engine/explain/rule-segments.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { say } from '../../../../src/shared/words/say.ts';

const shop = (customers: number, seed: number) => {
  const random = createRandom(seed);
  const orders = Float64Array.from({ length: customers }, () => 1 + Math.floor(-3 * Math.log(1 - random())));
  return {
    days: Float64Array.from({ length: customers }, () => Math.floor(-80 * Math.log(1 - random()))),
    orders,
    spent: orders.map((count) => Math.round(100 * count * (5 + 60 * random())) / 100),
  };
};

const told = (input: Parameters<typeof ruleSegments>[0]) =>
  ruleSegments(input).segments.map(({ name, rule }) => `${say(name)}: ${say(rule)}`);

describe('ruleSegments', () => {
  it('are six with names and rules that say who is in them', () => {
    expect(told(shop(3000, 1))).toMatchInlineSnapshot(`
      [
        "Best customers: Last ordered within 90 days, ordered at least 4 times and spent 125 or more.",
        "Loyal regulars: Last ordered within 90 days, ordered at least 4 times and spent less than 125.",
        "Rare big spenders: Last ordered within 90 days, ordered fewer than 4 times and spent 125 or more.",
        "Occasional buyers: Last ordered within 90 days, ordered fewer than 4 times and spent less than 125.",
        "Valuable but gone: Last ordered more than 90 days ago, but ordered at least 4 times or spent 125 or more.",
        "Long gone: Last ordered more than 90 days ago, ordered fewer than 4 times and spent less than 125.",
      ]
    `);
  });

  it('are four where only two of the three are known', () => {
    const { days, orders, spent } = shop(3000, 1);
    expect(told({ days, orders, spent: null })).toMatchInlineSnapshot(`
      [
        "Frequent buyers: Last ordered within 90 days and ordered at least 4 times.",
        "Occasional buyers: Last ordered within 90 days and ordered fewer than 4 times.",
        "Loyal but gone: Last ordered more than 90 days ago and ordered at least 4 times.",
        "Long gone: Last ordered more than 90 days ago and ordered fewer than 4 times.",
      ]
    `);
    expect(told({ days, orders: null, spent })).toMatchInlineSnapshot(`
      [
        "Big spenders: Last ordered within 90 days and spent 125 or more.",
        "Small spenders: Last ordered within 90 days and spent less than 125.",
        "Valuable but gone: Last ordered more than 90 days ago and spent 125 or more.",
        "Long gone: Last ordered more than 90 days ago and spent less than 125.",
      ]
    `);
    expect(told({ days: null, orders, spent })).toMatchInlineSnapshot(`
      [
        "Best customers: Ordered at least 4 times and spent 125 or more.",
        "Loyal regulars: Ordered at least 4 times and spent less than 125.",
        "Rare big spenders: Ordered fewer than 4 times and spent 125 or more.",
        "Occasional buyers: Ordered fewer than 4 times and spent less than 125.",
      ]
    `);
  });

  it('put every customer in the one whose rule is true of them', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(Number.NaN));
    const rows = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 30 }), value), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const column = (j: 0 | 1 | 2) => Float64Array.from(drawn, (row) => row[j]);
        const { labels, segments, thresholds } = ruleSegments({ days: column(0), orders: column(1), spent: column(2) });
        expect(segments.length).toBeLessThanOrEqual(6);
        expect(new Set(segments.map(({ name }) => say(name))).size).toBe(segments.length);
        expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(drawn.length);
        drawn.forEach(([days, orders, spent], i) => {
          const { late, often, much, either } = segments[labels[i]!]!.rule.values;
          if (thresholds.days !== null) expect(days <= thresholds.days).toBe(late);
          const isOften = thresholds.orders === null ? null : orders >= thresholds.orders;
          const isMuch = thresholds.spent === null ? null : spent >= thresholds.spent;
          if (either) expect(isOften || isMuch).toBe(true);
          else {
            expect([often, null]).toContain(isOften);
            expect([much, null]).toContain(isMuch);
          }
        });
      }),
    );
  });

  it('leave nobody out where all are alike or a value is missing', () => {
    const alike = { days: new Float64Array(9).fill(3), orders: new Float64Array(9).fill(1), spent: null };
    expect(ruleSegments(alike).segments.map(({ size }) => size)).toEqual([9]);
    const missing = { days: new Float64Array(4).fill(Number.NaN), orders: Float64Array.of(1, 2, 5, 9), spent: null };
    expect(told(missing)).toMatchInlineSnapshot(`
      [
        "Frequent buyers: Ordered at least 5 times.",
        "Occasional buyers: Ordered fewer than 5 times.",
      ]
    `);
  });
});
