import { describe, expect, it } from 'vitest';
import { archetypes } from '../../../../src/shared/engine/explain/archetypes.ts';
import { type DescribedSegment, describeSegments } from '../../../../src/shared/engine/explain/describe.ts';
import type { KnownNames } from '../../../../src/shared/engine/explain/keep-name.ts';
import { tellByOrders } from '../../../../src/shared/engine/explain/name-by-orders.ts';
import type { OrderFacts, Shop } from '../../../../src/shared/engine/explain/order-facts.ts';
import { uniqueNames } from '../../../../src/shared/engine/explain/unique-names.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { type Message, message } from '../../../../src/shared/model/message.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { featureOf, orderKeys, type Planted, scatter } from './planted.ts';

/** Distances as they are: what is asked here is what segments are called. */
const described = (keys: readonly string[], kinds: readonly Planted[], known?: KnownNames): DescribedSegment[] => {
  const { rows, labels } = scatter(kinds);
  const raw = matrixFromRows(rows);
  const money = keys.indexOf('totalSpent');
  return describeSegments({
    raw,
    prepared: raw,
    features: keys.map(featureOf),
    preparation: keys.map((feature) => ({ feature, used: true })) as never,
    labels: Int32Array.from(labels),
    k: kinds.length,
    revenue: money < 0 ? null : Float64Array.from(rows, (row) => row[money]!),
    asOf: money < 0 ? null : '2023-12-09',
    silhouettes: null,
    ...(known ? { known } : {}),
  });
};
const names = (segments: readonly DescribedSegment[]) => segments.map(({ name }) => say(name));
const hadNames = (...list: (Message | null)[]): KnownNames => ({ before: list, avoid: [] });
const called = (key: string) => message(`segment.${key}.name`);

const best = { size: 60, typical: [6, 22, 6000] };
const loyal = { size: 110, typical: [14, 9, 1200] };
const fresh = { size: 120, typical: [9, 1, 60] };
const once = { size: 150, typical: [110, 1, 55] };
const longGone = { size: 130, typical: [380, 2, 90] };
const shop = [best, loyal, fresh, once, longGone];

