import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, startCore } from '../../src/main/hosts/core/start-core.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import { isCancelled } from '../../src/shared/errors.ts';
import type { JobEvent, JobStage } from '../../src/shared/model/job.ts';
import { writeOrders } from '../contract/shop-files.ts';
import { contentOf } from '../main/services/project-content.ts';
import { temporaryFolder } from '../support/tessera.ts';

type Call = (signal: AbortSignal) => Promise<AsyncIterator<JobEvent, unknown>>;

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

/** Runs to the end; how long each stage took, and the result. */
const timeStages = async (call: Call): Promise<Map<JobStage, number>> => {
  const stream = await call(new AbortController().signal);
  const spans = new Map<JobStage, number>();
  let stage: JobStage | null = null;
  let since = performance.now();
  const note = (next: JobStage | null) => {
    const now = performance.now();
    if (stage !== null) spans.set(stage, (spans.get(stage) ?? 0) + now - since);
    if (stage !== next) since = now;
    since = now;
    stage = next;
  };
  for (;;) {
    const step = await stream.next();
    if (step.done) break;
    note(step.value.stage);
  }
  note(null);
  return spans;
};

/** Cancels so long into a stage. Null where the job was over before. */
const cancelIn = async (call: Call, stage: JobStage, afterMs: number): Promise<number | null> => {
  const controller = new AbortController();
  let cancelledAt: number | null = null;
  let waiting = false;
  try {
    const stream = await call(controller.signal);
    for (;;) {
      const step = await stream.next();
      if (step.done) return null;
      if (step.value.stage === stage && !waiting) {
        waiting = true;
        void sleep(afterMs).then(() => {
          cancelledAt = performance.now();
          controller.abort();
        });
      }
    }
  } catch (error) {
    if (!isCancelled(error) || cancelledAt === null) throw error;
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
  const before = contentOf(path);
  const stages = [...free.keys()].filter((stage) => stage !== 'finishing' && stage !== 'starting');
  const hit: JobStage[] = [];
  for (let i = 0; i < times; i += 1) {
    const stage = stages[i % stages.length]!;
    const late = await cancelIn(call, stage, random() * 0.8 * free.get(stage)!);
    if (late === null) throw new Error(`The job was over before it could be cancelled in “${stage}”.`);
    expect(late, stage).toBeLessThan(200);
    await expectFree();
    expect(contentOf(path)).toEqual(before);
    hit.push(stage);
  }
  return hit;
};

describe('a job that is cancelled at random moments', () => {
  it('stops within 200 ms and leaves the project as it was', { timeout: 300_000 }, async () => {
    const { client } = core;
    const few = writeOrders(folder.path, { lines: 3_000, customers: 300 });
    const many = writeOrders(folder.path, { lines: 150_000, customers: 9_000 }, 'many.csv');
    const importing: Call = (signal) => client.source.import({ paths: [many] }, { signal });
    const segmenting: Call = (signal) => client.segmentation.run({ method: 'kmeans', k: 'auto', seed: 1 }, { signal });
    const growing: Call = (signal) => client.tree.grow(undefined, { signal });
    const hit: JobStage[] = [];

    await client.project.create({ name: 'Spare', path: folder.file('spare.tessera') });
    const importTimes = await timeStages(importing);
    const segmentTimes = await timeStages(segmenting);
    const growTimes = await timeStages(growing);

    await client.project.create({ name: 'Shop', path: folder.file('shop.tessera') });
    await timeStages((signal) => client.source.import({ paths: [few] }, { signal }));
    hit.push(...(await cancelEverywhere(importing, importTimes, 9)));
    await timeStages(importing);
    hit.push(...(await cancelEverywhere(segmenting, segmentTimes, 7)));
    await timeStages((signal) => client.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, { signal }));
    hit.push(...(await cancelEverywhere(growing, growTimes, 4)));

    expect(hit).toHaveLength(20);
    expect(new Set(hit)).toEqual(new Set(['reading', 'storing', 'features', 'choosing', 'explaining', 'tree']));
  });
});
