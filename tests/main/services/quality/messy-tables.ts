import { createRandom } from '../../../../src/shared/engine/random.ts';

type Cells = (string | number)[];

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const syllables = 'ba ke li mo nu ra se ti vo za'.split(' ');
const word = (n: number): string =>
  syllables[n % 10]! + syllables[Math.floor(n / 10) % 10]! + syllables[Math.floor(n / 100) % 10]!;
const title = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** A table of customers with nothing wrong in it. */
export const cleanCustomers = (count: number): Cells[] => {
  const random = createRandom(11);
  const header = ['Customer', 'Name', 'E-mail', 'City', 'Payment', 'Birthday', 'Age', 'Income', 'Visits'];
  return [
    header,
    ...Array.from({ length: count }, (_, i): Cells => {
      const born = 1950 + Math.floor(random() * 50);
      const name = `${title(word(i))} ${title(word(i * 7 + 3))}`;
      return [
        `K${1000 + i}`,
        name,
        `${name.toLowerCase().replace(' ', '.')}${i}@post.test-shop.com`,
        ['Berlin', 'Hamburg', 'Köln', 'München'][Math.floor(random() * 4)]!,
        ['Card', 'Invoice', 'Cash on Delivery'][Math.floor(random() * 3)]!,
        `${born}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`,
        2025 - born,
        Math.round(20_000 + 40_000 * random()),
        Math.floor(random() * 30),
      ];
    }),
  ];
};

/** Order lines with nothing wrong in them: every line differs, every order has one customer and one day. */
export const cleanLines = (orders: number): Cells[] => {
  const random = createRandom(12);
  const rows: Cells[] = [['Order', 'Customer', 'Date', 'Product', 'Description', 'Quantity', 'Price']];
  for (let o = 0; o < orders; o += 1) {
    const customer = `K${1000 + Math.floor(random() * 100)}`;
    const on = day(Math.floor((o / orders) * 360));
    const lines = 1 + Math.floor(random() * 4);
    for (let i = 0; i < lines; i += 1) {
      const product = (Math.floor(random() * 20) * 4 + i) % 80;
      const price = (2 + (product % 17)).toFixed(2);
      rows.push([
        5000 + o,
        customer,
        on,
        `2${1000 + product}`,
        `Mug ${title(word(product))}`,
        1 + Math.floor(random() * 5),
        price,
      ]);
    }
  }
  return rows;
};
