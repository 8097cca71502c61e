import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { preparedColumn } from '../../../src/main/services/prepared-column.ts';
import { stateOf } from '../../../src/main/services/state.ts';
import { treeView } from '../../../src/main/services/tree-view.ts';
import { createProjectFile } from '../../../src/main/store/project-file.ts';
import { addSnapshot } from '../../../src/main/store/repositories/snapshots.ts';
import { addTree } from '../../../src/main/store/repositories/trees.ts';
import { columnOf, createMatrix } from '../../../src/shared/engine/matrix.ts';
import { prepare } from '../../../src/shared/engine/prepare/prepare.ts';
import { silent } from '../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../src/shared/engine/random.ts';
import { cutTree } from '../../../src/shared/engine/tree/cut.ts';
import { growTree } from '../../../src/shared/engine/tree/grow.ts';
import { message } from '../../../src/shared/model/message.ts';
import { usualPreparation } from '../../../src/shared/model/preparation.ts';
import type { TreeView } from '../../../src/shared/model/tree.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const keys = ['orders', 'totalSpent', 'always'];

/** A project that holds nothing but customers, their numbers and the tree over them. */
const growProject = (name: string, customers: number) => {
  const random = createRandom(customers);
  const raw = createMatrix(customers, keys.length);
  for (let i = 0; i < customers; i += 1) {
    const kind = i % 3;
    columnOf(raw, 0)[i] = kind * 8 + Math.floor(random() * 4);
    columnOf(raw, 1)[i] = i % 50 === 0 ? Number.NaN : (1 + kind) * 100 * random();
    columnOf(raw, 2)[i] = 7;
  }
  const { matrix, preparation } = prepare({ matrix: raw, features: keys }, silent);
  const tree = growTree({ matrix, linkage: 'ward' }, silent);
  const project = createProjectFile(join(folder, name), { owner: 'this test' });
  const { db } = project;
  const columns = keys.map((_, i) => columnOf(raw, i));
  const snapshotId = addSnapshot(db, stateOf(db), {
    asOf: null,
    customers,
    features: keys.map((key) => ({
      key,
      name: message(`feature.${key}`),
      unit: 'count' as const,
      lineage: message(`feature.${key}.from`),
      missing: 0,
    })),
    totals: { customers, orders: null, orderLines: null, revenue: null, firstDay: null, lastDay: null },
    hash: name,
    customerIds: Int32Array.from({ length: customers }, (_, i) => i + 1),
    columns,
  });
  const grow = () =>
    addTree(
      db,
      {
        snapshotId,
        features: keys,
        options: usualPreparation,
        preparation,
        choice: {
          k: 3,
          statisticalK: 3,
          reason: message('segmentation.reason.asked', { k: 3 }),
          statisticalReason: null,
          indices: [],
          scores: [],
        },
      },
      tree,
    );
  return { project, db, grow, tree, preparation, columns, snapshotId };
};

/** Leaves under a child of the folded tree. */
const leavesUnder = ({ merges }: TreeView, child: number): number[] =>
  child < 0
    ? [-1 - child]
    : [merges[child]!.left, merges[child]!.right].flatMap((one) => leavesUnder({ merges } as TreeView, one));

describe('the view of a tree', () => {
  it('is not there before a tree is', () => {
    const { project, db, grow } = growProject('none.tessera', 60);
    expect(treeView(db, 20)).toBeNull();
    grow();
    expect(treeView(db, 20)!.customers).toBe(60);
    project.close();
  });

  it('holds every customer once, with the mean of every leaf in between', () => {
    const { project, db, grow, tree, preparation, columns, snapshotId } = growProject('means.tessera', 300);
    const id = grow();
    for (const leaves of [1, 2, 3, 40, 300, 1000]) {
      const view = treeView(db, leaves)!;
      const count = Math.min(leaves, 300);
      expect(view).toMatchObject({ id, snapshotId, customers: 300, suggestedK: 3, features: ['orders', 'totalSpent'] });
      expect([view.leaves.length, view.merges.length]).toEqual([count, count - 1]);
      expect(view.leaves.reduce((sum, { size }) => sum + size, 0)).toBe(300);
      // Everybody's mean is 0 on the prepared scale.
      for (const f of [0, 1])
        expect(view.leaves.reduce((sum, { size, effects }) => sum + size * effects[f]!, 0)).toBeCloseTo(0, 8);
      if (count > 1) expect(leavesUnder(view, count - 2)).toEqual(view.leaves.map((_, i) => i));
    }
    // A leaf for each part of the cut: the means must be those of the parts.
    const labels = cutTree({ tree, k: 3 });
    const parts = [0, 1, 2].map((label) => {
      const rows = [...labels.keys()].filter((row) => labels[row] === label);
      return {
        size: rows.length,
        effects: [0, 1].map((f) => {
          const prepared = preparedColumn(columns[f]!, preparation[f]!);
          return rows.reduce((sum, row) => sum + prepared[row]!, 0) / rows.length;
        }),
      };
    });
    const found = treeView(db, 3)!.leaves;
    for (const part of parts) {
      const leaf = found.find(
        ({ size, effects }) => size === part.size && Math.abs(effects[0]! - part.effects[0]!) < 1e-9,
      );
      expect(leaf?.effects[1]).toBeCloseTo(part.effects[1]!, 9);
    }
    project.close();
  });

  it('says at which height each number of branches hangs', () => {
    const { project, db, grow, tree } = growProject('heights.tessera', 200);
    grow();
    const { cutHeights, merges } = treeView(db, 30)!;
    for (let k = 2; k <= 30; k += 1) expect(cutHeights[k - 1]).toBe(tree.heights[200 - k]);
    expect(cutHeights[0]).toBeGreaterThan(merges.at(-1)!.height);
    project.close();
  });

  it('answers at once when it is asked again, and never with another tree', { timeout: 60_000 }, () => {
    const { project, db, grow } = growProject('quick.tessera', 4338);
    const id = grow();
    treeView(db, 80);
    const began = performance.now();
    for (let i = 0; i < 10; i += 1) expect(treeView(db, 80)!.id).toBe(id);
    expect((performance.now() - began) / 10).toBeLessThan(50);
    expect(treeView(db, 20)!.leaves).toHaveLength(20);
    expect(treeView(db, 80)!.leaves).toHaveLength(80);
    project.close();
  });
});

