import type { Message } from '../../model/message.ts';
import { isNoticeable, mostTraits, nameValues, type Trait } from './traits.ts';
import { nameId } from './unique-names.ts';

/** What earlier runs say about the names of this one. */
export interface KnownNames {
  /** For each segment the name that it had in the run before, null for a new one. */
  readonly before: readonly (Message | null)[];
  /** Names that no segment may be given: a person has given them to another. */
  readonly avoid: readonly Message[];
}

export const noKnownNames: KnownNames = { before: [], avoid: [] };

/** The number only tells apart who is called the same. */
const withoutNumber = ({ key, values: { number: _, ...values } }: Message): Message => ({ key, values });

export const isSameName = (one: Message, other: Message): boolean =>
  nameId(withoutNumber(one)) === nameId(withoutNumber(other));

export const isAvoided = (name: Message, { avoid }: KnownNames): boolean => avoid.some((one) => isSameName(one, name));

const places = ['first', 'second', 'third', 'fourth'] as const;

/** Every trait that a name lists is still one, as strong as it says; nothing else is in it. */
const holds = ({ key, values }: Message, traits: readonly Trait[]): boolean => {
  if (key !== 'segment.traits.name' && key !== 'segment.average.name') return false;
  if ((key === 'segment.average.name') === traits.some(isNoticeable)) return false;
  const listed = places.slice(0, mostTraits).filter((place) => values[`${place}Kind`] !== undefined);
  if (Object.keys(withoutNumber({ key, values }).values).length !== listed.length * 4) return false;
  return listed.every((place) =>
    traits.some((trait) => {
      const says = nameValues([trait], values[`${place}Degree`] === 'very');
      return ['Name', 'Kind', 'Up', 'Degree'].every((part) => says[`first${part}`] === values[`${place}${part}`]);
    }),
  );
};

/**
 * The candidates for a segment's name, or nothing but the name it had where that is still true of it: it would be among
 * the candidates, or the traits it lists still set the segment apart, in whatever order.
 * @param isTrueToo what else makes a name that was given before a true one
 */
export const keepName = (
  candidates: readonly [Message, ...Message[]],
  traits: readonly Trait[],
  at: number,
  known: KnownNames,
  isTrueToo: (before: Message) => boolean = () => false,
): readonly [Message, ...Message[]] => {
  const before = known.before[at] ?? null;
  const isTrue =
    before !== null &&
    (candidates.some((one) => isSameName(one, before)) || holds(before, traits) || isTrueToo(before));
  if (isTrue && !isAvoided(before, known)) return [before];
  const [first, ...more] = candidates.filter((one) => !isAvoided(one, known));
  return first === undefined ? candidates : [first, ...more];
};
