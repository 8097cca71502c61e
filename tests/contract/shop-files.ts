import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/shared/engine/random.ts';

/** Order lines of a small shop in plain CSV; every customer has orders. The same for the same numbers. */
export const writeOrders = (
  folder: string,
  { lines, customers }: { lines: number; customers: number },
  name = 'orders.csv',
): string => {
  const random = createRandom(lines);
  const rows = ['Invoice,Customer,Date,Quantity,Price'];
  for (let i = 0; i < lines; i++) {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10);
    rows.push(
      `I${100_000 + i},C${1000 + (i % customers)},${day},${1 + Math.floor(random() * 9)},${(1 + random() * 90).toFixed(2)}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
};
