import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeContacts, writeOrders } from '../contract/shop-files.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Listed {
  tables: { name: string }[];
  joins: { id: string; on: boolean; origin: string; use: string; says: string; left: { matched: number } }[];
}

describe('tessera joins', () => {
  it('lists, switches, adds and removes, and remembers', { timeout: 120_000 }, async () => {
    const project = folder.file('shop.tessera');
    const refunds = folder.file('refunds.csv');
    writeFileSync(
      refunds,
      `Refund,Invoice,Pieces\n${Array.from({ length: 20 }, (_, i) => `R${i},I${100_000 + 9 * i},${1 + (i % 3)}`).join('\n')}\n`,
    );
    const files = [
      writeOrders(folder.path, { lines: 900, customers: 90 }),
      writeContacts(folder.path, { customers: 120, twice: 0 }),
    ];
    await tesseraJson('import', project, ...files, refunds);
    const found = await tesseraJson<Listed>('joins', project);
    expect(found.tables.map(({ name }) => name)).toEqual(['orders', 'contacts', 'refunds']);
    const returns = found.joins.find(({ use }) => use === 'returns')!;
    expect(returns).toMatchObject({ on: true, origin: 'guessed', left: { matched: 20 } });
    expect(returns.says).toContain('All 20 rows of “refunds” find something in “orders”');

    const changed = await tesseraJson<Listed>(
      ...(['joins', project, '--off', returns.id, '--add', 'orders.Quantity=refunds.Pieces'] as const),
    );
    expect(changed.joins.find(({ id }) => id === returns.id)).toMatchObject({ on: false });
    const own = changed.joins.find(({ origin }) => origin === 'own')!;
    expect(own).toMatchObject({ on: true });
    const { stdout } = await tessera('joins', project);
    expect(stdout).toContain(`${returns.id} off, guessed`);
    const back = await tesseraJson<Listed>('joins', project, '--on', returns.id, '--remove', own.id);
    expect(back).toEqual(found);
  });

  it('says what is wrong with a name or an id', async () => {
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, writeOrders(folder.path, { lines: 300, customers: 40 }));
    expect(await tesseraJson<Listed>('joins', project)).toMatchObject({ tables: [{ name: 'orders' }], joins: [] });
    const refused = await tessera('joins', project, '--add', 'orders.Invoice=refunds.Invoice');
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('table.column=table.column');
    expect((await tessera('joins', project, '--off', '1.1-2.1', '--json')).stdout).toContain('notFound');
  });
});
