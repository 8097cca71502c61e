import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
beforeAll(() => {
  shop = createTestShop(folder);
});
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

interface Line {
  readonly order: string;
  readonly customer: string;
  readonly day: number;
  readonly product: string;
  readonly quantity: number;
}

const isoDay = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** A few orders of a few days; the same line may stand twice in an order, an order may go on on another day. */
const lines = fc.array(
  fc.record({
    order: fc.integer({ min: 1, max: 8 }).map((number) => `A${number}`),
    customer: fc.constantFrom('C1', 'C2', 'C3', ''),
    day: fc.integer({ min: 0, max: 4 }),
    product: fc.constantFrom('P1', 'P2'),
    quantity: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const withOrders = (file: readonly Line[]): string =>
  ['Order,Customer,Date,Product,Quantity,Price', ...file.map(textOf)].join('\n');
const textOf = ({ order, customer, day, product, quantity }: Line): string =>
  [order, customer, isoDay(day), product, quantity, '2.50'].join(',');
const withoutOrders = (file: readonly Line[]): string =>
  ['Customer,Date,Product,Quantity,Price', ...file.map((line) => textOf(line).split(',').slice(1).join(','))].join(
    '\n',
  );

/** What stands after all files: of every order and day the lines of the last file that has it. */
const lastFileWins = (files: readonly (readonly Line[])[], placeOf: (line: Line) => string): Line[] => {
  const places = new Map<string, Line[]>();
  for (const file of files) {
    const here = new Map<string, Line[]>();
    for (const line of file) here.set(placeOf(line), [...(here.get(placeOf(line)) ?? []), line]);
    for (const [place, own] of here) places.set(place, own);
  }
  return [...places.values()].flat();
};

const typed = {
  sheet: null,
  kind: 'orderLines',
  isOrderOnFirstLine: false,
  columns: [
    { name: 'Order', type: 'text', role: 'order' },
    { name: 'Customer', type: 'text', role: 'customer' },
    { name: 'Date', type: 'date', role: 'date' },
    { name: 'Product', type: 'text', role: 'product' },
    { name: 'Quantity', type: 'integer', role: 'quantity' },
    { name: 'Price', type: 'decimal', role: 'price' },
  ],
} as const;
const mappingOf = (hasOrders: boolean) => [
  { ...typed, columns: typed.columns.filter(({ role }) => hasOrders || role !== 'order').map((one) => ({ ...one })) },
];

let count = 0;
/** Imports one file after another and says what counts. */
const bring = async (texts: readonly string[], hasOrders: boolean) => {
  count += 1;
  const path = join(folder, `${count}.tessera`);
  await shop.writer.project.create({ name: 'Wins', path });
  const states = [];
  for (const [i, text] of texts.entries()) {
    const file = join(folder, `${count} ${i}.csv`);
    writeFileSync(file, `${text}\n`);
    // Small files leave much open; only the first is told, the others go by its recipe.
    const told = i === 0 ? { mapping: mappingOf(hasOrders), recipe: 'none' as const } : {};
    await shop.writer.recipe.import({ paths: [file], ...told }, createTestJob());
    states.push(await state());
  }
  return states;
};

/** Figures of customers by key, and of all. */
const state = async () => {
  const { totals } = (await shop.reader.project.info(undefined))!;
  const { rows } = await shop.reader.customers.page({ offset: 0, limit: 500 });
  const figures = rows.map(({ key, values }) => [key, values] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const aside = await shop.reader.source.setAside(undefined);
  return { totals, figures, aside };
};

it.each([
  ['order number and day', true, (line: Line) => `${line.order}|${line.day}`],
  ['customer and day', false, (line: Line) => `${line.customer}|${line.day}`],
] as const)(
  'any files in any order are what the last file says of every %s',
  { timeout: 60_000 },
  async (_, hasOrders, placeOf) => {
    const write = hasOrders ? withOrders : withoutOrders;
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 2, maxLength: 4 }), async (files) => {
        const states = await bring(files.map(write), hasOrders);
        const [whole] = await bring([write(lastFileWins(files, placeOf))], hasOrders);
        // Open are now the files at once: their project is not what we look at further.
        expect(states.at(-1)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  },
);

it('undo and redo give each state back, whatever replaced what', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { minLength: 2, maxLength: 4 }), async (files) => {
      const states = await bring(files.map(withOrders), true);
      for (let i = states.length - 2; i >= 0; i -= 1) {
        await shop.writer.journal.undo(undefined);
        expect(await state()).toEqual(states[i]);
      }
      for (let i = 1; i < states.length; i += 1) {
        await shop.writer.journal.redo(undefined);
        expect(await state()).toEqual(states[i]);
      }
    }),
    { numRuns: 15 },
  );
});
