import type { SetAsideReason } from '../../shared/model/source.ts';
import type { PlannedSheet, PlanOptions } from '../import/types.ts';
import type { WireError } from './wire-error.ts';

/** What the import thread is started with. */
export interface ImportStart {
  /** The process's count of bytes sent (see bytes-sent.ts). */
  readonly sent: SharedArrayBuffer | null;
}

type Mapping = PlanOptions['mapping'];
type IsBeside = PlanOptions['isBeside'];

/** One call at a time; `cancel` and `more` are about the call of that id. */
export type ImportQuestion =
  | { readonly id: number; readonly look: readonly string[]; readonly wholeBytes: number | undefined }
  | { readonly id: number; readonly plan: readonly string[]; readonly mapping: Mapping; readonly isBeside: IsBeside }
  | {
      readonly id: number;
      readonly preview: readonly string[];
      readonly mapping: Mapping;
      readonly isBeside: IsBeside;
      readonly keep: readonly SetAsideReason[] | undefined;
    }
  | { readonly id: number; readonly read: readonly PlannedSheet[] }
  | { readonly id: number; readonly cancel: true }
  /** A batch was taken: one more may be sent. */
  | { readonly id: number; readonly more: true };

export interface ImportAnswer {
  readonly id: number;
  readonly fraction?: number;
  readonly batch?: unknown;
  /** The call's result; of a reading, that its end was reached. */
  readonly result?: unknown;
  readonly error?: WireError;
}

/** Batches that may be on their way: enough that neither thread waits for the other, few enough to take little memory. */
export const batchesAhead = 3;
