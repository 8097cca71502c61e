import type { ComparisonField } from './comparison-fields.ts';
import type { PreparedRecords } from './prepared-records.ts';
import type { KeyField } from './records.ts';
import { soundex } from './soundex.ts';

/** One way of finding pairs worth comparing: records of one block are compared with each other. */
export interface BlockingPass {
  readonly name: string;
  /** Fields whose agreement the way presupposes. */
  readonly uses: readonly ComparisonField[];
  /** A number that equal blocks share; negative where the record is in none. */
  blockOf(record: number): number;
}

const codeless = -1;
/** Two codes as one number. */
const both = (a: number, b: number, countB: number): number => (a < 0 || b < 0 ? codeless : a * countB + b);

/** Small numbers for words that sound alike, by the words' own numbers. */
const sounds = (values: readonly string[]): Int32Array => {
  const known = new Map<string, number>();
  return Int32Array.from(values, (word) => {
    const sound = soundex(word);
    if (sound === '') return codeless;
    if (!known.has(sound)) known.set(sound, known.size);
    return known.get(sound)!;
  });
};

/**
 * The ways, narrow ones first, so that a slip in any one field leaves another way open: keys that a person declared,
 * mailbox, end of the phone number, name of the mailbox, address, birth date with name or postal code, full name either way
 * round, sound of the last name with postal code or town. O(different words).
 */
export const blockingPasses = (records: PreparedRecords, keys: readonly KeyField[]): BlockingPass[] => {
  const { names, key, mailbox, local, phoneEnding, place, birthDate, postalCode, city } = records;
  const { first, last, values } = names;
  const words = values.length;
  const born = birthDate.values.length;
  const sound = sounds(values);
  const soundOf = (word: number): number => (word < 0 ? codeless : sound[word]!);
  const declared: BlockingPass[] = keys.includes('key')
    ? [{ name: 'key', uses: [], blockOf: (i) => key.codes[i]! }]
    : [];
  return [
    ...declared,
    { name: 'email', uses: ['email'], blockOf: (i) => mailbox.codes[i]! },
    { name: 'phone', uses: ['phone'], blockOf: (i) => phoneEnding.codes[i]! },
    { name: 'emailName', uses: ['email'], blockOf: (i) => local.codes[i]! },
    { name: 'address', uses: ['address'], blockOf: (i) => place.codes[i]! },
    {
      name: 'birthLast',
      uses: ['birthDate', 'name'],
      blockOf: (i) => both(soundOf(last[i]!), birthDate.codes[i]!, born),
    },
    { name: 'birthFirst', uses: ['birthDate', 'name'], blockOf: (i) => both(first[i]!, birthDate.codes[i]!, born) },
    {
      name: 'birthPlace',
      uses: ['birthDate', 'address'],
      blockOf: (i) => both(postalCode.codes[i]!, birthDate.codes[i]!, born),
    },
    {
      name: 'fullName',
      uses: ['name'],
      blockOf: (i) => both(Math.min(first[i]!, last[i]!), Math.max(first[i]!, last[i]!), words),
    },
    {
      name: 'soundPlace',
      uses: ['name', 'address'],
      blockOf: (i) =>
        postalCode.codes[i]! >= 0
          ? both(soundOf(last[i]!), postalCode.codes[i]!, postalCode.values.length + city.values.length)
          : both(
              soundOf(last[i]!),
              city.codes[i]! < 0 ? codeless : postalCode.values.length + city.codes[i]!,
              postalCode.values.length + city.values.length,
            ),
    },
  ];
};
