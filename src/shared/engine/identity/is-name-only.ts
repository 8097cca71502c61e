/** Umlauts written out and not, alike on both sides. */
const plain = (text: string): string => text.replace(/[^a-z]/g, '').replace(/([aou])e/g, '$1');

/**
 * Whether the name of a mailbox only says the person's name: that anna.meier is there at two providers says no more than
 * that both are called Anna Meier. O(length).
 */
export const isNameOnly = (local: string, first: string | null, last: string | null): boolean => {
  if (last === null || /\d/.test(local)) return false;
  const [box, one, other] = [plain(local), plain(first ?? ''), plain(last)];
  if (box === other || (one !== '' && (box === one + other || box === other + one))) return true;
  return one !== '' && (box === one.charAt(0) + other || box === other + one.charAt(0));
};
