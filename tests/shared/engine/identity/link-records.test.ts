import { describe, expect, it } from 'vitest';
import { explainPair } from '../../../../src/shared/engine/identity/explain-pair.ts';
import { holdReasons } from '../../../../src/shared/engine/identity/join-by-evidence.ts';
import {
  type Linkage,
  type LinkOptions,
  linkRecords,
  pairVerdicts,
} from '../../../../src/shared/engine/identity/link-records.ts';
import type { IdentityRecords } from '../../../../src/shared/engine/identity/records.ts';
import { reviewQueue } from '../../../../src/shared/engine/identity/review-queue.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { madeCustomers, pairwise, usualNoise } from '../../../support/made-customers.ts';

const options: LinkOptions = { seed: 1, phoneCountry: 'DE' };
const verdictOf = (name: (typeof pairVerdicts)[number]): number => pairVerdicts.indexOf(name);

/** Of the pairs of one verdict, the share that truly are one person. */
const shareTrue = ({ pairs }: Linkage, people: Int32Array, verdict: number): number => {
  const some = Array.from({ length: pairs.count }, (_, i) => i).filter((i) => pairs.verdict[i] === verdict);
  return some.filter((i) => people[pairs.a[i]!] === people[pairs.b[i]!]).length / some.length;
};

/** One record a row of columns. */
const recordsOf = (rows: readonly Readonly<Record<string, string>>[]): IdentityRecords => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => [name, rows.map((row) => row[name] ?? null)]);
  return { count: rows.length, ...Object.fromEntries(columns) };
};

/** Rows after a crowd of made-up people, so that there is something to learn from. */
const withCrowd = (rows: readonly Readonly<Record<string, string>>[]): { records: IdentityRecords; from: number } => {
  const { records: crowd } = madeCustomers(1500, 8);
  const { count, ...columns } = crowd;
  const own = recordsOf(rows);
  const joined = Object.entries(columns).map(([name, values]) => [
    name,
    [...values!, ...(own[name as 'email'] ?? rows.map(() => null))],
  ]);
  const more = Object.entries(own)
    .filter(([name]) => name !== 'count' && !(name in columns))
    .map(([name, values]) => [name, [...Array<null>(count).fill(null), ...(values as string[])]]);
  return { records: { count: count + rows.length, ...Object.fromEntries([...joined, ...more]) }, from: count };
};

describe('made-up customers with known truth', () => {
  const made = madeCustomers(20_000, 4);
  const found = linkRecords(made.records, options);

  it('finds nine in ten of the pairs, and hardly any that are not', () => {
    const { precision, recall } = pairwise(found.groups, made.people);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(shareTrue(found, made.people, verdictOf('sure'))).toBeGreaterThanOrEqual(0.99);
  });

  it('asks about pairs of which many are one person, without those already decided', () => {
    const queue = reviewQueue(found, []);
    expect(queue.length).toBeGreaterThan(20);
    const right = [...queue].filter((i) => made.people[found.pairs.a[i]!] === made.people[found.pairs.b[i]!]);
    expect(right.length / queue.length).toBeGreaterThan(0.3);
    const [a, b] = [found.pairs.a[queue[0]!]!, found.pairs.b[queue[0]!]!];
    const left = reviewQueue(found, [{ a, b, verdict: 'different' }]);
    expect(left.length).toBe(queue.length - 1);
  });

  it('learns shares near those that made them', () => {
    const field = (name: string) => found.model.fields.find((one) => one.field === name)!;
    const truth = pairwise(made.people, made.people).truly;
    const pairs = (20_000 * 19_999) / 2;
    expect(found.model.prior / (truth / pairs)).toBeGreaterThan(0.93);
    expect(found.model.prior / (truth / pairs)).toBeLessThan(1.12);
    // How the fields of true pairs compare, counted.
    const all = linkRecords(made.records, { ...options, doubtfulFrom: 0 }).pairs;
    const counted = (at: number): number[] => {
      const levels = new Map<string, number>();
      let known = 0;
      for (let i = 0; i < all.count; i += 1) {
        if (made.people[all.a[i]!] !== made.people[all.b[i]!]) continue;
        const level = explainPair(found.model, all.pattern[i]!, 0)[at]!.level;
        if (level === null) continue;
        known += 1;
        levels.set(level, (levels.get(level) ?? 0) + 1);
      }
      return ['exact', 'close', 'differs'].map((level) => (levels.get(level) ?? 0) / known);
    };
    expect(Math.abs(field('name').m[0]! - counted(0)[0]!)).toBeLessThan(0.03);
    expect(Math.abs(field('name').m[2]! - counted(0)[1]!)).toBeLessThan(0.03);
    expect(Math.abs(field('email').m[0]! - counted(1)[0]!)).toBeLessThan(0.04);
    expect(Math.abs(field('email').m[4]! - counted(1)[2]!)).toBeLessThan(0.04);
    expect(Math.abs(field('phone').m[0]! - counted(2)[0]!)).toBeLessThan(0.04);
    expect(Math.abs(field('address').m[5]! - counted(3)[2]!)).toBeLessThan(0.04);
    expect(Math.abs(field('birthDate').m[0]! - counted(4)[0]!)).toBeLessThan(0.04);
    // What strangers have in common: hardly any mailbox, one in some hundred a postal code's neighbour.
    expect(field('email').u[0]).toBeLessThan(1e-5);
    expect(field('name').u[7]).toBeGreaterThan(0.9);
  });

  it('gives the same bytes again', () => {
    const again = linkRecords(made.records, options);
    expect(again.groups).toEqual(found.groups);
    expect(again.pairs).toEqual(found.pairs);
    expect(again.model).toEqual(found.model);
  });

  it('explains every pair: the bits add up to its weight, in sentences', () => {
    const { pairs, model } = found;
    for (let i = 0; i < pairs.count; i += 97) {
      const evidence = explainPair(model, pairs.pattern[i]!, pairs.nameBits[i]!);
      expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(pairs.weight[i]!, 8);
      for (const { message } of evidence) expect(say(message)).not.toBe(message.key);
    }
    for (const note of found.notes) expect(say(note)).not.toBe(note.key);
    expect(pairs.probability.every((p, i) => Math.abs(p - 1 / (1 + 2 ** -pairs.weight[i]!)) < 1e-12)).toBe(true);
  });
});

