import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, QualityReport } from '../../../../src/shared/model/quality.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';

export interface QualityShop extends TestShop {
  readonly path: string;
  report(today?: string): Promise<QualityReport>;
  find(kind: Finding['kind'], column?: string): Promise<Finding | undefined>;
  exact(sourceId?: number): Promise<string>;
  totals(): Promise<unknown>;
}

const around = (shop: TestShop, path: string): QualityShop => {
  const report = (today?: string) => shop.writer.quality.report(today === undefined ? {} : { today }, createTestJob());
  return {
    ...shop,
    path,
    report,
    find: async (kind, column) =>
      (await report()).findings.find((one) => one.kind === kind && (column === undefined || one.column === column)),
    exact: async (sourceId = 1) => {
      const { id } = await shop.writer.export.table({ what: 'exact', format: 'csv', sourceId }, createTestJob());
      return readFileSync((await shop.writer.file(id))!.path, 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n');
    },
    totals: async () => (await shop.reader.project.info(undefined))!.totals,
  };
};

/** A project with these files in it; `kind` says what a row of every one is, where it is not to be guessed. */
export const importedShop = async (
  folder: string,
  files: readonly string[],
  { name = 'shop', kind }: { name?: string; kind?: 'customers' } = {},
): Promise<QualityShop> => {
  const shop = createTestShop(folder);
  const { path } = await shop.writer.project.create({ name, path: join(folder, `${name}.tessera`) });
  const paths = [...files];
  const sheets = kind === undefined ? [] : await shop.writer.source.preview({ paths }, createTestJob());
  const mapping = sheets.map(({ sheet, columns }) => ({
    sheet,
    kind: 'customers' as const,
    columns: columns.map(({ name: column, type, role }) => ({
      name: column,
      type,
      role: role === 'date' ? ('none' as const) : role,
    })),
  }));
  await shop.writer.source.import(kind === undefined ? { paths } : { paths, mapping }, createTestJob());
  return around(shop, path);
};

/** The same project after everything was closed. */
export const reopened = async (shop: QualityShop): Promise<QualityShop> => {
  await shop.writer.dispose();
  await shop.reader.dispose();
  const again = createTestShop(shop.folder);
  await again.writer.project.open({ path: shop.path });
  return around(again, shop.path);
};

export const closeShop = async (shop: { writer: TestShop['writer']; reader: TestShop['reader'] }): Promise<void> => {
  await shop.writer.dispose();
  await shop.reader.dispose();
};

export const writeCsv = (folder: string, name: string, rows: readonly (readonly (string | number)[])[]): string => {
  const path = join(folder, name);
  const cell = (value: string | number) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;
  writeFileSync(path, `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`);
  return path;
};
