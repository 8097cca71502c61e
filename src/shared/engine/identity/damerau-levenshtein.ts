import type { TextPool } from './text-pool.ts';

const longest = 128;
let before = new Int32Array(longest + 1);
let last = new Int32Array(longest + 1);
let now = new Int32Array(longest + 1);

/**
 * How many letters to insert, leave out, replace or swap with their neighbour to make one word the other, in the
 * restricted sense that no letter is touched twice (Damerau 1964; Boytsov 2011, “optimal string alignment”). Stops
 * counting above `most` and then says `most + 1`; words longer than 128 letters are so far apart unless equal.
 * O(length²).
 */
export const editsAt = ({ text, starts }: TextPool, a: number, b: number, most: number): number => {
  const fromA = starts[a]!;
  const fromB = starts[b]!;
  const lengthA = starts[a + 1]! - fromA;
  const lengthB = starts[b + 1]! - fromB;
  if (a === b) return 0;
  if (Math.abs(lengthA - lengthB) > most || lengthA > longest || lengthB > longest) return most + 1;
  for (let j = 0; j <= lengthB; j += 1) last[j] = j;
  for (let i = 1; i <= lengthA; i += 1) {
    const letter = text[fromA + i - 1]!;
    now[0] = i;
    let least = i;
    for (let j = 1; j <= lengthB; j += 1) {
      const other = text[fromB + j - 1]!;
      let cost = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === text[fromB + j - 2] && text[fromA + i - 2] === other)
        cost = Math.min(cost, before[j - 2]! + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const spare = before;
    before = last;
    last = now;
    now = spare;
  }
  return Math.min(last[lengthB]!, most + 1);
};