it('leaves people apart who share a household, and puts the same data to right with more slips', () => {
  const made = madeCustomers(10_000, 9, { ...usualNoise, typo: 0.12, missing: 0.15 });
  const found = linkRecords(made.records, options);
  const { precision, recall } = pairwise(found.groups, made.people);
  expect(precision).toBeGreaterThan(0.98);
  expect(recall).toBeGreaterThan(0.75);
  let household = 0;
  const heads = new Map<number, number>();
  for (let i = 0; i < 10_000; i += 1) {
    const head = heads.get(found.groups[i]!) ?? i;
    heads.set(found.groups[i]!, head);
    if (made.people[head] !== made.people[i] && made.households[head] === made.households[i]) household += 1;
  }
  expect(household / 10_000).toBeLessThan(0.01);
});

describe('who is who', () => {
  const anna = {
    firstName: 'Anna',
    lastName: 'Quittenbaum',
    email: 'anna.quittenbaum@gmx.de',
    phone: '0171 2345678',
    street: 'Lindenallee 5',
    postalCode: '33333',
    city: 'Gütersloh',
  };
  const rows = [
    anna,
    { ...anna, firstName: 'Ana', phone: '+49 171 2345678', street: 'Lindenallee 5' },
    // A brother with all else in common.
    { ...anna, firstName: 'Bernhard', email: 'bernhard.q@web.de' },
    // A mother of the same name, born earlier.
    { ...anna, birthDate: '1955-02-03' },
    { ...anna, birthDate: '1983-11-20' },
  ];
  const { records, from } = withCrowd(rows);
  const { groups } = linkRecords(records, options);

  it('joins a slip', () => expect(groups[from + 1]).toBe(groups[from]));
  it('leaves a brother apart', () => expect(groups[from + 2]).not.toBe(groups[from]));
  it('does not chain mother and daughter by a record without a birth date', () => {
    expect(groups[from + 3]).not.toBe(groups[from + 4]);
    const { pairs } = linkRecords(records, options);
    const held = [...pairs.held.keys()].filter(
      (i) =>
        pairs.b[i]! >= from &&
        pairs.verdict[i] === verdictOf('held') &&
        pairs.held[i] === holdReasons.indexOf('contradiction'),
    );
    expect(held.length).toBeGreaterThan(0);
  });

  it('respects a person: the different stay apart, the same are joined, and what follows from it', () => {
    const decided = linkRecords(records, {
      ...options,
      decisions: [
        { a: from, b: from + 1, verdict: 'different' },
        { a: from + 2, b: from + 1, verdict: 'same' },
        { a: from + 2, b: 0, verdict: 'same' },
      ],
    });
    expect(decided.overruled).toEqual([]);
    expect(decided.groups[from]).not.toBe(decided.groups[from + 1]);
    expect(decided.groups[from + 2]).toBe(decided.groups[from + 1]);
    expect(decided.groups[0]).toBe(decided.groups[from + 1]);
    expect(decided.groups[0]).not.toBe(decided.groups[from]);
  });

  it('lets later decisions count where they contradict earlier ones', () => {
    const decided = linkRecords(records, {
      ...options,
      decisions: [
        { a: 0, b: from, verdict: 'same' },
        { a: from, b: from + 2, verdict: 'same' },
        { a: 0, b: from + 2, verdict: 'different' },
      ],
    });
    expect(decided.groups[0]).not.toBe(decided.groups[from + 2]);
    expect(decided.groups[from]).toBe(decided.groups[from + 2]);
    expect(decided.overruled).toEqual([0]);
  });
});

