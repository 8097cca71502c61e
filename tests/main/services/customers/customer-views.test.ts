import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certaintyOf } from '../../../../src/shared/engine/explain/sureness.ts';
import type { CustomerRow } from '../../../../src/shared/model/customer.ts';
import type { CustomerView } from '../../../../src/shared/model/customer-view.ts';
import type { Segmentation } from '../../../../src/shared/model/segmentation.ts';
import { readRowBits, writeRowBits } from '../../../../src/shared/table/row-bits.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
let run: Segmentation;
let all: CustomerRow[];
let ownId: number;

const firsts = ['Zoë', 'zoe', 'Émile', 'Emil', 'Ödön', 'Anna', '', 'Çelik'];
/** A table of customers with names that differ in accents, missing facts and equal ones. */
const table = (): string =>
  [
    'Customer,Name,E-mail,Age,Visits,Basket',
    ...Array.from({ length: 600 }, (_, i) => {
      const key = (i * 91) % 600;
      const name = firsts[i % 8] === '' ? '' : `${firsts[i % 8]} ${i % 50}`;
      const age = i % 11 === 3 ? '' : String(20 + ((i * 7) % 60));
      return `K${key},${name},${i % 3 === 0 ? '' : `mail${i}@example.com`},${age},${(i * 13) % 40},${((i % 4) * 25 + ((i * 17) % 10) / 3).toFixed(2)}`;
    }),
  ].join('\n');

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const page = async (view: CustomerView & { columns?: string[] }, offset = 0, limit = 500) =>
  shop.reader.customers.page({ ...view, offset, limit });
const everyone = async (view: CustomerView): Promise<CustomerRow[]> => [
  ...(await page({ ...view, columns: columnsAsked })).rows,
  ...(await page({ ...view, columns: columnsAsked }, 500)).rows,
];
let columnsAsked: string[];
const rowsOf = (found: readonly CustomerRow[]) => found.map(({ row }) => row);
const factOf = (column: string) => (one: CustomerRow) => one.values[columnsAsked.indexOf(column)] ?? null;

beforeAll(async () => {
  shop = createTestShop(folder);
  writeFileSync(join(folder, 'people.csv'), `${table()}\n`);
  await shop.writer.project.create({ name: 'People', path: join(folder, 'people.tessera') });
  await shop.writer.source.import({ paths: [join(folder, 'people.csv')] }, createTestJob());
  run = await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
  const { features } = await shop.reader.customers.columns({});
  columnsAsked = [...features.map(({ key }) => key), 'sureness'];
  ownId = (await shop.writer.selection.save({ name: 'Some', rows: [3, 5, 8, 13, 21, 34, 55, 89] })).id;
  all = await everyone({});
});
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

describe('customers in any order', () => {
  it('are everybody in the order of the snapshot where nothing is asked', async () => {
    expect(rowsOf(all)).toEqual(Array.from({ length: 600 }, (_, row) => row));
    expect(await shop.reader.customers.columns({})).toMatchObject({
      customers: 600,
      name: true,
      email: true,
      sureness: true,
    });
  });

  it.each([false, true])('by every number, missing ones last (descending: %s)', async (descending) => {
    for (const by of columnsAsked) {
      const value = factOf(by);
      const expected = [...all].sort((a, b) => {
        const [left, right] = [value(a), value(b)];
        if (left === null || right === null) return Number(left === null) - Number(right === null) || a.row - b.row;
        return (descending ? right - left : left - right) || a.row - b.row;
      });
      expect(rowsOf(await everyone({ sort: { by, descending } }))).toEqual(rowsOf(expected));
    }
  });

  it.each([false, true])('by who they are and by segment (descending: %s)', async (descending) => {
    const sign = descending ? -1 : 1;
    const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
    for (const by of ['key', 'name', 'email'] as const) {
      const expected = [...all].sort((a, b) => {
        const [left, right] = [a[by], b[by]];
        if (left === null || right === null) return Number(left === null) - Number(right === null) || a.row - b.row;
        return sign * compare(fold(left), fold(right)) || a.row - b.row;
      });
      expect(rowsOf(await everyone({ sort: { by, descending } }))).toEqual(rowsOf(expected));
    }
    const rank = ({ segmentId }: CustomerRow) => run.segments.findIndex(({ id }) => id === segmentId);
    const expected = [...all].sort((a, b) => sign * (rank(a) - rank(b)) || a.row - b.row);
    expect(rowsOf(await everyone({ sort: { by: 'segment', descending } }))).toEqual(rowsOf(expected));
  });

  it('refuses a column that is not there', async () => {
    await expect(page({ sort: { by: 'shoe size', descending: false } })).rejects.toMatchObject({ code: 'notFound' });
    await expect(page({ filters: [{ test: 'between', column: 'name', least: 1 }] })).rejects.toMatchObject({
      code: 'badInput',
    });
  });
});

