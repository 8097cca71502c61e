import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../src/main/hosts/cli/progress.ts';
import { type Core, startCore } from '../../src/main/hosts/core/start-core.ts';
import type { JobStream } from '../../src/shared/api/job-stream.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import { isCancelled } from '../../src/shared/errors.ts';
import type { JobStage } from '../../src/shared/model/job.ts';
import { writeOrders } from '../contract/shop-files.ts';
import { contentOf } from '../main/services/project-content.ts';
import { temporaryFolder } from '../support/tessera.ts';

type Call = () => Promise<JobStream>;

let folder: ReturnType<typeof temporaryFolder>;
let core: Core;
beforeEach(async () => {
  folder = temporaryFolder();
  const at = (name: string) => {
    mkdirSync(folder.file(name));
    return folder.file(name);
  };
  const assets = join(import.meta.dirname, '../../assets');
  const paths = { userData: at('user-data'), documents: at('documents'), temporary: at('temporary'), assets };
  core = await startCore({ kind: 'cli', paths, computeThreads: 2 });
});
afterEach(async () => {
  await core.close();
  folder.remove();
});

/** Runs to the end; how long each stage took. */
const timeStages = async (call: Call): Promise<Map<JobStage, number>> => {
  const spans = new Map<JobStage, number>();
  let last: { stage: JobStage; since: number } | null = null;
  const note = (stage: JobStage) => {
    const now = performance.now();
    if (last !== null) spans.set(last.stage, (spans.get(last.stage) ?? 0) + now - last.since);
    last = { stage, since: now };
  };
  await follow(core.client, call(), new AbortController().signal, ({ stage }) => note(stage));
  note('finishing');
  return spans;
};

/** Cancels so long into a stage and waits for the job's own word. Null where it was past stopping, and then done. */
const cancelIn = async (call: Call, stage: JobStage, afterMs: number): Promise<number | null> => {
  const controller = new AbortController();
  let cancelledAt = 0;
  let waiting = false;
  try {
    await follow(core.client, call(), controller.signal, (event) => {
      if (event.stage !== stage || waiting) return;
      waiting = true;
      void sleep(afterMs).then(() => {
        cancelledAt = performance.now();
        controller.abort();
      });
    });
    return null;
  } catch (error) {
    if (!isCancelled(error) || cancelledAt === 0) throw error;
    return performance.now() - cancelledAt;
  }
};

/** The writer takes the next command at once: nothing of the cancelled job still runs. */
const expectFree = async (): Promise<void> => {
  const began = performance.now();
  for (;;) {
    try {
      await core.client.segment.rename({ id: 999_999, name: 'Nobody' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'busy') break;
    }
    expect(performance.now() - began).toBeLessThan(200);
    await sleep(5);
  }
};

const random = createRandom(200);

/** Cancels at random moments of every stage but the last, which completes. */
const cancelEverywhere = async (call: Call, free: Map<JobStage, number>, times: number): Promise<JobStage[]> => {
  const { path } = (await core.client.project.info())!;
  let before = contentOf(path, { undone: false });
  const stages = [...free.keys()].filter((stage) => stage !== 'finishing' && stage !== 'starting');
  const hit: JobStage[] = [];
  let tooLate = 0;
  for (let i = 0; i < times; i += 1) {
    const stage = stages[i % stages.length]!;
    const late = await cancelIn(call, stage, random() * (stage === 'tree' ? 0.4 : 0.7) * free.get(stage)!);
    if (late === null) {
      // A short stage on a busy machine: the job was quicker than the cancel. It is taken back and tried again.
      if (stage === 'tree') throw new Error('A grown tree cannot be taken back.');
      // An export is no change of the project.
      if (stage !== 'writing') await core.client.journal.undo();
      before = contentOf(path, { undone: false });
      i -= 1;
      tooLate += 1;
      expect(tooLate).toBeLessThan(40);
      free.set(stage, free.get(stage)! * 0.7);
      continue;
    }
    expect(late, stage).toBeLessThan(200);
    await expectFree();
    expect(contentOf(path, { undone: false })).toEqual(before);
    hit.push(stage);
  }
  return hit;
};

describe('a job that is cancelled at random moments', () => {
  it('stops within 200 ms and leaves the project as it was', { timeout: 300_000 }, async () => {
    const { client } = core;
    const few = writeOrders(folder.path, { lines: 3_000, customers: 300 });
    const many = writeOrders(folder.path, { lines: 150_000, customers: 9_000 }, 'many.csv');
    const importing: Call = () => client.source.import({ paths: [many] });
    const segmenting: Call = () => client.segmentation.run({ method: 'kmeans', k: 'auto', seed: 1 });
    const clustering: Call = () => client.segmentation.run({ method: 'kmeans', k: 30, seed: 1 });
    const growing: Call = () => client.tree.grow();
    const writing = (sourceId: number) => (): Promise<JobStream> =>
      client.export.table({ what: 'exact', format: 'csv', sourceId });
    const hit: JobStage[] = [];

    await client.project.create({ name: 'Spare', path: folder.file('spare.tessera') });
    const importTimes = await timeStages(importing);
    const segmentTimes = await timeStages(segmenting);
    const clusterTimes = await timeStages(clustering);
    const growTimes = await timeStages(growing);
    const writeTimes = await timeStages(writing(1));

    await client.project.create({ name: 'Shop', path: folder.file('shop.tessera') });
    await timeStages(() => client.source.import({ paths: [few] }));
    hit.push(...(await cancelEverywhere(importing, importTimes, 8)));
    await timeStages(importing);
    hit.push(...(await cancelEverywhere(segmenting, segmentTimes, 4)));
    hit.push(...(await cancelEverywhere(clustering, clusterTimes, 3)));
    await timeStages(() => client.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }));
    hit.push(...(await cancelEverywhere(growing, growTimes, 3)));

    // An import that was quicker than its cancel was taken back and made again.
    const largest = (await client.source.list()).reduce((most, source) => (source.rows > most.rows ? source : most));
    hit.push(...(await cancelEverywhere(writing(largest.id), writeTimes, 2)));

    expect(hit).toHaveLength(20);
    // Every stage that lasts long enough to be reported.
    expect(hit).toEqual(
      expect.arrayContaining(['reading', 'storing', 'features', 'choosing', 'clustering', 'tree', 'writing']),
    );
  });
});
