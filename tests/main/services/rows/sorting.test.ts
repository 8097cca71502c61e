import { describe, expect, it } from 'vitest';
import { countingSort } from '../../../../src/main/services/rows/counting-sort.ts';
import { radixSort } from '../../../../src/main/services/rows/radix-sort.ts';
import { createTextRanks, type RankedCodes } from '../../../../src/main/services/rows/text-ranks.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { compareTexts } from './plain-order.ts';

const run = <Result>(work: Generator<void, Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

/** Each code's rank. */
const rankOf = ({ order, ranks }: RankedCodes): Uint32Array => {
  const result = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i += 1) result[order[i]!] = ranks[i]!;
  return result;
};

describe('sorting by radix', () => {
  const random = createRandom(3);
  const kinds: Record<string, () => number> = {
    'everywhere alike': () => 7,
    'of any size': () => Math.floor(random() * 2 ** 32),
    'small and many times': () => Math.floor(random() * 5),
    'different in their last digits only': () => 0xfedcb000 + Math.floor(random() * 40),
    'mostly one': () => (random() < 0.99 ? 123_456_789 : Math.floor(random() * 2 ** 32)),
  };
  it.each(Object.entries(kinds))(
    'orders keys that are %s, whatever their number, and leaves equal ones be',
    (_, key) => {
      for (const count of [0, 1, 2, 20, 1_000, 70_000, 300_000]) {
        const low = Uint32Array.from({ length: count }, key);
        const high = Uint32Array.from({ length: count }, key);
        const order = Uint32Array.from({ length: count }, (_, i) => i);
        const expected = order.slice().sort((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b);
        run(radixSort(order, [low, high]));
        expect(order).toEqual(expected);
      }
    },
  );
});

describe('sorting by counting', () => {
  const random = createRandom(4);
  it.each([false, true])('orders small keys and leaves equal ones be (downwards: %s)', (descending) => {
    for (const [count, below] of [
      [0, 1],
      [1, 1],
      [20, 3],
      [70_000, 200],
      [150_000, 150_000],
    ] as const) {
      const keys = Uint32Array.from({ length: count + 5 }, () => Math.floor(random() * below));
      // Not all that there are keys of.
      const order = Uint32Array.from({ length: count }, (_, i) => count + 4 - i);
      const place = new Map([...order].map((one, at) => [one, at]));
      const expected = order
        .slice()
        .sort((a, b) => (descending ? keys[b]! - keys[a]! : keys[a]! - keys[b]!) || place.get(a)! - place.get(b)!);
      run(countingSort(order, keys, below, descending));
      expect(order).toEqual(expected);
    }
  });
});

describe('ranks of texts', () => {
  const random = createRandom(5);
  const words = ['Größe', 'grosse', 'Étui', 'etui 10', 'etui 9', 'Zug', 'zu', '', 'Ärmel 007', '東京'];
  const word = () => words[Math.floor(random() * words.length)]!;
  const kinds: Record<string, () => string> = {
    'few and come again': word,
    'all different': () => `customer.${Math.floor(random() * 1e12).toString(36)}@example.com`,
    'long alike': () => `A description that begins like all the others do ${Math.floor(random() * 500)} ${word()}`,
    'of a few words': () => Array.from({ length: Math.floor(random() * 4) }, word).join(' '),
  };
  it.each(Object.entries(kinds))('are those of a plain sort where they are %s', (_, make) => {
    for (const count of [1, 30, 2_000, 150_000]) {
      // All that are stored stand apart from how many are compared the plain way, which takes long.
      const texts = Array.from({ length: count }, make);
      // Room for a thousand bytes each, whatever the number.
      const table = createTextRanks(1_000);
      const codes = texts.map((text) => table.codeOf(text));
      const ranks = rankOf(run(table.ranks()));
      const some = Array.from(
        { length: 2_000 },
        () => [Math.floor(random() * count), Math.floor(random() * count)] as const,
      );
      for (const [a, b] of some) {
        const plain = Math.sign(compareTexts(texts[a]!, texts[b]!));
        expect([texts[a], texts[b], Math.sign(ranks[codes[a]!]! - ranks[codes[b]!]!)]).toEqual([
          texts[a],
          texts[b],
          plain,
        ]);
      }
    }
  });

  it('go by the first bytes where there is not room for all of them', () => {
    const texts = Array.from(
      { length: 20_000 },
      () => `${word()} ${Math.floor(random() * 200)}${'x'.repeat(60)}${word()}`,
    );
    const table = createTextRanks(texts.length, 256 * 1024);
    const codes = texts.map((text) => table.codeOf(text));
    const ranks = rankOf(run(table.ranks()));
    const ties = new Set<boolean>();
    for (let i = 0; i < 20_000; i += 1) {
      const [a, b] = [Math.floor(random() * texts.length), Math.floor(random() * texts.length)];
      const begins = (at: number) => texts[at]!.slice(0, texts[at]!.indexOf('xxxxx'));
      const order = Math.sign(ranks[codes[a]!]! - ranks[codes[b]!]!);
      if (compareTexts(`${begins(a)}x`, `${begins(b)}x`) === 0) ties.add(order === 0);
      else
        expect([texts[a], texts[b], order]).toEqual([
          texts[a],
          texts[b],
          Math.sign(compareTexts(`${begins(a)}x`, `${begins(b)}x`)),
        ]);
    }
    expect(ties).toEqual(new Set([true]));
  });
});
