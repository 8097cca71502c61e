import { parentPort, workerData } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import type { ColumnSpec } from '../../shared/api/routes.ts';
import { createReaderServices } from '../services/create-reader-services.ts';
import { answerAsks, handOver } from './ask.ts';
import { measureBytesSent } from './bytes-sent.ts';
import { createLocalLog } from './local-log.ts';
import { createReaderRouter } from './router.ts';
import type { ThreadData } from './thread-data.ts';

/** Thread entry: answers every question over a read-only connection of its own. */
const { paths, rpcPort, followPort } = workerData as ThreadData;
if (!parentPort) throw new Error('This is a thread entry.');

const bytesSent = measureBytesSent();
const services = createReaderServices({ paths });

answerAsks(followPort, { attach: (path: string | null) => services.attach(path) });
answerAsks(parentPort, {
  column: async (spec: ColumnSpec) => {
    const column = await services.column(spec);
    // A view into something larger must not take the rest along.
    const whole = column.byteLength === column.buffer.byteLength && column.buffer instanceof ArrayBuffer;
    const buffer = (whole ? column.buffer : column.slice().buffer) as ArrayBuffer;
    return handOver(buffer, [buffer]);
  },
  bytesSent,
  dispose: () => services.dispose(),
});
new RPCHandler(createReaderRouter(services, createLocalLog(paths.userData, 'reader'))).upgrade(rpcPort);
rpcPort.start();
parentPort.postMessage('ready');
