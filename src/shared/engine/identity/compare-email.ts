import { editsAt } from './damerau-levenshtein.ts';
import type { PreparedRecords } from './prepared-records.ts';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * The level of two records' e-mail addresses: as written, the same mailbox, the same name at another provider, at most
 * two slips in letters (Damerau-Levenshtein; one below 12 letters), different; −1 where either has none. Digits must agree:
 * anna.meier1 and anna.meier2 are two of the name. O(length²).
 */
export const compareEmail = ({ address, mailbox, local }: PreparedRecords, a: number, b: number): number => {
  const mailboxA = mailbox.codes[a]!;
  const mailboxB = mailbox.codes[b]!;
  if (mailboxA < 0 || mailboxB < 0) return -1;
  if (mailboxA === mailboxB) return address.codes[a] === address.codes[b] ? 0 : 1;
  if (local.codes[a]! >= 0 && local.codes[a] === local.codes[b]) return 2;
  const { starts } = mailbox;
  const short = Math.min(starts[mailboxA + 1]! - starts[mailboxA]!, starts[mailboxB + 1]! - starts[mailboxB]!);
  const most = short < 12 ? 1 : 2;
  if (editsAt(mailbox, mailboxA, mailboxB, most) > most) return 4;
  return digitsOf(mailbox.values[mailboxA]!) === digitsOf(mailbox.values[mailboxB]!) ? 3 : 4;
};
