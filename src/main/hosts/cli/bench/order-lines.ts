import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRandom } from '../../../../shared/engine/random.ts';

const header = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
const colours = ['RED', 'BLUE', 'WHITE', 'VINTAGE', 'SPOTTED'];
const things = ['MUG', 'LANTERN', 'TEA TOWEL', 'CAKE STAND', 'BUNTING', 'CLOCK', 'HOOK', 'GIFT BOX'];
const countries = ['United Kingdom', 'Germany', 'France', 'EIRE', 'Spain', 'Netherlands'];
const products = 4000;
const start = Date.UTC(2022, 0, 1);
const years = 3 * 365 * 86_400_000;
/** Lines of an order on average; fewer where everybody is to have an order. */
const usualBasket = 10;
const smallBasket = 4;
const linesAtOnce = 10_000;

/** CSV lines as a web shop writes them, in order of time; the same numbers give the same bytes. */
function* orderLines(rows: number, customers: number, everybody: boolean): Generator<string> {
  const basket = everybody ? smallBasket : usualBasket;
  const random = createRandom(20_260_101);
  const below = (limit: number, skew = 1): number => Math.floor(limit * random() ** skew);
  const catalogue = Array.from({ length: products }, (_, i) => {
    const code = `${10_000 + i}${i % 7 === 0 ? 'A' : ''}`;
    const name = `${colours[i % colours.length]} ${things[below(things.length)]} NO ${i}`;
    return [`${code},${name}`, (0.4 + 30 * random()).toFixed(2)] as const;
  });
  let order = 489_434;
  let orders = 0;
  let left = 0;
  let time = start;
  let head = '';
  let tail = '';
  let text = `${header}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    if (left === 0) {
      left = 1 + below(2 * basket - 1);
      order += 1;
      time += below((2 * years) / (rows / basket + 1));
      // Every second order is the first of the next customer, until everybody has one.
      const isFirst = everybody && orders % 2 === 0 && orders / 2 < customers;
      const customer = 12_346 + (isFirst ? orders / 2 : below(customers, 2));
      orders += 1;
      head = `${order},`;
      tail = `${customer},${countries[customer % countries.length]}\r\n`;
    }
    left -= 1;
    const [product, price] = catalogue[below(products, 2)]!;
    const at = new Date(time).toISOString();
    text += `${head}${product},${1 + below(24, 2)},${at.slice(0, 10)} ${at.slice(11, 19)},${price},${tail}`;
    if (row % linesAtOnce === linesAtOnce - 1) {
      yield text;
      text = '';
    }
  }
  yield text;
}

/**
 * Writes so many order lines; about 80 bytes each.
 * @param everybody whether each of the customers orders, as they do from eight lines a customer on
 */
export const writeOrderLines = (rows: number, customers: number, path: string, everybody = false): Promise<void> =>
  pipeline(Readable.from(orderLines(rows, customers, everybody)), createWriteStream(path));
