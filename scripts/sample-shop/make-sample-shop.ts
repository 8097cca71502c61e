import { writeMoment } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import { habits, type Kind, kinds } from './kinds.ts';
import { createOrderMaker, type Order } from './make-orders.ts';
import { createPeople, type Person } from './people.ts';
import { makeProducts } from './products.ts';

export interface SampleShop {
  /** Order lines as the till exports them. */
  readonly orders: string;
  /** One row a customer. */
  readonly customers: string;
  /** The hidden kind of each customer; never shipped. */
  readonly truth: string;
}

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

/** Kinds in an order that gives nothing away. */
const shuffledKinds = (dice: Dice): Kind[] => {
  const all = kinds.flatMap((kind) => Array<Kind>(habits[kind].customers).fill(kind));
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = dice.whole(0, i);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
};

const writeOrders = (orders: readonly Order[]): string => {
  const inTime = [...orders].sort((a, b) => a.day - b.day || a.minute - b.minute);
  return csv(
    'Order,Date,Customer,Product,Category,Quantity,Price',
    inTime.flatMap(({ day, minute, customer, isReturn, lines }, i) =>
      lines.map(({ product, quantity, price }) => [
        `${isReturn ? 'C' : ''}${500_001 + i}`,
        writeMoment(day, minute),
        customer,
        product.name,
        product.category,
        quantity,
        price.toFixed(2),
      ]),
    ),
  );
};

/** About one order in twelve is sold over the counter to nobody known. */
const tillSales = 1700;

/** A small home, garden and gift shop that never was, with customers of seven kinds. The same for the same seed. */
export const makeSampleShop = (seed: number): SampleShop => {
  const dice = createDice(seed);
  const maker = createOrderMaker(dice, makeProducts(dice));
  const nextPerson = createPeople(dice);
  const customers = shuffledKinds(dice).map((kind, i) => {
    const habit = habits[kind];
    const person: Person = nextPerson();
    const key = `M-${10_001 + i}`;
    return {
      key,
      kind,
      orders: maker.ordersOf(key, habit),
      row: [
        key,
        person.name,
        person.email,
        person.town,
        dice.chance(habit.web) ? 'Web' : 'Shop',
        person.birthday,
        person.consent,
        Math.floor(dice.around(habit.visits, 0.35) + dice.uniform(0, 1)),
        person.email === '' ? 0 : Math.floor(dice.around(habit.opens, 0.4) + dice.uniform(0, 1)),
      ],
    };
  });
  return {
    orders: writeOrders([...customers.flatMap(({ orders }) => orders), ...maker.tillSales(tillSales)]),
    customers: csv(
      'Customer,Name,E-mail,City,Channel,Birthday,Newsletter,Web visits,E-mail opens',
      customers.map(({ row }) => row),
    ),
    truth: csv(
      'Customer,Kind',
      customers.map(({ key, kind }) => [key, kind]),
    ),
  };
};
