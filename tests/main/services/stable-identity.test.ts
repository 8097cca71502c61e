import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Flows } from '../../../src/shared/model/flow.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { say } from '../../../src/shared/words/say.ts';
import { describeRealData, realData } from '../../support/real-data.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
let count = 0;
beforeEach(async () => {
  shop = createTestShop(folder);
  count += 1;
  await shop.writer.project.create({ name: 'Shop', path: join(folder, `identity ${count}.tessera`) });
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const importFile = (path: string) => shop.writer.source.import({ paths: [path] }, createTestJob());
const runOf = (k: number | 'auto', seed = 1, method: 'kmeans' | 'ward' = 'kmeans') =>
  shop.writer.segmentation.run({ method, k, seed }, createTestJob());
const get = async (id?: number): Promise<Segmentation> =>
  (await shop.reader.segmentation.get(id === undefined ? {} : { id }))!;
const flowsOf = async (id?: number): Promise<Flows> =>
  (await shop.reader.segmentation.flows(id === undefined ? {} : { id }))!;

const identities = ({ segments }: Segmentation) =>
  segments.map(({ id, name, color }) => ({ id, name: say(name), color })).sort((a, b) => a.id - b.id);
const idsOf = (segmentation: Segmentation) => identities(segmentation).map(({ id }) => id);
const expectTellable = ({ segments }: Segmentation) => {
  for (const distinct of [
    segments.map(({ id }) => String(id)),
    segments.map(({ name }) => say(name).toLowerCase()),
    segments.map(({ color }) => String(color)),
  ])
    expect(new Set(distinct).size).toBe(segments.length);
};

/** Everybody of both runs is in one move, and the moves of a segment add up to it. */
const expectWhole = ({ earlier, later, moves, from, to }: Flows) => {
  const sum = (chosen: typeof moves) => chosen.reduce((total, { customers }) => total + customers, 0);
  for (const { id, size } of earlier) expect(sum(moves.filter((move) => move.from === id))).toBe(size);
  for (const { id, size } of later) expect(sum(moves.filter((move) => move.to === id))).toBe(size);
  expect(sum(moves.filter((move) => move.from !== 'absent'))).toBe(from.customers);
  expect(sum(moves.filter((move) => move.to !== 'absent'))).toBe(to.customers);
};

describe('a segment over many runs', () => {
  beforeEach(() => importFile(writeOrderLines(folder)));

  it('keeps id, name and colour when it is found again, however it is found', async () => {
    const first = await runOf(3);
    expect(await shop.reader.segmentation.flows({})).toBeNull();
    const [largest, second] = first.segments as [Segmentation['segments'][0], Segmentation['segments'][0]];
    await shop.writer.segment.rename({ id: largest.id, name: 'The faithful' });
    await shop.writer.segment.recolour({ id: second.id, color: 9 });
    const named = identities(await get());
    for (const [seed, method] of [
      [77, 'kmeans'],
      [5, 'ward'],
      [1, 'kmeans'],
    ] as const) {
      const again = await runOf(3, seed, method);
      expect(identities(again)).toEqual(named);
      const flows = await flowsOf();
      expectWhole(flows);
      expect(flows).toMatchObject({ sameCustomers: true, to: { id: again.id, k: 3 } });
    }
    const { treeId } = await shop.writer.tree.grow(undefined, createTestJob());
    expect(identities(await shop.writer.tree.cut({ treeId, k: 3 }, createTestJob()))).toEqual(named);
  });

  it('is a new one where few are the same, in a colour that nobody has or just had', async () => {
    const first = await runOf(3);
    const more = await runOf(6);
    expectTellable(more);
    const kept = more.segments.filter(({ id }) => idsOf(first).includes(id));
    expect(kept.length).toBeGreaterThan(0);
    const added = more.segments.filter(({ id }) => !idsOf(first).includes(id));
    for (const { color } of added) expect(first.segments.map((one) => one.color)).not.toContain(color);
    for (const one of kept) expect(one.color).toBe(first.segments.find(({ id }) => id === one.id)!.color);
    expectWhole(await flowsOf());
    const fewer = await runOf(2);
    expectTellable(fewer);
    expectWhole(await flowsOf());
    // The earlier runs are as they were.
    expect(identities(await get(first.id))).toEqual(identities(first));
    expect(identities(await get(more.id))).toEqual(identities(more));
    expectWhole(await flowsOf(more.id));
  });

  it('comes back as itself after a run that did not have it', async () => {
    const first = await runOf(5);
    const fewer = await runOf(3);
    const away = first.segments.filter(({ id }) => !idsOf(fewer).includes(id));
    expect(away.length).toBeGreaterThan(0);
    await shop.writer.segmentation.activate({ id: first.id });
    await shop.writer.segment.rename({ id: away[0]!.id, name: 'Ours' });
    await shop.writer.segmentation.activate({ id: fewer.id });
    await runOf(2);
    expect(idsOf(await get())).not.toContain(away[0]!.id);
    const again = await runOf(5);
    const colours = (run: Segmentation) => identities(run).map(({ id, color }) => [id, color]);
    expect(colours(again)).toEqual(colours(first));
    expect(identities(again).find(({ id }) => id === away[0]!.id)!.name).toBe('Ours');
    expectTellable(again);
    expectWhole(await flowsOf());
    expect((await flowsOf()).returned).toEqual(expect.arrayContaining(away.map(({ id }) => id)));
    expect((await flowsOf(fewer.id)).returned).toEqual([]);
  });

  it('has a person’s own name and colour in every run, and undo takes back what it was asked to', async () => {
    const first = await runOf(3);
    const again = await runOf(3, 2);
    const [one] = again.segments as [Segmentation['segments'][0]];
    await shop.writer.segment.rename({ id: one.id, name: 'Ours' });
    await shop.writer.segment.recolour({ id: one.id, color: 11 });
    await shop.writer.segmentation.activate({ id: first.id });
    const seen = identities(await get());
    expect(seen.find(({ id }) => id === one.id)).toEqual({ id: one.id, name: 'Ours', color: 11 });
    for (let step = 0; step < 3; step += 1) await shop.writer.journal.undo(undefined);
    expect(identities(await get())).toEqual(identities(first));
    await shop.writer.journal.undo(undefined);
    expect((await get()).id).toBe(first.id);
    expect(identities(await get())).toEqual(identities(first));
    for (let step = 0; step < 4; step += 1) await shop.writer.journal.redo(undefined);
    expect(identities(await get())).toEqual(seen);
    // Matched with the run in use, not with the newest.
    await shop.writer.segmentation.activate({ id: again.id });
    expect(identities(await runOf(3, 3))).toEqual(seen);
    expect((await flowsOf()).from.id).toBe(again.id);
  });

  it('takes no name that another one beside it has, now or before', async () => {
    const first = await runOf(3);
    const [one, other] = first.segments as [Segmentation['segments'][0], Segmentation['segments'][0]];
    const { rename } = shop.writer.segment;
    const taken = { code: 'nameTaken', details: { name: say(other.name).toUpperCase() } };
    await expect(rename({ id: one.id, name: taken.details.name })).rejects.toMatchObject(taken);
    await rename({ id: other.id, name: 'Ours' });
    // One segment for all: whichever goes on still stands beside the others in the first run.
    await runOf(2);
    const going = (await get()).segments.find(({ id }) => idsOf(first).includes(id))!;
    const beside = first.segments.find(({ id }) => id !== going.id)!;
    const name = say((await get(first.id)).segments.find(({ id }) => id === beside.id)!.name);
    await expect(rename({ id: going.id, name })).rejects.toMatchObject({ code: 'nameTaken', details: { name } });
    await rename({ id: going.id, name: 'Nobody else' });
    await rename({ id: going.id, name: 'nobody ELSE' });
    expectTellable(await get(first.id));
  });

  it('that was undone for good leaves its segments to the run before', async () => {
    const first = await runOf(3);
    await runOf(6);
    await shop.writer.journal.undo(undefined);
    const other = await runOf(3, 9);
    expect(identities(other)).toEqual(identities(first));
    expect(await shop.reader.segmentation.list(undefined)).toHaveLength(2);
    expectWhole(await flowsOf());
  });

  it('is not called what a person has called another', async () => {
    const first = await runOf(3);
    const more = await runOf(5);
    const added = more.segments.find(({ id }) => !idsOf(first).includes(id))!;
    await shop.writer.journal.undo(undefined);
    const [kept] = first.segments as [Segmentation['segments'][0]];
    // The name that the data would give to a segment that is to come.
    await shop.writer.segment.rename({ id: kept.id, name: say(added.name).toUpperCase() });
    const again = await runOf(5);
    expectTellable(again);
    expect(again.segments.map(({ name }) => say(name))).toContain(say(added.name).toUpperCase());
  });
});

describeRealData('the segments of Online Retail', () => {
  /** The file as the shop would have had it at the end of November, and the lines that came after. */
  const splitFile = (): [string, string] => {
    const lines = gunzipSync(readFileSync(realData('online_retail/online_retail.csv.gz')))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const december = lines.findIndex((line) => /,2023-12-\d\d \d\d:\d\d:\d\d,/.test(line));
    const parts = [lines.slice(0, december), [lines[0]!, ...lines.slice(december)]];
    return parts.map((part, i) => {
      const path = join(folder, `online retail ${i}.csv`);
      writeFileSync(path, `${part.join('\n')}\n`);
      return path;
    }) as [string, string];
  };

  it('keep ids, names and colours with another seed, and with the next month', { timeout: 180_000 }, async () => {
    const [untilNovember, december] = splitFile();
    await importFile(untilNovember);
    const first = await runOf('auto', 1);
    expectTellable(first);
    expect(first).toMatchObject({ k: 5, customers: 4297 });
    await shop.writer.segment.rename({ id: first.segments[1]!.id, name: 'Now and then' });
    const named = identities(await get());

    for (const seed of [2, 3]) expect(identities(await runOf('auto', seed))).toEqual(named);
    expect(await flowsOf()).toMatchObject({ sameCustomers: true });
    expectWhole(await flowsOf());

    await importFile(december);
    const next = await runOf('auto', 1);
    expect(next.customers).toBe(4338);
    expect(identities(next)).toEqual(named);
    const flows = await flowsOf();
    expect(flows.sameCustomers).toBe(false);
    expectWhole(flows);
    const newcomers = flows.moves.filter(({ from }) => from === 'absent');
    expect(newcomers.reduce((sum, { customers }) => sum + customers, 0)).toBe(4338 - 4297);
    const moved = flows.moves.reduce((sum, { revenue }) => sum + revenue!, 0);
    expect(moved).toBeCloseTo(next.revenue!, 2);
    for (const k of [4, 6]) {
      const one = await runOf(k, 1);
      for (const seed of [2, 3]) expect(identities(await runOf(k, seed))).toEqual(identities(one));
    }
    // What is said of the segments is today's.
    expect(next.segments[0]!.why.values).not.toEqual(
      first.segments.find(({ id }) => id === next.segments[0]!.id)!.why.values,
    );
  });
});
