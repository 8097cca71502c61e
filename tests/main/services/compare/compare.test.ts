import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../src/shared/model/comparison.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, orderLinesCsv, type TestShop } from '../test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;

const write = (name: string, isIn: (day: string) => boolean): string => {
  const [head, ...lines] = orderLinesCsv(300).trimEnd().split('\n');
  const own = lines.filter((line) => isIn(/,(2023-\d\d-\d\d),/.exec(line)![1]!));
  writeFileSync(join(folder, name), `${[head, ...own].join('\n')}\n`);
  return join(folder, name);
};
const untilOctober = write('until october.csv', (day) => day < '2023-11-01');
const november = write('november.csv', (day) => day >= '2023-11-01' && day < '2023-12-01');

const compare = (a: number | string, b: number | string) => shop.reader.compare.runs({ a, b });
const sum = (flows: Comparison['flows'], isMeant: (flow: Comparison['flows'][number]) => boolean) =>
  flows.filter(isMeant).reduce((all, { customers }) => all + customers, 0);

/** Everybody is in one flow, and the flows of a segment add up to it. */
const expectWhole = ({ a, b, flows, common, onlyA, onlyB, agreement, moved }: Comparison) => {
  for (const { id, size } of a.segments) expect(sum(flows, ({ from }) => from === id)).toBe(size);
  for (const { id, size } of b.segments) expect(sum(flows, ({ to }) => to === id)).toBe(size);
  expect(common + onlyA).toBe(a.customers);
  expect(common + onlyB).toBe(b.customers);
  expect(agreement.stayed + moved.customers).toBe(common);
  expect(flows.map(({ customers }) => customers)).toEqual(
    flows.map(({ customers }) => customers).sort((one, other) => other - one),
  );
};

let first: number;
let ward: number;
let later: number;
beforeAll(async () => {
  shop = createTestShop(folder);
  await shop.writer.project.create({ name: 'Shop', path: join(folder, 'compare.tessera') });
  await shop.writer.recipe.import({ paths: [untilOctober] }, createTestJob());
  first = (await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob())).id;
  ward = (await shop.writer.segmentation.run({ method: 'ward', k: 5, seed: 1 }, createTestJob())).id;
  await shop.writer.segmentation.activate({ id: first });
  later = (await shop.writer.recipe.import({ paths: [november] }, createTestJob())).segmentationId!;
}, 60_000);
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

