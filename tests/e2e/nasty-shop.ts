import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/shared/engine/random.ts';

const first = 'Ana Ben Cem Dora Emil Fatma Gerd Hana Ivo Jana Karl Lea Milan Nora Otto Pia Rafa Sara Tom Ute'.split(
  ' ',
);
const last = 'Adler Bauer Costa Dupont Evans Fischer Garcia Hansen Ivanov Jensen Keller Lopez Meyer Novak Olsen'.split(
  ' ',
);
const payments = ['Cash on Delivery', 'Cash on Delivery', 'Card', 'Card', 'Card', 'Invoice'];

/** Customers as years of hands left them, among 400 good rows: births in 1893, incomes of 666666, people put down twice. */
const customers = (random: () => number): string[] => {
  const rows = ['Customer,Name,E-mail,Birthday,Income,Payment,Country,Notes'];
  for (let i = 0; i < 400; i += 1) {
    const name = `${first[i % 20]} ${last[Math.floor(i / 20) % 15]}${i >= 300 ? 'son' : ''}`;
    const year = i % 97 === 5 ? 1893 : 1950 + Math.floor(random() * 50);
    const income = i % 131 === 7 ? 666666 : i % 9 === 0 ? '' : 18000 + Math.round(random() * 50000);
    const pay = i % 83 === 0 ? 'COD' : i % 61 === 0 ? 'card' : i % 113 === 3 ? 'Invoce' : payments[i % 6];
    const mail = i % 149 === 11 ? 'no mail' : `${name.toLowerCase().replace(' ', '.')}${i}@mail.test-shop.com`;
    rows.push(`C${1000 + i},${name},${mail},${year}-0${1 + (i % 9)}-${10 + (i % 18)},${income},${pay},Germany,`);
  }
  for (let i = 0; i < 6; i += 1) {
    const [, name = '', mail = '', birthday = '', ...rest] = rows[20 + 7 * i]!.split(',');
    rows.push([`C${2000 + i}`, name.toUpperCase(), ` ${mail.toUpperCase()}`, birthday, ...rest].join(','));
  }
  return rows;
};

const day = (n: number): string => new Date(Date.UTC(2025, 0, 2 + n)).toISOString().slice(0, 10);

/** Order lines with repeats, postage, returns, tests, days that have not been and one who bought a lorry load. */
const lines = (random: () => number): string[] => {
  const rows = ['Order,Customer,Date,Product,Description,Quantity,Price'];
  for (let order = 0; order < 1500; order += 1) {
    const who = `C${1000 + Math.floor(random() ** 2 * 400)}`;
    const on = day(Math.floor((order / 1500) * 480));
    for (let i = 0; i <= order % 3; i += 1) {
      const product = Math.floor(random() * 40);
      rows.push(
        `${5000 + order},${who},${on},2${1000 + product},Mug no. ${product},${1 + (order % 5)},${4 + (product % 9)}.50`,
      );
    }
    if (order % 11 === 0) rows.push(`${5000 + order},${who},${on},POST,Postage,1,4.90`);
    if (order % 125 === 9) rows.push(rows.at(-1)!);
  }
  rows.push(`7001,C1005,2034-05-01,21001,Mug no. 1,2,5.50`, `7002,C1006,2033-01-09,21002,Mug no. 2,1,6.50`);
  rows.push(`7003,C1007,2026-03-01,21003,Mug no. 3,4,7.50`, `7004,C1007,2026-03-08,21003,Mug no. 3,-4,7.50`);
  rows.push(`7005,C1008,2026-03-02,21099,Test product,1,1.00`, `7006,BULK,2026-03-03,21004,Mug no. 4,9000,3.00`);
  return rows;
};

/** A shop with everything wrong that a shop can have; the same every time. */
export const writeNastyShop = (folder: string): { orders: string; customers: string } => {
  const random = createRandom(1893);
  const files = { orders: join(folder, 'orders of the shop.csv'), customers: join(folder, 'customer list.csv') };
  writeFileSync(files.orders, `${lines(random).join('\n')}\n`);
  writeFileSync(files.customers, `${customers(random).join('\n')}\n`);
  return files;
};
