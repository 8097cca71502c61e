import type { TextPool } from './text-pool.ts';

const longest = 128;
const takenA = new Uint8Array(longest);
const takenB = new Uint8Array(longest);

/**
 * How alike two words are, 0 to 1: Jaro's measure (Jaro 1989, JASA 84, 414) and what Winkler adds for equal beginnings of
 * up to four letters, 0.1 each, to values above 0.7 (Winkler 1990, Proc. Section on Survey Research Methods, 354). Words
 * are given by their places in a pool; letters from the 128th on are not looked at. O(length × window).
 */
export const jaroWinklerAt = ({ text, starts }: TextPool, a: number, b: number): number => {
  const fromA = starts[a]!;
  const fromB = starts[b]!;
  const lengthA = Math.min(longest, starts[a + 1]! - fromA);
  const lengthB = Math.min(longest, starts[b + 1]! - fromB);
  if (lengthA === 0 || lengthB === 0) return lengthA === lengthB ? 1 : 0;
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  for (let i = 0; i < lengthA; i += 1) takenA[i] = 0;
  for (let j = 0; j < lengthB; j += 1) takenB[j] = 0;
  let common = 0;
  for (let i = 0; i < lengthA; i += 1) {
    const letter = text[fromA + i]!;
    const to = Math.min(lengthB, i + window + 1);
    for (let j = Math.max(0, i - window); j < to; j += 1) {
      if (takenB[j] === 1 || text[fromB + j] !== letter) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      common += 1;
      break;
    }
  }
  if (common === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < lengthA; i += 1) {
    if (takenA[i] === 0) continue;
    while (takenB[j] === 0) j += 1;
    if (text[fromA + i] !== text[fromB + j]) moved += 1;
    j += 1;
  }
  const jaro = (common / lengthA + common / lengthB + (common - (moved >> 1)) / common) / 3;
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && text[fromA + prefix] === text[fromB + prefix])
    prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
};
