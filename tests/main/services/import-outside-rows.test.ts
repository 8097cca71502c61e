import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { csv, header, orders } from '../../torture/torture-file.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;

afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const importInto = async (name: string, text: string) => {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, text);
  shop = createTestShop(folder);
  const { writer, reader } = shop;
  await writer.project.create({ name, path: join(folder, `${name}.tessera`) });
  const [preview] = await writer.source.preview({ paths: [path] }, createTestJob());
  const [source] = await writer.source.import({ paths: [path] }, createTestJob());
  const { totals } = (await reader.project.info(undefined))!;
  const aside = await reader.source.setAside(undefined);
  const page = await reader.source.rows({ sourceId: source!.id, offset: 0, limit: 100 });
  return { preview: preview!, source: source!, totals: totals!, aside, rows: page.rows };
};

const isUnreadable = ({ reason }: { readonly reason: string }) => reason === 'unreadable';

it('keeps totals and remarks of a list of customers, and counts them as nobody', async () => {
  const { preview, source, totals, aside, rows } = await importInto(
    'customers',
    csv([
      ['Customer ID', 'City', 'Age', 'Spent'],
      ...Array.from({ length: 30 }, (_, i) => [`K${i}`, i % 2 ? 'Oslo' : 'Rome', `${20 + i}`, `${i}.50`]),
      ['Total', '', '', '450.00'],
      ['Exported on 3 March by Ann'],
    ]),
  );
  expect([source.rows, rows.length, totals.customers, preview.totals.customers]).toEqual([32, 32, 30, 30]);
  expect([aside, preview.setAside].map((list) => list.find(isUnreadable)?.lines)).toEqual([2, 2]);
});

it('keeps repeated headers and totals of orders, and counts no order for them', async () => {
  const months = Array.from({ length: 4 }, (_, i) => [header, ...orders(6, i * 6 + 1), ['Subtotal', '', '', '9.99']]);
  const { preview, source, totals, aside } = await importInto('orders', csv(months.flat()));
  expect([source.rows, totals.orders, totals.customers]).toEqual([31, 24, 7]);
  expect(totals).toMatchObject({ orders: preview.totals.orders, customers: preview.totals.customers });
  expect(totals.revenue).toBeCloseTo(preview.totals.revenue!, 6);
  expect([aside, preview.setAside].map((list) => list.find(isUnreadable)?.lines)).toEqual([7, 7]);
  // Seven of thirty-one rows are none of the table: that is no sign that it was read wrongly.
  expect(preview.doubts.map(({ key }) => key)).not.toContain('source.doubt.unreadable');
});
