import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NumberRef } from '../../../../src/shared/model/number-origin.ts';
import { noSegmentId, type Segmentation } from '../../../../src/shared/model/segmentation.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from '../test-shop.ts';

const folder = temporaryFolder();
const path = join(folder, 'numbers.tessera');
let shop: TestShop;
let segmentation: Segmentation;

const facts = (): string => {
  const lines = ['Customer,Age,Visits'];
  for (let c = 1; c <= 240; c += 1) lines.push(`C${c},${c % 7 === 0 ? '' : 20 + (c % 50)},${c % 13}`);
  return `${lines.join('\n')}\n`;
};

beforeAll(async () => {
  shop = createTestShop(folder);
  const file = join(folder, 'customers.csv');
  writeFileSync(file, facts());
  await shop.writer.project.create({ name: 'Numbers', path });
  await shop.writer.source.import({ paths: [writeOrderLines(folder, 240), file] }, createTestJob());
  const { id } = await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 3 }, createTestJob());
  segmentation = await shop.writer.segmentation.trust({ id }, createTestJob());
});
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const explain = (of: NumberRef) => shop.reader.explain.number({ of });
const again = (of: NumberRef) => shop.writer.explain.recount({ of }, createTestJob());

/** Both are numbers, and the same but for the order in which their parts were added. */
const expectSame = (value: number | null, recount: number | null, tolerance = 1e-9) => {
  expect(value).toBeTypeOf('number');
  expect(recount).toBeTypeOf('number');
  expect(Math.abs(recount! - value!)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value!)));
};

describe('every number opens up', () => {
  it('counts the totals of the project from its rows, at once and as a job', async () => {
    const { totals } = (await shop.reader.project.info(undefined))!;
    for (const figure of ['customers', 'orders', 'orderLines', 'revenue'] as const) {
      const origin = await explain({ of: 'total', figure });
      expect(origin).toMatchObject({ value: totals![figure], recountedFrom: 'rows', stale: false, runs: [] });
      expectSame(origin.value, origin.recount);
      expectSame(origin.value, (await again({ of: 'total', figure })).value);
      expect(origin.setAside.map(({ reason }) => reason)).toEqual(['noCustomer', 'cancelled', 'notAboveZero']);
      expect(origin.tables.map(({ name }) => name)).toEqual(['orders', 'customers']);
    }
  });

  it('gives each figure of each segment as the run has it, and the same counted anew', async () => {
    const customers = (await shop.reader.customers.page({ offset: 0, limit: 500 })).rows;
    for (const segment of segmentation.segments) {
      const of = (figure: Extract<NumberRef, { of: 'segment' }>['figure']): NumberRef => ({
        of: 'segment',
        segmentId: segment.id,
        figure,
      });
      for (const figure of ['size', 'share', 'revenue', 'revenueShare', 'revenuePerCustomer'] as const) {
        const origin = await explain(of(figure));
        expect(origin).toMatchObject({
          customers: segment.size,
          segment: { id: segment.id },
          runs: [{ seed: 3, k: 4 }],
        });
        if (figure !== 'revenuePerCustomer') expect(origin.value).toBe(segment[figure]);
        expectSame(origin.value, origin.recount);
      }
      // By a third way: from the customers that the table lists.
      const mine = customers.filter(({ segmentId }) => segmentId === segment.id);
      const at = segmentation.features.findIndex(({ key }) => key === 'totalSpent');
      expectSame(
        (await explain(of('revenue'))).value,
        mine.reduce((sum, { values }) => sum + values[at]!, 0),
      );
      for (const figure of ['silhouette', 'stability'] as const) {
        const { value, recount } = await explain(of(figure));
        expect(recount).toBeNull();
        const found = await again(of(figure));
        expectSame(value, found.value, found.tolerance);
      }
    }
    const nobody = explain({ of: 'segment', segmentId: noSegmentId, figure: 'size' });
    await expect(nobody).rejects.toMatchObject({ code: 'notFound' });
  });

  it('gives typical values of facts and their effects, and says for whom they are missing', async () => {
    for (const segment of segmentation.segments)
      for (const cell of segment.profile)
        for (const figure of ['mean', 'median', 'effect'] as const) {
          const of = { of: 'segmentFeature', segmentId: segment.id, feature: cell.feature, figure } as const;
          const origin = await explain(of);
          expect(origin).toMatchObject({ value: cell[figure], feature: { key: cell.feature } });
          expectSame(origin.value, origin.recount);
        }
    const age = await explain({ of: 'everyone', feature: 'column:Age', figure: 'median' });
    expect(age).toMatchObject({ customers: 240, missing: 34, runs: [] });
    expectSame(age.value, age.recount);
    const spent = await explain({ of: 'everyone', feature: 'totalSpent', figure: 'mean' });
    expectSame(spent.value, (await explain({ of: 'total', figure: 'revenue' })).value! / 240);
  });

  it('counts facts of one customer from its own rows, at once and as a job', async () => {
    for (const { key } of segmentation.features)
      for (const row of [0, 41, 239]) {
        const of = { of: 'customer', row, feature: key } as const;
        const { value, recount, recountedFrom, customer } = await explain(of);
        expect(recountedFrom).toBe('rows');
        expect(customer?.row).toBe(row);
        if (value === null) expect(recount).toBeNull();
        else expectSame(value, recount);
        expect((await again(of)).value).toBe(value);
      }
  });

  it('says how sure a customer is from its two distances, and how many segments there are', async () => {
    for (const row of [0, 17, 100]) {
      const { why } = await shop.reader.customers.story({ row });
      const origin = await explain({ of: 'sureness', row });
      expect(origin.value).toBe(why!.sureness);
      expectSame(origin.value, origin.recount);
    }
    expect(await explain({ of: 'run', figure: 'segments' })).toMatchObject({ value: 4, recount: 4 });
    const { value } = await explain({ of: 'run', figure: 'silhouette' });
    const found = await again({ of: 'run', figure: 'silhouette' });
    expectSame(value, found.value, found.tolerance);
  });

  it('says so where what counts has changed since, and does not count other rows for the same', async () => {
    await shop.writer.source.setRule({ reason: 'cancelled', on: false });
    await shop.writer.source.setRule({ reason: 'notAboveZero', on: false });
    const before = await explain({ of: 'segment', segmentId: segmentation.segments[0]!.id, figure: 'size' });
    expect(before).toMatchObject({ stale: true, value: segmentation.segments[0]!.size });
    const ofRun = { of: 'total', figure: 'revenue', segmentationId: segmentation.id } as const;
    expect(await explain(ofRun)).toMatchObject({ stale: true, value: segmentation.revenue, recountedFrom: 'facts' });
    expect(await again(ofRun)).toMatchObject({ value: null });
    const customer = await explain({ of: 'customer', row: 9, feature: 'totalSpent' });
    expect(customer).toMatchObject({ stale: true, recount: null });
    const now = await explain({ of: 'total', figure: 'revenue' });
    expect(now.value).not.toBe(segmentation.revenue);
    expectSame(now.value, now.recount);
    await shop.writer.journal.undo(undefined);
    await shop.writer.journal.undo(undefined);
  });
});
