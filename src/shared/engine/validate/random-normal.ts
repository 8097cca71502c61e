import type { Random } from '../random.ts';

/** A stream of standard normal numbers from a uniform one (Box & Muller 1958). */
export const createNormal = (random: Random): Random => {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
};

/** One standard normal number from two uniform ones, the second that they could give left out: nothing is kept between. */
export const normalOf = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
