import { fieldCount, nameField, patternCount, patternLevels } from './comparison-fields.ts';
import type { MatchModel } from './match-model.ts';
import type { NameColumns } from './prepared-records.ts';

/** What every pattern says, in bits. */
interface PatternBits {
  /** For one customer against strangers: the sum of log2(m/u) and the prior. */
  readonly against: Float64Array;
  /** For a household against one customer: the sum of log2(h/m) and the priors. */
  readonly household: Float64Array;
  /** Whether name or birth date speak against one customer: all else is what a household shares. */
  readonly isContradicted: Uint8Array;
}

export interface PairScorer {
  /** Further bits for a name that few have, fewer for one that many have; 0 where the names do not agree. */
  nameBits(pattern: number, a: number, b: number): number;
  /** Log odds that the pair is one customer, in bits: all fields, the frequency of the name, households and the prior. */
  weight(pattern: number, nameBits: number): number;
  /** Whether names or birth dates say outright that it is two people. */
  isContradicted(pattern: number): boolean;
}

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);

const patternBits = ({ fields, prior, householdPrior }: MatchModel): PatternBits => {
  const against = new Float64Array(patternCount).fill(Math.log2(prior / (1 - prior - householdPrior)));
  const household = new Float64Array(patternCount).fill(Math.log2(householdPrior / prior));
  const isContradicted = new Uint8Array(patternCount);
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    fields.forEach(({ field, m, u, h }, at) => {
      const level = patternLevels[pattern * fieldCount + at]!;
      if (level < 0) return;
      against[pattern]! += Math.log2(m[level]! / u[level]!);
      household[pattern]! += Math.log2(h[level]! / m[level]!);
      const isPersonal = field === 'name' || field === 'birthDate';
      if (isPersonal && m[level]! < Math.max(u[level]!, h[level]!)) isContradicted[pattern] = 1;
    });
  }
  return { against, household, isContradicted };
};

/** Bits that the rarity of a name may add or take at most where only the last names agree. */
const lastNameBits = 4;

/**
 * Scores pairs by a model. Term frequency: where names agree, u is that name's own share rather than all names' (Winkler
 * 1989 as Splink applies it): of the full name the larger of what first and last name make if they are independent and of
 * its bearers beyond this pair, and no less than half a record. O(1) a pair.
 */
export const createScorer = (model: MatchModel, names: NameColumns): PairScorer => {
  const { against, household, isContradicted } = patternBits(model);
  const { first, last, full, firstCounts, lastCounts, fullCounts } = names;
  const records = Math.max(1, first.length);
  const { u } = model.fields[nameField]!;
  let meanLast = 0;
  for (const n of lastCounts) meanLast += (n / records) ** 2;
  const ofFull = (i: number): number =>
    Math.max(
      (firstCounts[first[i]!]! / records) * (lastCounts[last[i]!]! / records),
      (fullCounts[full[i]!]! - 2) / records,
      0.5 / records,
    );
  return {
    nameBits: (pattern, a, b) => {
      const level = patternLevels[pattern * fieldCount + nameField]!;
      if (level === 0) return Math.log2(u[0]! / Math.max(ofFull(a), ofFull(b)));
      if (level === 4 && last[a] === last[b]) {
        const bits = Math.log2(meanLast / (lastCounts[last[a]!]! / records));
        return Math.max(-lastNameBits, Math.min(lastNameBits, bits));
      }
      return 0;
    },
    weight: (pattern, nameBits) =>
      -Math.log2(2 ** -(against[pattern]! + nameBits) + (model.householdPrior > 0 ? 2 ** household[pattern]! : 0)),
    isContradicted: (pattern) => isContradicted[pattern] === 1,
  };
};