describe('two segmentations side by side', () => {
  it('of two methods: the same customers, who is where else, and by which facts', async () => {
    const found = await compare(first, ward);
    expectWhole(found);
    expect(found).toMatchObject({ sameCustomers: true, onlyA: 0, onlyB: 0, differences: [] });
    expect(found.pairs.filter(({ a, b }) => a !== null && b !== null)).toHaveLength(4);
    expect(found.pairs.filter(({ a }) => a === null)).toHaveLength(1);
    expect(found.agreement.adjustedRandIndex).toBeLessThan(1);
    const moves = found.flows.filter(({ stayed }) => !stayed);
    expect(moves.length).toBeGreaterThan(0);
    for (const { reasons } of moves) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every(({ kind, share }) => kind === 'apart' && share > 0 && share <= 1)).toBe(true);
    }
    const same = await compare(first, first);
    expect(same).toMatchObject({
      moved: { customers: 0 },
      agreement: { adjustedRandIndex: 1, adjustedMutualInformation: 1 },
    });
    expect(same.flows.every(({ stayed }) => stayed)).toBe(true);
  });

  it('of two months: newcomers, those whose figures changed, and what changed', async () => {
    const found = await compare(first, later);
    expectWhole(found);
    expect(found.sameCustomers).toBe(false);
    expect(found.b.asOf! > found.a.asOf!).toBe(true);
    expect(found.onlyA).toBe(0);
    expect(found.onlyB).toBe(sum(found.flows, ({ from }) => from === 'absent'));
    const [moved] = found.flows.filter(({ stayed, from }) => !stayed && from !== 'absent');
    const [reason] = moved!.reasons;
    expect(reason!.kind).not.toBe('apart');
    expect(reason!.before).not.toBe(reason!.after);
    expect(moved!.revenue).toBeGreaterThan(0);
  });

  it('lists the customers of a flow with what they were and are, links them to any snapshot and writes them', async () => {
    const { flows, b } = await compare(first, later);
    const flow = flows.find(({ stayed, from, to }) => !stayed && from !== 'absent' && to !== 'absent')!;
    const page = await shop.reader.compare.customers({ a: first, b: later, code: flow.code, offset: 0, limit: 5 });
    expect(page.total).toBe(flow.customers);
    const at = page.features.findIndex(({ key }) => key === flow.reasons[0]!.feature.key);
    expect(page.rows[0]!.before[at]).not.toBeNull();
    expect(page.rows[0]!.after[at]).not.toBeNull();
    const run = (await shop.reader.segmentation.get({ id: later }))!;
    const codes = await shop.reader.column({ of: 'flow', snapshotId: run.snapshotId, a: first, b: later });
    const labels = await shop.reader.column({ of: 'labels', segmentationId: later });
    for (const one of flows.filter(({ to }) => to !== 'absent'))
      expect(codes.filter((code) => code === one.code)).toHaveLength(one.customers);
    const label = run.segments.find(({ id }) => id === flow.to)!.label;
    codes.forEach((code, row) => {
      if (code === flow.code) expect(labels[row]).toBe(label);
    });
    expect(b.segments.some(({ id }) => id === flow.to)).toBe(true);
    const file = await shop.writer.export.flow({ a: first, b: later, code: flow.code, format: 'csv' }, createTestJob());
    const { path } = (await shop.writer.file(file.id))!;
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(flow.customers + 1);
  });

  it('refuses what is not there', async () => {
    await expect(compare(first, 99)).rejects.toMatchObject({ code: 'notFound' });
    await expect(compare(first, 'past-2020-01-31')).rejects.toMatchObject({ code: 'notFound' });
    await expect(
      shop.reader.compare.customers({ a: first, b: later, code: 10_000, offset: 0, limit: 5 }),
    ).rejects.toMatchObject({ code: 'badInput' });
  });
});

