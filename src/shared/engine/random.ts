/** A seeded stream of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * mulberry32 (T. Ettinger, public domain): 32-bit state, full period 2³², the same numbers on every machine.
 * Good for starts and samples; not for secrets.
 */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
