import { type Message, message } from '../../model/message.ts';

/** The same for names that read the same. */
export const nameId = ({ key, values }: Message): string =>
  JSON.stringify([key, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Places that share a name, each group in order. */
const clashes = (names: readonly Message[]): number[][] => {
  const groups = new Map<string, number[]>();
  names.forEach((name, place) => {
    const id = nameId(name);
    groups.set(id, [...(groups.get(id) ?? []), place]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
};

/**
 * A name for everybody, no two the same. Each has candidates from the shortest to the most exact; those that clash go
 * on to their next ones together, and where none is left they are numbered, those that had no choice last.
 * O(names² × candidates).
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
  for (const group of clashes(settled)) {
    const [, ...others] = group.sort((a, b) => candidates[a]!.length - candidates[b]!.length || a - b);
    for (const place of others) {
      const { key, values } = settled[place]!;
      const taken = new Set(settled.map(nameId));
      const numbered = (number: number) => message(key, { ...values, number });
      let number = 2;
      while (taken.has(nameId(numbered(number)))) number += 1;
      settled[place] = numbered(number);
    }
  }
  return settled;
};
