import { comparisonFields, fieldCount, patternLevels } from './comparison-fields.ts';
import type { PreparedRecords } from './prepared-records.ts';
import type { CodeColumn } from './text-pool.ts';

/** A mailbox or phone of more records than this is a shop's own, where no names say so. */
const recordsAtMost = 6;

const at = Object.fromEntries(comparisonFields.map(({ name }, place) => [name, place])) as Record<
  (typeof comparisonFields)[number]['name'],
  number
>;

/** What equal addresses or numbers make of two records of which at least one has no name; its place in this list. */
export const exactVerdicts = ['none', 'doubtful', 'sure'] as const;

/**
 * By a pattern alone: where a name is missing a model asks for more than one equal field, but nobody else has one's
 * e-mail address. The same mailbox makes two records one customer unless the birth dates differ, the same phone a
 * question. O(1).
 */
export const exactVerdictOf = (pattern: number): number => {
  const level = (field: number): number => patternLevels[pattern * fieldCount + field]!;
  if (level(at.name) >= 0) return 0;
  const isBornElsewhen = level(at.birthDate) === comparisonFields[at.birthDate]!.levels.length - 1;
  const isMailbox = level(at.email) === 0 || level(at.email) === 1;
  if (isMailbox) return isBornElsewhen ? 1 : 2;
  return level(at.phone) === 0 && level(at.email) < 0 && !isBornElsewhen ? 1 : 0;
};

/** The same for two records, where their mailbox or phone is their own. O(1). */
export const createExactKeys = ({
  mailbox,
  phone,
}: PreparedRecords): ((pattern: number, a: number, b: number) => number) => {
  const isOwn = ({ codes, counts }: CodeColumn, record: number): boolean =>
    codes[record]! >= 0 && counts[codes[record]!]! <= recordsAtMost;
  return (pattern, a) => {
    const verdict = exactVerdictOf(pattern);
    if (verdict === 0) return 0;
    const isByMail = patternLevels[pattern * fieldCount + at.email]! >= 0;
    return isOwn(isByMail ? mailbox : phone, a) ? verdict : 0;
  };
};