describe('the tree of a shop', () => {
  let shop: TestShop;
  afterEach(async () => {
    await shop.writer.dispose();
    await shop.reader.dispose();
  });

  it('belongs to the segmentation in use, and its branches are the segments of its cut', {
    timeout: 60_000,
  }, async () => {
    shop = createTestShop(folder);
    const { writer, reader } = shop;
    await writer.project.create({ name: 'Shop', path: join(folder, 'tree shop.tessera') });
    await writer.source.import({ paths: [writeOrderLines(folder)] }, createTestJob());
    const first = await writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
    expect(await reader.tree.get({ leaves: 60 })).toBeNull();
    const { treeId } = await writer.tree.grow(undefined, createTestJob());
    const view = (await reader.tree.get({ leaves: 60 }))!;
    expect(view).toMatchObject({ id: treeId, snapshotId: first.snapshotId, customers: 120 });

    const cut = await writer.tree.cut({ treeId, k: 5 }, createTestJob());
    const folded = (await reader.tree.get({ leaves: 5 }))!;
    expect(folded.id).toBe(treeId);
    const sizes = (of: readonly { size: number }[]) => of.map(({ size }) => size).sort((a, b) => a - b);
    expect(sizes(folded.leaves)).toEqual(sizes(cut.segments));
    const largest = cut.segments[0]!;
    const effects = folded.features.map((key) => largest.profile.find(({ feature }) => feature === key)!.effect);
    const nearest = folded.leaves
      .filter(({ size }) => size === largest.size)
      .map((leaf) => Math.max(...leaf.effects.map((effect, f) => Math.abs(effect - effects[f]!))));
    expect(Math.min(...nearest)).toBeLessThan(1e-9);
  });

  it('is cut branch by branch, as one change that an undo takes back', { timeout: 60_000 }, async () => {
    shop = createTestShop(folder);
    const { writer, reader } = shop;
    await writer.project.create({ name: 'Shop', path: join(folder, 'branch shop.tessera') });
    await writer.source.import({ paths: [writeOrderLines(folder)] }, createTestJob());
    const first = await writer.segmentation.run({ method: 'ward', k: 3, seed: 1 }, createTestJob());
    const treeId = first.treeId!;
    const [left, right] = [
      await reader.column({ of: 'tree', treeId, part: 'left' }),
      await reader.column({ of: 'tree', treeId, part: 'right' }),
    ];
    expect([left.length, right.length]).toEqual([119, 119]);
    // The top, and below it only the deeper of its two branches: another cut than the straight one into three.
    const top = 118;
    const lower = Math.min(left[top]!, right[top]!);
    const whole = Math.max(left[top]!, right[top]!);
    const made = await writer.tree.cut({ treeId, undone: [lower] }, createTestJob());
    expect(made).toMatchObject({ k: 3, asked: 3, method: 'ward', treeId, active: true });
    expect(made.reason).toEqual({ key: 'segmentation.reason.branches', values: { k: 3 } });
    const rowsUnder = (node: number): number[] =>
      node < 120 ? [node] : [...rowsUnder(left[node - 120]!), ...rowsUnder(right[node - 120]!)];
    const labels = await reader.column({ of: 'labels', segmentationId: made.id });
    const sizes = [whole, left[lower - 120]!, right[lower - 120]!].map((node) => {
      const rows = rowsUnder(node);
      expect(new Set(rows.map((row) => labels[row])).size).toBe(1);
      return rows.length;
    });
    expect(made.segments.map(({ size }) => size)).toEqual(sizes.sort((a, b) => b - a));
    await writer.journal.undo(undefined);
    expect((await reader.segmentation.get({}))!.id).toBe(first.id);
    await writer.journal.redo(undefined);
    expect((await reader.segmentation.get({}))!.id).toBe(made.id);

    for (const node of [3, 239])
      await expect(writer.tree.cut({ treeId, undone: [node] }, createTestJob())).rejects.toMatchObject({
        code: 'badInput',
      });
  });

  it('says how far every customer is from the others in what it grew on', { timeout: 60_000 }, async () => {
    shop = createTestShop(folder);
    const { writer, reader } = shop;
    await writer.project.create({ name: 'Shop', path: join(folder, 'effects shop.tessera') });
    await writer.source.import({ paths: [writeOrderLines(folder)] }, createTestJob());
    const { treeId } = await writer.tree.grow(undefined, createTestJob());
    const { features } = (await reader.tree.get({ leaves: 20 }))!;
    for (const feature of features) {
      const effects = Float64Array.from(await reader.column({ of: 'effects', treeId, feature }));
      const sum = effects.reduce((total, effect) => total + effect, 0);
      const squares = effects.reduce((total, effect) => total + effect * effect, 0);
      expect([effects.length, sum, squares / 120]).toEqual([120, expect.closeTo(0, 8), expect.closeTo(1, 8)]);
    }
    await expect(reader.column({ of: 'effects', treeId, feature: 'none' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(reader.column({ of: 'tree', treeId: 99, part: 'left' })).rejects.toMatchObject({ code: 'notFound' });
  });
});