describe('the name of a segment that goes on', () => {
  it('stays while it is true, though another would fit better', () => {
    expect(names(described(orderKeys, shop))).toEqual([
      'Best customers',
      'Loyal regulars',
      'New customers',
      'Bought once',
      'Long gone',
    ]);
    // Those who bought once and lately have bought once.
    const kept = described(orderKeys, shop, hadNames(called('best'), null, called('once'), null, called('longGone')));
    expect(names(kept)).toEqual(['Best customers', 'Loyal regulars', 'Bought once', expect.any(String), 'Long gone']);
    expect(new Set(names(kept)).size).toBe(5);
    expect(kept[2]!.action.key).toBe('segment.once.action');
  });

  it('changes where it would be false', () => {
    const changed = described(
      orderKeys,
      shop,
      hadNames(called('longGone'), called('new'), called('best'), called('loyal'), called('slipping')),
    );
    expect(names(changed)).toEqual(names(described(orderKeys, shop)));
  });

  it('is kept by a plain name too, and is not taken by another', () => {
    const plain = described(orderKeys, [loyal, loyal, loyal, once, longGone]);
    const list = plain.map(({ name }) => name);
    expect(names(plain)).toContain('Loyal regulars');
    const again = described(orderKeys, [loyal, loyal, loyal, once, longGone], hadNames(...list));
    expect(again.map(({ name }) => name)).toEqual(list);
    // Whichever of them is left keeps it, though “Loyal regulars” is free now.
    const at = list.findIndex(({ key }) => key === 'segment.plain.name');
    const left = described(orderKeys, [loyal, best, once, longGone], hadNames(list[at]!, null, null, null));
    expect(say(left[0]!.name)).toBe(say(list[at]!));
  });

  describe('by positions among all customers', () => {
    const shopFacts: Shop = {
      days: 50,
      orders: 2,
      spent: 600,
      worth: 900,
      span: 370,
      longest: 300,
      topWorth: 5000,
      topOrders: 20,
    };
    const base: OrderFacts = {
      size: 100,
      days: 60,
      quiet: 0.5,
      overdue: 1,
      orders: 3,
      often: 0.6,
      once: 0.1,
      spent: 700,
      rich: 0.6,
      basket: 0.5,
      worth: 700,
    };
    const nameOf = (facts: Partial<OrderFacts>, known: KnownNames) =>
      tellByOrders({ facts: [{ ...base, ...facts }], shop: shopFacts }, [[]], [null], null, known)[0]!.names[0];
    const onlyPlain = archetypes.map(({ key }) => called(key));

    it('does not change for a step over a border, but for one that is worth a word', () => {
      const spendOf = (rich: number, before: Message | null) =>
        nameOf({ rich }, { before: [before], avoid: onlyPlain }).values.spend;
      const below = nameOf({ rich: 0.64 }, { before: [null], avoid: onlyPlain });
      expect(below.values.spend).toBe(null);
      expect([spendOf(0.66, null), spendOf(0.66, below), spendOf(0.72, below)]).toEqual(['high', null, 'high']);
      const keyOf = (facts: Partial<OrderFacts>, before: string) => nameOf(facts, hadNames(called(before))).key;
      expect(keyOf({ rich: 0.68 }, 'occasional')).toBe('segment.occasional.name');
      expect(keyOf({ rich: 0.74 }, 'occasional')).toBe('segment.occasional.name');
      expect(keyOf({ rich: 0.76 }, 'occasional')).not.toBe('segment.occasional.name');
    });

    it('does change where what was counted no longer says so', () => {
      const keyOf = (once: number) => nameOf({ once, orders: 1, often: 0.3 }, hadNames(called('once'))).key;
      expect(keyOf(0.51)).toBe('segment.once.name');
      expect(keyOf(0.49)).not.toBe('segment.once.name');
    });
  });

  it('is none that a person has given to another', () => {
    const known = { before: [called('best'), null, null, null, null], avoid: [called('best'), called('once')] };
    const found = names(described(orderKeys, shop, known));
    expect(found).not.toContain('Best customers');
    expect(found).not.toContain('Bought once');
    expect(new Set(found).size).toBe(5);
  });

  it('holds for a table as long as the traits it lists do, in whatever order', () => {
    const keys = ['column:Income', 'column:Spending', 'column:Age'];
    const kinds = [
      { size: 60, typical: [90, 80, 40] },
      { size: 60, typical: [30, 20, 60] },
      { size: 60, typical: [60, 50, 25] },
    ];
    const first = described(keys, kinds).map(({ name }) => name);
    const turn = ({ key, values }: Message): Message =>
      message(
        key,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name.replace(/^(first|second)/, (place) => (place === 'first' ? 'second' : 'first')),
            value,
          ]),
        ),
      );
    const turned = first.map(turn);
    expect(turned.map((name) => say(name))).not.toEqual(first.map((name) => say(name)));
    expect(described(keys, kinds, hadNames(...turned)).map(({ name }) => name)).toEqual(turned);
    // The other way round it is a lie.
    const lies = [first[1]!, first[0]!, null];
    expect(described(keys, kinds, hadNames(...lies)).map(({ name }) => name)).toEqual(first);
  });
});

describe('unique names', () => {
  it('leave alone who has no other, and never give a number twice', () => {
    const name = (number?: number) => message('segment.traits.name', number === undefined ? {} : { number });
    expect(uniqueNames([[name()], [name()], [name(2)]])).toEqual([name(), name(3), name(2)]);
    expect(uniqueNames([[called('best'), called('once')], [called('best')]])).toEqual([called('once'), called('best')]);
  });
});
