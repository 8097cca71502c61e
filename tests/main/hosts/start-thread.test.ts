import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ServiceThread, startThread } from '../../../src/main/hosts/core/start-thread.ts';
import { createBytesSent } from '../../../src/main/workers/bytes-sent.ts';
import { toAppError } from '../../../src/main/workers/wire-error.ts';

let folder: string;
let reader: ServiceThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-thread-'));
  const paths = { userData: folder, documents: folder, temporary: folder, assets: folder };
  const { port1 } = new MessageChannel();
  reader = await startThread('reader', {
    paths,
    followPort: port1,
    computeThreads: 1,
    isInteractive: false,
    sent: createBytesSent(),
  });
});
afterEach(async () => {
  await reader.end();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'it worked',
    (error: unknown) => toAppError(error).code,
  );

it('answers until it ends', async () => {
  await expect(reader.client.project.info()).resolves.toBeNull();
});

it('fails every open and later call as internal once the thread is gone, and leaves nobody waiting', async () => {
  const open = [reader.client.project.info(), reader.client.project.recents()].map(codeOf);
  const asked = reader.ask('column', { of: 'labels', segmentationId: 1 }).then(
    () => 'it worked',
    () => 'failed',
  );
  await reader.end();
  expect(new Set(await Promise.all(open))).toEqual(new Set(['internal']));
  expect(await asked).toBe('failed');
  expect(await codeOf(reader.client.project.info())).toBe('internal');
  await expect(reader.ask('column')).rejects.toThrow('gone');
});
