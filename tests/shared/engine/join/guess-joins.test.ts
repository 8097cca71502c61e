import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { guessJoins, type JoinCandidate } from '../../../../src/shared/engine/join/guess-joins.ts';
import type { JoinTable } from '../../../../src/shared/engine/join/join-tables.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';

const table = (name: string, columns: Readonly<Record<string, Iterable<string | null>>>): JoinTable => ({
  name,
  columns: Object.entries(columns).map(([column, values]) => ({ name: column, values })),
});
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const spoken = (tables: readonly JoinTable[], { left, right }: JoinCandidate): string =>
  [left, right].map(({ table: t, column }) => `${tables[t]!.name}.${tables[t]!.columns[column]!.name}`).join(' → ');

/** A shop: 500 customers, 2,000 orders of 1 to 3 lines, 80 products, 150 returned orders of which 10 are unknown. */
const shop = (): JoinTable[] => {
  const random = createRandom(3);
  const email = (i: number): string => `person${i}@mail${i % 7}.com`;
  const orderOf = many(2000, (i) => 10_000 + i * 3);
  const lines = orderOf.flatMap((order) => many(1 + Math.floor(random() * 3), () => order));
  return [
    table('customers', {
      'Customer ID': many(500, (i) => `C-${1000 + i}`),
      Email: many(500, email),
      Age: many(500, () => String(18 + Math.floor(random() * 60))),
      City: many(500, (i) => ['Bonn', 'Ulm', 'Kiel'][i % 3]!),
    }),
    table('orders', {
      'Order No.': orderOf.map(String),
      'Customer ID': orderOf.map((_, i) => (i % 20 === 0 ? null : `C-${1000 + (i % 450)}`)),
      'Order date': orderOf.map((_, i) => `2024-0${1 + (i % 9)}-11`),
    }),
    table('lines', {
      Order: lines.map((order) => `#${order}`),
      SKU: lines.map(() => `0${4000 + Math.floor(random() * 90)}`),
      Quantity: lines.map(() => String(1 + Math.floor(random() * 9))),
      Price: lines.map(() => `${1 + Math.floor(random() * 90)}.95`),
    }),
    table('products', {
      sku: many(80, (i) => `${4000 + i}.0`),
      Title: many(80, (i) => `Product ${String.fromCharCode(65 + (i % 26))}${i}`),
      Stock: many(80, () => String(Math.floor(random() * 40))),
    }),
    table('returns', {
      'Order No.': many(150, (i) => String(i < 140 ? orderOf[i * 9]! : 90_000 + i)),
      Reason: many(150, (i) => ['too small', 'broken'][i % 2]!),
    }),
    table('visits', {
      user: many(3000, (i) => ` ${email(Math.floor(i / 4) % 600).toUpperCase()}`),
      page: many(3000, (i) => `/p/${i % 40}`),
    }),
  ];
};

describe('a shop’s tables', () => {
  const tables = shop();
  const candidates = guessJoins(tables);
  const find = (name: string): JoinCandidate => candidates.find((one) => spoken(tables, one) === name)!;

  it('are joined by their keys and by nothing else', () => {
    expect(candidates.map((one) => spoken(tables, one)).sort()).toEqual([
      'lines.Order → orders.Order No.',
      'lines.Order → returns.Order No.',
      'lines.SKU → products.sku',
      'orders.Customer ID → customers.Customer ID',
      'returns.Order No. → orders.Order No.',
      'visits.user → customers.Email',
    ]);
    for (const { score, reasons } of candidates) {
      expect(score).toBeGreaterThan(0.5);
      expect(score).toBeLessThanOrEqual(1);
      for (const reason of reasons) expect(say(reason)).not.toBe(reason.key);
    }
    expect(candidates.every(({ score }, i) => i === 0 || score <= candidates[i - 1]!.score)).toBe(true);
  });

  it('with what is unmatched on either side', () => {
    const customers = find('orders.Customer ID → customers.Customer ID');
    expect(customers).toMatchObject({ cardinality: 'manyToOne', form: 'exact', keys: 450, isExact: true });
    expect(customers.left).toMatchObject({ rows: 2000, missing: 100, matchedRows: 1900, unmatchedRows: 0 });
    expect(customers.right).toMatchObject({ rows: 500, matchedRows: 450, unmatchedRows: 50, rowsPerKeyAtMost: 1 });
    const returned = find('returns.Order No. → orders.Order No.');
    expect(returned).toMatchObject({ cardinality: 'oneToOne', keys: 140 });
    expect(returned.left).toMatchObject({ matchedRows: 140, unmatchedRows: 10, unmatchedKeys: 10 });
    expect(returned.right.unmatchedRows).toBe(1860);
  });

  it('whatever a spreadsheet has made of the numbers', () => {
    expect(find('lines.SKU → products.sku').form).toBe('bare');
    expect(find('lines.Order → orders.Order No.')).toMatchObject({
      form: 'bare',
      keys: 2000,
      cardinality: 'manyToOne',
    });
    expect(find('visits.user → customers.Email')).toMatchObject({ form: 'folded', keys: 500 });
  });
});