describe('conditions', () => {
  const age = (one: CustomerRow) => factOf(columnsAsked[0]!)(one);
  const cases: [string, () => CustomerView, (one: CustomerRow) => boolean][] = [
    [
      'a part of a name',
      () => ({ filters: [{ test: 'contains', column: 'name', text: 'ZOE' }] }),
      (one) => fold(one.name ?? '').includes('zoe'),
    ],
    [
      'a whole name',
      () => ({ filters: [{ test: 'equals', column: 'name', text: 'emile 2' }] }),
      (one) => fold(one.name ?? '') === 'emile 2',
    ],
    ['no e-mail', () => ({ filters: [{ test: 'empty', column: 'email' }] }), (one) => one.email === null],
    [
      'a range',
      () => ({ filters: [{ test: 'between', column: columnsAsked[0]!, least: 30, most: 41 }] }),
      (one) => age(one) !== null && age(one)! >= 30 && age(one)! <= 41,
    ],
    ['a missing fact', () => ({ filters: [{ test: 'empty', column: columnsAsked[0]! }] }), (one) => age(one) === null],
    [
      'segments',
      () => ({ filters: [{ test: 'segments', ids: [run.segments[1]!.id, run.segments[3]!.id] }] }),
      (one) => [1, 3].some((at) => run.segments[at]!.id === one.segmentId),
    ],
    [
      'a segment of one’s own',
      () => ({ filters: [{ test: 'own', ids: [ownId] }] }),
      (one) => [3, 5, 8, 13, 21, 34, 55, 89].includes(one.row),
    ],
    [
      'how sure it is',
      () => ({ filters: [{ test: 'certainty', any: ['sure', 'onTheEdge'] }] }),
      (one) => ['sure', 'onTheEdge'].includes(certaintyOf(factOf('sureness')(one)!)),
    ],
    ['a search', () => ({ search: 'mail12' }), (one) => one.email?.includes('mail12') ?? false],
    ['a search without accents', () => ({ search: 'odon 4' }), (one) => fold(one.name ?? '').includes('odon 4')],
    ['rows', () => ({ rows: Array.from({ length: 1_200 }, (_, i) => i % 300) }), (one) => one.row < 300],
    ['rows as bits', () => ({ among: writeRowBits([599, 0, 64, 65]) }), (one) => [599, 0, 64, 65].includes(one.row)],
    [
      'several at once',
      () => ({
        search: 'k1',
        filters: [
          { test: 'filled', column: 'name' },
          { test: 'segments', ids: [run.segments[0]!.id] },
        ],
      }),
      (one) =>
        one.name !== null &&
        one.segmentId === run.segments[0]!.id &&
        (fold(one.key).includes('k1') || fold(one.name).includes('k1')),
    ],
  ];
  it.each(cases)('%s', async (_, view, isWanted) => {
    const expected = all.filter(isWanted);
    expect(expected.length).toBeGreaterThan(0);
    expect(rowsOf(await everyone(view()))).toEqual(rowsOf(expected));
    const matching = await shop.reader.customers.matching(view());
    expect(matching.total).toBe(expected.length);
    expect([...readRowBits(matching.rows)]).toEqual(rowsOf(expected));
    const sort = { by: 'key', descending: true };
    const sorted = rowsOf(await everyone({ ...view(), sort }));
    expect([...sorted].sort((a, b) => a - b)).toEqual(rowsOf(expected));

    // Places of the order, and who stands beside.
    const last = expected.length - 1;
    const part = await shop.reader.customers.matching({ ...view(), sort, from: Math.max(0, last - 1), to: last });
    expect([...readRowBits(part.rows)]).toEqual(sorted.slice(-2).sort((a, b) => a - b));
    const place = await shop.reader.customers.place({ ...view(), sort, row: sorted[last]! });
    expect(place).toMatchObject({ index: last, total: expected.length, next: null });
    expect(place.previous?.row).toBe(sorted[last - 1]);
  });

  it('tell apart who is not among them', async () => {
    const outside = all.find(({ segmentId }) => segmentId !== run.segments[0]!.id)!;
    const found = await shop.reader.customers.place({ segmentIds: [run.segments[0]!.id], row: outside.row });
    expect(found).toMatchObject({ index: null, previous: null, next: null });
  });

  it('follow the project: whoever is excluded is in no answer, nor in a file', async () => {
    const view = { filters: [{ test: 'between' as const, column: columnsAsked[1]!, least: 39 }] };
    const before = (await page(view)).total;
    await shop.writer.customers.exclude({ rows: [(await page(view)).rows[0]!.row] }, createTestJob());
    expect((await page(view)).total).toBe(before - 1);
    await shop.writer.journal.undo(undefined);
    expect((await page(view)).total).toBe(before);
  });
});

