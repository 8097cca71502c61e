import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '../../src/main/hosts/core/start-core.ts';
import { toAppError } from '../../src/main/workers/wire-error.ts';
import type { AppError } from '../../src/shared/errors.ts';
import type { JobEvent } from '../../src/shared/model/job.ts';
import { writeOrders } from './shop-files.ts';
import { type Shop, transports } from './transports.ts';

type Stream<Result> = AsyncIterator<JobEvent, Result>;

const follow = async <Result>(call: Promise<Stream<Result>>, onEvent: (event: JobEvent) => void = () => {}) => {
  const stream = await call;
  const events: JobEvent[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done) return { events, result: step.value };
    events.push(step.value);
    onEvent(step.value);
  }
};

const errorOf = async (call: Promise<unknown>, method = ''): Promise<AppError> => {
  try {
    await call;
  } catch (error) {
    return toAppError(error, method);
  }
  throw new Error('It was expected to fail.');
};

/** The writer takes the next job at once: the cancelled one is over, and nothing of it is in the project. */
const expectFreeAndEmpty = async (client: ContractClient): Promise<void> => {
  const began = performance.now();
  for (;;) {
    const renamed = await errorOf(client.segment.rename({ id: 1, name: 'Nobody' }));
    if (renamed.code !== 'busy') break;
    expect(performance.now() - began).toBeLessThan(200);
    await sleep(5);
  }
  expect(await client.source.list()).toEqual([]);
};

