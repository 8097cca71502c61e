import { busyDay, busyMinute, lastDay } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Habit } from './kinds.ts';
import { categories, type Product, priceOn, seasonOf } from './products.ts';

export interface Line {
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
}

export interface Order {
  readonly day: number;
  readonly minute: number;
  /** Empty for sales over the counter to nobody known. */
  readonly customer: string;
  readonly isReturn: boolean;
  readonly lines: readonly Line[];
}

type Shopping = Pick<Habit, 'things' | 'pieces' | 'tastes' | 'reduced'>;

/** Somebody walks in, buys a little and leaves no name. */
const passerBy: Shopping = {
  things: [1, 2],
  pieces: [1, 2],
  tastes: [1, 1, 1, 0.4, 2, 2, 1.5, 0],
  reduced: 0.1,
};

export const createOrderMaker = (dice: Dice, products: readonly Product[]) => {
  const shelves = categories.map((category) => {
    const list = products.filter((product) => product.category === category);
    return { category, list, weights: list.map(({ popularity }) => popularity) };
  });

  const lineOn = (day: number, { pieces, tastes, reduced }: Shopping, isFirst: boolean): Line => {
    const drawn = tastes.map((taste, i) => taste * seasonOf(categories[i]!, day));
    const shelf = shelves[dice.weighted(drawn)]!;
    const product = shelf.list[dice.weighted(shelf.weights)]!;
    const quantity = dice.whole(...pieces) * (product.price < 5 ? dice.whole(1, 3) : 1);
    // Now and then something is given away with what was bought, and the till writes it down.
    const price = !isFirst && dice.chance(0.0006) ? 0 : priceOn(product, day, dice.chance(reduced));
    return { product, quantity, price };
  };

  const orderOn = (day: number, customer: string, shopping: Shopping): Order => {
    const lines = Array.from({ length: dice.whole(...shopping.things) }, (_, i) => lineOn(day, shopping, i === 0));
    return { day, minute: busyMinute(dice), customer, isReturn: false, lines };
  };

  /** Brings some of an order back within a few weeks; nothing where the books end before. */
  const returnOf = (order: Order): Order[] => {
    const day = order.day + dice.whole(2, 25);
    const line = dice.pick(order.lines);
    const lines = [{ ...line, quantity: -dice.whole(1, line.quantity) }];
    return day > lastDay ? [] : [{ ...order, day, minute: busyMinute(dice), isReturn: true, lines }];
  };

  return {
    /** Everything one customer did: first the orders, then what came back. */
    ordersOf: (customer: string, habit: Habit): Order[] => {
      const orders = habit.days(dice).map((day) => orderOn(day, customer, habit));
      return [...orders, ...orders.flatMap((order) => (dice.chance(0.025) ? returnOf(order) : []))];
    },
    tillSales: (count: number): Order[] =>
      Array.from({ length: count }, () => orderOn(busyDay(dice, 0, lastDay), '', passerBy)),
  };
};
