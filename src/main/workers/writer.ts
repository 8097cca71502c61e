import { parentPort, workerData } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { createWriterServices } from '../services/create-writer-services.ts';
import { usualWatchTimes } from '../services/recipes/watch-folder.ts';
import { answerAsks, createAsk } from './ask.ts';
import { measureBytesSent } from './bytes-sent.ts';
import { createImportThread } from './import-thread.ts';
import { createLocalLog, surviveBugs } from './local-log.ts';
import { createComputePool } from './pool.ts';
import { createWriterRouter } from './router.ts';
import type { ThreadData } from './thread-data.ts';

/** Thread entry: the only writer of the project; owns the compute pool. */
const { paths, rpcPort, followPort, computeThreads, isInteractive, sent } = workerData as ThreadData;
if (!parentPort) throw new Error('This is a thread entry.');

/** Tasks at once: what people wait for, and one in the background. Each works on all threads. */
const mostLeaders = 2;
/** Whoever opens a project looks at it first: the compute threads start when its screen stands. */
const warmLaterMs = 1_500;

measureBytesSent(sent);
const log = createLocalLog(paths.userData, 'writer');
const compute = createComputePool({ threads: Math.min(mostLeaders, computeThreads), crew: computeThreads, sent });
const importer = createImportThread(sent);
const askReader = createAsk(followPort);
const services = createWriterServices({
  importer,
  compute,
  paths,
  // The command line does what it was asked, and ends.
  ...(isInteractive ? { watch: usualWatchTimes } : {}),
  // Not while a file comes in: then both cores and the memory are its own.
  onData: () => {
    if (isInteractive) compute.warm();
  },
  onOpened: () => {
    if (isInteractive) setTimeout(() => compute.warm(), warmLaterMs).unref();
  },
  reader: { attach: (path) => askReader<void>('attach', path) },
});

answerAsks(parentPort, {
  file: (id: string) => services.file(id),
  dispose: async () => {
    await services.dispose();
    await Promise.all([compute.close(), importer.close()]);
  },
});
new RPCHandler(createWriterRouter(services, log)).upgrade(rpcPort);
rpcPort.start();
parentPort.postMessage('ready');
// Not before: what fails while starting must end the thread, or whoever waits for it would wait for ever.
surviveBugs(log);
