import { editsAt } from './damerau-levenshtein.ts';
import type { PreparedRecords } from './prepared-records.ts';

const isTurned = (a: string, b: string): boolean =>
  a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6);

/**
 * The level of two records' birth dates: the same, one digit off, two swapped or day and month turned round, different;
 * −1 where either has none. O(1).
 */
export const compareBirthDate = ({ birthDate }: PreparedRecords, a: number, b: number): number => {
  const codeA = birthDate.codes[a]!;
  const codeB = birthDate.codes[b]!;
  if (codeA < 0 || codeB < 0) return -1;
  if (codeA === codeB) return 0;
  if (editsAt(birthDate, codeA, codeB, 1) <= 1) return 1;
  return isTurned(birthDate.values[codeA]!, birthDate.values[codeB]!) ? 1 : 2;
};
