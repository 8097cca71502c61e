import { editsAt } from './damerau-levenshtein.ts';
import type { PreparedRecords } from './prepared-records.ts';

/**
 * The level of two records' phone numbers: the same, the same last seven digits, one slip (Damerau-Levenshtein),
 * different; −1 where either has none. O(digits²).
 */
export const comparePhone = ({ phone, phoneEnding }: PreparedRecords, a: number, b: number): number => {
  const phoneA = phone.codes[a]!;
  const phoneB = phone.codes[b]!;
  if (phoneA < 0 || phoneB < 0) return -1;
  if (phoneA === phoneB) return 0;
  if (phoneEnding.codes[a] === phoneEnding.codes[b]) return 1;
  return editsAt(phone, phoneA, phoneB, 1) <= 1 ? 2 : 3;
};
