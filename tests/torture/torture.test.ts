import { describe, expect, it } from 'vitest';
import { damagedFiles } from './damaged-files.ts';
import { layoutFiles } from './layout-files.ts';
import { type FailedFile, longestMs, mostMemory, type ReadFile, readTorture, writtenRows } from './reading.ts';
import type { ExpectedError, ExpectedReading, TortureFile } from './torture-file.ts';
import { valueFiles } from './value-files.ts';

const checkFailure = (found: FailedFile, { code, row }: ExpectedError): void => {
  expect({ code: found.code, row: found.details.row }).toEqual({ code, row });
  expect(found.sentence).toMatch(/^“orders\.csv(\.gz)?” .+\. .+\.$/);
  expect(found.sentence).not.toMatch(/undefined|null|NaN/);
};

const checkReading = (read: ReadFile, expected: ExpectedReading): void => {
  const { preview, typed } = read;
  const { columns } = preview;
  const keysOf = (messages: readonly { readonly key: string }[]) => messages.map(({ key }) => key);
  const found: Record<keyof ExpectedReading, unknown> = {
    encoding: preview.encoding,
    delimiter: preview.delimiter,
    headerRow: preview.headerRow,
    rows: preview.rows,
    names: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    lastFormat: columns.at(-1)?.format,
    cells: expected.cells?.map(([row, column]) => [
      row,
      column,
      typed?.values[typed.rowNumbers.indexOf(row)]?.[column],
    ]),
    notes: keysOf(preview.notes).filter((key) => expected.notes?.includes(key)),
    doubts: keysOf(preview.doubts),
    customers: preview.totals.customers,
    lines: preview.totals.orderLines,
    unreadable: preview.setAside.find(({ reason }) => reason === 'unreadable')?.lines ?? 0,
    written: expected.written && writtenRows(read),
  };
  for (const key of Object.keys(expected) as (keyof ExpectedReading)[]) expect(found[key], key).toEqual(expected[key]);
  if (typed) expect(typed.values).toHaveLength(preview.rows);
};

const check = async ({ name = 'orders.csv', contents, expect: expected }: TortureFile): Promise<void> => {
  const began = performance.now();
  const found = await readTorture(name, contents());
  expect(performance.now() - began).toBeLessThan(longestMs);
  expect(process.memoryUsage.rss()).toBeLessThan(mostMemory);
  if ('error' in expected) {
    if (!('code' in found)) throw new Error('it was read');
    checkFailure(found, expected.error);
  } else {
    if ('code' in found) throw new Error(found.sentence);
    checkReading(found, expected);
  }
};

for (const [group, files] of Object.entries({
  'how the table lies in the file': layoutFiles,
  'what stands in the cells': valueFiles,
  'damaged files': damagedFiles,
}))
  describe(group, () => {
    it.each(files.map((file) => [file.what, file] as const))('%s', async (_, file) => check(file));
  });