it('takes counts for no key, unless they are called one', () => {
  const counts = (name: string, other: string): JoinTable[] => [
    table('a', { [name]: many(50, (i) => String(i + 1)), letters: many(50, (i) => `x${i}`) }),
    table('b', { [other]: many(400, (i) => String(1 + (i % 40))) }),
  ];
  const [by] = guessJoins(counts('Row', 'Quantity'), { scoreFrom: 0 });
  const [named] = guessJoins(counts('Product number', 'Product No'), { scoreFrom: 0 });
  expect(by!.score).toBeLessThan(0.3);
  expect(by!.reasons.map(({ key }) => key)).toContain('join.reason.counted');
  expect(named!.score).toBeGreaterThan(0.8);
});

it('trusts a key less that neither side has only once', () => {
  const tables = [
    table('a', { code: many(900, (i) => `k${i % 300}`) }),
    table('b', { code: many(600, (i) => `k${i % 300}`) }),
  ];
  const [found] = guessJoins(tables, { scoreFrom: 0 });
  expect(found).toMatchObject({ cardinality: 'manyToMany', keys: 300 });
  expect(found!.left.rowsPerKeyAtMost * found!.right.rowsPerKeyAtMost).toBe(6);
  expect(found!.score).toBeLessThan(0.3);
});

describe('more values than are kept', () => {
  const [inA, inB, inBoth] = [90_000, 60_000, 45_000];
  const tables = [
    table('orders', { 'Order ID': many(2 * inA, (i) => `A${(i >> 1) * 7}`) }),
    table('returns', { 'Order ID': many(inB, (i) => (i < inBoth ? `A${i * 14}` : `B${i}`)) }),
  ];
  it('are counted from a sample, within a few percent', () => {
    const [exact] = guessJoins(tables);
    const [estimated] = guessJoins(tables, { valuesAtMost: 8000 });
    expect(exact).toMatchObject({ keys: inBoth, cardinality: 'manyToOne', isExact: true });
    expect(exact!.left).toMatchObject({ keys: inA, matchedRows: 2 * inBoth, unmatchedRows: 2 * (inA - inBoth) });
    expect(estimated).toMatchObject({ cardinality: 'manyToOne', isExact: false });
    expect(Math.abs(estimated!.keys / inBoth - 1)).toBeLessThan(0.06);
    expect(Math.abs(estimated!.left.matchedRows / (2 * inBoth) - 1)).toBeLessThan(0.06);
    expect(Math.abs(estimated!.right.unmatchedRows / (inB - inBoth) - 1)).toBeLessThan(0.06);
    expect(guessJoins(tables, { valuesAtMost: 8000 })).toEqual([estimated]);
  });
});

it('hears a cancel', () => {
  let looks = 0;
  const cancelled = (): boolean => {
    looks += 1;
    return looks > 3;
  };
  expect(() => guessJoins(shop(), {}, { report: () => {}, cancelled })).toThrow(/cancelled/);
});

describeRealData('Superstore', () => {
  it('joins Returns by order and People by state, and nothing else', () => {
    const text = readFileSync(realData('superstore', 'superstore.csv'), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const column = (name: string): string[] => data.map((row) => row[name]!);
    const ids = [...new Set(column('Order ID'))].filter((_, i) => i % 17 === 0);
    const states = [...new Set(column('State'))];
    const tables = [
      table('Orders', Object.fromEntries(Object.keys(data[0]!).map((name) => [name, column(name)]))),
      table('Returns', { Returned: ids.map(() => 'Yes'), 'Order ID': ids }),
      table('People', { Person: states.map((_, i) => `Manager ${i}`), State: states }),
    ];
    const found = guessJoins(tables);
    expect(found.map((one) => spoken(tables, one))).toEqual([
      'Orders.Order ID → Returns.Order ID',
      'Orders.State → People.State',
    ]);
    expect(found.map(({ cardinality }) => cardinality)).toEqual(['manyToOne', 'manyToOne']);
    expect(found[1]!.left).toMatchObject({ matchedRows: 9993, unmatchedRows: 0 });
  });
});