for (const [name, start] of Object.entries(transports)) {
  describe(`the contract ${name}`, () => {
    let shop: Shop;
    let client: ContractClient;
    let small: string;
    let large: string;
    beforeAll(async () => {
      shop = await start();
      client = shop.client;
      small = writeOrders(shop.folder, { lines: 2_000, customers: 150 });
      large = writeOrders(shop.folder, { lines: 200_000, customers: 5_000 }, 'many-orders.csv');
    });
    afterAll(() => shop.close());

    it('answers for the host', async () => {
      expect(await client.host.info()).toMatchObject({ bytesSent: 0 });
    });

    it('says which input does not fit', async () => {
      const error = await errorOf(client.project.create({ name: 5 as unknown as string }));
      expect(error.code).toBe('badInput');
      expect(error.details).toMatchObject({ method: 'project.create' });
      expect(error.details.problem).toContain('name');
    });

    it('says so where there is no such method', async () => {
      // In process the client is the router itself, and has no such member.
      if (name === 'in process') return expect('burn' in client.project).toBe(false);
      const unknown = (client.project as unknown as { burn(input: object): Promise<unknown> }).burn({});
      expect(await errorOf(unknown, 'project.burn')).toMatchObject({
        code: 'unknownMethod',
        details: { method: 'project.burn' },
      });
    });

    it('keeps an error’s code and details, also of a job', async () => {
      expect(await errorOf(client.project.open({ path: join(shop.folder, 'none.tessera') }))).toMatchObject({
        code: 'projectMissing',
        details: { file: 'none.tessera' },
      });
      expect(await errorOf(follow(client.source.preview({ paths: [join(shop.folder, 'none.csv')] })))).toMatchObject({
        code: 'fileMissing',
        details: { file: 'none.csv' },
      });
    });

    it('runs a job: its id first, fractions that never fall, then the result', async () => {
      const { events, result } = await follow(client.source.preview({ paths: [small] }));
      expect(result[0]).toMatchObject({ file: 'orders.csv', rows: 2000, kind: 'orderLines' });
      expect(events[0]?.jobId).toBeTruthy();
      const fractions = events.map(({ fraction }) => fraction);
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    });

    it('cancels a running import by its id within 200 ms and leaves nothing of it', async () => {
      await client.project.create({ name: 'By id', path: join(shop.folder, 'by-id.tessera') });
      let asked = 0;
      const error = await errorOf(
        follow(client.source.import({ paths: [large] }), ({ jobId, fraction }) => {
          if (asked > 0 || fraction < 0.1) return;
          asked = performance.now();
          void client.jobs.cancel({ jobId });
        }),
      );
      expect(error.code).toBe('cancelled');
      expect(performance.now() - asked).toBeLessThan(200);
      await expectFreeAndEmpty(client);
      expect(await client.jobs.cancel({ jobId: 'none' })).toEqual({ cancelled: false });
    });

    it('cancels it by the signal of the call', async () => {
      await client.project.create({ name: 'By signal', path: join(shop.folder, 'by-signal.tessera') });
      const controller = new AbortController();
      let asked = 0;
      const running = follow(
        client.source.import({ paths: [large] }, { signal: controller.signal }),
        ({ fraction }) => {
          if (asked > 0 || fraction < 0.1) return;
          asked = performance.now();
          controller.abort();
        },
      );
      expect(await errorOf(running)).toMatchObject({ code: 'cancelled' });
      expect(performance.now() - asked).toBeLessThan(200);
      await expectFreeAndEmpty(client);
    });

    it('cancels it when nobody follows it any more', async () => {
      await client.project.create({ name: 'Left', path: join(shop.folder, 'left.tessera') });
      const stream = await client.source.import({ paths: [large] });
      for (let step = await stream.next(); !step.done && step.value.fraction < 0.1; ) step = await stream.next();
      await stream.return?.(undefined as never);
      await expectFreeAndEmpty(client);
    });

    it('answers queries while an import runs', async () => {
      await client.project.create({ name: 'Busy', path: join(shop.folder, 'busy.tessera') });
      const waits: number[] = [];
      let running = true;
      const asking = (async () => {
        while (running) {
          const began = performance.now();
          expect(await client.project.info()).toMatchObject({ name: 'busy' });
          await client.journal.list();
          waits.push(performance.now() - began);
          await sleep(20);
        }
      })();
      const importing = follow(client.source.import({ paths: [large] })).finally(() => {
        running = false;
      });
      await Promise.all([importing, asking]);
      expect(waits.length).toBeGreaterThan(5);
      expect(Math.max(...waits)).toBeLessThan(300);
      expect(await client.source.list()).toMatchObject([{ rows: 200_000 }]);
    });

    it('carries a column’s bytes as they are', async () => {
      const bytes = await shop.column({ of: 'features', snapshotId: 1, feature: 'orders' });
      expect(bytes.byteLength).toBe(5_000 * 8);
      const orders = new Float64Array(bytes.slice().buffer);
      expect(orders.reduce((sum, one) => sum + one, 0)).toBe(200_000);
      expect(
        new Float64Array((await shop.column({ of: 'features', snapshotId: 1, feature: 'orders' })).slice().buffer),
      ).toEqual(orders);
    });

    it('takes a dropped file in, whole and under its own name', async () => {
      // Where there is no web the file is already on this computer.
      if (!shop.web) return expect(await client.host.info()).toMatchObject({ kind: 'cli' });
      const content = readFileSync(large);
      const put = await shop.web(`/files/${encodeURIComponent('März Bestellungen.csv')}`, {
        method: 'PUT',
        body: content,
      });
      const { path } = (await put.json()) as { path: string };
      expect(path).toMatch(/März Bestellungen\.csv$/);
      expect(readFileSync(path).equals(content)).toBe(true);
    });

    it('gives an export out', async () => {
      const { result } = await follow(client.export.table({ what: 'exact', format: 'csv' }));
      expect(result.name).toBe('busy original.csv');
      if (!shop.web) return;
      const file = await shop.web(`/files/${result.id}`);
      expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(result.name));
      const text = await file.text();
      expect(Buffer.byteLength(text)).toBe(result.bytes);
      expect(text).toContain('I100000,C1000,');
      expect((await shop.web('/files/none')).status).toBe(404);
      expect((await shop.web('/columns/features/1/none')).status).toBe(404);
      for (const path of ['tree/99/left', 'effects/99/orders', 'tree/1/middle', 'tree/1'])
        expect((await shop.web(`/columns/${path}`)).status).toBe(404);
    });
  });
}
