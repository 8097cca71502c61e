import { type Message, message } from '../../model/message.ts';
import type { ColumnFact } from './column-fact.ts';
import { type KnownNames, keepName } from './keep-name.ts';
import { round } from './round.ts';
import { isMostly, isNoticeable, marked, mostTraits, nameValues, reasonValues, type Trait } from './traits.ts';

/** What a segment is called, why and what to do about it. */
export interface Told {
  readonly names: readonly [Message, ...Message[]];
  readonly why: Message;
  readonly action: Message;
}

/** A segment as it is told by the columns of a customer table. */
export interface TraitSegment {
  /** Strongest first. */
  readonly traits: readonly Trait[];
  /** Its typical values of the facts that tell segments apart, those that do most first. */
  readonly typical: readonly { readonly fact: ColumnFact; readonly value: number; readonly all: number }[];
}

/** As exact as it is written, so that what differs is written differently. */
const roundAs = (kind: ColumnFact['kind'], value: number): number =>
  kind === 'birthYear' ? Math.round(value) : kind === 'flag' ? Math.round(value * 100) / 100 : round(value);

/** “…, Age about 43, Annual Income about 54 k$”: the last resort before numbers. */
const aboutValues = (typical: TraitSegment['typical']): Message['values'] =>
  Object.fromEntries(
    typical.slice(0, 2).flatMap(({ fact, value }, i) => [
      [`about${i + 1}Name`, fact.name],
      [`about${i + 1}Kind`, fact.kind],
      [`about${i + 1}Unit`, fact.unit],
      [`about${i + 1}Money`, fact.isMoney],
      [`about${i + 1}Value`, roundAs(fact.kind, value)],
    ]),
  );

/** Says enough alone: what most of a segment say yes to, or how much it spends on everything. */
const isTelling = (trait: Trait): boolean => isMostly(trait) || trait.kind === 'everySpentOn';

const namesOf = ({ traits, typical }: TraitSegment): [Message, ...Message[]] => {
  const strong = traits.filter(isNoticeable);
  const base = strong.length === 0 ? 'segment.average.name' : 'segment.traits.name';
  const [usual, ...further] = strong.length === 0 ? [0, 1, 2] : [2, 3, mostTraits];
  const sources = strong.length === 0 ? traits : strong;
  const telling = strong.slice(0, usual).filter(isTelling).slice(0, 1);
  const exact = nameValues(sources.slice(0, usual), true);
  const names = [
    ...telling.map((trait) => message(base, nameValues([trait]))),
    message(base, nameValues(sources.slice(0, usual))),
    ...further
      .filter((count) => count <= sources.length)
      .map((count) => message(base, nameValues(sources.slice(0, count)))),
    message(base, exact),
    message(base, { ...exact, ...aboutValues(typical.slice(0, 1)) }),
    message(base, { ...exact, ...aboutValues(typical) }),
  ];
  return names as [Message, ...Message[]];
};

const whyOf = ({ traits, typical }: TraitSegment): Message => {
  const strong = traits.filter(isNoticeable).slice(0, 2);
  if (strong.length > 0) return message('segment.why.traits', reasonValues(strong));
  const [first] = typical;
  if (first === undefined) return message('segment.why.nothing');
  const { fact, value, all } = first;
  const trait: Trait = {
    fact,
    kind: fact.kind,
    effect: 0,
    typical: value,
    all,
    basis: fact.kind === 'flag' ? 'share' : 'median',
  };
  return message('segment.why.average', reasonValues([trait]));
};

/** What one trait alone advises; null where it does not say enough. */
const adviceOf = (trait: Trait): Message | null => {
  const { fact, kind, effect } = trait;
  const up = effect > 0;
  if (kind === 'everySpentOn') return message(up ? 'segment.action.spendMuch' : 'segment.action.spendLittle');
  if (kind === 'spentOn') return message(up ? 'segment.action.like' : 'segment.action.miss', { name: fact.name });
  if (kind === 'since') return message(up ? 'segment.action.away' : 'segment.action.here');
  switch (fact.topic) {
    case 'spending':
      return message(up ? 'segment.action.spendMuch' : 'segment.action.spendLittle');
    case 'emails':
      return message(up ? 'segment.action.emails' : 'segment.action.noEmails');
    case 'purchases':
      return message(up ? 'segment.action.buyOften' : 'segment.action.buyRarely');
    case 'offers':
    case 'visits':
      return up ? message(`segment.action.${fact.topic}`) : null;
    case 'complaints':
    case 'campaigns':
      return isMostly(trait) ? message(`segment.action.${fact.topic}`) : null;
    default:
      return null;
  }
};

/** What can honestly be advised from what sets a segment apart. */
const actionOf = (traits: readonly Trait[]): Message => {
  if (!traits.some(isNoticeable)) return message('segment.average.action');
  const strong = traits.filter(({ effect }) => Math.abs(effect) >= marked).slice(0, 3);
  const of = (topic: ColumnFact['topic']) => strong.find(({ fact }) => fact.topic === topic);
  const income = of('income');
  const spending = of('spending');
  if (income !== undefined && spending !== undefined && income.effect > 0 !== spending.effect > 0)
    return message(income.effect > 0 ? 'segment.action.couldSpend' : 'segment.action.stretched');
  for (const trait of strong.slice(0, 2)) {
    const advice = adviceOf(trait);
    if (advice !== null) return advice;
  }
  return message('segment.action.try');
};

/** Names the segment at that label by what sets it apart, shortest name first; it keeps a name that is still true. */
export const tellByTraits = (segment: TraitSegment, label: number, known: KnownNames): Told => ({
  names: keepName(namesOf(segment), segment.traits, label, known),
  why: whyOf(segment),
  action: actionOf(segment.traits),
});
