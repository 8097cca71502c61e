import { plainForm } from './plain-form.ts';

/** A customer as a table has it. */
export interface Contact {
  readonly row: number;
  readonly name: string | null;
  readonly email: string | null;
  /** What else tells people apart (a birthday, a phone number), always in the same order; null where nothing is said. */
  readonly facts: readonly (string | null)[];
}

/** Groups of more rows than this share a placeholder, not a person. */
const mostOfOne = 10;

const emailOf = ({ email }: Contact): string => email?.trim().toLowerCase() ?? '';

/** Two people may share a name: something else must be the same, and nothing may differ. */
const seemOne = (a: Contact, b: Contact): boolean => {
  if (emailOf(a) !== '' && emailOf(b) !== '' && emailOf(a) !== emailOf(b)) return false;
  const both = a.facts.flatMap((fact, i) => (fact === null || b.facts[i] == null ? [] : [fact === b.facts[i]]));
  if (both.includes(false)) return false;
  return both.length > 0 || (a.facts.length === 0 && emailOf(a) === emailOf(b));
};

/**
 * Finds rows that seem to be one customer: the same e-mail but for case and spaces, or the same name of two words or more
 * but for case, spaces and accents, with something else that agrees and nothing that differs. Blocking by the plain form:
 * O(rows), memory by rows.
 */
export const createNearDuplicates = () => {
  const groups = new Map<string, Contact[]>();
  const join = (key: string, contact: Contact): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contact]);
    else if (group.length <= mostOfOne) group.push(contact);
  };
  return {
    add: (contact: Contact): void => {
      const email = emailOf(contact);
      if (email.includes('@')) join(`@${email}`, contact);
      const name = contact.name === null ? '' : plainForm(contact.name);
      if (name.includes(' ')) join(` ${name}`, contact);
    },
    /** Groups of row numbers, each ascending, in order of their first row; a row stands in one at most. */
    groups: (): number[][] => {
      const taken = new Set<number>();
      const found: number[][] = [];
      for (const [key, group] of groups) {
        if (group.length < 2 || group.length > mostOfOne) continue;
        const first = group[0]!;
        const same = key[0] === '@' ? group : group.filter((one) => one === first || seemOne(first, one));
        const rows = same.map(({ row }) => row).filter((row) => !taken.has(row));
        if (rows.length < 2) continue;
        for (const row of rows) taken.add(row);
        found.push(rows.sort((a, b) => a - b));
      }
      return found.sort((a, b) => a[0]! - b[0]!);
    },
  };
};
