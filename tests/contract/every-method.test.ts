import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '../../src/main/hosts/core/start-core.ts';
import { toAppError } from '../../src/main/workers/wire-error.ts';
import { contract } from '../../src/shared/api/contract.ts';
import { writeOrders } from './shop-files.ts';
import { type Shop, transports } from './transports.ts';

const methods = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, procedure]) => ({ name: `${group}.${name}`, procedure })),
);

const finish = async <Result>(call: Promise<AsyncIterator<unknown, Result>>): Promise<Result> => {
  const stream = await call;
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value;
  }
};

/** The client by the names in the contract, told what no type would let through. */
const callByName = (client: ContractClient, name: string, input: unknown): Promise<unknown> => {
  const [group, method] = name.split('.') as [string, string];
  const groups = client as unknown as Record<string, Record<string, (given: unknown) => Promise<unknown>>>;
  return groups[group]![method]!(input);
};

/** One journey through every method; each says what came of it. */
const journey = (client: ContractClient, folder: string): Record<string, () => Promise<void>> => {
  const shop = join(folder, 'every.tessera');
  const file = writeOrders(folder, { lines: 3_000, customers: 200 });
  const own = async () => (await client.segmentation.get({}))!;
  return {
    'host.info': async () => expect((await client.host.info()).bytesSent).toBe(0),
    'jobs.cancel': async () => expect(await client.jobs.cancel({ jobId: 'none' })).toEqual({ cancelled: false }),
    'project.create': async () => expect((await client.project.create({ name: 'x', path: shop })).path).toBe(shop),
    'project.info': async () => expect((await client.project.info())!.name).toBe('every'),
    'project.close': async () => expect(await client.project.close()).toEqual({ closed: true }),
    'project.recents': async () => expect((await client.project.recents())[0]!.path).toBe(shop),
    'project.open': async () => expect((await client.project.open({ path: shop })).totals).toBeNull(),
    'source.preview': async () =>
      expect(await finish(client.source.preview({ paths: [file] }))).toMatchObject([{ rows: 3_000 }]),
    'source.import': async () =>
      expect(await finish(client.source.import({ paths: [file] }))).toMatchObject([{ id: 1, rows: 3_000 }]),
    'source.list': async () => expect(await client.source.list()).toHaveLength(1),
    'source.rows': async () =>
      expect((await client.source.rows({ sourceId: 1, offset: 2_999, limit: 5 })).rows).toHaveLength(1),
    'source.setAside': async () => expect((await client.source.setAside())[0]).toMatchObject({ reason: 'noCustomer' }),
    'source.setRule': async () =>
      expect((await client.source.setRule({ reason: 'cancelled', on: false })).undo?.key).toBe('journal.ruleOff'),
    'quality.report': async () => {
      const report = await finish(client.quality.report({ today: '2030-01-01' }));
      expect(report).toMatchObject({ rows: 3_000, today: '2030-01-01' });
      expect(report.findings.map(({ kind }: { kind: string }) => kind)).toContain('stale');
    },
    'quality.preview': async () => {
      const preview = await finish(client.quality.preview({ reason: 'duplicate' }));
      expect(preview).toMatchObject({ on: false, before: { customers: 200 } });
    },
    'quality.fix': async () => {
      const cells = { values: ['nobody'] };
      const fix = { kind: 'setAside', sourceId: 99, column: 'none', cells } as const;
      const refused = await finish(client.quality.fix({ fix })).catch((error: unknown) => toAppError(error).code);
      expect(refused).toBe('notFound');
      const done = await finish(client.quality.fix({ fix: { kind: 'rule', reason: 'duplicate' } }));
      expect(done.project.undo).toEqual({ key: 'journal.ruleOn', values: { reason: 'duplicate' } });
      await client.journal.undo();
    },
    'features.catalogue': async () =>
      expect((await client.features.catalogue()).slice(0, 3).map(({ key, base }) => [key, base])).toEqual([
        ['daysSinceLastOrder', true],
        ['orders', true],
        ['totalSpent', true],
      ]),
    'features.define': async () =>
      expect(
        (
          await client.features.define({
            name: 'per day',
            formula: 'totalSpent / (1 + daysSinceFirstOrder)',
            unit: 'money',
          })
        ).undo?.key,
      ).toBe('journal.featureAdded'),
    'features.compute': async () =>
      expect(await finish(client.features.compute({ features: ['orders', 'own:per day'] }))).toMatchObject({
        customers: 200,
        features: [{ key: 'orders' }, { key: 'own:per day', unit: 'money' }],
      }),
    'features.remove': async () =>
      expect((await client.features.remove({ key: 'own:per day' })).undo?.key).toBe('journal.featureRemoved'),
    'segmentation.run': async () =>
      expect((await finish(client.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }))).segments).toHaveLength(3),
    'segmentation.list': async () => expect(await client.segmentation.list()).toHaveLength(1),
    'segmentation.get': async () => expect(await own()).toMatchObject({ id: 1, k: 3, active: true }),
    'segment.rename': async () => {
      const { id } = (await own()).segments[0]!;
      expect((await client.segment.rename({ id, name: 'The best' })).undo?.key).toBe('journal.rename');
      expect((await own()).segments[0]!.name.values).toEqual({ name: 'The best' });
    },
    'segment.recolour': async () => {
      const { id } = (await own()).segments[1]!;
      await client.segment.recolour({ id, color: 7 });
      expect((await own()).segments[1]!.color).toBe(7);
    },
    'tree.grow': async () => expect(await finish(client.tree.grow())).toEqual({ treeId: 1 }),
    'tree.get': async () => expect((await client.tree.get({ leaves: 10 }))!.leaves).toHaveLength(10),
    'tree.cut': async () => {
      const made = await finish(client.tree.cut({ treeId: 1, k: 4 }));
      expect(made).toMatchObject({ method: 'ward', k: 4 });
    },
    'segmentation.flows': async () => {
      const flows = (await client.segmentation.flows({}))!;
      expect(flows).toMatchObject({ from: { id: 1, k: 3 }, to: { id: 2, k: 4 }, sameCustomers: true });
      expect(flows.moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(200);
    },
    'segmentation.trust': async () => {
      const { trust } = await finish(client.segmentation.trust({ id: 2 }));
      expect(trust!.parts).toHaveLength(4);
      expect((await own()).trust).toEqual(trust);
    },
    'segmentation.neighbours': async () => {
      expect((await own()).hasNeighbours).toBe(false);
      expect(await finish(client.segmentation.neighbours({ id: 2 }))).toMatchObject({ id: 2, hasNeighbours: true });
    },
    'segmentation.byRules': async () => {
      const { segments } = (await client.segmentation.byRules({}))!;
      expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(200);
    },
    'segmentation.activate': async () =>
      expect((await client.segmentation.activate({ id: 1 })).activeSegmentationId).toBe(1),
    'customers.page': async () => {
      const page = await client.customers.page({ offset: 0, limit: 3, sort: { by: 'orders', descending: true } });
      expect(page).toMatchObject({ total: 200, rows: [{}, {}, {}] });
    },
    'customers.story': async () => {
      const story = await client.customers.story({ row: 0 });
      expect(story.orders.length).toBeGreaterThan(0);
    },
    'export.table': async () =>
      expect((await finish(client.export.table({ what: 'segments', format: 'csv' }))).name).toBe('every segments.csv'),
    'export.features': async () => {
      const { id } = await finish(client.features.compute({ features: ['orders'] }));
      expect((await finish(client.export.features({ snapshotId: id, format: 'csv' }))).name).toBe('every features.csv');
    },
    'export.report': async () =>
      expect((await finish(client.export.report({ withCustomers: false }))).name).toBe('every report.html'),
    'journal.list': async () => expect((await client.journal.list()).length).toBeGreaterThan(5),
    'journal.undo': async () => expect((await client.journal.undo()).activeSegmentationId).toBe(2),
    'journal.redo': async () => expect((await client.journal.redo()).activeSegmentationId).toBe(1),
    'project.sample': async () =>
      expect((await finish(client.project.sample())).totals!.customers).toBeGreaterThan(2_000),
  };
};

