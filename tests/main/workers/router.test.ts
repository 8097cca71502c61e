import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContractClient } from '../../../src/main/hosts/core/start-core.ts';
import { createReaderServices } from '../../../src/main/services/create-reader-services.ts';
import type { ReaderServices } from '../../../src/main/services/services.ts';
import { createLocalLog } from '../../../src/main/workers/local-log.ts';
import { createReaderRouter } from '../../../src/main/workers/router.ts';
import { toAppError } from '../../../src/main/workers/wire-error.ts';
import type { AppError } from '../../../src/shared/errors.ts';

let folder: string;
let port: MessagePort;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-router-'));
});
afterEach(() => {
  port.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The reader's real services with bugs planted in some, over a real port. */
const connect = (planted: Partial<ReaderServices>): ContractClient => {
  const paths = { userData: folder, documents: folder, temporary: folder, assets: folder };
  const services = { ...createReaderServices({ paths }), ...planted };
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(createReaderRouter(services, createLocalLog(folder, 'reader'))).upgrade(port1);
  port1.start();
  const client: ContractClient = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  port = port1;
  return client;
};

const codeOf = async (call: Promise<unknown>): Promise<AppError> => {
  try {
    await call;
  } catch (error) {
    return toAppError(error);
  }
  throw new Error('It was expected to fail.');
};

describe('a service with a bug', () => {
  it('is reported as internal, with its stack in the local log only', async () => {
    const client = connect({
      journal: {
        list: async () => {
          throw new TypeError('customer Jane Doe is undefined');
        },
      },
    });
    const error = await codeOf(client.journal.list());
    expect(error).toMatchObject({ code: 'internal' });
    const { reference } = error.details;
    expect(JSON.stringify(error)).not.toContain('Jane');
    const log = readFileSync(join(folder, 'tessera.log'), 'utf8');
    expect(log).toContain(`${reference} journal.list`);
    expect(log).toContain('TypeError: customer Jane Doe is undefined');
    expect(log).toContain('router.test.ts');
  });

  it('cannot end its thread with a result that does not cross, or is not what the contract says', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const wrong = [() => 1, circle, [() => 1], [circle], 'text', Symbol('no'), 10n];
    let next = 0;
    const client = connect({ journal: { list: async () => wrong[next++] as never } });
    for (let i = 0; i < wrong.length; i++)
      expect(await codeOf(client.journal.list()), String(i)).toMatchObject({ code: 'internal' });
    await expect(client.project.info()).resolves.toBeNull();
  });

  it('does not answer for the writer', async () => {
    const client = connect({});
    expect(await codeOf(client.project.create({ name: 'Shop' }))).toMatchObject({ code: 'unknownMethod' });
    expect(await codeOf(client.source.list())).toMatchObject({ code: 'noProject' });
  });
});
