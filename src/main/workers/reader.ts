import { parentPort, workerData } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import type { ColumnSpec } from '../../shared/api/routes.ts';
import { createReaderServices } from '../services/create-reader-services.ts';
import { answerAsks, handOver } from './ask.ts';
import { measureBytesSent } from './bytes-sent.ts';
import { createLocalLog, surviveBugs } from './local-log.ts';
import { createReaderRouter } from './router.ts';
import type { ThreadData } from './thread-data.ts';

/** Thread entry: answers every question over a read-only connection of its own. */
const { paths, rpcPort, followPort, sent } = workerData as ThreadData;
if (!parentPort) throw new Error('This is a thread entry.');

measureBytesSent(sent);
const log = createLocalLog(paths.userData, 'reader');
const services = createReaderServices({ paths });

answerAsks(followPort, { attach: (path: string | null) => services.attach(path) });
answerAsks(parentPort, {
  column: async (spec: ColumnSpec) => {
    const column = await services.column(spec);
    // A copy is handed over: the services may keep what they gave, or gave a view into something larger.
    const buffer = column.slice().buffer as ArrayBuffer;
    return handOver(buffer, [buffer]);
  },
  dispose: () => services.dispose(),
});
new RPCHandler(createReaderRouter(services, log)).upgrade(rpcPort);
rpcPort.start();
parentPort.postMessage('ready');
// Not before: what fails while starting must end the thread, or whoever waits for it would wait for ever.
surviveBugs(log);
