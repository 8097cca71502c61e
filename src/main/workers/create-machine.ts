import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { crewJobs } from '../../shared/engine/kernels/jobs.ts';
import type { KernelMemory, Machine } from '../../shared/engine/kernels/machine.ts';
import { throwIfCancelled } from '../../shared/engine/progress.ts';
import { collectGarbage } from './collect-garbage.ts';
import { copyBytes } from './copy-bytes.ts';
import {
  at,
  type CrewMemory,
  type CrewStart,
  controlViews,
  createControlBlock,
  mostCrew,
  mostNumbers,
  waitWhile,
} from './crew-control.ts';
import { createInstances, type KernelModules, memoryOf } from './kernel-modules.ts';
import { takePieces } from './take-pieces.ts';
import { threadEntry } from './thread-entry.ts';

const page = 65_536;
/** Where shared memory with 32-bit pointers ends. */
const mostPages = 65_536;
/** A memory up to this size is kept for the next task: asking the system for pages takes longer than many a task. */
const keptBytes = 64 * 1_048_576;
/** One up to that size is kept for a moment only: a large task is often followed by another one over the same data. */
const lingeringBytes = 512 * 1_048_576;
const lingeringMs = 2000;
/** How long to wait for a crew thread before looking whether it is there still. */
const lookMs = 200;

interface CrewThread {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** Whether its port says that it takes messages, as Node's do. */
  readonly tells: boolean;
}

const takesMessages = (port: MessagePort): boolean => {
  const nothing: CrewMemory = { id: 0 };
  // Node's types know nothing of the answer.
  return (port.postMessage(nothing) as unknown) === true;
};

export interface CreatedMachine extends Machine {
  /** Lets the system have what no task needs any more; between two tasks. */
  tidy(): void;
  end(): Promise<void>;
}

export interface MachineOptions {
  readonly modules: KernelModules;
  /** This thread included. */
  readonly threads: number;
  /** One Int32 that says 1 once the running task is cancelled. */
  readonly cancelFlag: SharedArrayBuffer;
  readonly sent: SharedArrayBuffer | null;
}

/**
 * This thread as a leader: memory, kernels, and a crew of `threads − 1` threads, which start with the first run and
 * take part as soon as they are up.
 */
