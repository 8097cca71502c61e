import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import type { TypedBatch } from '../../../src/main/import/types.ts';
import { createImportThread, type ImportThread } from '../../../src/main/workers/import-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-import-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, rows: number): string => {
  const path = join(folder, name);
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `${1000 + (i >> 2)},2025-01-${`${(i % 27) + 1}`.padStart(2, '0')},${i % 50 === 0 ? '' : `K${i % 300}`},${(i % 9) + 1},2.50,Mug ${i}`,
  );
  writeFileSync(path, `${['Order,Date,Customer,Quantity,Price,Product', ...lines].join('\n')}\n`);
  return path;
};
const shop = write('shop.csv', 3000);
const big = write('big.csv', 150_000);

let thread: ImportThread;
beforeEach(() => {
  thread = createImportThread(null);
});
afterEach(() => thread.close());

const allOf = async (batches: AsyncIterable<TypedBatch>): Promise<TypedBatch[]> => {
  const all: TypedBatch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
};

describe('the import thread', () => {
  it('plans, previews and reads as the importer does', async () => {
    const importer = createImporter();
    const sheets = await thread.plan([shop], {});
    expect(sheets).toEqual(await importer.plan([shop], {}));
    expect(await thread.preview([shop], { keep: ['noCustomer'] })).toEqual(
      await importer.preview([shop], { keep: ['noCustomer'] }),
    );
    const read = await allOf(thread.read(sheets, {}));
    expect(read).toEqual(await allOf(importer.read(sheets, {})));
    expect(read.length).toBeGreaterThan(1);
  });

  it('reports progress that does not fall', async () => {
    const fractions: number[] = [];
    await thread.preview([big], { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.length).toBeGreaterThan(3);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  it('says what is wrong with a file', async () => {
    await expect(thread.plan([join(folder, 'nowhere.csv')], {})).rejects.toMatchObject({ code: 'fileMissing' });
    const sheets = await thread.plan([shop], {});
    const gone = { ...sheets[0]!, bytes: 1 };
    await expect(allOf(thread.read([gone], {}))).rejects.toMatchObject({ code: 'fileChanged' });
  });

  it('is a few batches ahead of a slow reader, no more', async () => {
    const sheets = await thread.plan([big], {});
    let last = 0;
    const fractions: number[] = [];
    for await (const batch of thread.read(sheets, { onProgress: (fraction) => fractions.push(fraction) })) {
      last = batch.rowNumbers.at(-1)!;
      await sleep(200);
      if (last > 1000) break;
    }
    expect(Math.max(0, ...fractions)).toBeLessThan(0.2);
  });

  it('hears a cancel within 200 ms, and takes the next call', async () => {
    for (const at of [0, 0.2, 0.5, 0.8]) {
      const controller = new AbortController();
      let since = 0;
      const onProgress = (fraction: number) => {
        if (fraction < at || since > 0) return;
        since = performance.now();
        controller.abort();
      };
      const running = thread.preview([big], { signal: controller.signal, onProgress });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - since).toBeLessThan(200);
    }
    expect(await thread.plan([shop], {})).toHaveLength(1);
  });

  it('stops reading when it is cancelled, or when nobody takes the rows any more', async () => {
    const sheets = await thread.plan([big], {});
    const controller = new AbortController();
    const read = async () => {
      for await (const _ of thread.read(sheets, { signal: controller.signal })) controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    for await (const _ of thread.read(sheets, {})) break;
    await expect(thread.plan([shop], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(await allOf(thread.read(await thread.plan([shop], {}), {}))).not.toEqual([]);
  });

  it('that is closed lets nobody wait', async () => {
    const running = expect(thread.preview([big], {})).rejects.toMatchObject({ code: 'cancelled' });
    await thread.close();
    await running;
  });
});
