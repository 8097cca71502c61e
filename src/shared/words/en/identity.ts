import type { WordList } from '../phrase.ts';

const shared: Readonly<Record<string, readonly [one: string, many: string]>> = {
  key: ['customer number is', 'customer numbers are'],
  email: ['e-mail address is', 'e-mail addresses are'],
  phone: ['phone number is', 'phone numbers are'],
};

/** Why two records are one customer or two. */
export const identity = {
  'identity.name.exact': () => 'The names are the same.',
  'identity.name.swapped': () => 'First and last name stand in each other’s place.',
  'identity.name.close': () => 'The names are the same but for a slip or a short form.',
  'identity.name.alike': () => 'The names are alike.',
  'identity.name.lastOnly': () => 'The last names agree, the first names do not.',
  'identity.name.lastAlone': () => 'The last names agree; a first name is missing.',
  'identity.name.firstOnly': () => 'The first names agree, the last names do not.',
  'identity.name.differs': () => 'The names differ.',
  'identity.name.missing': () => 'A name is missing.',
  'identity.email.exact': () => 'The e-mail addresses are the same.',
  'identity.email.mailbox': () => 'The e-mail addresses are written differently but reach the same mailbox.',
  'identity.email.local': () => 'The e-mail addresses are the same before the @.',
  'identity.email.close': () => 'The e-mail addresses are the same but for a slip.',
  'identity.email.differs': () => 'The e-mail addresses differ.',
  'identity.email.missing': () => 'An e-mail address is missing.',
  'identity.phone.exact': () => 'The phone numbers are the same.',
  'identity.phone.ending': () => 'The phone numbers end alike.',
  'identity.phone.close': () => 'The phone numbers are the same but for a slip.',
  'identity.phone.differs': () => 'The phone numbers differ.',
  'identity.phone.missing': () => 'A phone number is missing.',
  'identity.address.exact': () => 'The addresses are the same.',
  'identity.address.close': () => 'The addresses are the same but for a slip or a missing part.',
  'identity.address.street': () => 'The street is the same, the house number is not.',
  'identity.address.place': () => 'The postal code or town is the same.',
  'identity.address.near': () => 'The places are close to each other.',
  'identity.address.differs': () => 'The addresses differ.',
  'identity.address.missing': () => 'An address is missing.',
  'identity.birthDate.exact': () => 'The birth dates are the same.',
  'identity.birthDate.close': () => 'The birth dates are the same but for a slip.',
  'identity.birthDate.differs': () => 'The birth dates differ.',
  'identity.birthDate.missing': () => 'A birth date is missing.',
  'identity.rarity.rare': () => 'Few have this name.',
  'identity.rarity.frequent': () => 'Many have this name.',
  'identity.household': () => 'They may be two people of one household.',
  'identity.prior': (v, f) => `Of ${f.number(Number(v.pairs))} pairs of records about one is the same customer.`,

  'identity.note.sharedKey': (v, f) => {
    const [one, many] = shared[String(v.field)] ?? ['value is', 'values are'];
    return `${f.count(Number(v.values), one, many)} shared by more than ${f.number(Number(v.records))} records and did not count as one customer’s own.`;
  },
  'identity.note.sharedEmail': (v, f) =>
    `${f.count(Number(v.values), 'e-mail address stands', 'e-mail addresses stand')} with many different names (${f.count(Number(v.records), 'record', 'records')}) and did not count as anybody’s own.`,
  'identity.note.sharedPhone': (v, f) =>
    `${f.count(Number(v.values), 'phone number stands', 'phone numbers stand')} with many different names (${f.count(Number(v.records), 'record', 'records')}) and did not count as anybody’s own.`,
  'identity.note.skipped': (v, f) =>
    `To keep the work within bounds, ${f.count(Number(v.records), 'record was', 'records were')} not compared with all others who have something very common with them.`,
  'identity.held.person': () => 'You said that they are two customers.',
  'identity.held.contradiction': () =>
    'They would bring together records whose names or birth dates say that they are two people.',
  'identity.held.size': (v, f) =>
    `They would make one customer of more than ${f.number(Number(v.limit))} records, which nobody but you should do.`,
} satisfies WordList;
