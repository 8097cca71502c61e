import type { KernelModules } from './kernel-modules.ts';
import type { WireError } from './wire-error.ts';

/** What a compute thread is started with. */
export interface ComputeStart {
  /** One Int32 that says 1 once the running task is cancelled. */
  readonly cancelFlag: SharedArrayBuffer;
  /** The process's count of bytes sent (see bytes-sent.ts). */
  readonly sent: SharedArrayBuffer | null;
  /** null where the engine is to compute in TypeScript. */
  readonly modules: KernelModules | null;
  /** Threads that may work on one task together. */
  readonly crew: number;
}

export interface ComputeQuestion {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** About the task of that id, except `ready`, which is the thread's first word. */
export interface ComputeAnswer {
  readonly id: number;
  readonly ready?: true;
  readonly fraction?: number;
  readonly result?: unknown;
  readonly error?: WireError;
}
