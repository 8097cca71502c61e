import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NumberRef, numberRefSchema } from '../../../../src/shared/model/number-origin.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';
import { type OwnFigures, ownFigures, recounted, rowsOfEveryThird } from './own-figures.ts';

const kindOf = (ref: NumberRef): string => ('figure' in ref ? `${ref.of}.${ref.figure}` : ref.of);

/** Every subject with each of its figures, as the model lists them. */
const allKinds = numberRefSchema.options.flatMap(({ shape }) =>
  'figure' in shape ? shape.figure.options.map((figure) => `${shape.of.value}.${figure}`) : [shape.of.value],
);

/** Parts of the quality score are found out by looking through the tables, which the quality report does anew. */
const notRecounted = (ref: NumberRef): boolean => ref.of === 'quality' && ref.part !== null;

/**
 * Walks every number there is of a project with two runs of it, counts it again and holds both against this test's own
 * reckoning.
 */
const walk = (name: string, files: () => string[], k: number, known: (figures: OwnFigures) => void) => {
  const folder = temporaryFolder();
  let shop: TestShop;
  let figures: OwnFigures;
  beforeAll(async () => {
    shop = createTestShop(join(folder, name));
    await shop.writer.project.create({ name, path: join(folder, `${name}.tessera`) });
    await shop.writer.source.import({ paths: files() }, createTestJob());
    const run = (method: 'kmeans' | 'ward', parts: number | 'auto') =>
      shop.writer.segmentation.run({ method, k: parts, seed: 1 }, createTestJob());
    const before = await run('ward', 'auto');
    const { id } = await run('kmeans', k);
    const after = await shop.writer.segmentation.trust({ id }, createTestJob());
    await shop.writer.quality.report({}, createTestJob());
    await shop.writer.selection.save({ name: 'Every third', rows: rowsOfEveryThird });
    if (after.orders !== null) await shop.writer.compare.rebuild({ months: 2 }, createTestJob());
    figures = await ownFigures(shop, [before, after]);
  }, 240_000);
  afterAll(async () => {
    await shop.writer.dispose();
    await shop.reader.dispose();
  });

  it('opens every number with a value, counted again by another way and the same', { timeout: 240_000 }, async () => {
    const seen = new Map<string, number>();
    const wrong: string[] = [];
    for (const ref of figures.refs) {
      const { value, recount, tolerance, countable } = await recounted(shop, ref);
      const said = `${JSON.stringify(ref)}: ${value}, again ${recount}`;
      const room = (of: number) => tolerance * Math.max(1, Math.abs(of));
      if (value === null) {
        if (recount !== null) wrong.push(said);
        continue;
      }
      seen.set(kindOf(ref), (seen.get(kindOf(ref)) ?? 0) + 1);
      if (recount === null) {
        if (countable || !notRecounted(ref)) wrong.push(`${said} (not counted)`);
      } else if (!(Math.abs(recount - value) <= room(value))) wrong.push(said);
      const own = figures.reckon(ref);
      if (own !== undefined && (own === null || !(Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value)))))
        wrong.push(`${said}, by this test ${own}`);
    }
    expect(wrong).toEqual([]);
    expect(figures.refs.length).toBeGreaterThan(100);
    const money = /evenue|money|orders|orderLines|Day|^month|^order/;
    const wanted = allKinds.filter((kind) => figures.run.orders !== null || !money.test(kind));
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  it('says numbers that are known', () => known(figures));
};

describe('every number of the sample shop', () => {
  const assets = join(import.meta.dirname, '../../../../assets');
  walk(
    'sample',
    () => ['sample-shop.csv.gz', 'sample-customers.csv'].map((file) => join(assets, file)),
    5,
    (figures) => {
      expect(figures.reckon({ of: 'total', figure: 'orders' })).toBe(19_898);
    },
  );
});

describeRealData('every number of a campaign of a real shop', () => {
  walk(
    'campaign',
    () => [realData('marketing_campaign', 'marketing_campaign.csv')],
    4,
    (figures) => {
      expect(figures.reckon({ of: 'total', figure: 'customers' })).toBe(2_240);
      const income = { of: 'everyone', feature: 'column:Income', figure: 'missing' } as const;
      expect(figures.reckon(income)).toBeCloseTo(24 / 2_240, 12);
    },
  );
});
