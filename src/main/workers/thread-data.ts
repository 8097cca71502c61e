import type { MessagePort } from 'node:worker_threads';
import type { ServicePaths } from '../services/services.ts';

/** What the writer and the reader thread are started with. */
export interface ThreadData {
  readonly paths: ServicePaths;
  /** The contract's calls come in here. */
  readonly rpcPort: MessagePort;
  /** Between writer and reader: which project is open. */
  readonly followPort: MessagePort;
  readonly computeThreads: number;
  /** Somebody sits before it: compute threads are started before they are asked for anything. */
  readonly isInteractive: boolean;
  /** The process's count of bytes sent. */
  readonly sent: SharedArrayBuffer;
}
