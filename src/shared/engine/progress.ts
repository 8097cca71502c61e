import { AppError } from '../errors.ts';

/** How an engine function reports and hears of a cancel. Handed in by the thread that runs it. */
export interface Progress {
  /** 0 to 1 of this task; never falls. */
  report(fraction: number): void;
  /** True once somebody asked to stop; polled at least every few milliseconds of work. */
  cancelled(): boolean;
}

export const silent: Progress = { report: () => {}, cancelled: () => false };

export const throwIfCancelled = (progress: Progress): void => {
  if (progress.cancelled()) throw new AppError('cancelled');
};

/** Rows gone through between two looks whether somebody asked to stop: a few milliseconds. */
const rowsBetweenLooks = 1 << 15;

/** For long loops over rows: looks now and then, at next to no cost. */
export const throwIfCancelledAt = (row: number, progress: Progress): void => {
  if ((row & (rowsBetweenLooks - 1)) === 0) throwIfCancelled(progress);
};

/** The part [from, to] of a larger task. */
export const part = (progress: Progress, from: number, to: number): Progress => ({
  report: (fraction) => progress.report(from + fraction * (to - from)),
  cancelled: () => progress.cancelled(),
});
