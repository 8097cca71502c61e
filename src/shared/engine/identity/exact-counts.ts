import type { PreparedRecords } from './prepared-records.ts';

export interface ExactCount {
  /** Pairs of records that both have the field. */
  readonly comparable: number;
  /** Those of them that agree exactly. */
  readonly equal: number;
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;
const equalPairs = (counts: Int32Array): number => counts.reduce((sum, n) => sum + pairsOf(n), 0);

const filled = (count: number, ...columns: readonly Int32Array[]): number => {
  let records = 0;
  for (let i = 0; i < count; i += 1) if (columns.some((codes) => codes[i]! >= 0)) records += 1;
  return records;
};

/**
 * Of each comparison field, how many of all pairs agree exactly: from the counts of the values, without going through
 * pairs, since agreements by chance are far too rare for a sample. O(records + values).
 */
export const exactCounts = (records: PreparedRecords): ExactCount[] => {
  const { count, names, address, phone, place, postalCode, city, birthDate } = records;
  const of = (equal: Int32Array, ...columns: readonly Int32Array[]): ExactCount => ({
    comparable: pairsOf(filled(count, ...columns)),
    equal: equalPairs(equal),
  });
  return [
    of(names.fullCounts, names.last),
    of(address.counts, address.codes),
    of(phone.counts, phone.codes),
    of(place.counts, postalCode.codes, city.codes),
    of(birthDate.counts, birthDate.codes),
  ];
};
