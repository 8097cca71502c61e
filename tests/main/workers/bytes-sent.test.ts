import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBytesSent, isLoopback, readBytesSent } from '../../../src/main/workers/bytes-sent.ts';

/**
 * The internet of this test is loopback: each thread below takes everything for foreign (`nobody`) or measures as the
 * app does (`loopback`).
 */
const inThread = async (own: 'nobody' | 'loopback', code: string): Promise<number> => {
  const sent = createBytesSent();
  const measure = new URL('../../../src/main/workers/bytes-sent.ts', import.meta.url).href;
  const worker = new Worker(
    `const { workerData } = require('node:worker_threads');
     import(${JSON.stringify(measure)}).then(async ({ measureBytesSent, isLoopback }) => {
       measureBytesSent(workerData.sent, ${own === 'nobody' ? '() => false' : 'isLoopback'});
       const { port, tcp } = workerData;
       ${code}
     });`,
    { eval: true, workerData: { sent, port: http.port, tcp: tcp.port } },
  );
  const [exitCode] = (await once(worker, 'exit')) as [number];
  expect(exitCode).toBe(0);
  return readBytesSent(sent);
};

const server = createServer((request, response) => {
  request.resume().on('end', () => response.end('ok'));
});
const raw = createTcpServer((socket) => socket.on('data', () => socket.destroy()).on('error', () => undefined));
let http: AddressInfo;
let tcp: AddressInfo;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await once(raw.listen(0, '127.0.0.1'), 'listening');
  http = server.address() as AddressInfo;
  tcp = raw.address() as AddressInfo;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  raw.close();
});

const posting =
  "const answer = await fetch('http://127.0.0.1:' + port, { method: 'POST', body: 'x'.repeat(5000), headers: { connection: 'close' } }); await answer.text();";

describe('bytes sent to the internet', () => {
  it('counts a fetch, body and headers', async () => {
    const bytes = await inThread('nobody', posting);
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThan(6000);
  });

  it('counts what a TLS connection sends', async () => {
    const code =
      "await new Promise((end) => require('node:tls').connect(tcp, '127.0.0.1').on('error', end).on('close', end));";
    expect(await inThread('nobody', code)).toBeGreaterThan(100);
  });

  it('counts datagrams, in every way they can be sent', async () => {
    const receiver = createSocket('udp4').bind(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address();
    const bytes = await inThread(
      'nobody',
      `const socket = require('node:dgram').createSocket('udp4');
       const send = (...given) => new Promise((sent) => socket.send(...given, sent));
       await send(Buffer.alloc(100), ${port}, '127.0.0.1');
       await send(Buffer.alloc(100), 10, 20, ${port}, '127.0.0.1');
       await send(['ab', 'c'], ${port}, '127.0.0.1');
       await new Promise((done) => socket.connect(${port}, '127.0.0.1', done));
       await send('four');
       socket.close();`,
    );
    receiver.close();
    expect(bytes).toBe(100 + 20 + 3 + 4);
  });

  it('does not count loopback', async () => {
    expect(await inThread('loopback', posting)).toBe(0);
  });

  it('knows loopback from the rest', () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', 'localhost', undefined])
      expect(isLoopback(address), String(address)).toBe(true);
    for (const address of ['192.0.2.1', '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', 'example.com', '127.example.com'])
      expect(isLoopback(address), address).toBe(false);
  });
});
