import { viewsOf } from './views.ts';

/**
 * Takes a place to work in that nobody else has, of as many as there are threads; which one makes no difference.
 * @param taken where the places' marks stand in the buffer, i32, 1 for a place that somebody has
 */
export const takeSlot = (buffer: SharedArrayBuffer, taken: number, slots: number): number => {
  const { ints } = viewsOf(buffer);
  let slot = 0;
  while (Atomics.compareExchange(ints, (taken >> 2) + slot, 0, 1) !== 0) slot = (slot + 1) % slots;
  return slot;
};

export const giveBack = (buffer: SharedArrayBuffer, taken: number, slot: number): void => {
  Atomics.store(viewsOf(buffer).ints, (taken >> 2) + slot, 0);
};
