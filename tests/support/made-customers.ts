import type { IdentityRecords } from '../../src/shared/engine/identity/records.ts';
import { createRandom, type Random } from '../../src/shared/engine/random.ts';

/** Records of made-up people with the truth beside. */
export interface MadeCustomers {
  readonly records: IdentityRecords;
  /** The person behind each record. */
  readonly people: Int32Array;
  /** The household of each record. */
  readonly households: Int32Array;
}

export interface Noise {
  /** Records a person has beyond the first, on average. */
  readonly further: number;
  /** Chance of a slip in each field of a further record. */
  readonly typo: number;
  /** Chance that a field is missing in any record. */
  readonly missing: number;
  readonly moved: number;
  readonly swapped: number;
  readonly newEmail: number;
  readonly newPhone: number;
}

export const usualNoise: Noise = {
  further: 0.5,
  typo: 0.06,
  missing: 0.1,
  moved: 0.08,
  swapped: 0.02,
  newEmail: 0.12,
  newPhone: 0.1,
};

const firsts =
  'Anna Peter Maria Thomas Julia Michael Sarah Andreas Laura Stefan Lisa Daniel Katharina Martin Christine Robert Sandra Frank Nicole Markus Petra Alexander Claudia Christian Susanne Wolfgang Monika Jürgen Karin Dieter Heike Uwe Sabine Klaus Birgit Ralf Ursula Bernd Renate Helmut Gisela Günther Ingrid Manfred Eva Lukas Emma Leon Mia Finn Hannah Jonas Sophie Elias Lena Noah Lea Ben Emily Paul Clara Felix Marie Max Amelie Oskar Johanna Emil Frieda Anton Ida Jakob Greta Theo Mathilda Henri Charlotte Luis Luisa Matteo Isabella David Mila Samuel Nora Tim Ella Oliver Olivia George Harry Jack Grace Arthur Freya Muhammad Poppy Charlie Florence'.split(
    ' ',
  );
const onsets = 'b br d dr f fr g gr h j k kl kr l m n p pf r s sch schm schw st str t tr v w z'.split(' ');
const vowels = 'a e i o u au ei ie ö ü'.split(' ');
const codas = 'n r l s t ck ng rn tz ll mm hn ch nn rt ld'.split(' ');
const ends = ['', '', 'er', 'mann', 'e', 'ner', 'ke', 'el', 'inger', 'sen', 'ski'];

