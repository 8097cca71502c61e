import { monthOf } from './calendar.ts';
import type { Dice } from './dice.ts';

export interface Product {
  readonly name: string;
  readonly category: string;
  readonly price: number;
  /** Weight among its category: few things sell all the time, most now and then. */
  readonly popularity: number;
}

/** [thing, usual price] by category; each comes in several kinds. */
const things: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  Kitchen: [
    ['Stoneware mug', 9.9],
    ['Cereal bowl', 11.9],
    ['Dinner plate', 14.9],
    ['Enamel jug', 18.9],
    ['Oak chopping board', 24.9],
    ['Storage jar', 8.9],
  ],
  Candles: [
    ['Scented candle', 12.9],
    ['Tall candle pair', 6.5],
    ['Glass lantern', 19.9],
    ['Tea light holder', 4.9],
  ],
  Garden: [
    ['Terracotta pot', 11.5],
    ['Watering can', 22.9],
    ['Seed packet', 2.9],
    ['Bird feeder', 16.9],
    ['Garden gloves', 8.9],
  ],
  Textiles: [
    ['Linen cushion', 26.9],
    ['Tea towel', 7.9],
    ['Wool throw', 49.0],
    ['Table runner', 19.9],
  ],
  Paper: [
    ['Greeting card', 2.8],
    ['Gift wrap roll', 4.5],
    ['Notebook', 7.9],
    ['Desk calendar', 11.9],
  ],
  'Little gifts': [
    ['Wooden animal', 8.5],
    ['Trinket dish', 6.9],
    ['Soap bar', 5.5],
    ['Key ring', 4.9],
    ['Puzzle', 14.9],
  ],
  Christmas: [
    ['Glass bauble', 4.9],
    ['Advent calendar', 16.9],
    ['Paper star', 12.9],
    ['Felt garland', 14.5],
  ],
  Furniture: [
    ['Floor lamp', 149.0],
    ['Wool rug', 229.0],
    ['Side table', 119.0],
    ['Garden bench', 289.0],
    ['Wall mirror', 98.0],
  ],
};
export const categories = Object.keys(things);

const kinds = ['moss', 'chalk', 'slate', 'honey', 'rust', 'sky', 'berry', 'plain', 'striped', 'dotted'];

/** Prices end as they do in shops. */
const shopPrice = (price: number): number => (price < 60 ? Math.round(price * 10) / 10 : Math.round(price));

export const makeProducts = (dice: Dice): readonly Product[] =>
  Object.entries(things).flatMap(([category, list]) =>
    list.flatMap(([thing, price]) =>
      kinds.map((kind) => ({
        name: `${thing} ${kind}`,
        category,
        price: shopPrice(price * dice.uniform(0.85, 1.2)),
        popularity: 1 / dice.whole(1, 60),
      })),
    ),
  );

/** What the season does to a category. */
export const seasonOf = (category: string, day: number): number => {
  const month = monthOf(day);
  if (category === 'Christmas') return month >= 9 ? (month === 11 ? 3 : 1.6) : 0;
  if (category === 'Garden') return month >= 2 && month <= 7 ? 1.8 : 0.4;
  if (category === 'Candles') return month >= 9 || month <= 1 ? 1.5 : 0.8;
  return 1;
};

/** Clearance in January and July. */
const isSale = (day: number): boolean => [0, 6].includes(monthOf(day));
/** Everything became a little dearer on 1 January 2025. */
const dearerFrom = 397;

export const priceOn = (product: Product, day: number, reduced: boolean): number => {
  const list = product.price * (day >= dearerFrom ? 1.04 : 1);
  const now = reduced ? list * (isSale(day) ? 0.55 : 0.7) : isSale(day) ? list * 0.85 : list;
  return Math.round(now * 10) / 10;
};
