import { type Message, message } from '../../model/message.ts';
import type { KeySample, NamedColumn } from './join-tables.ts';
import type { KeyMatch, MatchedSide } from './match-keys.ts';

export interface JoinScore {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Message[];
}

/** Words in headings that many keys of different things have. */
const general = new Set(['id', 'no', 'nr', 'number', 'nummer', 'key', 'code', 'the', 'of']);

const tokensOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
    .map((token) => (token.length > 3 ? token.replace(/s$/, '') : token));

/** How alike two headings are: 1 for the same words, else the share of telling words in common (Jaccard). */
const alikeNames = (a: string, b: string): number => {
  const [inA, inB] = [tokensOf(a), tokensOf(b)];
  if (inA.length > 0 && inA.join(' ') === inB.join(' ')) return 1;
  const telling = (tokens: string[]) => new Set(tokens.filter((token) => !general.has(token)));
  const [one, other] = [telling(inA), telling(inB)];
  const common = [...one].filter((token) => other.has(token)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
};

/** Whole numbers without gaps, as anything that is counted has: that they are in another column says nothing. */
const isCounted = ({ values, share }: KeySample): boolean => {
  const numbers = values.map(Number);
  if (numbers.some((n) => !Number.isInteger(n))) return false;
  const [least, most] = numbers.reduce(
    ([low, high], n) => [Math.min(low, n), Math.max(high, n)],
    [Infinity, -Infinity],
  );
  return least >= 0 && least <= 1000 && most - least + 1 <= (3 * values.length) / share;
};

/** Share of the values that only one row has. */
const uniqueness = ({ keys, repeatedKeys }: MatchedSide): number => (keys === 0 ? 0 : 1 - repeatedKeys / keys);

/**
 * How likely two columns join their tables: how much of the one is found in the other, how telling that is (many values
 * that are no mere counts, or headings or roles that agree), and whether one side has every value once. O(values).
 */
export const scoreJoin = (
  match: KeyMatch,
  columns: readonly [NamedColumn, NamedColumn],
  samples: readonly [KeySample, KeySample],
): JoinScore => {
  const [left, right] = match.sides;
  const included = Math.max(match.keys / Math.max(1, left.keys), match.keys / Math.max(1, right.keys));
  const areCounted = isCounted(samples[0]) && isCounted(samples[1]);
  const telling = (areCounted ? 0.2 : 1) * Math.min(1, Math.log2(1 + match.keys) / 8);
  const [one, other] = columns;
  const sameRole = one.role !== undefined && one.role !== 'none' && one.role === other.role;
  const names = alikeNames(one.name, other.name);
  const unique = Math.max(uniqueness(left), uniqueness(right));
  const believed = 1 - (1 - telling) * (1 - 0.9 * names) * (1 - (sameRole ? 0.8 : 0));
  const score = Math.min(1, included) * (0.1 + 0.9 * believed) * (0.25 + 0.75 * unique ** 2);
  const reasons = [message('join.reason.found', { share: Math.min(1, included), keys: match.keys })];
  if (match.form !== 'exact') reasons.push(message(`join.reason.form.${match.form}`));
  if (names === 1) reasons.push(message('join.reason.sameName', { name: one.name }));
  else if (names > 0) reasons.push(message('join.reason.alikeNames', { left: one.name, right: other.name }));
  if (sameRole) reasons.push(message('join.reason.sameRole', { role: one.role! }));
  if (areCounted) reasons.push(message('join.reason.counted'));
  if (!match.isExact) reasons.push(message('join.reason.sample'));
  return { score, reasons };
};
