import { editsBetween } from '../text/edit-distance.ts';
import type { TextPool } from './text-pool.ts';

const longest = 128;

/**
 * The edits between two words of a pool (`editsBetween`): above `most` it says `most + 1`, and words longer than 128
 * letters are so far apart unless equal. O(length²).
 */
export const editsAt = ({ text, starts }: TextPool, a: number, b: number, most: number): number => {
  if (a === b) return 0;
  const fromA = starts[a]!;
  const fromB = starts[b]!;
  const lengthA = starts[a + 1]! - fromA;
  const lengthB = starts[b + 1]! - fromB;
  if (lengthA > longest || lengthB > longest) return most + 1;
  return editsBetween(text, fromA, lengthA, text, fromB, lengthB, most);
};
