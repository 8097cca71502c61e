import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import type { Compute } from '../../../src/main/services/compute.ts';
import { createReaderServices } from '../../../src/main/services/create-reader-services.ts';
import { createWriterServices } from '../../../src/main/services/create-writer-services.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createInlineCompute } from './inline-compute.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const orders = writeOrderLines(folder, 90);
let shop: TestShop;
let asked: string[];
/** What happens before the engine is asked. */
let before: (task: string) => Promise<void>;
let projects = 0;

beforeEach(async () => {
  const { paths } = createTestShop(folder);
  asked = [];
  before = async () => {};
  const inline = createInlineCompute();
  const compute: Compute = {
    run: async (name, input, options) => {
      asked.push(name);
      await before(name);
      return inline.run(name, input, options);
    },
  };
  const reader = createReaderServices({ paths });
  const writer = createWriterServices({ importer: createImporter(), compute, paths, reader });
  shop = { folder, paths, writer, reader };
  projects += 1;
  await writer.project.create({ name: 'Trust', path: join(folder, `trust-${projects}.tessera`) });
  await writer.source.import({ paths: [orders] }, createTestJob());
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const run = (method: Segmentation['method'] = 'kmeans', k = 3) =>
  shop.writer.segmentation.run({ method, k, seed: 1 }, createTestJob());
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

describe('how far a run can be trusted', () => {
  it('is found out once, kept, and changes nothing else', async () => {
    const made = await run();
    const { undo } = (await shop.reader.project.info(undefined))!;
    const job = createTestJob();
    const { trust, ...rest } = await shop.writer.segmentation.trust({ id: made.id }, job);
    expect(rest).toEqual({ ...made, trust: undefined });
    expect(trust!.bootstraps).toBe(50);
    expect(trust!.rows).toBe(90);
    expect(trust!.parts).toHaveLength(3);
    for (const part of trust!.parts) {
      expect(part!.jaccard).toBeGreaterThan(0.85);
      expect(part!.band).toBe('sure');
      expect(part!.recovered).toBeGreaterThan(45);
    }
    expect(trust!.secondOpinion).toMatchObject({ library: 'ml-kmeans', rows: 90 });
    expect(trust!.secondOpinion!.adjustedRandIndex).toBeGreaterThan(0.95);
    expect(trust!.secondOpinion!.inertiaRatio).toBeCloseTo(1, 2);
    expect(job.stages).toEqual(['trusting']);
    expect(job.fractions).toEqual([...job.fractions].sort((a, b) => a - b));

    expect((await shop.reader.segmentation.get({}))!.trust).toEqual(trust);
    expect((await shop.reader.project.info(undefined))!.undo).toEqual(undo);
    asked = [];
    expect((await shop.writer.segmentation.trust({ id: made.id }, createTestJob())).trust).toEqual(trust);
    expect(asked).toEqual([]);
  });

  it('asks the library of trees about a tree, and nobody about a method that no library does', async () => {
    const tree = await run('average');
    const { trust } = await shop.writer.segmentation.trust({ id: tree.id }, createTestJob());
    expect(trust!.secondOpinion).toMatchObject({ library: 'ml-hclust', adjustedRandIndex: 1 });
    const mixture = await run('gmm');
    const other = await shop.writer.segmentation.trust({ id: mixture.id }, createTestJob());
    expect(other.trust!.parts).toHaveLength(3);
    expect(other.trust!.secondOpinion).toBeNull();
  });

  it('is plain where nothing can come out otherwise', async () => {
    for (const made of [await run('rules'), await run('kmeans', 1)]) {
      asked = [];
      const { trust } = await shop.writer.segmentation.trust({ id: made.id }, createTestJob());
      expect(trust).toEqual({ parts: [], bootstraps: 0, rows: 0, secondOpinion: null });
      expect(asked).toEqual([]);
    }
  });

  it('waits with storing while another job writes, which it does not hold up', async () => {
    const made = await run();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    before = async (task) => {
      if (task === 'runMethod') await held;
    };
    const other = run('kmeans', 4);
    const trusted = shop.writer.segmentation.trust({ id: made.id }, createTestJob());
    await expect.poll(() => asked.includes('secondOpinion'), { timeout: 10_000 }).toBe(true);
    await setTimeout(150);
    expect((await shop.reader.segmentation.get({ id: made.id }))!.trust).toBeNull();
    letGo();
    expect((await other).k).toBe(4);
    expect((await trusted).trust!.parts).toHaveLength(3);
  });

  it('is given up when it is cancelled, and can be asked for again', async () => {
    const made = await run();
    const job = createTestJob((one, _stage, fraction) => fraction > 0.2 && one.cancel());
    await expect(shop.writer.segmentation.trust({ id: made.id }, job).catch(codeOf)).resolves.toBe('cancelled');
    expect((await shop.reader.segmentation.get({}))!.trust).toBeNull();
    expect((await shop.writer.segmentation.trust({ id: made.id }, createTestJob())).trust).not.toBeNull();
  });

  it('can be cancelled while it waits', async () => {
    const made = await run();
    before = (task) => (task === 'runMethod' ? setTimeout(600) : Promise.resolve());
    const other = run('kmeans', 4);
    const job = createTestJob();
    const trusted = shop.writer.segmentation.trust({ id: made.id }, job).catch(codeOf);
    await expect.poll(() => asked.includes('secondOpinion'), { timeout: 10_000 }).toBe(true);
    job.cancel();
    expect(await trusted).toBe('cancelled');
    await other;
  });

  it('writes into no other project that was opened meanwhile', async () => {
    const made = await run();
    let opened: Promise<unknown> | null = null;
    before = async (task) => {
      if (task !== 'stabilityOf' || opened !== null) return;
      opened = shop.writer.project.create({ name: 'Other', path: join(folder, `other-${projects}.tessera`) });
      await opened;
      await shop.writer.source.import({ paths: [orders] }, createTestJob());
      await run();
    };
    expect(await shop.writer.segmentation.trust({ id: made.id }, createTestJob()).catch(codeOf)).toBe('cancelled');
    expect((await shop.reader.segmentation.get({}))!.trust).toBeNull();
    await shop.writer.project.open({ path: join(folder, `trust-${projects}.tessera`) });
    expect((await shop.reader.segmentation.get({}))!.trust).toBeNull();
  });

  it('is dropped quietly when the project is closed before the customers were read', async () => {
    const made = await run();
    before = async (task) => {
      if (task === 'prepare') await shop.writer.project.close(undefined);
    };
    expect(await shop.writer.segmentation.trust({ id: made.id }, createTestJob()).catch(codeOf)).toBe('cancelled');
  });

  it('is not kept for a run that was undone meanwhile', async () => {
    const made = await run();
    before = async (task) => {
      if (task === 'secondOpinion') await shop.writer.journal.undo(undefined);
    };
    expect(await shop.writer.segmentation.trust({ id: made.id }, createTestJob()).catch(codeOf)).toBe('cancelled');
    await shop.writer.journal.redo(undefined);
    expect((await shop.reader.segmentation.get({ id: made.id }))!.trust).toBeNull();
  });

  it('is not found for a run that is not there', async () => {
    expect(await shop.writer.segmentation.trust({ id: 7 }, createTestJob()).catch(codeOf)).toBe('notFound');
  });
});

describe('the map of neighbours', () => {
  it('is drawn once, on demand, and read as two columns', async () => {
    const made = await run();
    const near = (axis: 0 | 1) => shop.reader.column({ of: 'near', segmentationId: made.id, axis });
    await expect(near(0)).rejects.toMatchObject({ code: 'notFound' });
    const job = createTestJob();
    expect((await shop.writer.segmentation.neighbours({ id: made.id }, job)).hasNeighbours).toBe(true);
    expect(job.stages).toEqual(['mapping']);
    expect(new Set(await near(0)).size).toBeGreaterThan(80);
    expect(new Set(await near(1)).size).toBeGreaterThan(80);
    asked = [];
    await shop.writer.segmentation.neighbours({ id: made.id }, createTestJob());
    expect(asked).toEqual([]);
    expect((await shop.reader.segmentation.get({}))!.hasNeighbours).toBe(true);
  });

  it('can be cancelled', async () => {
    const made = await run();
    const job = createTestJob((one, _stage, fraction) => fraction > 0.3 && one.cancel());
    expect(await shop.writer.segmentation.neighbours({ id: made.id }, job).catch(codeOf)).toBe('cancelled');
    expect((await shop.reader.segmentation.get({}))!.hasNeighbours).toBe(false);
  });
});
