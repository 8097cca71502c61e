import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createRandom } from '../../src/shared/engine/random.ts';

const root = join(import.meta.dirname, '../..');

/** One customer a line: five kinds of people with four facts. */
function* customerLines(customers: number): Generator<string> {
  const random = createRandom(9);
  const near = () => random() + random() + random() - 1.5;
  yield 'Customer,Age,Visits,Basket,Distance\n';
  for (let i = 0; i < customers; i += 1) {
    const kind = i % 5;
    const value = (middle: number, spread: number) => (middle + spread * near()).toFixed(1);
    yield `C${i},${value(25 + 9 * kind, 8)},${value(5 + ((kind * 7) % 5) * 8, 6)},${value(30 + 20 * (kind % 3), 15)},${value(10, 6)}\n`;
  }
}

/** How often they come, how much they spend, since when they are gone. */
const kinds = [
  [1, 20, 650],
  [1, 400, 500],
  [3, 35, 200],
  [4, 120, 120],
  [6, 60, 40],
  [8, 25, 20],
  [12, 180, 15],
] as const;

/** Orders of so many customers of seven kinds. */
function* orderLines(customers: number): Generator<string> {
  const random = createRandom(5);
  yield 'Customer,Order,Date,Amount\n';
  let order = 0;
  for (let customer = 1; customer <= customers; customer += 1) {
    const [orders, spend, gone] = kinds[Math.floor(random() ** 1.5 * kinds.length)]!;
    const count = Math.max(1, Math.round(orders * (0.5 + random())));
    for (let i = 0; i < count; i += 1) {
      order += 1;
      const daysAgo = Math.floor(gone * (0.3 + random()) + i * 30 * random());
      const day = new Date(Date.UTC(2025, 10, 30) - daysAgo * 86_400_000).toISOString().slice(0, 10);
      yield `C${customer},O${order},${day},${(spend * (0.4 + 1.2 * random())).toFixed(2)}\n`;
    }
  }
}

/** So many lines go to the disk at once. */
const atOnce = 20_000;
function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < atOnce) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

const tessera = (...words: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => {
      errors += data;
    });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tessera ${words[0]}: ${errors}`))));
  });

/** A project with segments, of made-up customers with facts or with orders. */
export const makeProject = async (folder: string, of: 'customers' | 'orders', customers: number): Promise<string> => {
  const file = join(folder, `${of}-${customers}.csv`);
  const project = join(folder, `${of}-${customers}.tessera`);
  const lines = of === 'customers' ? customerLines(customers) : orderLines(customers);
  await pipeline(Readable.from(inPieces(lines)), createWriteStream(file));
  await tessera('import', project, file);
  await tessera('segment', project);
  return project;
};
