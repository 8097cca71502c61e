import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { say } from '../../../src/shared/words/say.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
let path: string;
let count = 0;
beforeEach(async () => {
  shop = createTestShop(folder);
  count += 1;
  path = join(folder, `edits ${count}.tessera`);
  await shop.writer.project.create({ name: 'Shop', path });
  await shop.writer.source.import({ paths: [writeOrderLines(folder, 150)] }, createTestJob());
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const run = (k: number | 'auto', method: Segmentation['method'] = 'kmeans', seed = 1) =>
  shop.writer.segmentation.run({ method, k, seed }, createTestJob());
const get = async (): Promise<Segmentation> => (await shop.reader.segmentation.get({}))!;
const labelsOf = async ({ id }: Segmentation) =>
  [...(await shop.reader.column({ of: 'labels', segmentationId: id }))] as number[];
const columnOf = async ({ snapshotId }: Segmentation, feature: string) =>
  [...(await shop.reader.column({ of: 'features', snapshotId, feature }))] as number[];
const membersOf = async (segmentation: Segmentation, id: number) => {
  const { label } = segmentation.segments.find((segment) => segment.id === id)!;
  return (await labelsOf(segmentation)).flatMap((one, row) => (one === label ? [row] : []));
};
const told = ({ segments }: Segmentation) => segments.map(({ id, name, color }) => ({ id, name: say(name), color }));

/** Figures of every segment against a count of its own over the columns. */
const expectCounted = async (segmentation: Segmentation) => {
  const labels = await labelsOf(segmentation);
  const spent = await columnOf(segmentation, 'totalSpent');
  const days = await columnOf(segmentation, 'daysSinceLastOrder');
  const all = spent.reduce((sum, value) => sum + value, 0);
  expect(segmentation.segments).toHaveLength(segmentation.k);
  expect(segmentation.segments.reduce((sum, { size }) => sum + size, 0)).toBe(labels.length);
  for (const { label, size, revenue, revenueShare, profile } of segmentation.segments) {
    const rows = labels.flatMap((one, row) => (one === label ? [row] : []));
    const money = rows.reduce((sum, row) => sum + spent[row]!, 0);
    expect(size).toBe(rows.length);
    expect(revenue).toBeCloseTo(money, 4);
    expect(revenueShare).toBeCloseTo(money / all, 8);
    const cell = profile.find(({ feature }) => feature === 'daysSinceLastOrder')!;
    expect(cell.mean).toBeCloseTo(rows.reduce((sum, row) => sum + days[row]!, 0) / rows.length, 6);
  }
  for (const distinct of [
    told(segmentation).map(({ name }) => name),
    told(segmentation).map(({ color }) => String(color)),
  ])
    expect(new Set(distinct).size).toBe(segmentation.k);
};

/** Everything that is said of the project: what undo and redo must give back. */
const wholeState = async () => {
  const segmentation = await get();
  return {
    segmentation: { ...segmentation, trust: null },
    labels: await labelsOf(segmentation),
    flows: await shop.reader.segmentation.flows({}),
  };
};

describe('putting segments together', () => {
  it('keeps the largest one’s id and colour, leaves the others alone and counts anew', async () => {
    const before = await run(5);
    const [first, second, third] = before.segments as [
      Segmentation['segments'][0],
      Segmentation['segments'][0],
      Segmentation['segments'][0],
    ];
    const rows = (await Promise.all([first, second, third].map(({ id }) => membersOf(before, id)))).flat();
    const merged = await shop.writer.segment.merge({ ids: [third.id, first.id, second.id] }, createTestJob());
    expect(merged).toMatchObject({ k: 3, method: 'kmeans', snapshotId: before.snapshotId, active: true });
    expect((await membersOf(merged, first.id)).sort()).toEqual(rows.sort());
    const left = told(before).filter(({ id }) => id !== second.id && id !== third.id);
    // What is said of all of them must be true of all of them: the name may be another one.
    const withoutName = (all: typeof left) =>
      all.map((one) => (one.id === first.id ? { ...one, name: '' } : one)).sort((a, b) => a.id - b.id);
    expect(withoutName(told(merged))).toEqual(withoutName(left));
    for (const { id } of left.filter((one) => one.id !== first.id))
      expect(await membersOf(merged, id)).toEqual(await membersOf(before, id));
    await expectCounted(merged);
    expect(merged.edit).toMatchObject({ kind: 'merge', fromId: before.id, seed: null });
    expect(merged.edit!.segments.map(({ name }) => say(name)).sort()).toEqual(
      [first, second, third].map(({ name }) => say(name)).sort(),
    );
    expect(say(merged.reason)).toContain('you put 3 of 5 segments together');
    expect(merged.explanation!.segments).toHaveLength(3);
    const flows = (await shop.reader.segmentation.flows({}))!;
    expect(flows.from.id).toBe(before.id);
    const moved = flows.moves.filter(({ to }) => to === first.id).map(({ from, customers }) => [from, customers]);
    expect(moved.sort()).toEqual([first, second, third].map(({ id, size }) => [id, size]).sort());
  });

  it('calls what came of it as its figures say, but keeps a person’s own name and says what the figures would', async () => {
    const before = await run(5);
    const [first, , , fourth] = before.segments as Segmentation['segments'];
    const merged = await shop.writer.segment.merge(
      { ids: before.segments.slice(0, 4).map(({ id }) => id) },
      createTestJob(),
    );
    // The very same division, named by whoever knows nothing of the names before.
    const labels = await labelsOf(merged);
    const large = merged.segments.find(({ id }) => id === first!.id)!;
    const small = merged.segments.find(({ id }) => id !== first!.id)!;
    expect(labels.filter((label) => label === large.label)).toHaveLength(large.size);
    expect(small.name).toEqual(before.segments.find(({ id }) => id === small.id)!.name);
    // Four of five kinds of customers are neither only the best nor only those who are gone.
    expect(large.name).not.toEqual(first!.name);
    expect(large.givenName).toBeUndefined();
    await shop.writer.journal.undo(undefined);

    await shop.writer.segment.rename({ id: first!.id, name: 'My favourites' });
    const own = await shop.writer.segment.merge({ ids: [first!.id, fourth!.id] }, createTestJob());
    const kept = own.segments.find(({ id }) => id === first!.id)!;
    expect(say(kept.name)).toBe('My favourites');
    expect(kept.givenName?.key).toMatch(/^segment\./);
    expect(kept.givenName?.key).not.toBe('segment.custom');
    expect(own.edit?.parts).toContain(kept.label);
    await shop.writer.journal.undo(undefined);
    await shop.writer.journal.undo(undefined);
  });

  it('is one change that undo and redo take back and make again, across a restart', async () => {
    const before = await run(4);
    const was = await wholeState();
    const merged = await shop.writer.segment.merge(
      { ids: before.segments.slice(0, 2).map(({ id }) => id) },
      createTestJob(),
    );
    const is = await wholeState();
    for (let again = 0; again < 2; again += 1) {
      expect((await shop.writer.journal.undo(undefined)).activeSegmentationId).toBe(before.id);
      await shop.writer.project.close(undefined);
      await shop.writer.project.open({ path });
      expect(await wholeState()).toEqual(was);
      expect((await shop.writer.journal.redo(undefined)).activeSegmentationId).toBe(merged.id);
      await shop.writer.project.close(undefined);
      await shop.writer.project.open({ path });
      expect(await wholeState()).toEqual(is);
    }
  });

  it('knows no segment that is not in the run in use, and no single one', async () => {
    const { segments } = await run(3);
    const id = segments[0]!.id;
    await expect(shop.writer.segment.merge({ ids: [id, 999] }, createTestJob())).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(shop.writer.segment.merge({ ids: [id, id] }, createTestJob())).rejects.toMatchObject({
      code: 'badInput',
    });
  });
});

describe('dividing a segment', () => {
  it('divides its customers only; the largest part goes on as it', async () => {
    const before = await run(3);
    const [largest] = before.segments as [Segmentation['segments'][0]];
    const rows = await membersOf(before, largest.id);
    const after = await shop.writer.segment.split({ id: largest.id, parts: 3, seed: 5 }, createTestJob());
    expect(after).toMatchObject({ k: 5, snapshotId: before.snapshotId });
    await expectCounted(after);
    const fresh = after.segments.filter(({ id }) => !before.segments.some((one) => one.id === id));
    expect(fresh).toHaveLength(2);
    const parts = await Promise.all([largest, ...fresh].map(({ id }) => membersOf(after, id)));
    expect(parts.flat().sort((a, b) => a - b)).toEqual(rows);
    expect(parts[0]!.length).toBe(Math.max(...parts.map((part) => part.length)));
    for (const { id, name, color } of before.segments.slice(1)) {
      expect(await membersOf(after, id)).toEqual(await membersOf(before, id));
      const now = after.segments.find((one) => one.id === id)!;
      expect({ name: say(now.name), color: now.color }).toEqual({ name: say(name), color });
    }
    expect(after.edit).toMatchObject({ kind: 'split', fromId: before.id, seed: 5, segments: [{ id: largest.id }] });
    expect(after.edit!.parts).toHaveLength(3);
    const divided = await labelsOf(after);
    const again = await shop.writer.journal
      .undo(undefined)
      .then(() => shop.writer.segment.split({ id: largest.id, parts: 3, seed: 5 }, createTestJob()));
    expect(again.inputHash).toBe(after.inputHash);
    expect(await labelsOf(again)).toEqual(divided);
  });

  it('gives a segment back that was put together with another before', async () => {
    const before = await run(2);
    const ids = before.segments.map(({ id }) => id);
    const [kept] = (await shop.writer.segment.merge({ ids }, createTestJob())).segments;
    const after = await shop.writer.segment.split({ id: kept!.id, parts: 2, seed: 1 }, createTestJob());
    expect(told(after).sort((a, b) => a.id - b.id)).toEqual(told(before).sort((a, b) => a.id - b.id));
    for (const id of ids) {
      const was = new Set(await membersOf(before, id));
      expect((await membersOf(after, id)).filter((row) => was.has(row)).length).toBeGreaterThan(was.size / 2);
    }
  });

  it('refuses more parts than customers', async () => {
    const before = await run(4);
    const smallest = before.segments.at(-1)!;
    if (smallest.size >= 6) {
      expect((await shop.writer.segment.split({ id: smallest.id, parts: 6, seed: 1 }, createTestJob())).k).toBe(9);
      return;
    }
    await expect(
      shop.writer.segment.split({ id: smallest.id, parts: 6, seed: 1 }, createTestJob()),
    ).rejects.toMatchObject({ code: 'tooManySegments' });
  });
});

describe('a frozen segment', () => {
  const freeze = async (id: number, on = true) => {
    await shop.writer.segment.freeze({ id, on });
    return get();
  };

  it.each(['kmeans', 'ward', 'average', 'gmm', 'hdbscan', 'kmedoids', 'rules'] as const)(
    'keeps its very customers, its name and its colour when segments are found again by %s',
    async (method) => {
      const before = await run(4);
      const { id } = before.segments[1]!;
      const members = await membersOf(before, id);
      const frozen = await freeze(id);
      expect(frozen.segments.map((segment) => [segment.id, segment.frozen])).toContainEqual([id, true]);
      for (const k of ['auto', 5] as const) {
        const after = await run(k, method, 9);
        expect(await membersOf(after, id)).toEqual(members);
        expect(told(after)).toContainEqual(told(before).find((one) => one.id === id));
        expect(after.kept).toMatchObject([{ id, size: members.length }]);
        if (k === 5 && method !== 'rules' && method !== 'hdbscan') expect(after.k).toBe(5);
        const inNone = (await labelsOf(after)).filter((label) => label < 0).length;
        if (inNone === 0) await expectCounted(after);
      }
    },
  );

  it('keeps them when the tree is cut', async () => {
    const before = await run(4);
    const { id } = before.segments[0]!;
    const members = await membersOf(before, id);
    await freeze(id);
    const { treeId } = await shop.writer.tree.grow(undefined, createTestJob());
    const after = await shop.writer.tree.cut({ treeId, k: 4 }, createTestJob());
    expect(await membersOf(after, id)).toEqual(members);
    expect(after.kept).toMatchObject([{ id, size: members.length }]);
    await expectCounted(after);
  });

  it('keeps those who are still there next month, and nobody else comes to it', async () => {
    const before = await run(4);
    const { id } = before.segments[0]!;
    const members = new Set(await membersOf(before, id));
    await freeze(id);
    const done = await shop.writer.recipe.import(
      { paths: [writeOrderLines(folder, 180, 'orders.csv')] },
      createTestJob(),
    );
    expect(done.problem).toBeNull();
    const after = await get();
    expect(after.id).toBe(done.segmentationId);
    expect(after.customers).toBe(180);
    // Customers are numbered as they came, so those of before are the first rows.
    expect(new Set(await membersOf(after, id))).toEqual(members);
    await expectCounted(after);
    expect(after.segments.map((segment) => segment.id).sort()).toEqual(
      before.segments.map((segment) => segment.id).sort(),
    );
  });

  it('is a change like any other, and lets go again', async () => {
    const before = await run(3);
    const { id } = before.segments[0]!;
    await freeze(id);
    await shop.writer.project.close(undefined);
    await shop.writer.project.open({ path });
    await shop.writer.journal.undo(undefined);
    expect((await get()).segments.some(({ frozen }) => frozen)).toBe(false);
    await shop.writer.journal.redo(undefined);
    expect((await get()).segments.filter(({ frozen }) => frozen).map((segment) => segment.id)).toEqual([id]);
    await freeze(id, false);
    expect((await run(3)).kept).toBeUndefined();
  });

  it('is divided no more where everybody is frozen', async () => {
    const before = await run(3);
    for (const { id } of before.segments) await freeze(id);
    const after = await run('auto');
    expect(told(after)).toEqual(told(before));
    expect(await Promise.all(after.segments.map(({ id }) => membersOf(after, id)))).toEqual(
      await Promise.all(before.segments.map(({ id }) => membersOf(before, id))),
    );
  });
});

describe('the next month', () => {
  it('does again what people changed: nobody moves where nothing is new', async () => {
    const first = await run(5);
    await shop.writer.segment.merge({ ids: first.segments.slice(1, 3).map(({ id }) => id) }, createTestJob());
    const edited = await shop.writer.segment.split({ id: first.segments[0]!.id, parts: 2, seed: 3 }, createTestJob());
    for (let month = 0; month < 2; month += 1) {
      const file = writeOrderLines(folder, 150, 'orders.csv');
      const done = await shop.writer.recipe.import({ paths: [file] }, createTestJob());
      expect(done.moved).toEqual({ stayed: edited.customers, moved: 0, arrived: 0, left: 0 });
      const after = await get();
      expect(after.id).toBe(done.segmentationId);
      expect(await labelsOf(after)).toEqual(await labelsOf(edited));
      expect(told(after)).toEqual(told(edited));
      expect(after.edit).toBeUndefined();
    }
  });

  it('says of segments that were found anew that what people changed was not done again', async () => {
    const first = await run(5, 'kmedoids');
    await shop.writer.segment.merge({ ids: first.segments.slice(1, 3).map(({ id }) => id) }, createTestJob());
    const file = writeOrderLines(folder, 150, 'orders.csv');
    await shop.writer.recipe.import({ paths: [file] }, createTestJob());
    const after = await get();
    expect(after).toMatchObject({ k: 4, method: 'kmedoids', reason: { key: 'recipe.sameNumber.edited' } });
    // A month later there is nothing more that could get lost.
    await shop.writer.recipe.import({ paths: [file] }, createTestJob());
    expect((await get()).reason.key).toBe('recipe.sameNumber');
  });
});

describe('how repeatable an edited division is', () => {
  it('is as before for segments that nobody touched, and not known of the others', async () => {
    const first = await run(4);
    const known = (await shop.writer.segmentation.trust({ id: first.id }, createTestJob())).trust!;
    const [a, b] = first.segments;
    const merged = await shop.writer.segment.merge({ ids: [a!.id, b!.id] }, createTestJob());
    const { trust } = await shop.writer.segmentation.trust({ id: merged.id }, createTestJob());
    for (const { id, label } of merged.segments) {
      const before = first.segments.find((one) => one.id === id)!;
      expect(trust!.parts[label]).toEqual(id === a!.id ? null : known.parts[before.label]);
    }
  });

  it('is that of the others beside a frozen one', async () => {
    const first = await run(4);
    await shop.writer.segment.freeze({ id: first.segments[0]!.id, on: true });
    const after = await run(4);
    const { trust } = await shop.writer.segmentation.trust({ id: after.id }, createTestJob());
    for (const { id, label } of after.segments) expect(trust!.parts[label] === null).toBe(id === first.segments[0]!.id);
  });
});
