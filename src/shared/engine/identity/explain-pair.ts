import { type Message, message } from '../../model/message.ts';
import { type ComparisonField, comparisonFields, fieldCount, patternLevels } from './comparison-fields.ts';
import type { MatchModel } from './match-model.ts';

export interface PairEvidence {
  /** `household` and `prior` are what all pairs have in common. */
  readonly about: ComparisonField | 'rarity' | 'household' | 'prior';
  /** Level of the field; null where a record lacks it, and for what is no field. */
  readonly level: string | null;
  /** For (above 0) or against one customer, in bits; all of a pair's add up to its weight. */
  readonly bits: number;
  readonly message: Message;
}

/**
 * Why two records are taken for one customer or for two: what each field says, how rare the name is, that they may be of
 * one household, and how rarely any two records are one customer. The bits add up to the pair's weight. O(fields).
 */
export const explainPair = (model: MatchModel, pattern: number, nameBits: number): PairEvidence[] => {
  const { prior, householdPrior } = model;
  const stranger = 1 - prior - householdPrior;
  let against = Math.log2(prior / stranger) + nameBits;
  let household = Math.log2(householdPrior / prior);
  const evidence: PairEvidence[] = comparisonFields.map(({ name, levels }, at) => {
    const level = patternLevels[pattern * fieldCount + at]!;
    if (level < 0) return { about: name, level: null, bits: 0, message: message(`identity.${name}.missing`) };
    const { m, u, h } = model.fields[at]!;
    const bits = Math.log2(m[level]! / u[level]!);
    against += bits;
    household += Math.log2(h[level]! / m[level]!);
    return { about: name, level: levels[level]!, bits, message: message(`identity.${name}.${levels[level]!}`) };
  });
  if (nameBits !== 0)
    evidence.push({
      about: 'rarity',
      level: null,
      bits: nameBits,
      message: message(nameBits > 0 ? 'identity.rarity.rare' : 'identity.rarity.frequent'),
    });
  if (householdPrior > 0) {
    const bits = -Math.log2(1 + 2 ** (household + against));
    evidence.push({ about: 'household', level: null, bits, message: message('identity.household') });
  }
  evidence.push({
    about: 'prior',
    level: null,
    bits: Math.log2(prior / stranger),
    message: message('identity.prior', { pairs: Math.round(1 / prior) }),
  });
  return evidence;
};