it('writes what a table shows: its rows, its order, its columns', async () => {
  const columns = [
    { id: columnsAsked[1]!, header: 'Visits here' },
    { id: 'key', header: 'Who' },
    { id: 'segment', header: 'Segment' },
    { id: 'sureness', header: 'How sure' },
  ];
  const view = { search: 'zo', sort: { by: columnsAsked[1]!, descending: true } };
  const { id } = await shop.writer.export.customers(
    { title: 'Some', columns, format: 'csv', ...view },
    createTestJob(),
  );
  const lines = readFileSync((await shop.writer.file(id))!.path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const shown = await everyone(view);
  expect(lines[0]).toBe('Visits here,Who,Segment,How sure');
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual(
    shown.map((one) => [String(factOf(columnsAsked[1]!)(one)), one.key]),
  );
  expect(new Set(lines.slice(1).map((line) => line.split(',')[3]))).not.toContain('');
  const stopped = createTestJob();
  stopped.cancel();
  await expect(
    shop.writer.export.customers({ title: 'Some', columns, format: 'csv', ...view }, stopped),
  ).rejects.toMatchObject({ code: 'cancelled' });
});

it('sets a customer beside its segment and everybody', async () => {
  const one = all[77]!;
  const facts = await shop.reader.customers.portrait({ row: one.row });
  const mine = all.filter(({ segmentId }) => segmentId === one.segmentId);
  expect(facts.map(({ feature }) => feature)).toEqual(columnsAsked.slice(0, -1));
  for (const fact of facts) {
    const value = factOf(fact.feature);
    const known = mine.map(value).filter((other) => other !== null);
    expect(fact.value).toBe(value(one));
    expect(fact.segment?.count).toBe(known.length);
    expect(fact.everybody.count).toBe(all.filter((other) => value(other) !== null).length);
    if (fact.value === null) continue;
    expect(fact.below).toBeCloseTo(known.filter((other) => other < fact.value!).length / known.length, 12);
    expect(fact.above).toBeCloseTo(known.filter((other) => other > fact.value!).length / known.length, 12);
  }
  const story = await shop.reader.customers.story({ customerId: one.id });
  expect(story.customer.row).toBe(one.row);
  expect(story.sureness).toBe(factOf('sureness')(one));
  expect(story.records).toMatchObject([{ id: one.id, key: one.key, sources: ['people'] }]);
  await expect(shop.reader.customers.story({ customerId: 99_999 })).rejects.toMatchObject({ code: 'notFound' });
});