describe('ways side by side', () => {
  it('tries each for the same number, says which serves best for what, and keeps nothing', async () => {
    const before = (await shop.reader.segmentation.list(undefined)).length;
    const job = createTestJob();
    const methods = ['kmeans', 'ward', 'gmm', 'kmedoids', 'hdbscan', 'rules'] as const;
    const found = await shop.writer.compare.ways({ methods: [...methods], k: 4 }, job);
    expect(found.ways.map(({ method }) => method)).toEqual(methods);
    for (const [at, way] of found.ways.entries()) {
      expect(way.problem).toBeNull();
      expect(way.segments.reduce((all, { size }) => all + size, way.inNone)).toBe(found.customers);
      expect(found.agreement[at]![at]).toBe(1);
    }
    expect(found.ways.slice(0, 4).map(({ k }) => k)).toEqual([4, 4, 4, 4]);
    expect(found.best.map(({ what }) => what)).toContain('distinct');
    expect(found.best.find(({ what }) => what === 'simple')!.value).toBe(1);
    expect(found.ways.at(-1)).toMatchObject({ method: 'rules', ruled: 1, repeatable: null });
    expect((await shop.reader.segmentation.list(undefined)).length).toBe(before);
    // Used, a way gives the very segments that were looked at.
    const kmedoids = found.ways[3]!;
    const used = await shop.writer.segmentation.run({ method: 'kmedoids', k: 4, seed: 1 }, createTestJob());
    expect(used.segments.map(({ size }) => size)).toEqual(kmedoids.segments.map(({ size }) => size));
    expect(used.segments.map(({ name }) => name)).toEqual(kmedoids.segments.map(({ name }) => name));
    expect(used.segments.map(({ color }) => color)).toEqual(kmedoids.segments.map(({ color }) => color));
    await shop.writer.journal.undo(undefined);
  });

  it('leaves frozen segments their customers, when ways are looked at and when one is used', async () => {
    const { segments } = (await shop.reader.segmentation.get({}))!;
    const frozen = segments[1]!;
    await shop.writer.segment.freeze({ id: frozen.id, on: true });
    const found = await shop.writer.compare.ways({ methods: ['kmedoids', 'ward'], k: 5 }, createTestJob());
    for (const way of found.ways) {
      expect(way).toMatchObject({ problem: null, k: 5 });
      const kept = way.segments.find(({ segmentId }) => segmentId === frozen.id)!;
      expect(kept).toMatchObject({ size: frozen.size, name: frozen.name, color: frozen.color });
      const used = await shop.writer.segmentation.run({ method: way.method, k: 5, seed: 1 }, createTestJob());
      expect(used.kept).toMatchObject([{ id: frozen.id, size: frozen.size }]);
      expect(used.segments.map(({ size, name }) => ({ size, name }))).toEqual(
        way.segments.map(({ size, name }) => ({ size, name })),
      );
      await shop.writer.journal.undo(undefined);
    }
    await shop.writer.journal.undo(undefined);
  });

  it('says of a way that cannot be done why, and goes on; stops when it is told to', async () => {
    const found = await shop.writer.compare.ways({ methods: ['kmeans', 'gmm'], k: 30 }, createTestJob());
    expect(found.ways).toHaveLength(2);
    const job = createTestJob((own, stage) => stage === 'clustering' && own.cancel());
    await expect(shop.writer.compare.ways({ methods: ['kmeans', 'ward'], k: 4 }, job)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('months side by side', () => {
  it('are the runs of different days, and what is rebuilt from the data of one import', async () => {
    const made = await shop.reader.compare.months(undefined);
    expect(made.months.map(({ key, rebuilt }) => [key, rebuilt])).toEqual([
      [first, false],
      [later, false],
    ]);
    expect(made.months[1]!.arrived).toBe(made.months[1]!.customers - made.months[0]!.customers);
    expect(made.rebuildable.at(-1)).toBe('2023-09-30');
    const undoable = (await shop.reader.project.info(undefined))!.undo;
    const found = await shop.writer.compare.rebuild({ months: 3 }, createTestJob());
    expect(found.months.map(({ asOf, rebuilt }) => [asOf, rebuilt]).slice(0, 3)).toEqual([
      ['2023-07-31', true],
      ['2023-08-31', true],
      ['2023-09-30', true],
    ]);
    expect(found.months).toHaveLength(5);
    // Looking is no change: there is nothing more to undo.
    expect((await shop.reader.project.info(undefined))!.undo).toEqual(undoable);
    expect(await shop.reader.compare.months(undefined)).toEqual(found);
    for (const [at, { customers, segments, inNone, arrived, left }] of found.months.entries()) {
      expect(segments.reduce((all, { size }) => all + size, inNone)).toBe(customers);
      if (at > 0) expect(found.months[at - 1]!.customers + arrived - left).toBe(customers);
    }
    expectWhole(await compare('past-2023-08-31', 'past-2023-09-30'));
    const { a, flows } = await compare('past-2023-09-30', later);
    expect(a).toMatchObject({ rebuilt: true, asOf: '2023-09-30' });
    expect(flows.some(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it('keeps nothing of what was stopped', async () => {
    const before = await shop.reader.compare.months(undefined);
    const job = createTestJob((own, _stage, fraction) => fraction > 0.3 && own.cancel());
    await expect(shop.writer.compare.rebuild({ months: 2 }, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await shop.reader.compare.months(undefined)).toEqual(before);
  });
});
