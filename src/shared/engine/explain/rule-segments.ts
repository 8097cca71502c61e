import { type Message, message } from '../../model/message.ts';
import { quantileOf } from '../prepare/quantile.ts';
import type { OrderColumns } from './order-facts.ts';
import { roundThresholds } from './round-threshold.ts';

interface RuleSegment {
  /** One of the names that segments of orders have. */
  readonly name: Message;
  /** Who is in it: everybody of whom this is true and nobody else. */
  readonly rule: Message;
  readonly size: number;
  readonly share: number;
}

export interface RuleSegments {
  /** One a customer, an index into `segments`. */
  readonly labels: Int32Array;
  /** From the best customers to those long gone; none is empty. */
  readonly segments: readonly RuleSegment[];
  /** Lately: at most so many days since the last order. Often: at least so many orders. Much: at least so much spent. */
  readonly thresholds: { readonly days: number | null; readonly orders: number | null; readonly spent: number | null };
}

/** The upper third: of the orders, of the money, and of the days since the last order. */
const upperThird = 2 / 3;
/** Nobody who ordered once orders often. */
const oftenFrom = 2;

const thresholdOf = (values: Float64Array | null, isWhole: boolean): number | null => {
  const known = values?.filter((value) => Number.isFinite(value));
  if (known === undefined || known.length === 0) return null;
  const third = quantileOf(known, upperThird);
  return roundThresholds(third, third, isWhole)[0] ?? third;
};

/** One combination of answers: ordered lately, ordered often, spent much. */
interface Kind {
  readonly name: string;
  readonly isLate: boolean;
  readonly often: boolean;
  readonly much: boolean;
  /** Whether one of the two is enough. */
  readonly either?: true;
}

const kinds: readonly Kind[] = [
  { name: 'best', isLate: true, often: true, much: true },
  { name: 'loyal', isLate: true, often: true, much: false },
  { name: 'rareBig', isLate: true, often: false, much: true },
  { name: 'occasional', isLate: true, often: false, much: false },
  { name: 'valuableGone', isLate: false, often: true, much: true, either: true },
  { name: 'longGone', isLate: false, often: false, much: false },
];

/** The name where orders or money are not known. */
const nameOf = (kind: Kind, { orders, spent }: RuleSegments['thresholds']): string => {
  if (spent === null && orders !== null) return { best: 'frequent', valuableGone: 'loyalGone' }[kind.name] ?? kind.name;
  if (orders === null && spent !== null)
    return { best: 'bigSpenders', occasional: 'smallSpenders' }[kind.name] ?? kind.name;
  return kind.name === 'occasional' && orders === null ? 'promising' : kind.name;
};

/**
 * A division by plain rules on days since the last order, orders and money, as it is offered beside segments without
 * natural groups: who was here lately (all but the third that is quiet longest) is a best customer, a loyal regular, a
 * rare big spender or an occasional buyer by the upper thirds of orders and money; who was not is valuable but gone, or
 * long gone. Thresholds are round numbers. Six parts where all three are known and four where two are; a part that
 * nobody is in is left out. A missing value counts as neither late, often nor much. The same input gives the same
 * parts, and every customer is in exactly one. O(customers).
 * @param columns of which at least one is known; a NaN is missing
 */
export const ruleSegments = ({ days, orders, spent }: OrderColumns): RuleSegments => {
  const customers = (days ?? orders ?? spent)!.length;
  const often = thresholdOf(orders, true);
  const thresholds = {
    days: thresholdOf(days, true),
    orders: often === null ? null : Math.max(oftenFrom, often),
    spent: thresholdOf(spent, false),
  };
  const isLate = (row: number) => thresholds.days === null || days![row]! <= thresholds.days;
  const isOften = (row: number) => thresholds.orders !== null && orders![row]! >= thresholds.orders;
  const isMuch = (row: number) => thresholds.spent !== null && spent![row]! >= thresholds.spent;
  const kindOf = (row: number): number => {
    const much = isMuch(row);
    if (!isLate(row)) return much || isOften(row) ? 4 : 5;
    // Without orders or money the one that is known stands for both.
    const often = thresholds.orders === null ? much : isOften(row);
    const rich = thresholds.spent === null ? often : much;
    return often ? (rich ? 0 : 1) : rich ? 2 : 3;
  };
  const codes = Int32Array.from({ length: customers }, (_, row) => kindOf(row));
  const sizes = kinds.map(() => 0);
  for (const code of codes) sizes[code]! += 1;
  const present = kinds.flatMap((kind, code) => (sizes[code]! > 0 ? [{ kind, code }] : []));
  const indexOf = new Map(present.map(({ code }, index) => [code, index]));
  return {
    labels: codes.map((code) => indexOf.get(code)!),
    segments: present.map(({ kind, code }) => ({
      name: message(`segment.${nameOf(kind, thresholds)}.name`),
      rule: message('ruleSegment.rule', {
        ...thresholds,
        late: kind.isLate,
        often: kind.often,
        much: kind.much,
        either: kind.either ?? false,
      }),
      size: sizes[code]!,
      share: sizes[code]! / customers,
    })),
    thresholds,
  };
};