for (const [transport, start] of Object.entries(transports)) {
  describe(`every method ${transport}`, () => {
    let shop: Shop;
    beforeAll(async () => {
      shop = await start();
    });
    afterAll(() => shop.close());

    it('answers, in one journey', { timeout: 120_000 }, async () => {
      const steps = journey(shop.client, shop.folder);
      expect(Object.keys(steps).sort()).toEqual(methods.map(({ name }) => name).sort());
      for (const step of Object.values(steps)) await step();
    });

    it('refuses what does not fit, by its own name', async () => {
      for (const { name, procedure } of methods) {
        if (!isContractProcedure(procedure) || procedure['~orpc'].inputSchema === undefined) continue;
        for (const input of [{ id: [] }, 'text', 7, null]) {
          const error = await callByName(shop.client, name, input).then(
            () => null,
            (thrown: unknown) => toAppError(thrown, name),
          );
          // A method whose every field may be left out takes an object with none of them.
          if (error === null && typeof input === 'object') continue;
          expect({ name, code: error?.code, method: error?.details.method }).toEqual({
            name,
            code: 'badInput',
            method: name,
          });
        }
      }
    });

    it('takes no path with a zero character in it', async () => {
      const path = join(shop.folder, 'a\0b');
      for (const call of [
        () => shop.client.project.open({ path }),
        () => shop.client.project.create({ name: 'x', path }),
        () => finish(shop.client.source.preview({ paths: [path] })),
      ])
        expect(await call().catch((error: unknown) => toAppError(error).code)).toBe('badInput');
    });
  });
}
