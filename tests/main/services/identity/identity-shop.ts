import { createRandom } from '../../../../src/shared/engine/random.ts';
import { madeCustomers, type Noise, usualNoise } from '../../../support/made-customers.ts';
import { writeCsv } from '../quality/quality-shop.ts';

export interface MessyShop {
  /** A table of customers and one of their orders. */
  readonly files: readonly string[];
  /** By customer number, the person behind it. */
  readonly personOf: ReadonlyMap<string, number>;
}

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/**
 * Customers of whom many stand several times under other numbers, with slips, moves and missing cells, and orders of
 * each. Rows from `from` on are those of a later month.
 */
export const writeMessyShop = (
  folder: string,
  {
    count = 600,
    seed = 5,
    from = 0,
    to = count,
    name = '',
    noise = usualNoise,
  }: Partial<{
    count: number;
    seed: number;
    from: number;
    to: number;
    name: string;
    noise: Noise;
  }> = {},
): MessyShop => {
  const { records, people } = madeCustomers(count, seed, noise);
  const random = createRandom(seed + 100);
  const personOf = new Map<string, number>();
  const customers: (string | number)[][] = [
    ['Customer No', 'First name', 'Last name', 'E-mail', 'Phone', 'Street', 'Postal code', 'City', 'Date of birth'],
  ];
  const lines: (string | number)[][] = [['Order No', 'Customer No', 'Order date', 'Product', 'Quantity', 'Unit price']];
  for (let i = 0; i < count; i += 1) {
    const key = `K${10_000 + i}`;
    const orders = 1 + Math.floor(random() * 3);
    const bought = Array.from({ length: orders }, (_, o) => [
      day(Math.floor(random() * 300) + (from > 0 ? 300 : 0)),
      `Article ${Math.floor(random() * 20)}`,
      1 + Math.floor(random() * 4),
      (2 + Math.floor(random() * 40) / 2).toFixed(2),
      `${i}-${o}`,
    ]);
    if (i < from || i >= to) continue;
    personOf.set(key, people[i]!);
    const cells = [
      records.firstName,
      records.lastName,
      records.email,
      records.phone,
      records.street,
      records.postalCode,
      records.city,
      records.birthDate,
    ].map((column) => column![i] ?? '');
    customers.push([key, ...cells]);
    bought.forEach(([on, product, quantity, price], o) => {
      lines.push([String(100_000 + i * 10 + o), key, on!, product!, quantity!, price!]);
    });
  }
  return {
    files: [writeCsv(folder, `customers${name}.csv`, customers), writeCsv(folder, `orders${name}.csv`, lines)],
    personOf,
  };
};

/**
 * One shop, two channels: the web shop knows its customers by e-mail address and has their billing details on each order,
 * the till by the number of a card, with a list of who holds it. Many are in both.
 */
export const writeChannels = (folder: string, count = 800, seed = 21): MessyShop => {
  const { records, people } = madeCustomers(count, seed, { ...usualNoise, further: 0.8, missing: 0.05 });
  const random = createRandom(seed);
  const web: (string | number)[][] = [
    [
      'Name',
      'Email',
      'Created at',
      'Total',
      'Billing Name',
      'Billing Street',
      'Billing Zip',
      'Billing City',
      'Billing Phone',
    ],
  ];
  const cards: (string | number)[][] = [
    ['Kundennummer', 'Vorname', 'Nachname', 'PLZ', 'Ort', 'Telefon', 'Geburtsdatum', 'Punkte'],
  ];
  const till: (string | number)[][] = [['Receipt No', 'Kundennummer', 'Date', 'Amount']];
  const personOf = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const at = (name: 'email' | 'phone' | 'firstName' | 'lastName' | 'street' | 'postalCode' | 'city' | 'birthDate') =>
      records[name]![i] ?? '';
    const mail = at('email').toLowerCase();
    const isWeb = random() < 0.5;
    if (isWeb && (mail === '' || personOf.has(mail))) continue;
    const key = isWeb ? mail : `7000${10_000 + i}`;
    personOf.set(key, people[i]!);
    if (!isWeb)
      cards.push([key, at('firstName'), at('lastName'), at('postalCode'), at('city'), at('phone'), at('birthDate'), i]);
    for (let o = 1 + Math.floor(random() * 3); o > 0; o -= 1) {
      const on = day(Math.floor(random() * 300));
      const amount = (5 + Math.floor(random() * 90)).toFixed(2);
      if (isWeb)
        web.push([
          `#${5_000 + web.length}`,
          mail,
          on,
          amount,
          `${at('firstName')} ${at('lastName')}`,
          at('street'),
          at('postalCode'),
          at('city'),
          at('phone'),
        ]);
      else till.push([`R${till.length}`, key, on, amount]);
    }
  }
  return {
    files: [writeCsv(folder, 'web.csv', web), writeCsv(folder, 'cards.csv', cards), writeCsv(folder, 'till.csv', till)],
    personOf,
  };
};
