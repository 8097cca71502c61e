/** Takes a place to work in that nobody else has, of as many as there are threads; which one makes no difference. */
export const takeSlot = (taken: Int32Array): number => {
  let slot = 0;
  while (Atomics.compareExchange(taken, slot, 0, 1) !== 0) slot = (slot + 1) % taken.length;
  return slot;
};

export const giveBack = (taken: Int32Array, slot: number): void => {
  Atomics.store(taken, slot, 0);
};
