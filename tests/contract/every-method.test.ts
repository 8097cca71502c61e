import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '../../src/main/hosts/core/start-core.ts';
import { toAppError } from '../../src/main/workers/wire-error.ts';
import { contract } from '../../src/shared/api/contract.ts';
import { readRowBits } from '../../src/shared/table/row-bits.ts';
import { writeContacts, writeOrders } from './shop-files.ts';
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
    'preferences.set': async () =>
      expect(await client.preferences.set({ remembered: { width: 300 } })).toMatchObject({
        scheme: 'auto',
        remembered: { width: 300 },
      }),
    'jobs.cancel': async () => expect(await client.jobs.cancel({ jobId: 'none' })).toEqual({ cancelled: false }),
    'project.create': async () => expect((await client.project.create({ name: 'x', path: shop })).path).toBe(shop),
    'project.info': async () => expect((await client.project.info())!.name).toBe('every'),
    'project.close': async () => expect(await client.project.close()).toEqual({ closed: true }),
    'project.recents': async () => expect((await client.project.recents())[0]!.path).toBe(shop),
    'project.open': async () => expect((await client.project.open({ path: shop })).totals).toBeNull(),
    'source.preview': async () =>
      expect(await finish(client.source.preview({ paths: [file] }))).toMatchObject([{ rows: 3_000 }]),
    'source.look': async () =>
      expect(await finish(client.source.look({ paths: [file] }))).toMatchObject({ rows: 2_000, aboutRows: 3_000 }),
    'source.import': async () =>
      expect(await finish(client.source.import({ paths: [file] }))).toMatchObject([{ id: 1, rows: 3_000 }]),
    'recipe.list': async () =>
      expect(await client.recipe.list()).toMatchObject([{ importId: 1, sheets: [{ kind: 'orderLines' }] }]),
    'recipe.preview': async () => {
      const [sheet] = await finish(client.recipe.preview({ paths: [file] }));
      expect(sheet).toMatchObject({ rows: 3_000, recipe: { importId: 1, isReplayed: true } });
      expect(sheet!.recipe!.changes).toMatchObject({ rowsReplaced: 3_000, identical: { importId: 1 } });
    },
    'recipe.watch': async () =>
      expect((await client.recipe.watch({ folder })).undo).toMatchObject({ key: 'journal.watch' }),
    'recipe.watched': async () => expect(await client.recipe.watched()).toMatchObject({ folder, problem: null }),
    'recipe.unwatch': async () => {
      await client.recipe.unwatch();
      expect(await client.recipe.watched()).toBeNull();
    },
    'recipe.import': async () => {
      const done = await finish(client.recipe.import({ paths: [file] }));
      expect(done).toMatchObject({ sources: [{ id: 2, rows: 3_000 }], segmentationId: null });
      expect((await client.project.info())!.totals!.customers).toBe(200);
      await client.journal.undo();
    },
    'source.reread': async () => {
      const [source] = await client.source.list();
      const { name } = source!.columns.find(({ role }) => role === 'order')!;
      const columns = [{ name, type: 'text' as const }];
      const done = await finish(client.source.reread({ sourceId: source!.id, columns }));
      expect(done.sources[0]).toMatchObject({ file: source!.file, rows: 3_000 });
      expect(await client.source.list()).toMatchObject([{ id: done.sources[0]!.id }]);
      await client.journal.undo();
    },
    'source.list': async () => expect(await client.source.list()).toHaveLength(1),
    'source.rows': async () =>
      expect((await client.source.rows({ sourceId: 1, offset: 2_999, limit: 5 })).rows).toHaveLength(1),
    'source.place': async () => {
      const sort = { column: (await client.source.list())[0]!.columns[0]!.name, descending: true };
      const { numbers } = await client.source.rows({ sourceId: 1, sort, offset: 7, limit: 1 });
      expect(await client.source.place({ sourceId: 1, sort, row: numbers[0]! })).toEqual({ index: 7, arranging: null });
    },
    'source.spread': async () => {
      const column = (await client.source.list())[0]!.columns.find(({ role }) => role === 'date')!.name;
      const { spread } = await client.source.spread({ sourceId: 1, column });
      expect(spread).toMatchObject({ rows: 3_000, empty: 0, range: { isDays: true } });
    },
    'source.setAside': async () => expect((await client.source.setAside())[0]).toMatchObject({ reason: 'noCustomer' }),
    'source.setRule': async () =>
      expect((await client.source.setRule({ reason: 'cancelled', on: false })).undo?.key).toBe('journal.ruleOff'),
    'quality.report': async () => {
      const report = await finish(client.quality.report({ today: '2030-01-01' }));
      expect(report).toMatchObject({ rows: 3_000, today: '2030-01-01' });
      expect(report.findings.map(({ kind }: { kind: string }) => kind)).toContain('stale');
    },
    'quality.last': async () => expect(await client.quality.last()).toMatchObject({ current: true }),
    'quality.rows': async () => {
      const stale = (await client.quality.last())!.report.findings.find(({ kind }) => kind === 'stale')!.id;
      expect((await client.quality.rows({ finding: stale, offset: 0, limit: 1 })).total).toBe(0);
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
    'identity.find': async () => {
      await finish(client.source.import({ paths: [writeContacts(folder, { customers: 200, twice: 20 })] }));
      const { project } = await finish(client.identity.find());
      expect(project.totals).toMatchObject({ customers: 200 });
    },
    'identity.get': async () =>
      expect(await client.identity.get()).toMatchObject({ canSearch: true, isStale: false, sure: 20, merged: 0 }),
    'identity.sure': async () => {
      const { total, groups } = await client.identity.sure({ offset: 0, limit: 5 });
      expect(total).toBe(20);
      expect(groups.map(({ records }) => records.length)).toEqual([2, 2, 2, 2, 2]);
    },
    'identity.queue': async () => {
      const { total, pairs } = await client.identity.queue({ offset: 0, limit: 1 });
      expect(pairs.length).toBe(Math.min(1, total));
    },
    'identity.mergeSure': async () => {
      const { moved, project } = await finish(client.identity.mergeSure());
      expect({ moved, customers: project.totals?.customers }).toEqual({ moved: 20, customers: 180 });
    },
    'identity.merged': async () =>
      expect((await client.identity.merged({ offset: 19, limit: 5 })).customers).toMatchObject([
        { records: [{}, { fields: { lastName: 'Wimmer' } }] },
      ]),
    'identity.decide': async () => {
      const decisions = [{ a: 100, b: 101, verdict: 'different' as const }];
      const { moved, project } = await finish(client.identity.decide({ decisions }));
      expect({ moved, undo: project.undo?.key }).toEqual({ moved: 0, undo: 'journal.identity.different' });
    },
    'identity.split': async () => {
      const [some] = (await client.identity.merged({ offset: 0, limit: 1 })).customers;
      const { project } = await finish(client.identity.split({ customerId: some!.customerId }));
      expect(project.totals).toMatchObject({ customers: 181 });
      for (let i = 0; i < 4; i += 1) await client.journal.undo();
      expect(await client.source.list()).toHaveLength(1);
    },
    'joins.find': async () => {
      await finish(client.source.import({ paths: [writeContacts(folder, { customers: 220, twice: 0 })] }));
      expect(await client.joins.list()).toBeNull();
      const { joins } = await finish(client.joins.find());
      expect(joins).toMatchObject([
        { use: 'customer', on: true, cardinality: 'manyToOne', left: { unmatched: 0 }, right: { unmatched: 20 } },
      ]);
    },
    'joins.list': async () => expect(await client.joins.list()).toMatchObject({ current: true, tables: [{}, {}] }),
    'joins.unmatched': async () => {
      const { id } = (await client.joins.list())!.joins[0]!;
      const page = await client.joins.unmatched({ id, side: 'right', offset: 15, limit: 10 });
      expect(page).toMatchObject({ total: 20, listed: 20 });
      expect(page.rows.map(({ cells }) => cells[page.marked!])).toEqual(['C1215', 'C1216', 'C1217', 'C1218', 'C1219']);
    },
    'joins.switch': async () => {
      const { id } = (await client.joins.list())!.joins[0]!;
      expect((await client.joins.switch({ id, on: false })).undo).toMatchObject({ key: 'journal.joinOff' });
      expect((await client.joins.list())!.joins).toMatchObject([{ id, on: false }]);
    },
    'joins.try': async () => {
      const [orders, contacts] = (await client.joins.list())!.tables.map(({ sourceId }) => sourceId) as [
        number,
        number,
      ];
      const input = { left: { sourceId: orders, column: 'Quantity' }, right: { sourceId: contacts, column: 'Points' } };
      expect(await finish(client.joins.try(input))).toMatchObject({ origin: 'own', on: true });
    },
    'joins.add': async () => {
      const [orders, contacts] = (await client.joins.list())!.tables.map(({ sourceId }) => sourceId) as [
        number,
        number,
      ];
      const input = { left: { sourceId: orders, column: 'Quantity' }, right: { sourceId: contacts, column: 'Points' } };
      const { join, project } = await finish(client.joins.add(input));
      expect(project.undo).toMatchObject({ key: 'journal.joinAdded' });
      expect((await client.joins.list())!.joins.map(({ id }) => id)).toContain(join.id);
    },
    'joins.remove': async () => {
      const { id } = (await client.joins.list())!.joins.find(({ origin }) => origin === 'own')!;
      await client.joins.remove({ id });
      expect((await client.joins.list())!.joins).toHaveLength(1);
      for (let i = 0; i < 4; i += 1) await client.journal.undo();
      expect(await client.source.list()).toHaveLength(1);
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
    'features.relations': async () => {
      const features = ['orders', 'totalSpent'];
      const { id } = await finish(client.features.compute({ features }));
      const found = await finish(client.features.relations({ snapshotId: id, features }));
      expect(found).toMatchObject({ customers: 200, patterns: [{ features: [], customers: 200 }] });
      expect([found.correlations[0]![0], found.correlations[1]![1]]).toEqual([1, 1]);
    },
    'predict.customers': async () => {
      const found = await finish(client.predict.customers({ model: 'bgnbd', horizonDays: 90, file: true }));
      expect(found).toMatchObject({ model: 'bgnbd', horizonDays: 90, customers: 200 });
      expect(found.orders.low).toBeLessThan(found.orders.expected);
      expect(found.file?.bytes).toBeGreaterThan(1_000);
    },
    'predict.last': async () => {
      const last = (await client.predict.last())!;
      expect(last).toMatchObject({ current: true, asked: { horizonDays: 90 }, found: { customers: 200 } });
      const counted = (outlooks: readonly { readonly customers: number }[]) =>
        outlooks.reduce((sum, { customers }) => sum + customers, 0);
      expect([counted(last.groups), counted(last.bands)]).toEqual([200, 200]);
    },
    'predict.people': async () => {
      const { groups } = (await client.predict.last())!;
      const { people, rows } = await client.predict.people({ of: 'staying', limit: 5 });
      expect(people).toHaveLength(5);
      expect(rows.length).toBeLessThanOrEqual(groups[0]!.customers);
    },
    'features.check': async () => {
      const { id } = await finish(client.features.compute({ features: ['orders'] }));
      expect(await client.features.check({ formula: 'orders * 2', snapshotId: id })).toMatchObject({ problem: null });
    },
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
      await expect(finish(client.tree.cut({ treeId: 1 }))).rejects.toMatchObject({ code: 'badInput' });
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
    'compare.runs': async () => {
      const { agreement, common, moved, pairs } = await client.compare.runs({ a: 1, b: 2 });
      expect({ common, all: agreement.stayed + moved.customers }).toEqual({ common: 200, all: 200 });
      expect(pairs.filter(({ b }) => b !== null)).toHaveLength(4);
    },
    'compare.customers': async () => {
      const { flows } = await client.compare.runs({ a: 1, b: 2 });
      const page = await client.compare.customers({ a: 1, b: 2, code: flows[0]!.code, offset: 0, limit: 3 });
      expect(page).toMatchObject({ total: flows[0]!.customers, rows: [{}, {}, {}] });
    },
    'compare.ways': async () => {
      const found = await finish(client.compare.ways({ methods: ['kmeans', 'rules'], k: 3 }));
      expect(found).toMatchObject({ customers: 200, ways: [{ method: 'kmeans', runId: 1 }, { method: 'rules' }] });
    },
    'compare.rebuild': async () => {
      const found = await finish(client.compare.rebuild({ months: 2 }));
      expect(found).toMatchObject({ months: [{ rebuilt: true }, { rebuilt: true }, { rebuilt: false }] });
    },
    'compare.months': async () => expect((await client.compare.months()).months).toHaveLength(3),
    'export.customers': async () => {
      const columns = [
        { id: 'key', header: 'Who' },
        { id: 'orders', header: 'Orders' },
      ];
      const handle = await finish(client.export.customers({ title: 'Customers', columns, format: 'csv' }));
      expect(handle.bytes).toBeGreaterThan(1_000);
    },
    'export.flow': async () => {
      const { flows } = await client.compare.runs({ a: 1, b: 2 });
      const file = await finish(client.export.flow({ a: 1, b: 2, code: flows[0]!.code, format: 'csv' }));
      expect(file.name).toBe('every customers who moved.csv');
    },
    'segmentation.activate': async () =>
      expect((await client.segmentation.activate({ id: 1 })).activeSegmentationId).toBe(1),
    'customers.page': async () => {
      const page = await client.customers.page({ offset: 0, limit: 3, sort: { by: 'orders', descending: true } });
      expect(page).toMatchObject({ total: 200, rows: [{}, {}, {}] });
    },
    'customers.columns': async () =>
      expect(await client.customers.columns({})).toMatchObject({ customers: 200, sureness: true }),
    'customers.matching': async () => {
      const { total, rows } = await client.customers.matching({ search: '1', from: 0, to: 4 });
      expect(total).toBe(5);
      expect(readRowBits(rows)).toHaveLength(5);
    },
    'customers.place': async () => {
      const sort = { by: 'orders', descending: true };
      const [first, second] = (await client.customers.page({ offset: 0, limit: 2, sort })).rows;
      expect(await client.customers.place({ row: first!.row, sort })).toMatchObject({
        index: 0,
        previous: null,
        next: { id: second!.id, row: second!.row },
      });
    },
    'customers.lines': async () => {
      const { customer, orders } = await client.customers.story({ row: 0 });
      const { sourceId, number, lines } = orders[0]!;
      const found = await client.customers.lines({ customerId: customer.id, sourceId, number });
      expect(found).toMatchObject({ more: 0, source: { id: sourceId } });
      expect(found.rows).toHaveLength(lines);
    },
    'customers.portrait': async () => {
      const { features } = await client.customers.columns({});
      const facts = await client.customers.portrait({ row: 0 });
      expect(facts.map(({ feature }) => feature)).toEqual(features.map(({ key }) => key));
    },
    'customers.story': async () => {
      const story = await client.customers.story({ row: 0 });
      expect(story.orders.length).toBeGreaterThan(0);
    },
    'segment.freeze': async () => {
      const { id } = (await own()).segments[0]!;
      expect((await client.segment.freeze({ id, on: true })).undo?.key).toBe('journal.freeze');
      expect((await own()).segments[0]!.frozen).toBe(true);
      await client.journal.undo();
      expect((await own()).segments[0]!.frozen).toBe(false);
    },
    'segment.merge': async () => {
      const { k, segments } = await own();
      const ids = segments.slice(0, 2).map(({ id }) => id);
      expect(await finish(client.segment.merge({ ids }))).toMatchObject({ k: k - 1, edit: { kind: 'merge' } });
      await client.journal.undo();
    },
    'segment.split': async () => {
      const { k, segments } = await own();
      const made = await finish(client.segment.split({ id: segments[0]!.id, parts: 3 }));
      expect(made).toMatchObject({ k: k + 2, edit: { kind: 'split', seed: 1 } });
      await client.journal.undo();
    },
    'selection.save': async () => {
      const { id, project } = await client.selection.save({ name: 'Friends', rows: [3, 1, 2] });
      expect(id).toBe(1);
      expect(project.undo?.key).toBe('journal.ownSaved');
    },
    'selection.list': async () =>
      expect(await client.selection.list()).toMatchObject([{ id: 1, name: 'Friends', customers: 3, size: 3 }]),
    'selection.rename': async () =>
      expect((await client.selection.rename({ id: 1, name: 'Good friends' })).undo?.key).toBe('journal.rename'),
    'selection.recolour': async () => {
      await client.selection.recolour({ id: 1, color: 11 });
      expect(await client.selection.list()).toMatchObject([{ name: 'Good friends', color: 11 }]);
    },
    'selection.remove': async () => {
      await client.selection.remove({ id: 1 });
      expect(await client.selection.list()).toEqual([]);
    },
    'customers.exclude': async () => {
      const done = await finish(client.customers.exclude({ rows: [0, 5] }));
      expect(done).toMatchObject({ customers: 2, project: { totals: { customers: 198 } } });
      expect((await own()).customers).toBe(198);
    },
    'customers.excluded': async () =>
      expect(await client.customers.excluded({ offset: 0, limit: 1 })).toMatchObject({ total: 2, customers: [{}] }),
    'customers.include': async () => {
      expect(await finish(client.customers.include({}))).toMatchObject({ customers: 2 });
      for (let step = 0; step < 6; step += 1) await client.journal.undo();
      expect((await own()).customers).toBe(200);
    },
    'explain.number': async () => {
      const origin = await client.explain.number({ of: { of: 'total', figure: 'orderLines' } });
      expect(origin).toMatchObject({ unit: 'orderLines', recountedFrom: 'rows', runs: [] });
      expect(origin.recount).toBe(origin.value);
    },
    'explain.recount': async () => {
      const { value } = await client.explain.number({ of: { of: 'run', figure: 'silhouette' } });
      const recount = await finish(client.explain.recount({ of: { of: 'run', figure: 'silhouette' } }));
      expect(Math.abs(recount.value! - value!)).toBeLessThanOrEqual(recount.tolerance);
    },
    'export.table': async () =>
      expect((await finish(client.export.table({ what: 'segments', format: 'csv' }))).name).toBe('every segments.csv'),
    'export.rows': async () => {
      const source = (await client.source.list())[0]!;
      const words = { title: 'rows', row: 'Row', aside: null, reasons: {}, yes: 'Yes', no: 'No' };
      const sort = { column: source.columns[0]!.name, descending: true };
      const file = await finish(client.export.rows({ sourceId: source.id, sort, format: 'csv', words }));
      expect(file.bytes).toBeGreaterThan(10_000);
    },
    'export.features': async () => {
      const { id } = await finish(client.features.compute({ features: ['orders'] }));
      expect((await finish(client.export.features({ snapshotId: id, format: 'csv' }))).name).toBe('every features.csv');
    },
    'export.workbook': async () => {
      const table = { title: 'Orders: how many?', header: ['Orders'], rows: [[1], ['=1+1'], [null]] };
      const { name } = await finish(client.export.workbook(table));
      expect(name).toMatch(/^every Orders how many \d{4}-\d\d-\d\d\.xlsx$/);
    },
    'report.get': async () =>
      expect(await client.report.get()).toMatchObject({ isOwn: false, composition: { paper: 'a4' } }),
    'report.material': async () => {
      const material = await client.report.material({});
      expect(material).toMatchObject({ project: 'every', segmentation: { id: 1 }, customers: null });
      expect((await client.report.material({ named: true })).customers?.lists).toHaveLength(3);
    },
    'report.compose': async () => {
      const { composition } = await client.report.get();
      const shorter = { ...composition, cards: composition.cards.slice(0, 2) };
      expect((await client.report.compose({ composition: shorter })).undo?.key).toBe('journal.report');
      expect(await client.report.get()).toEqual({ composition: shorter, isOwn: true });
      await client.journal.undo();
      expect(await client.report.get()).toEqual({ composition, isOwn: false });
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
          if ((error === null || error.code === 'notFound') && typeof input === 'object') continue;
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
