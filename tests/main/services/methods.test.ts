import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/shared/engine/random.ts';
import { customersInNone, type Method, noSegmentId } from '../../../src/shared/model/segmentation.ts';
import { say } from '../../../src/shared/words/say.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;

beforeAll(() => {
  shop = createTestShop(folder);
});
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const open = async (name: string, file: string): Promise<void> => {
  await shop.writer.project.create({ name, path: join(folder, `${name}.tessera`) });
  await shop.writer.source.import({ paths: [file] }, createTestJob());
};

const rowsOf = async (segmentationId: number, segmentIds?: number[]) =>
  (
    await shop.reader.customers.page({
      segmentationId,
      ...(segmentIds ? { segmentIds } : {}),
      offset: 0,
      limit: 500,
    })
  ).rows;

const textOf = async (id: string): Promise<string> => {
  return readFileSync((await shop.writer.file(id))!.path, 'utf8');
};

const methods: readonly Method[] = [
  ...(['kmeans', 'ward', 'average', 'complete', 'single', 'weighted', 'microward'] as const),
  ...(['gmm', 'hdbscan', 'kmedoids', 'rules'] as const),
];

describe('segments by any method', () => {
  beforeAll(() => open('orders', writeOrderLines(folder, 150)));

  it.each(methods)('find the three kinds of customers: %s', async (method) => {
    const made = await shop.writer.segmentation.run({ method, k: 3, seed: 1 }, createTestJob());
    expect(made).toMatchObject({ method, k: 3, trust: null, hasNeighbours: false, structure: { verdict: 'clear' } });
    // One or two stand between two kinds.
    for (const { size } of made.segments) expect(Math.abs(size - 50)).toBeLessThanOrEqual(2);
    expect(made.segments.every(({ name }) => say(name) !== name.key)).toBe(true);
    const rows = await rowsOf(made.id);
    for (const { id, size } of made.segments) expect(rows.filter((row) => row.segmentId === id)).toHaveLength(size);
  });

  it.each(['kmeans', 'ward', 'gmm', 'kmedoids'] as const)(
    'choose how many by themselves, and why: %s',
    async (method) => {
      const made = await shop.writer.segmentation.run({ method, k: 'auto', seed: 1 }, createTestJob());
      expect(made.scores.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(made.statisticalK).toBe(3);
      expect(say(made.statisticalReason!)).toMatch(/^Three segments would be the choice by figures alone/);
      expect(made.indices.find(({ index }) => index === 'silhouette')).toEqual({ index: 'silhouette', k: 3 });
      // Orders ask for a number that can be acted on; a mixture is asked for that which explains them best.
      if (method === 'gmm') expect(made.reason.key).toBe('segmentation.reason.likelihood');
      else expect(made.k).toBeGreaterThanOrEqual(4);
      expect(say(made.reason)).not.toBe(made.reason.key);
    },
  );
});

/** Two crowds and customers scattered far and wide. */
const writeCrowds = (scattered: number, crowded = 60): string => {
  const random = createRandom(5);
  const around = (middle: number, spread: number) =>
    (middle + spread * (random() + random() + random() - 1.5)).toFixed(3);
  const lines = ['Customer,Height,Weight,Steps'];
  const add = (at: number, spread: number) =>
    lines.push(`C${lines.length},${around(at, spread)},${around(at, spread)},${around(at, spread)}`);
  for (let i = 0; i < crowded; i += 1) add(20, 1);
  for (let i = 0; i < crowded; i += 1) add(60, 1);
  for (let i = 0; i < scattered; i += 1) add(40, 60);
  const path = join(folder, `crowds-${scattered}-${crowded}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

describe('customers in no segment', () => {
  beforeAll(() => open('crowds', writeCrowds(25)));

  it('are told apart by everything that tells of a run', async () => {
    const made = await shop.writer.segmentation.run({ method: 'hdbscan', k: 'auto', seed: 1 }, createTestJob());
    const inNone = customersInNone(made);
    expect(made.k).toBe(2);
    expect(inNone).toBeGreaterThan(10);
    expect(made.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1 - inNone / made.customers, 9);
    expect(made.reason.key).toBe('segmentation.reason.itself');

    const labels = (await shop.reader.column({ of: 'labels', segmentationId: made.id })) as Int32Array;
    expect(labels.filter((label) => label < 0)).toHaveLength(inNone);
    const rows = await rowsOf(made.id);
    expect(rows.filter(({ segmentId }) => segmentId === null)).toHaveLength(inNone);
    const asked = await rowsOf(made.id, [noSegmentId]);
    expect(asked.map(({ row }) => row)).toEqual(
      rows.flatMap(({ segmentId, row }) => (segmentId === null ? [row] : [])),
    );
    const story = await shop.reader.customers.story({ row: asked[0]!.row, segmentationId: made.id });
    expect(story.why).toBeNull();
    expect(story.customer.segmentId).toBeNull();

    const { id } = await shop.writer.export.table({ what: 'segments', format: 'csv' }, createTestJob());
    const lines = (await textOf(id)).trim().split('\n').slice(1);
    expect(lines).toHaveLength(made.customers);
    expect(lines.filter((line) => /^C\d+,,,/.test(line.trim()))).toHaveLength(inNone);

    const report = await shop.writer.export.report({ withCustomers: true }, createTestJob());
    expect(await textOf(report.id)).toContain('In no segment');
  });

  it('are counted when the segments after them are compared', async () => {
    const before = (await shop.reader.segmentation.get({}))!;
    const made = await shop.writer.segmentation.run({ method: 'kmeans', k: 2, seed: 1 }, createTestJob());
    const flows = (await shop.reader.segmentation.flows({ id: made.id }))!;
    const placed = flows.moves.filter(({ from }) => from === 'none');
    expect(placed.reduce((sum, { customers }) => sum + customers, 0)).toBe(customersInNone(before));
    expect(customersInNone(made)).toBe(0);
  });

  it('have a tree beside them', async () => {
    await shop.writer.segmentation.run({ method: 'hdbscan', k: 'auto', seed: 1 }, createTestJob());
    await shop.writer.tree.grow(undefined, createTestJob());
    expect((await shop.reader.tree.get({ leaves: 12 }))!.leaves.reduce((sum, { size }) => sum + size, 0)).toBe(145);
  });

  it('are everybody in one segment where nobody crowds', async () => {
    await open('scattered', writeCrowds(12, 0));
    const made = await shop.writer.segmentation.run({ method: 'hdbscan', k: 'auto', seed: 1 }, createTestJob());
    expect(made).toMatchObject({ k: 1, reason: { key: 'segmentation.reason.nowhere' } });
    expect(made.segments).toMatchObject([{ size: 12, name: { key: 'segment.everybody.name' } }]);
  });
});

describe('plain rules', () => {
  it('divide the customers of any run, and are used as they were shown', async () => {
    await shop.writer.project.open({ path: join(folder, 'orders.tessera') });
    const run = await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
    const division = (await shop.reader.segmentation.byRules({ id: run.id }))!;
    expect(division.segments.reduce((sum, { size }) => sum + size, 0)).toBe(run.customers);
    expect(division.segments.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(division.segments.reduce((sum, { revenueShare }) => sum + revenueShare!, 0)).toBeCloseTo(1, 9);
    const used = await shop.writer.segmentation.run({ method: 'rules', k: 'auto', seed: 1 }, createTestJob());
    const sizes = (of: readonly { size: number }[]) => of.map(({ size }) => size).sort((a, b) => a - b);
    expect(sizes(used.segments)).toEqual(sizes(division.segments));
    expect(used.reason.key).toBe('segmentation.reason.rules');
    for (const { name, rule, size } of division.segments)
      expect(used.segments.find((segment) => say(segment.name) === say(name))).toMatchObject({ size, why: rule });
  });

  it('take no name that a person gave to another segment', async () => {
    const before = (await shop.reader.segmentation.get({}))!;
    const [first, second] = before.segments;
    await shop.writer.segment.rename({ id: first!.id, name: 'Swallows' });
    await shop.writer.segmentation.run({ method: 'kmeans', k: 1, seed: 1 }, createTestJob());
    const again = await shop.writer.segmentation.run({ method: 'rules', k: 'auto', seed: 1 }, createTestJob());
    const names = again.segments.map(({ name }) => say(name));
    expect(names).toContain('Swallows');
    expect(names).toContain(say(second!.name));
    expect(new Set(names).size).toBe(names.length);
  });

  it('need orders', async () => {
    await shop.writer.project.open({ path: join(folder, 'crowds.tessera') });
    expect(await shop.reader.segmentation.byRules({})).toBeNull();
    await expect(
      shop.writer.segmentation.run({ method: 'rules', k: 'auto', seed: 1 }, createTestJob()),
    ).rejects.toMatchObject({ code: 'badInput' });
  });

  it('have nothing to divide before there is a run', async () => {
    await shop.writer.project.create({ name: 'empty', path: join(folder, 'empty.tessera') });
    expect(await shop.reader.segmentation.byRules({})).toBeNull();
  });
});
