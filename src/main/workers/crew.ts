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

const memoryById = (id: number): WebAssembly.Memory => {
  for (let known = memories.get(id); ; known = memories.get(id)) {
    if (known) return known;
    const received = receiveMessageOnPort(port) as { message: CrewMemory } | undefined;
    if (!received) throw new Error(`Memory ${id} was never sent.`);
    memories.set(received.message.id, received.message.memory);
  }
};

const work = (): void => {
  const id = Atomics.load(control, at.memory);
  if (id === 0) {
    memories = new Map();
    instances.forget();
    collectGarbage();
    return;
  }
  const job = Object.values(crewJobs)[Atomics.load(control, at.job)]!;
  takePieces(views, job, memoryById(id), instances, () => Atomics.load(flag, 0) === 1);
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
  Atomics.sub(control, at.working, 1);
  Atomics.notify(control, at.working);
}
