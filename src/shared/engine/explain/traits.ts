import type { Message } from '../../model/message.ts';
import type { ProfileCell } from '../../model/segmentation.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import type { ColumnFact, FactKind } from './column-fact.ts';
import { noticeable } from './profile.ts';
import { type Summary, summarise } from './summarise.ts';

/** In names: from here on “high”, below that “higher”. */
export const marked = 0.6;
/** In names that would clash: from here on “very high”. */
const extreme = 1.4;
/** In names that would clash: from here on “slightly higher”. */
const slight = 0.12;

/** Below this share nobody says yes. */
const hardly = 0.005;

/** One thing that sets a segment apart from everybody. */
export interface Trait {
  readonly fact: ColumnFact;
  /** `everySpentOn`: the same holds for every column of money spent on something. */
  readonly kind: FactKind | 'everySpentOn';
  readonly effect: number;
  /** Typical of the segment and of everybody: medians, or means where those are equal, or shares of a flag. */
  readonly typical: number;
  readonly all: number;
  readonly basis: 'median' | 'mean' | 'share';
}

const traitOf = (fact: ColumnFact, { effect, mean, median }: ProfileCell, all: Summary): Trait | null => {
  if (mean === null || median === null || all.mean === null || all.median === null) return null;
  const { kind } = fact;
  if (kind === 'flag') return { fact, kind, effect, typical: mean, all: all.mean, basis: 'share' };
  if (median !== all.median) return { fact, kind, effect, typical: median, all: all.median, basis: 'median' };
  return { fact, kind, effect, typical: mean, all: all.mean, basis: 'mean' };
};

/** What is said is true in plain numbers too, not only on the scale that distances were taken on. */
const holds = ({ effect, typical, all }: Trait): boolean => (effect < 0 ? typical < all : typical > all);

const byStrength = (a: Trait, b: Trait): number => Math.abs(b.effect) - Math.abs(a.effect) || a.fact.at - b.fact.at;

/** Three or more columns of money spent on something that all say the same are one trait. */
const join = (traits: readonly Trait[], facts: readonly ColumnFact[]): Trait[] => {
  const spentOn = traits.filter(({ kind, effect }) => kind === 'spentOn' && Math.abs(effect) >= noticeable);
  const [strongest] = spentOn;
  if (strongest === undefined || spentOn.length < 3) return [...traits];
  if (spentOn.length < facts.filter(({ kind }) => kind === 'spentOn').length) return [...traits];
  if (spentOn.some(({ effect }) => effect < 0 !== strongest.effect < 0)) return [...traits];
  return traits.flatMap((trait) =>
    trait === strongest ? [{ ...trait, kind: 'everySpentOn' as const }] : trait.kind === 'spentOn' ? [] : [trait],
  );
};

/** Each segment's traits, strongest first, those too weak for a name included. */
export const traitsOf = (
  facts: readonly ColumnFact[],
  raw: Matrix,
  profiles: readonly (readonly ProfileCell[])[],
): Trait[][] => {
  const all = facts.map(({ at }) => summarise(columnOf(raw, at)));
  return profiles.map((cells) => {
    const traits = facts
      .flatMap((fact, i) => traitOf(fact, cells[fact.at]!, all[i]!) ?? [])
      .filter((trait) => Math.abs(trait.effect) >= slight && holds(trait))
      .sort(byStrength);
    return join(traits, facts);
  });
};

/** Yes or no, and most of them say yes. */
export const isMostly = ({ basis, effect, typical }: Trait): boolean =>
  basis === 'share' && effect > 0 && typical > 0.5;

export const isNoticeable = ({ effect }: Trait): boolean => Math.abs(effect) >= noticeable;

/** How a trait is put: most of its words hang on this. */
export type TraitDegree = 'most' | 'none' | 'very' | 'much' | 'some' | 'slight';

const degreeOf = (trait: Trait, exact: boolean): TraitDegree => {
  if (isMostly(trait)) return 'most';
  const size = Math.abs(trait.effect);
  if (size < noticeable) return 'slight';
  if (trait.basis === 'share' && trait.typical < hardly) return 'none';
  if (size < marked) return 'some';
  return exact && size >= extreme ? 'very' : 'much';
};

const places = ['first', 'second', 'third', 'fourth'] as const;
/** No name lists more. */
export const mostTraits = places.length;

/**
 * Traits as the values of a name: `firstName`, `firstKind`, `firstUp`, `firstDegree`, `secondName` … In the order of
 * columns, so that names beside each other can be compared and the same traits always make the same name.
 */
export const nameValues = (traits: readonly Trait[], exact = false): Message['values'] =>
  Object.fromEntries(
    traits
      .slice(0, mostTraits)
      .sort((a, b) => a.fact.at - b.fact.at)
      .flatMap((trait, i) => [
        [`${places[i]}Name`, trait.kind === 'everySpentOn' ? '' : trait.fact.name],
        [`${places[i]}Kind`, trait.kind],
        [`${places[i]}Up`, trait.effect > 0],
        [`${places[i]}Degree`, degreeOf(trait, exact)],
      ]),
  );

/** Traits as the values of a reason: the name with what is typical and what is for everybody. */
export const reasonValues = (traits: readonly Trait[]): Message['values'] =>
  Object.fromEntries(
    traits.slice(0, mostTraits).flatMap(({ fact, basis, typical, all }, i) => [
      [`${places[i]}Name`, fact.name],
      [`${places[i]}Kind`, fact.kind],
      [`${places[i]}Basis`, basis],
      [`${places[i]}Typical`, typical],
      [`${places[i]}All`, all],
      [`${places[i]}Unit`, fact.unit],
      [`${places[i]}Money`, fact.isMoney],
    ]),
  );
