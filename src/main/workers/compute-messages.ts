import type { WireError } from './wire-error.ts';

/** What a compute thread is started with: one Int32 that says 1 once its task is cancelled. */
export interface ComputeStart {
  readonly cancelFlag: SharedArrayBuffer;
}

export interface ComputeQuestion {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export interface ComputeAnswer {
  readonly id: number;
  readonly ready?: true;
  readonly fraction?: number;
  readonly result?: unknown;
  readonly error?: WireError;
}
