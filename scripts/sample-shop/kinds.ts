import { busyDay, lastDay } from './calendar.ts';
import type { Dice } from './dice.ts';

/** Hidden kinds of customer: what a good segmentation should find again. */
export const kinds = ['regular', 'gift', 'big', 'once', 'new', 'gone', 'bargain'] as const;
export type Kind = (typeof kinds)[number];

export interface Habit {
  /** Customers of this kind in the shop. */
  readonly customers: number;
  /** Days on which a customer orders, in any order; at least one. */
  days(dice: Dice): number[];
  /** Different things on one order, and how many of each. */
  readonly things: readonly [number, number];
  readonly pieces: readonly [number, number];
  /** What draws them, in the order of `categories`. */
  readonly tastes: readonly number[];
  /** Buys what is reduced. */
  readonly reduced: number;
  /** Web visits and e-mails opened in the last twelve months: the usual number. */
  readonly visits: number;
  readonly opens: number;
  /** Buys in the web shop rather than over the counter. */
  readonly web: number;
}

/** `count` orders from `first` on, the last of them `ago` days before the books end. */
const spread = (dice: Dice, count: number, first: number, ago: number): number[] => {
  const last = lastDay - ago;
  return [last, ...Array.from({ length: count - 1 }, () => busyDay(dice, Math.min(first, last), last))];
};

/** Presents are bought before Christmas and in May. */
const giftMonths = (month: number): number => (month === 11 ? 6 : month === 4 ? 3 : 0.03);

//                    Kitchen Candles Garden Textiles Paper Little Christmas Furniture
const everything = [2.0, 1.6, 1.5, 1.2, 1.4, 1.2, 1.4, 0.02];
const presents = [0.8, 1.4, 0.2, 0.5, 2.2, 3.0, 2.5, 0.0];
const furnishing = [0.1, 0.1, 0.1, 0.4, 0.0, 0.0, 0.0, 4.0];
const small = [0.8, 1.0, 1.0, 0.2, 2.0, 2.0, 1.0, 0.0];

export const habits: Readonly<Record<Kind, Habit>> = {
  regular: {
    customers: 480,
    days: (dice) =>
      spread(dice, Math.round(dice.around(19, 0.28)), dice.whole(0, 200), Math.floor(dice.around(9, 0.7))),
    things: [1, 4],
    pieces: [1, 2],
    tastes: everything,
    reduced: 0.1,
    visits: 44,
    opens: 30,
    web: 0.45,
  },
  gift: {
    customers: 560,
    days: (dice) => [
      busyDay(dice, 500, 572, giftMonths),
      ...Array.from({ length: dice.whole(2, 4) }, () => busyDay(dice, 0, 500, giftMonths)),
    ],
    things: [1, 3],
    pieces: [1, 3],
    tastes: presents,
    reduced: 0.05,
    visits: 5,
    opens: 4,
    web: 0.55,
  },
  big: {
    customers: 260,
    days: (dice) => spread(dice, dice.whole(2, 4), dice.whole(60, 400), dice.whole(20, 120)),
    things: [2, 4],
    pieces: [1, 2],
    tastes: furnishing,
    reduced: 0.05,
    visits: 18,
    opens: 10,
    web: 0.7,
  },
  once: {
    customers: 720,
    days: (dice) => [busyDay(dice, 0, lastDay - 230)],
    things: [1, 2],
    pieces: [1, 2],
    tastes: everything,
    reduced: 0.15,
    visits: 1.6,
    opens: 0.8,
    web: 0.4,
  },
  new: {
    customers: 380,
    days: (dice) => {
      const ago = Math.min(80, Math.floor(dice.around(16, 0.6)));
      return spread(dice, dice.whole(1, 2), lastDay - Math.min(88, ago + dice.whole(5, 50)), ago);
    },
    things: [1, 2],
    pieces: [1, 2],
    tastes: everything,
    reduced: 0.1,
    visits: 30,
    opens: 17,
    web: 0.75,
  },
  gone: {
    customers: 360,
    days: (dice) => spread(dice, Math.round(dice.around(13, 0.25)), 0, dice.whole(370, 470)),
    things: [2, 5],
    pieces: [1, 2],
    tastes: everything,
    reduced: 0.1,
    visits: 1.5,
    opens: 1.5,
    web: 0.4,
  },
  bargain: {
    customers: 240,
    days: (dice) => spread(dice, dice.whole(4, 8), dice.whole(0, 300), Math.floor(dice.around(40, 0.45))),
    things: [1, 2],
    pieces: [1, 1],
    tastes: small,
    reduced: 0.9,
    visits: 60,
    opens: 26,
    web: 0.95,
  },
};
