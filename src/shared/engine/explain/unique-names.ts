import { type Message, message } from '../../model/message.ts';

const idOf = ({ key, values }: Message): string =>
  JSON.stringify([key, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Places that share a name, each group in order. */
const clashes = (names: readonly Message[]): number[][] => {
  const groups = new Map<string, number[]>();
  names.forEach((name, place) => {
    const id = idOf(name);
    groups.set(id, [...(groups.get(id) ?? []), place]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
};

/**
 * A name for everybody, no two the same. Each has candidates from the shortest to the most exact; those that clash go
 * on to their next ones together, and where none is left they are numbered. O(names² × candidates).
 */
export const uniqueNames = (candidates: readonly (readonly [Message, ...Message[]])[]): Message[] => {
  const at = candidates.map(() => 0);
  const names = (): Message[] => candidates.map((list, place) => list[at[place]!]!);
  for (;;) {
    const places = clashes(names())
      .flat()
      .filter((place) => at[place]! + 1 < candidates[place]!.length);
    if (places.length === 0) break;
    for (const place of places) at[place]! += 1;
  }
  const settled = names();
  for (const group of clashes(settled))
    group.slice(1).forEach((place, i) => {
      const { key, values } = settled[place]!;
      settled[place] = message(key, { ...values, number: i + 2 });
    });
  return settled;
};
