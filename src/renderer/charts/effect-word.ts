import { word } from './words.ts';

/** A difference from everybody in standard deviations, in words. */
export const effectWord = (effect: number): string => {
  const size = Math.abs(effect);
  if (size < 0.3) return word('level.same');
  if (effect < 0) return word(size < 1 ? 'level.lower' : 'level.muchLower');
  return word(size < 1 ? 'level.higher' : 'level.muchHigher');
};
