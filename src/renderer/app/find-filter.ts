import type { SpotlightActionData, SpotlightActionGroupData, SpotlightFilterFunction } from '@mantine/spotlight';

type Action = SpotlightActionData | SpotlightActionGroupData;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase();
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const textsOf = ({ keywords }: SpotlightActionData): string =>
  Array.isArray(keywords) ? keywords.join(' ') : (keywords ?? '');

/** How well a thing fits, 0 best; null where a word of the question begins none of its words. */
const rank = (asked: readonly string[], action: SpotlightActionData): number | null => {
  const label = wordsOf(action.label ?? '');
  const others = [...wordsOf(action.description ?? ''), ...wordsOf(textsOf(action))];
  const begins = (words: readonly string[], one: string) => words.some((word) => word.startsWith(one));
  if (!asked.every((one) => begins(label, one) || begins(others, one))) return null;
  const inLabel = asked.filter((one) => begins(label, one)).length;
  return asked.length - inLabel + (label[0]?.startsWith(asked[0] ?? '') === true ? 0 : 0.5);
};

/** By the beginnings of words, in any order, in what a thing is called and in what people may call it. */
export const findFilter: SpotlightFilterFunction = (query, actions) => {
  const asked = wordsOf(query);
  if (asked.length === 0) return actions;
  const groups = actions.flatMap((action: Action): { best: number; group: Action }[] => {
    const isGroup = 'actions' in action;
    const found = (isGroup ? action.actions : [action])
      .flatMap((one) => {
        const place = rank(asked, one);
        return place === null ? [] : [{ one, place }];
      })
      .sort((a, b) => a.place - b.place);
    if (found.length === 0) return [];
    const kept = found.map(({ one }) => one);
    return [{ best: found[0]!.place, group: isGroup ? { ...action, actions: kept } : kept[0]! }];
  });
  return groups.sort((a, b) => a.best - b.best).map(({ group }) => group) as typeof actions;
};
