import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../../../src/main/import/create-importer.ts';
import { presets } from '../../../../../src/main/import/roles/presets/find-preset.ts';
import { exportsWithoutCustomers, makeShop, type ShopExport, shopExports } from '../../../../support/shop-exports.ts';
import { temporaryFolder } from '../../../store/temporary-folder.ts';
import { doubtsIn, notesIn, previewFile, readAll, rolesIn } from '../../import-text.ts';

const folder = temporaryFolder();
const written = ({ file, bytes }: ShopExport): string => {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  return path;
};

describe('exports of shop systems', () => {
  it.each(Object.entries(shopExports).flatMap(([name, make]) => [1, 2, 3].map((seed) => [name, seed, make] as const)))(
    '%s (seed %i) import without an answer',
    async (_, seed, make) => {
      const made = make(makeShop(seed));
      const { shop, kind, roles, rows, customers, orders, revenue } = made.expected;
      const importer = createImporter();
      const sheet = await previewFile(written(made), {}, importer);
      expect(doubtsIn(sheet)).toEqual([]);
      expect(sheet).toMatchObject({ kind, rows, confident: true });
      expect(rolesIn(sheet)).toEqual(roles);
      expect(notesIn(sheet)[0]).toMatch(new RegExp(`^This looks like an? ${shop} `));
      expect(sheet.totals).toMatchObject({ customers, orders });
      if (revenue === null) expect(sheet.totals.revenue).toBeNull();
      else expect(sheet.totals.revenue).toBeCloseTo(revenue, 2);

      // What is read for the project counts the same as what was shown.
      const batch = await readAll(sheet, importer);
      const counting = Array.from(batch.aside, (mask, row) => (mask === 0 ? row : -1)).filter((row) => row >= 0);
      if (orders !== null) {
        expect(new Set(counting.map((row) => batch.customer[row])).size).toBe(customers);
        expect(new Set(counting.map((row) => batch.order[row])).size).toBe(orders);
        expect(counting.reduce((sum, row) => sum + (batch.amount[row] ?? 0), 0)).toBeCloseTo(revenue!, 2);
      }
    },
  );

  it('store cells as they were written, carried or not', async () => {
    const made = shopExports['Shopify orders']!(makeShop(1));
    const importer = createImporter();
    const sheet = await previewFile(written(made), {}, importer);
    const batch = await readAll(sheet, importer);
    const at = (name: string) => sheet.columns.findIndex((column) => column.name === name);
    const further = Array.from({ length: sheet.rows }, (_, row) => row).filter(
      (row) => batch.values[row]![at('Created at')] === null,
    );
    expect(further.length).toBeGreaterThan(100);
    for (const row of further) {
      expect(batch.values[row]![at('Email')]).toBeNull();
      expect(batch.day[row]).toBe(batch.day[row - 1]);
      expect(batch.customer[row]).toBe(batch.customer[row - 1]);
    }
    expect(notesIn(sheet)).toContain(
      'Customer and date stand on the first line of each order; its further lines are counted with them.',
    );
  });

  it('are told apart: no two presets ask for the same headings', () => {
    const asked = presets.map(({ needs, without }) => JSON.stringify([needs, without]));
    expect(new Set(asked).size).toBe(presets.length);
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });
});

describe('exports that do not say who bought', () => {
  it.each([
    ['Square items without customers', /Square export names no customers.*Transactions CSV/],
    ['Amazon date range report', /Amazon report is about payments and names no buyers.*Order Reports/],
  ] as const)('%s say what to export instead', async (name, advice) => {
    const made = exportsWithoutCustomers[name]!(makeShop(4));
    const importer = createImporter();
    const sheet = await previewFile(written(made), {}, importer);
    expect(sheet.confident).toBe(false);
    expect(doubtsIn(sheet)[0]).toBe('No column seems to say who bought.');
    expect(doubtsIn(sheet)[1]).toMatch(advice);
    expect(notesIn(sheet)[0]).toMatch(new RegExp(`^This looks like an? ${made.expected.shop} `));
    await expect(readAll(sheet, importer)).rejects.toMatchObject({ code: 'mappingIncomplete' });
  });
});
