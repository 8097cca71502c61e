import type { WordList } from '../phrase.ts';

const shared: Readonly<Record<string, readonly [one: string, many: string]>> = {
  key: ['customer number is', 'customer numbers are'],
  email: ['e-mail address is', 'e-mail addresses are'],
  phone: ['phone number is', 'phone numbers are'],
};

/** Why two records are one customer or two, and the screen on which people decide it. */
export const identity = {
  'app.stage.comparing': () => 'Comparing customers with each other',

  'journal.identity.sure': (v, f) =>
    `Put together ${f.count(Number(v.customers), 'customer', 'customers')} who surely stood there several times`,
  'journal.identity.same': (v, f) =>
    Number(v.pairs) === 1
      ? 'Put together two records of one customer'
      : `Put together ${f.count(Number(v.pairs), 'pair', 'pairs')} of records`,
  'journal.identity.different': (v, f) =>
    Number(v.pairs) === 1
      ? 'Keep two customers apart'
      : `Keep ${f.count(Number(v.pairs), 'pair', 'pairs')} of customers apart`,
  'journal.identity.several': (v, f) => `Decide ${f.count(Number(v.pairs), 'pair', 'pairs')} of records`,
  'journal.identity.split': () => 'Split a customer again',

  'same.ask.title': () => 'Does somebody stand in your list twice?',
  'same.ask.heading': () => 'Nobody is put together without you',
  'same.ask.text': (v) =>
    `One person may have ordered under two e-mail addresses, in the shop and at the till, or with a slip in the name. Tessera compares your customers by ${v.fields} and shows who could be the same.`,
  'same.find': () => 'Look for them',
  'same.findAgain': () => 'Look again',
  'same.finding': () => 'Look for customers that stand there twice',
  'same.stale': () => 'Your tables have changed since they were compared. Look again to see what is new.',
  'same.title': (v, f) => {
    const [sure, doubtful] = [Number(v.sure), Number(v.doubtful)];
    const total = f.count(sure + doubtful, 'customer seems', 'customers seem');
    const parts = [
      ...(sure > 0 ? [`${f.number(sure)} sure`] : []),
      ...(doubtful > 0 ? [`${f.number(doubtful)} to look at`] : []),
    ];
    return `${total} to stand there twice: ${parts.join(', ')}`;
  },
  'same.title.none': () => 'Nobody seems to stand there twice',
  'same.title.done': (v, f) =>
    `Nothing left to decide; ${f.count(Number(v.merged), 'customer was', 'customers were')} put together`,
  'same.subtitle': (v, f) =>
    `${f.count(Number(v.records), 'customer', 'customers')} compared by ${v.fields}. You decide; everything can be undone.`,
  'same.field.firstName': () => 'First name',
  'same.field.lastName': () => 'Last name',
  'same.field.fullName': () => 'Name',
  'same.field.email': () => 'E-mail',
  'same.field.phone': () => 'Phone',
  'same.field.street': () => 'Street',
  'same.field.postalCode': () => 'Postal code',
  'same.field.city': () => 'Town',
  'same.field.birthDate': () => 'Birth date',
  'same.field.key': () => 'Customer',
  'same.from': (v) => `${v.key} in ${v.sources}`,
  'same.by.firstName': () => 'name',
  'same.by.lastName': () => 'name',
  'same.by.fullName': () => 'name',
  'same.by.email': () => 'e-mail',
  'same.by.phone': () => 'phone',
  'same.by.street': () => 'address',
  'same.by.postalCode': () => 'address',
  'same.by.city': () => 'address',
  'same.by.birthDate': () => 'birth date',
  'same.guest': () => 'without a number',
  'same.missing': () => 'not given',
  'same.missing.title': () => 'Your tables do not say enough about who the customers are',
  'same.missing.text': () =>
    'To find people who stand there twice, Tessera needs e-mail addresses or phone numbers, or names with addresses. Export the customer list of your shop (in most shops: Customers, then Export) or the orders with their billing details, and add that file.',
  'same.missing.add': () => 'Add a file',
  'same.none.text': (v, f) =>
    `${f.count(Number(v.records), 'customer', 'customers')} compared by ${v.fields}: nobody looks like anybody else.`,
  'same.views': () => 'What to show',
  'same.view.sure': (v, f) => `Sure (${f.number(Number(v.count))})`,
  'same.view.queue': (v, f) => `To look at (${f.number(Number(v.count))})`,
  'same.view.merged': (v, f) => `Put together (${f.number(Number(v.count))})`,
  'same.sure.text': () => 'Open one to see why. What you keep apart stays apart.',
  'same.sure.none': () => 'Nothing sure is left.',
  'same.merge': (v, f) =>
    Number(v.count) === 1 ? 'Merge the sure one' : `Merge the ${f.number(Number(v.count))} sure ones`,
  'same.merging': () => 'Merge the sure ones',
  'same.merged': (v, f) =>
    `${f.count(Number(v.count), 'record counts', 'records count')} as part of another customer now. Undo takes it back.`,
  'same.records': (v, f) => f.count(Number(v.count), 'record', 'records'),
  'same.open': (v) => `Records of ${v.name}`,
  'same.record': (v, f) => `Record ${f.number(Number(v.number))}`,
  'same.answering': () => 'Write down your answer',
  'same.apart': () => 'Keep them apart',
  'same.apart.one': () => 'Somebody else',
  'same.apart.one.label': (v) => `${v.name} is somebody else`,
  'same.more': (v, f) => `Show more (${f.number(Number(v.left))} left)`,
  'same.splitAgain': () => 'Split again',
  'same.split.all': () => 'Split all again',
  'same.split.one': () => 'Take out',
  'same.split.one.label': (v) => `Take out ${v.name}`,
  'same.split.done': () => 'They are separate customers again and stay so.',
  'same.merged.none': () => 'Nobody has been put together yet.',
  'same.merged.text': () => 'What belongs to whom is remembered: each can be split again, next month too.',

  'same.queue.place': (v, f) => `${f.number(Number(v.at))} of ${f.number(Number(v.total))} left`,
  'same.queue.progress': (v, f) =>
    Number(v.done) === 0 ? 'Nothing decided yet' : `${f.number(Number(v.done))} decided in this round`,
  'same.queue.progress.label': () => 'How far you are',
  'same.queue.done': () => 'That was the last one',
  'same.queue.done.text': () => 'There is nothing left to look at. What you decided is remembered for next month.',
  'same.queue.none': () => 'Nothing doubtful is left',
  'same.key.same': () => 'Same customer',
  'same.key.different': () => 'Two customers',
  'same.key.later': () => 'Later',
  'same.key.back': () => 'The one before',
  'same.key.next': () => 'The next one',
  'same.key.undo': () => 'Undo the last answer',
  'same.keys': () => 'Keys: S same, D different, L later, arrows to move, Ctrl+Z undo.',
  'same.said.same': (v) => `${v.name}: put together.`,
  'same.said.different': (v) => `${v.name}: kept apart.`,
  'same.said.later': (v) => `${v.name}: later.`,
  'same.said.undone': () => 'Your last answer was taken back.',
  'same.likely.high': () => 'Very likely one customer.',
  'same.likely.good': () => 'Probably one customer.',
  'same.likely.fair': () => 'Rather one customer than two.',
  'same.likely.open': () => 'It could be either.',
  'same.speaksFor': () => 'For one customer',
  'same.speaksAgainst': () => 'For two customers',
  'same.strength.3': () => 'very strong',
  'same.strength.2': () => 'strong',
  'same.strength.1': () => 'some',
  'same.strength.0': () => 'weak',
  'same.also': (v) => `Also as ${v.name}`,
  'same.method.text': (v, f) =>
    `Probabilistic record linkage (Fellegi–Sunter, weights learnt by expectation–maximisation, with households as a third kind of pair); ${f.count(Number(v.compared), 'pair', 'pairs')} compared. Prior: one in ${f.number(Number(v.oneIn))} pairs is a match. m: share of matches, u: share of non-matches that agree so far.`,
  'same.method.field': () => 'Field',
  'same.method.level': () => 'Agreement',

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
  'identity.household': () => 'A family may share some of this, so it counts for less.',
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
  'identity.exact': () => 'The same address or number, and no name that speaks against it.',
  'identity.held.person': () => 'You said that they are two customers.',
  'identity.held.contradiction': () =>
    'They would bring together records whose names or birth dates say that they are two people.',
  'identity.held.size': (v, f) =>
    `They would make one customer of more than ${f.number(Number(v.limit))} records, which nobody but you should do.`,
} satisfies WordList;