export const createMachine = ({ modules, threads, cancelFlag, sent }: MachineOptions): CreatedMachine => {
  const instances = createInstances(modules);
  const jobNames = Object.keys(crewJobs);
  const block = createControlBlock();
  const views = controlViews(block);
  const { control, numbers } = views;
  const crew: CrewThread[] = [];
  /** Who of the crew takes part in the run at hand. */
  let working: number[] = [];
  const readDone = (member: number): number => Atomics.load(control, at.done + member);
  const size = Math.min(threads - 1, mostCrew);
  let kept: WebAssembly.Memory | null = null;
  let lingering: NodeJS.Timeout | null = null;
  let ids = new Map<WebAssembly.Memory, number>();
  let lastId = 0;
  /** A large memory was let go of by everybody else, but stands in a frame of this thread still. */
  let untidy = false;
  /** What the crew was handed beside the memory. */
  let handed: { readonly shared: SharedArrayBuffer; readonly id: number } | null = null;

  const startCrew = (): void => {
    while (crew.length < size) {
      const { port1, port2 } = new MessageChannel();
      const start: CrewStart = { block, member: crew.length, modules, cancelFlag, port: port2, sent };
      const worker = new Worker(threadEntry('crew'), {
        workerData: start,
        transferList: [port2],
        name: 'tessera-crew',
      });
      // Without its crew a leader works alone: a thread that could not start never joins.
      worker.on('error', () => {});
      worker.unref();
      port1.unref();
      crew.push({ worker, port: port1, tells: takesMessages(port1) });
    }
  };
  const idOf = (memory: WebAssembly.Memory): number => {
    const known = ids.get(memory);
    if (known !== undefined) return known;
    lastId += 1;
    ids.set(memory, lastId);
    for (const { port } of crew) port.postMessage({ id: lastId, memory } satisfies CrewMemory);
    return lastId;
  };
  /** The crew is handed a buffer once for all runs that read it, one after another, and keeps it until the task is over. */
  const idOfShared = (shared: SharedArrayBuffer | undefined): number => {
    if (shared === undefined) return 0;
    if (handed?.shared === shared) return handed.id;
    lastId += 1;
    handed = { shared, id: lastId };
    for (const { port } of crew) port.postMessage({ id: lastId, shared } satisfies CrewMemory);
    return lastId;
  };
  /** Begins a run with those of the crew that are up. */
  const begin = (): void => {
    const generation = Atomics.load(control, at.generation) + 1;
    working = [];
    for (let member = 0; member < crew.length; member += 1) {
      if (Atomics.load(control, at.joined + member) === 0) continue;
      if (Atomics.load(control, at.joined + member) === -1) Atomics.store(control, at.joined + member, generation);
      working.push(member);
    }
    Atomics.store(control, at.generation, generation);
    Atomics.notify(control, at.generation);
  };
  /**
   * Whether a crew thread is no more. None ends by itself, for it catches whatever a piece throws; but the system may
   * refuse it memory. A leader that waits hears no event, while its port to a thread that is gone takes no message.
   */
  const isGone = ({ port, tells }: CrewThread): boolean => tells && !takesMessages(port);
  /** Waits for all that take part in the run; false where one of them is gone, which takes part in no more. */
  const finish = (): boolean => {
    const generation = Atomics.load(control, at.generation);
    let isWhole = true;
    for (const member of working)
      for (let done = readDone(member); done !== generation; done = readDone(member)) {
        waitWhile(control, at.done + member, done, lookMs);
        if (readDone(member) !== done || !isGone(crew[member]!)) continue;
        // Its last word may have come in between.
        if (readDone(member) === generation) break;
        Atomics.store(control, at.failed, 1);
        Atomics.store(control, at.joined + member, 0);
        isWhole = false;
        break;
      }
    return isWhole;
  };
  const letGo = (): void => {
    ids = new Map();
    handed = null;
    instances.forget();
    Atomics.store(control, at.memory, 0);
    begin();
    finish();
    untidy = true;
  };
  const collect = (): void => {
    if (untidy) collectGarbage();
    untidy = false;
  };
  const tidy = (): void => {
    if (handed !== null) {
      handed = null;
      Atomics.store(control, at.memory, at.noBuffers);
      begin();
      finish();
    }
    collect();
  };

  const forgetKept = (): void => {
    kept = null;
    letGo();
    tidy();
  };

  return {
    threads: size + 1,
    tidy,
    memory: (bytes) => {
      collect();
      const pages = Math.ceil(bytes / page);
      if (pages > mostPages) return null;
      const before = kept;
      kept = null;
      if (lingering) clearTimeout(lingering);
      if (before !== null) {
        const missing = pages - before.buffer.byteLength / page;
        if (missing <= 0) return before as unknown as KernelMemory;
        letGo();
      }
      // A small task leaves one behind that serves most of the larger ones too: what nobody touches takes no memory.
      const initial = Math.max(pages, keptBytes / page);
      try {
        return new WebAssembly.Memory({ initial, maximum: initial, shared: true }) as unknown as KernelMemory;
      } catch {
        return null;
      }
    },
    release: (handle) => {
      const memory = memoryOf(handle);
      const { byteLength } = memory.buffer;
      if (kept !== null || byteLength > lingeringBytes) {
        letGo();
        return;
      }
      kept = memory;
      if (byteLength > keptBytes) lingering = setTimeout(forgetKept, lingeringMs).unref();
    },
    copy: copyBytes,
    kernels: (name, memory) => instances.of(name, memoryOf(memory)),
    run: (name, handle, count, given, progress, shared) => {
      if (given.length > mostNumbers) throw new RangeError(`${name} was given ${given.length} numbers.`);
      const job = jobNames.indexOf(name);
      if (job < 0) throw new RangeError(`There is no crew job ${name}.`);
      throwIfCancelled(progress);
      startCrew();
      const memory = memoryOf(handle);
      Atomics.store(control, at.memory, idOf(memory));
      Atomics.store(control, at.shared, idOfShared(shared));
      Atomics.store(control, at.job, job);
      Atomics.store(control, at.count, count);
      Atomics.store(control, at.next, 0);
      Atomics.store(control, at.failed, 0);
      numbers.set(given);
      begin();
      let isWhole = true;
      try {
        const job = crewJobs[name as keyof typeof crewJobs];
        takePieces(views, job, memory, instances, () => progress.cancelled(), shared ?? null);
      } catch (error) {
        Atomics.store(control, at.failed, 1);
        throw error;
      } finally {
        isWhole = finish();
      }
      throwIfCancelled(progress);
      if (!isWhole) throw new Error(`A thread of the crew ended in the middle of ${name}.`);
      if (Atomics.load(control, at.failed) === 1) throw new Error(`A piece of ${name} failed in the crew.`);
    },
    end: async () => {
      await Promise.all(crew.map(({ worker }) => worker.terminate()));
    },
  };
};
