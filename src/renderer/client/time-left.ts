import { useRef } from 'react';
import { useJobs } from './jobs.ts';

/** So much must be done before a guess is worth anything. */
const leastFraction = 0.05;
const leastMs = 1_500;

/** Seconds that are left of a job, by how fast it went so far; null while that says nothing. */
export const secondsLeft = (fraction: number, elapsedMs: number): number | null =>
  fraction < leastFraction || elapsedMs < leastMs || fraction >= 1
    ? null
    : ((elapsedMs / fraction) * (1 - fraction)) / 1000;

/** The guess that is shown goes so fast towards a new one: half of the way in three seconds. */
const easeMs = 4_300;

/**
 * A guess for one job that is told again and again: it counts down by itself and goes over to what is newly known a little
 * at a time, so that it never jumps about where stages go at different speeds.
 * @returns of how far the job is at a time in milliseconds, the seconds that are left; null while nothing can be said
 */
export const createTimeLeft = (beganAt: number): ((fraction: number, at: number) => number | null) => {
  let shown: { readonly seconds: number; readonly at: number } | null = null;
  return (fraction, at) => {
    const guess = secondsLeft(fraction, at - beganAt);
    if (guess === null) return null;
    if (shown === null) shown = { seconds: guess, at };
    const passed = Math.max(0, at - shown.at);
    const counted = Math.max(0, shown.seconds - passed / 1000);
    shown = { seconds: counted + (guess - counted) * (1 - Math.exp(-passed / easeMs)), at };
    return shown.seconds;
  };
};

/** The same of the job under way. */
export const useTimeLeft = (): number | null => {
  const running = useJobs((jobs) => jobs.running);
  const guess = useRef<{ readonly cancel: unknown; readonly of: ReturnType<typeof createTimeLeft> } | null>(null);
  if (running === null) {
    guess.current = null;
    return null;
  }
  const now = performance.now();
  if (guess.current?.cancel !== running.cancel) guess.current = { cancel: running.cancel, of: createTimeLeft(now) };
  return guess.current.of(running.fraction, now);
};