const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
/** Few are very frequent, most are rare. */
const pickSkewed = <T>(random: Random, values: readonly T[]): T => values[Math.floor(values.length * random() ** 2.2)]!;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const madeNames = (random: Random, count: number): string[] => {
  const names = new Set<string>();
  while (names.size < count)
    names.add(capital(pick(random, onsets) + pick(random, vowels) + pick(random, codas) + pick(random, ends)));
  return [...names];
};

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** One letter left out, doubled, replaced or swapped with the next. */
const withSlip = (random: Random, text: string, alphabet = letters): string => {
  if (text.length < 3) return text;
  const at = Math.floor(random() * (text.length - 1));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text[at] + text.slice(at);
  if (kind === 2) return text.slice(0, at) + pick(random, [...alphabet]) + text.slice(at + 1);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

const digitsOf = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (random: Random, from: number, to: number): string =>
  `${from + Math.floor(random() * (to - from + 1))}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

interface Address {
  readonly street: string;
  readonly number: number;
  readonly postalCode: string;
  readonly city: string;
}

interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly address: Address;
}

/**
 * A shop's customer records as several sources keep them: households of one to four at one address, some with one phone
 * or mailbox for all, fathers and sons of one name; further records of a person with slips, swapped names, moves, other
 * addresses and numbers, missing fields and other spellings. Seeded.
 */
export const madeCustomers = (wanted: number, seed: number, noise: Noise = usualNoise): MadeCustomers => {
  const random = createRandom(seed);
  const lasts = madeNames(random, Math.min(6000, 400 + Math.floor(wanted / 20)));
  const streets = madeNames(random, 400).map((name) => `${name}straße`);
  const cities = madeNames(random, 60);
  const places = Array.from({ length: Math.min(4000, 40 + Math.floor(wanted / 40)) }, (_, i) => ({
    postalCode: String(10000 + i * 21).padStart(5, '0'),
    city: cities[i % cities.length]!,
  }));
  const column = (): (string | null)[] => [];
  const out = {
    email: column(),
    phone: column(),
    firstName: column(),
    lastName: column(),
    street: column(),
    postalCode: column(),
    city: column(),
    birthDate: column(),
  };
  const people: number[] = [];
  const households: number[] = [];
  const newAddress = (): Address => ({
    street: pick(random, streets),
    number: 1 + Math.floor(random() * 120),
    ...pick(random, places),
  });
  const newPhone = (): string => `0${pick(random, ['151', '160', '171', '30', '40', '89'])} ${digitsOf(random, 8)}`;
  const plain = (text: string): string => text.toLowerCase().replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  const taken = new Set<string>();
  const newEmail = (first: string, last: string): string => {
    for (;;) {
      const [one, other] = [plain(first), plain(last)];
      const local = pick(random, [`${one}.${other}`, one.charAt(0) + other, one + other]);
      const number = random() < 0.6 ? Math.floor(random() * 1000) : '';
      const host = pick(random, ['gmail.com', 'gmx.de', 'web.de', 'outlook.com', 'yahoo.com', 't-online.de']);
      // No provider gives one mailbox to two people.
      const address = `${local}${number}@${host}`;
      const mailbox = host === 'gmail.com' ? `${local.replace('.', '')}${number}@${host}` : address;
      if (taken.has(mailbox)) continue;
      taken.add(mailbox);
      return address;
    }
  };
  const has = (chance: number): boolean => random() < chance;

  const write = (person: Person, isFurther: boolean): void => {
    const slip = (text: string, alphabet?: string): string =>
      isFurther && has(noise.typo) ? withSlip(random, text, alphabet) : text;
    const kept = (text: string): string | null => (has(noise.missing) ? null : text);
    const lives = isFurther && has(noise.moved) ? newAddress() : person.address;
    const isSwapped = isFurther && has(noise.swapped);
    const [first, last] = [slip(person.first), slip(person.last)];
    out.firstName.push(isSwapped ? last : first);
    out.lastName.push(isSwapped ? first : last);
    const mail = isFurther && has(noise.newEmail) ? newEmail(person.first, person.last) : person.email;
    out.email.push(kept(slip(has(0.1) ? mail.toUpperCase() : mail)));
    const phone = isFurther && has(noise.newPhone) ? newPhone() : person.phone;
    const called = slip(phone, '0123456789');
    out.phone.push(kept(has(0.3) ? `+49 ${called.slice(1)}` : called));
    const street = slip(lives.street);
    out.street.push(kept(`${has(0.3) ? street.replace('straße', 'str.') : street} ${lives.number}`));
    out.postalCode.push(kept(slip(lives.postalCode, '0123456789')));
    out.city.push(kept(slip(lives.city)));
    // Shops rarely ask for it.
    out.birthDate.push(
      has(0.5) ? null : isFurther && has(noise.typo / 2) ? slipDay(person.birthDate) : person.birthDate,
    );
  };
  const slipDay = (day: string): string => {
    const at = 5 + Math.floor(random() * 5);
    return at === 7 ? day : day.slice(0, at) + Math.floor(random() * 3) + day.slice(at + 1);
  };

  let person = 0;
  let household = 0;
  while (people.length < wanted) {
    const size = pick(random, [1, 1, 1, 2, 2, 3, 4]);
    const last = pickSkewed(random, lasts);
    const address = newAddress();
    const phone = newPhone();
    const isPhoneShared = has(0.35);
    const shared = has(0.05) ? newEmail('familie', last) : null;
    const father = pickSkewed(random, firsts);
    const called = new Set<string>([father]);
    // Nobody calls two children by one name.
    const newFirst = (): string => {
      for (;;) {
        const first = pickSkewed(random, firsts);
        if (called.has(first)) continue;
        called.add(first);
        return first;
      }
    };
    for (let member = 0; member < size && people.length < wanted; member += 1) {
      const first = member === 0 || (member === 2 && has(0.05)) ? father : newFirst();
      const own = member > 0 && has(0.15) ? pickSkewed(random, lasts) : last;
      const one: Person = {
        first,
        last: own,
        email: shared ?? newEmail(first, own),
        phone: isPhoneShared ? phone : newPhone(),
        birthDate: member < 2 ? dayOf(random, 1945, 1985) : dayOf(random, 1986, 2006),
        address,
      };
      let records = 1;
      while (has(noise.further / (1 + noise.further))) records += 1;
      for (let i = 0; i < records && people.length < wanted; i += 1) {
        write(one, i > 0);
        people.push(person);
        households.push(household);
      }
      person += 1;
    }
    household += 1;
  }
  return {
    records: { count: people.length, ...out },
    people: Int32Array.from(people),
    households: Int32Array.from(households),
  };
};

/** How many pairs a grouping puts together, how many of them truly belong together, and how many truly do. */
export const pairwise = (
  groups: Int32Array,
  people: Int32Array,
): { readonly precision: number; readonly recall: number; readonly together: number; readonly truly: number } => {
  const pairsIn = (keyOf: (i: number) => number | string): number => {
    const sizes = new Map<number | string, number>();
    for (let i = 0; i < groups.length; i += 1) sizes.set(keyOf(i), (sizes.get(keyOf(i)) ?? 0) + 1);
    let pairs = 0;
    for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
    return pairs;
  };
  const together = pairsIn((i) => groups[i]!);
  const truly = pairsIn((i) => people[i]!);
  const right = pairsIn((i) => groups[i]! * (people.length + 1) + people[i]!);
  return { precision: together === 0 ? 1 : right / together, recall: right / truly, together, truly };
};
