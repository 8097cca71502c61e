import { describe, expect, it } from 'vitest';
import { message } from '../../../../src/shared/model/message.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { describeKinds, describeRows, namesOf, orderKeys, type Planted, scatter } from './planted.ts';

/** One of each kind that every shop knows: days since the last order, orders, total spent. */
const shop = {
  best: { size: 60, typical: [6, 22, 6000] },
  loyal: { size: 110, typical: [14, 9, 1200] },
  rareBig: { size: 60, typical: [70, 2, 2600] },
  new: { size: 120, typical: [9, 1, 60] },
  slipping: { size: 110, typical: [120, 7, 900] },
  valuableGone: { size: 80, typical: [300, 8, 2500] },
  once: { size: 150, typical: [110, 1, 55] },
  longGone: { size: 130, typical: [380, 2, 90] },
} satisfies Record<string, Planted>;
const kinds = Object.entries(shop);

const keysOf = (segments: readonly { name: { key: string } }[]) => segments.map(({ name }) => name.key.split('.')[1]!);

describe('names of customers who order', () => {
  it('finds each kind by what it does', () => {
    const described = describeKinds(
      orderKeys,
      kinds.map(([, kind]) => kind),
    );
    expect(keysOf(described)).toEqual(kinds.map(([key]) => key));
    expect(namesOf(described)).toEqual([
      'Best customers',
      'Loyal regulars',
      'Rare big spenders',
      'New customers',
      'Slipping away',
      'Valuable but gone',
      'Bought once',
      'Long gone',
    ]);
  });

  it('names the same segments alike in whatever order they come', () => {
    for (const order of [
      [7, 6, 5, 4, 3, 2, 1, 0],
      [3, 0, 6, 1, 7, 2, 5, 4],
    ]) {
      const turned = order.map((at) => kinds[at]!);
      expect(
        keysOf(
          describeKinds(
            orderKeys,
            turned.map(([, kind]) => kind),
          ),
        ),
      ).toEqual(turned.map(([key]) => key));
    }
  });

  it('calls the better of two good segments best', () => {
    const better = { size: 40, typical: [5, 30, 9000] };
    const good = { size: 60, typical: [7, 24, 7600] };
    const rest = [shop.new, shop.once, shop.longGone];
    expect(namesOf(describeKinds(orderKeys, [good, better, ...rest])).slice(0, 2)).toEqual([
      'Loyal regulars',
      'Best customers',
    ]);
    expect(namesOf(describeKinds(orderKeys, [better, good, ...rest])).slice(0, 2)).toEqual([
      'Best customers',
      'Loyal regulars',
    ]);
  });

  it('does not call somebody best who is gone, or spends little', () => {
    const described = describeKinds(orderKeys, [shop.valuableGone, shop.once, shop.new, shop.longGone]);
    expect(namesOf(described)).not.toContain('Best customers');
    expect(namesOf(described)[0]).toBe('Valuable but gone');
  });

  it('says “bought once” only where most did', () => {
    const { rows, labels } = scatter([shop.once, shop.best, shop.loyal]);
    // Just under half of the first segment with one order, the rest with two.
    const mixed = rows.map((row, i) => (labels[i] === 0 ? [row[0]!, i % 9 < 4 ? 1 : 2, row[2]!] : row));
    const [first] = describeRows(orderKeys, mixed, labels, 3);
    expect(['once', 'oneBig', 'oneSmall']).not.toContain(first!.name.key.split('.')[1]);
    expect(say(first!.name)).not.toMatch(/once|one-time/i);
    expect(keysOf(describeRows(orderKeys, rows, labels, 3))[0]).toBe('once');
  });

  it('does not say “slipping away” of regulars who keep their pace', () => {
    // Seven orders in four years: 80 days of quiet are nothing.
    const described = describeKinds(orderKeys, [
      { size: 100, typical: [80, 7, 900] },
      { size: 100, typical: [10, 12, 2000] },
      { size: 100, typical: [60, 4, 300] },
      { size: 30, typical: [1300, 1, 40] },
    ]);
    expect(namesOf(described)[0]).not.toBe('Slipping away');
  });

  it('does not call anybody new who was last seen half a year ago', () => {
    const described = describeKinds(orderKeys, [
      { size: 100, typical: [250, 1, 50] },
      { size: 100, typical: [600, 1, 45] },
      { size: 100, typical: [900, 3, 200] },
    ]);
    expect(namesOf(described)).not.toContain('New customers');
  });

  it('still tells kinds apart without money, without dates, without counts', () => {
    const without = (at: number) => ({
      keys: orderKeys.filter((_, i) => i !== at),
      planted: (list: Planted[]) =>
        list.map(({ size, typical }) => ({ size, typical: typical.filter((_, i) => i !== at) })),
    });
    const some = [shop.best, shop.loyal, shop.once, shop.longGone];
    const noMoney = without(2);
    const told = describeKinds(noMoney.keys, noMoney.planted(some));
    expect(namesOf(told)).toEqual(['Best customers', 'Loyal regulars', 'Bought once', 'Long gone']);
    expect(told.map(({ revenue, revenueShare }) => [revenue, revenueShare])).toEqual(some.map(() => [null, null]));
    expect(say(told[2]!.why)).toMatch(/^They typically ordered once, \d+ days ago\.$/);
    const noDates = without(0);
    expect(namesOf(describeKinds(noDates.keys, noDates.planted(some))).slice(0, 3)).toEqual([
      'Best customers',
      'Frequent buyers',
      'Bought once',
    ]);
    const noCounts = without(1);
    expect(namesOf(describeKinds(noCounts.keys, noCounts.planted(some)))[0]).toBe('Best customers');
    expect(
      namesOf(
        describeKinds(
          ['totalSpent'],
          some.map(({ size, typical }) => ({ size, typical: [typical[2]!] })),
        ),
      )[0],
    ).toBe('Best customers');
  });

  it('gives thirty segments thirty names, and says nothing false in them', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      size: 20 + i,
      typical: [3 + ((i * 37) % 30) * 12, 1 + ((i * 11) % 9), 20 + ((i * 53) % 40) * 60],
    }));
    const described = describeKinds(orderKeys, many);
    expect(new Set(namesOf(described)).size).toBe(30);
    described.forEach(({ name }, i) => {
      const [days, orders] = many[i]!.typical as [number, number, number];
      const text = say(name);
      if (/once|one-time|one (big|small)/i.test(text)) expect(orders).toBe(1);
      if (/new|here lately/i.test(text)) expect(days).toBeLessThan(183);
      if (/gone|long quiet|lapsed/i.test(text)) expect(days).toBeGreaterThan(100);
      if (/regular|often/i.test(text)) expect(orders).toBeGreaterThanOrEqual(3);
    });
  });

  it('tells equal segments apart by a number where nothing else differs', () => {
    const same = { size: 20, typical: [2, 2, 2] };
    const other = { size: 20, typical: [2, 1, 1] };
    const names = namesOf(describeKinds(orderKeys, [same, same, same, other]));
    expect(new Set(names).size).toBe(4);
  });

  it('takes returns that outweigh sales as they are', () => {
    const described = describeKinds(orderKeys, [
      { size: 40, typical: [10, 9, 1000] },
      { size: 40, typical: [200, 1, -80] },
      { size: 40, typical: [60, 3, 90] },
    ]);
    expect(described[1]!.revenue).toBeLessThan(0);
    expect(say(described[1]!.why)).toMatch(/spent -?\d/);
    const allNegative = describeKinds(orderKeys, [
      { size: 20, typical: [10, 9, -500] },
      { size: 20, typical: [200, 1, -80] },
    ]);
    expect(allNegative.map(({ revenueShare }) => revenueShare)).toEqual([null, null]);
    expect(namesOf(allNegative)).not.toContain('Best customers');
  });

  it('names one segment all customers', () => {
    const [all] = describeKinds(orderKeys, [shop.loyal]);
    expect(say(all!.name)).toBe('All customers');
    expect(all).toMatchObject({ size: 110, share: 1, revenueShare: 1 });
  });

  it('says why with typical numbers', () => {
    const rows = [
      [9, 27, 12_400],
      [9, 27, 12_400],
      [9, 27, 12_400],
      [0, 1, 310.5],
      [1, 2, 40.25],
      [40, 2, 40.25],
      [210, 1, 18.5],
      [212, 1, 18.5],
    ];
    const described = describeRows(orderKeys, rows, [0, 0, 0, 1, 1, 1, 2, 2], 3);
    expect(described.map(({ why }) => say(why))).toEqual([
      'They typically ordered 27 times, last 9 days ago, and spent 12,400 each: 99 % of all revenue.',
      'They typically ordered twice, last 1 day ago, and spent 40.25 each: 1 % of all revenue.',
      'They typically ordered once, 211 days ago, and spent 18.50 each: 0.1 % of all revenue.',
    ]);
    const why = (values: Record<string, number | string | null>) =>
      say(
        message('segment.why.orders', {
          orders: null,
          days: null,
          spent: null,
          share: null,
          asOf: '2023-12-09',
          ...values,
        }),
      );
    expect(why({ orders: 2.5, days: 0 })).toBe('They typically ordered 2 or 3 times, last on 9 Dec 2023.');
    expect(why({ days: 3, spent: 20 })).toBe('Their last order was typically 3 days ago, and they spent 20 each.');
    expect(why({ spent: 1234.5, share: 0.5 })).toBe('They typically spent 1,235 each: 50 % of all revenue.');
  });

  it('names order data with facts besides by the orders first', () => {
    const described = describeKinds(
      [...orderKeys, 'column:Age'],
      [
        { size: 60, typical: [6, 22, 6000, 40] },
        { size: 60, typical: [12, 6, 800, 25] },
        { size: 60, typical: [13, 6, 810, 65] },
        { size: 60, typical: [300, 1, 40, 41] },
      ],
    );
    const names = namesOf(described);
    expect(names[0]).toBe('Best customers');
    expect(new Set(names).size).toBe(4);
    expect(described[1]!.profile.find(({ feature }) => feature === 'column:Age')!.level).toMatch(/lower/i);
  });
});
