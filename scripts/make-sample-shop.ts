/** Writes the sample shop that the app ships, and the truth about its customers that only tests know. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeSampleShop } from './sample-shop/make-sample-shop.ts';

const root = join(import.meta.dirname, '..');
const seed = 1;

/** Node writes no time into the header; the byte of the system is set to “unknown”, so that it says nothing either. */
const compress = (text: string): Buffer => {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
};

const { orders, customers, truth } = makeSampleShop(seed);
writeFileSync(join(root, 'assets/sample-shop.csv.gz'), compress(orders));
writeFileSync(join(root, 'assets/sample-customers.csv'), customers);
writeFileSync(join(root, 'tests/fixtures/sample-truth.csv.gz'), compress(truth));
console.log(
  `Sample shop: ${orders.split('\n').length - 2} order lines, ${customers.split('\n').length - 2} customers.`,
);
