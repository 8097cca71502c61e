import type { JobEvent } from '../model/job.ts';

/** What a job of the contract answers with: its progress, then its result. */
export type JobStream = AsyncIterator<JobEvent, unknown>;

/** The result of a job: what its stream returns at the end. Asking for an `AsyncIterator`'s result would infer `any`. */
export type ResultOf<Stream> = Stream extends { next(): Promise<infer Step> }
  ? Extract<Step, { readonly done: true }> extends { readonly value: infer Result }
    ? Result
    : never
  : never;
