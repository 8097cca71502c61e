import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { crewJobs } from '../../shared/engine/kernels/jobs.ts';
import { measureBytesSent } from './bytes-sent.ts';
import { collectGarbage } from './collect-garbage.ts';
import { at, type CrewMemory, type CrewStart, controlViews, waitWhile } from './crew-control.ts';
import { createInstances } from './kernel-modules.ts';
import { takePieces } from './take-pieces.ts';

/** Thread entry: one of the crew that works on a leader's tasks. It lives as long as the leader's thread. */
const { block, member, modules, cancelFlag, port, sent } = workerData as CrewStart;
if (sent) measureBytesSent(sent);
const views = controlViews(block);
const { control } = views;
const flag = new Int32Array(cancelFlag);
const instances = createInstances(modules);
let memories = new Map<number, WebAssembly.Memory>();
const buffers = new Map<number, SharedArrayBuffer>();
/** Bytes of buffers that were let go of since garbage was last collected: nothing else makes that happen here. */
let bytesLeft = 0;
const mostBytesLeft = 64 * 1_048_576;

const letGoOfBuffers = (): void => {
  for (const { byteLength } of buffers.values()) bytesLeft += byteLength;
  buffers.clear();
  if (bytesLeft < mostBytesLeft) return;
  collectGarbage();
  bytesLeft = 0;
};

const receivedIn = <Kind>(known: ReadonlyMap<number, Kind>, id: number): Kind => {
  for (let one = known.get(id); ; one = known.get(id)) {
    if (one) return one;
    const received = receiveMessageOnPort(port) as { message: CrewMemory } | undefined;
    if (!received) throw new Error(`Memory ${id} was never sent.`);
    const { message } = received;
    if ('memory' in message) memories.set(message.id, message.memory);
    else if ('shared' in message) {
      // One at a time: the matrix of the task at hand.
      letGoOfBuffers();
      buffers.set(message.id, message.shared);
    }
  }
};

const work = (): void => {
  const id = Atomics.load(control, at.memory);
  if (id === 0) {
    memories = new Map();
    buffers.clear();
    instances.forget();
    collectGarbage();
    bytesLeft = 0;
    return;
  }
  if (id === at.noBuffers) {
    letGoOfBuffers();
    return;
  }
  const job = Object.values(crewJobs)[Atomics.load(control, at.job)]!;
  const sharedId = Atomics.load(control, at.shared);
  const shared = sharedId === 0 ? null : receivedIn(buffers, sharedId);
  takePieces(views, job, receivedIn(memories, id), instances, () => Atomics.load(flag, 0) === 1, shared);
};

let seen = Atomics.load(control, at.generation);
Atomics.store(control, at.joined + member, -1);
for (;;) {
  waitWhile(control, at.generation, seen);
  seen = Atomics.load(control, at.generation);
  const joined = Atomics.load(control, at.joined + member);
  if (joined <= 0 || seen < joined) continue;
  try {
    work();
  } catch {
    Atomics.store(control, at.failed, 1);
  }
  Atomics.store(control, at.done + member, seen);
  Atomics.notify(control, at.done + member);
}
