import type { Progress } from '../progress.ts';

/** The WebAssembly modules, each built from the file of that name in `assembly/`. */
export const kernelNames = [
  'prototypes',
  'spanning',
  'medoids',
  'kmeans',
  'kmeans-points',
  'kmeans-grid',
  'kmeans-grid-intake',
  'density',
  'map',
  'mixture',
  'neighbours',
  'branches',
  'linkage',
  'links',
  'pca',
  'single',
  'silhouette',
  'ward',
  'ward-boxes',
] as const;
export type KernelName = (typeof kernelNames)[number];

/** Shared memory in which kernels of several threads work. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
}

/** What a kernel module exports; pointers are byte offsets into its memory. */
export type Kernels = Readonly<Record<string, (...numbers: number[]) => number>>;

/** Copies bytes from one shared buffer into another, fast: typed arrays copy shared memory word by word. */
export type CopyBytes = (
  target: SharedArrayBuffer,
  at: number,
  source: SharedArrayBuffer,
  from: number,
  to: number,
) => void;

/** What a crew job sees. */
export interface JobPlace {
  readonly memory: KernelMemory;
  /** As handed to `run`. */
  readonly numbers: Float64Array;
  /** As handed to `run`: what a job reads besides its memory, such as a matrix. */
  readonly shared: SharedArrayBuffer | null;
  kernels(name: KernelName): Kernels;
  readonly copy: CopyBytes;
  /** True once somebody asked to stop; a job that takes more than some 20 ms looks at it in between. */
  cancelled(): boolean;
}

/** A piece of work that any thread of the crew can do: piece `index` of a job, told by numbers and memory alone. */
export type CrewJob = (index: number, place: JobPlace) => void;

/**
 * What the host has for computing: WebAssembly with SIMD over shared memory, and a crew of threads. The engine knows
 * neither Node nor a browser; the thread that runs it hands this in.
 */
export interface Machine {
  /** Threads that work on one task, this one included. */
  readonly threads: number;
  /** At least that many bytes with whatever they hold; null where so much cannot be had. Give it back by `release`. */
  memory(bytes: number): KernelMemory | null;
  /** Its bytes may be used by others from now on. */
  release(memory: KernelMemory): void;
  /** This thread's instance of a module over that memory. */
  kernels(name: KernelName, memory: KernelMemory): Kernels;
  readonly copy: CopyBytes;
  /**
   * Runs pieces 0 to count − 1 of a job, each once, on whichever thread is free, and waits for all. What a piece does
   * must not depend on who runs it or when, so that any number of threads gives the same bytes.
   * @param numbers at most 64
   * @param shared what the pieces read besides that memory, for this run only
   * @throws AppError `cancelled`
   */
  run(
    job: string,
    memory: KernelMemory,
    count: number,
    numbers: readonly number[],
    progress: Progress,
    shared?: SharedArrayBuffer,
  ): void;
}

let machine: Machine | null = null;

/** The machine of this thread; null where there is none, and then everything is computed in TypeScript. */
export const machineInUse = (): Machine | null => machine;

/** Told once by a thread's entry, and by tests to look at both ways. Returns the one before. */
export const workOn = (next: Machine | null): Machine | null => {
  const before = machine;
  machine = next;
  return before;
};
