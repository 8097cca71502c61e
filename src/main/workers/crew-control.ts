import type { MessagePort } from 'node:worker_threads';

export const mostCrew = 56;

/** Places in the Int32 control block that a leader shares with its crew. */
export const at = {
  /** Rises with every run; what the crew waits for. */
  generation: 0,
  /** Next piece that nobody has taken. */
  next: 1,
  count: 2,
  /** Index into the names of the crew's jobs. */
  job: 4,
  /** Which memory; 0 tells everybody to let go of all, `noBuffers` of what was handed over beside it. */
  memory: 5,
  /** 1 once a piece failed; whoever sees it takes no more. */
  failed: 6,
  /** Which buffer beside the memory; 0 where there is none. */
  shared: 7,
  /** The first generation that crew thread i takes part in stands at `joined + i`; 0 while it is not up, −1 once it is. */
  joined: 8,
  /** The last generation that crew thread i is done with stands at `done + i`; what the leader waits for. */
  done: 8 + mostCrew,
  /** No place: a value of `memory`. */
  noBuffers: -1,
} as const;

const integers = at.done + mostCrew;
export const mostNumbers = 64;

/** The block as the two views of it. */
export const controlViews = (block: SharedArrayBuffer) => ({
  control: new Int32Array(block, 0, integers),
  numbers: new Float64Array(block, integers * 4, mostNumbers),
});
export type ControlViews = ReturnType<typeof controlViews>;

export const createControlBlock = (): SharedArrayBuffer => new SharedArrayBuffer(integers * 4 + mostNumbers * 8);

/**
 * Waits until the value at a place is no longer `value`, or for that many milliseconds: first awake, for a wake-up takes
 * longer than most pieces.
 */
export const waitWhile = (control: Int32Array, place: number, value: number, atMostMs?: number): void => {
  for (let look = 0; look < 2000; look += 1) if (Atomics.load(control, place) !== value) return;
  while (Atomics.load(control, place) === value)
    if (Atomics.wait(control, place, value, atMostMs) === 'timed-out') return;
};

/** What a crew thread is started with. */
export interface CrewStart {
  readonly block: SharedArrayBuffer;
  /** Which of the crew it is, from 0. */
  readonly member: number;
  readonly modules: Readonly<Record<string, WebAssembly.Module>>;
  /** One Int32 that says 1 once the running task is cancelled. */
  readonly cancelFlag: SharedArrayBuffer;
  /** Memories and shared buffers come in here with their ids, before the run that needs them. */
  readonly port: MessagePort;
  /** The process's count of bytes sent (see bytes-sent.ts). */
  readonly sent: SharedArrayBuffer | null;
}

export type CrewMemory =
  | { readonly id: number; readonly memory: WebAssembly.Memory }
  | { readonly id: number; readonly shared: SharedArrayBuffer }
  /** Nothing: the leader only looks whether somebody is there to receive it. */
  | { readonly id: 0 };
