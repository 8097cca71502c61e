import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProjectFile } from '../../../src/main/store/project-file.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const orders = writeOrderLines(folder, 240);
const path = join(folder, 'explained.tessera');
let shop: TestShop;

beforeEach(() => {
  shop = createTestShop(folder);
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const customersOf = async (segmentation: Segmentation) => {
  const { rows } = await shop.reader.customers.page({ segmentationId: segmentation.id, offset: 0, limit: 500 });
  return rows;
};

const expectExplained = async (segmentation: Segmentation): Promise<void> => {
  const explanation = segmentation.explanation!;
  const customers = await customersOf(segmentation);
  const idOf = (label: number) => segmentation.segments.find((segment) => segment.label === label)!.id;
  for (const { label, typical, borderline, certainty } of explanation.segments) {
    const { sure, fairlySure, onTheEdge } = certainty;
    expect(sure + fairlySure + onTheEdge).toBe(segmentation.segments.find((one) => one.label === label)!.size);
    expect(typical.length).toBeGreaterThan(0);
    for (const row of [...typical, ...borderline.map((one) => one.row)])
      expect(customers.find((one) => one.row === row)!.segmentId).toBe(idOf(label));
    const [first] = typical;
    const { why } = await shop.reader.customers.story({ row: first!, segmentationId: segmentation.id });
    expect(why).toMatchObject({ segmentId: idOf(label), certainty: 'sure', isNearerToRunnerUp: false });
    expect(why!.facts[0]!.pull).toBeGreaterThan(0);
    expect(why!.facts.reduce((sum, { pull }) => sum + Math.abs(pull), 0)).toBeCloseTo(1, 9);
    for (const one of borderline) {
      const story = await shop.reader.customers.story({ row: one.row, segmentationId: segmentation.id });
      // What the customer's story works out alone is what the run worked out for everybody.
      expect(story.why).toMatchObject({ runnerUpId: idOf(one.label), certainty: 'onTheEdge' });
      expect(story.why!.sureness).toBeCloseTo(one.sureness, 9);
    }
  }
};

describe('the explanation of a run', () => {
  it('counts true: rules, typical and borderline customers, and the story of each', async () => {
    await shop.writer.project.create({ name: 'Explained', path });
    await shop.writer.source.import({ paths: [orders] }, createTestJob());
    const segmentation = await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
    const customers = await customersOf(segmentation);
    const { rules } = segmentation.explanation!;
    for (const { label, rules: told } of rules.segments) {
      const segment = segmentation.segments.find((one) => one.label === label)!;
      for (const rule of told) {
        const fits = customers.filter(({ values }) =>
          rule.conditions.every(({ feature, from, below }) => {
            const value = values[segmentation.features.findIndex(({ key }) => key === feature)]!;
            return (from === null || value >= from) && (below === null || value < below);
          }),
        );
        expect(fits.length).toBe(rule.customers);
        expect(fits.filter(({ segmentId }) => segmentId === segment.id).length).toBe(rule.hits);
      }
    }
    expect(rules.accuracy).toBeGreaterThan(0.9);
    expect(rules.heldOut.accuracy).toBeGreaterThan(0.8);
    await expectExplained(segmentation);
  });

  it('is there for segments cut from a tree, and with facts prepared another way', async () => {
    await shop.writer.project.open({ path });
    const { treeId } = await shop.writer.tree.grow(undefined, createTestJob());
    await expectExplained(await shop.writer.tree.cut({ treeId, k: 4 }, createTestJob()));
    const robust = { scale: 'robust', features: { orders: { weight: 4 } } } as const;
    await expectExplained(
      await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1, preparation: robust }, createTestJob()),
    );
    const everybody = await shop.writer.segmentation.run({ method: 'kmeans', k: 1, seed: 1 }, createTestJob());
    const { why } = await shop.reader.customers.story({ row: 0, segmentationId: everybody.id });
    expect(why).toMatchObject({ runnerUpId: null, sureness: null, certainty: null, facts: [] });
  });

  it('is missed in runs of before there was one, which open all the same', async () => {
    const file = openProjectFile(path, { owner: 'this test' });
    file.db.exec("UPDATE segmentation SET result = json_remove(result, '$.explanation')");
    file.close();
    await shop.writer.project.open({ path });
    const segmentation = await shop.reader.segmentation.get({});
    expect(segmentation!.explanation).toBeNull();
    expect((await shop.reader.customers.story({ row: 0 })).why).toBeNull();
  });
});