describe('declared keys', () => {
  const rows = [
    { key: 'shop 7', lastName: 'Adler', firstName: 'Eva' },
    { key: 'shop 7', lastName: 'Zander', firstName: 'Otto' },
    { key: 'till 7', lastName: 'Adler', firstName: 'Eva' },
    ...Array.from({ length: 120 }, (_, i) => ({ key: 'cash', lastName: `Person${i}`, firstName: 'Max' })),
  ];
  const { records, from } = withCrowd(rows);

  it('join whatever else says, but no value that a hundred share', () => {
    const { groups, notes } = linkRecords(records, { ...options, keys: ['key'] });
    expect(groups[from]).toBe(groups[from + 1]);
    expect(groups[from]).not.toBe(groups[from + 2]);
    expect(new Set(groups.subarray(from + 3)).size).toBeGreaterThan(100);
    expect(notes.map(({ key }) => key)).toContain('identity.note.sharedKey');
  });
  it('give way to a person', () => {
    const decisions = [{ a: from, b: from + 1, verdict: 'different' }] as const;
    const { groups } = linkRecords(records, { ...options, keys: ['key'], decisions });
    expect(groups[from]).not.toBe(groups[from + 1]);
  });
});

describe('bounds', () => {
  it('makes no customer of more records than allowed', () => {
    const rows = Array.from({ length: 12 }, () => ({
      firstName: 'Otto',
      lastName: 'Xylander',
      email: 'otto1955@gmx.de',
      phone: '0171 5550123',
    }));
    const { records, from } = withCrowd(rows);
    const sizes = (recordsAtMost: number): number => {
      const { groups } = linkRecords(records, { ...options, recordsAtMost });
      return groups.filter((group) => group === groups[from]).length;
    };
    expect(sizes(30)).toBe(12);
    expect(sizes(5)).toBeLessThanOrEqual(5);
  });

  it('leaves out the largest blocks where there would be too many pairs', () => {
    const made = madeCustomers(4000, 5);
    const { compared, notes } = linkRecords(made.records, { ...options, pairsAtMost: 3000 });
    expect(compared).toBeLessThanOrEqual(3000);
    expect(notes.map(({ key }) => key)).toContain('identity.note.skipped');
  });

  it.each([0, 1, 2])('takes %i records', (count) => {
    const { groups } = linkRecords({ count, lastName: Array<string>(count).fill('Meier') }, options);
    expect(groups).toHaveLength(count);
  });

  it('refuses what it cannot take', () => {
    expect(() => linkRecords({ count: 2, email: ['a@b.de'] }, options)).toThrow(/email/);
    const two = { count: 2, lastName: ['Meier', 'Meier'] };
    expect(() => linkRecords(two, { ...options, decisions: [{ a: 1, b: 1, verdict: 'same' }] })).toThrow(/badInput/);
    expect(() => linkRecords(two, { ...options, phoneCountry: 'XX' })).toThrow(/calling code/);
  });
});

it('reports what only rises and ends at 1, and hears a cancel soon', () => {
  const made = madeCustomers(6000, 6);
  const fractions: number[] = [];
  linkRecords(made.records, options, { report: (fraction) => fractions.push(fraction), cancelled: () => false });
  expect(fractions.every((fraction, i) => i === 0 || fraction >= fractions[i - 1]!)).toBe(true);
  expect(fractions.at(-1)).toBe(1);
  let looks = 0;
  linkRecords(made.records, options, {
    report: () => {},
    cancelled: () => {
      looks += 1;
      return false;
    },
  });
  expect(looks).toBeGreaterThan(100);
  for (const share of [0.1, 0.4, 0.7, 0.95]) {
    let left = Math.floor(looks * share);
    const cancelled = (): boolean => {
      left -= 1;
      return left < 0;
    };
    expect(() => linkRecords(made.records, options, { report: () => {}, cancelled })).toThrow(/cancelled/);
  }
});
