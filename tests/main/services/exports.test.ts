import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { say } from '../../../src/shared/words/say.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, orderLinesCsv, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const orders = writeOrderLines(folder);
let count = 0;
let shop: TestShop;

/** A project over these files, segmented into four. */
const segmentedShop = async (...paths: string[]): Promise<Segmentation> => {
  count += 1;
  shop = createTestShop(folder);
  await shop.writer.project.create({ name: 'Shop', path: join(folder, `export ${count}.tessera`) });
  await shop.writer.source.import({ paths }, createTestJob());
  return shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
};

type TableInput = Parameters<TestShop['writer']['export']['table']>[0];
const bytesOf = async (input: TableInput): Promise<Buffer> => {
  const handle = await shop.writer.export.table(input, createTestJob());
  const file = (await shop.writer.file(handle.id))!;
  const bytes = readFileSync(file.path);
  expect([file.name, file.mime, bytes.length]).toEqual([handle.name, handle.mime, handle.bytes]);
  return bytes;
};
const csvOf = async (input: Omit<TableInput, 'format'>): Promise<Record<string, string>[]> => {
  const text = (await bytesOf({ ...input, format: 'csv' })).toString();
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
};
const temporaryFiles = () => readdirSync(shop.paths.temporary);

afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

describe('the table of segments', () => {
  it('has one line a customer: who it is, its segment, what that was found by', async () => {
    const segmentation = await segmentedShop(orders);
    const rows = await csvOf({ what: 'segments' });
    expect(rows).toHaveLength(120);
    expect(Object.keys(rows[0]!)).toEqual([
      'customer',
      'name',
      'email',
      'segment',
      'segment_id',
      ...segmentation.features.map(({ name }) => say(name)),
    ]);
    for (const segment of segmentation.segments) {
      const mine = rows.filter((row) => row.segment_id === String(segment.id));
      expect(mine).toHaveLength(segment.size);
      expect(new Set(mine.map((row) => row.segment))).toEqual(new Set([say(segment.name)]));
    }
    const five = rows.find((row) => row.customer === 'C5')!;
    expect(five).toMatchObject({ name: 'Name 5, Ms', email: 'c5@example.com' });
    const spent = segmentation.features.find(({ key }) => key === 'totalSpent')!;
    const total = rows.reduce((sum, row) => sum + Number(row[say(spent.name)]), 0);
    expect(total).toBeCloseTo(segmentation.revenue!, 4);
  });

  it('is the same bytes every time, as CSV and as XLSX', async () => {
    await segmentedShop(orders);
    for (const format of ['csv', 'xlsx'] as const) {
      const first = await bytesOf({ what: 'segments', format });
      expect((await bytesOf({ what: 'segments', format })).equals(first)).toBe(true);
    }
  });

  it('holds the chosen segments only', async () => {
    const { segments } = await segmentedShop(orders);
    const [one, two] = [segments[0]!, segments[2]!];
    const rows = await csvOf({ what: 'customers', segmentIds: [one.id, two.id] });
    expect(rows).toHaveLength(one.size + two.size);
    expect(new Set(rows.map((row) => row.segment))).toEqual(new Set([say(one.name), say(two.name)]));
  });

  it('says the same in Excel, with numbers as numbers', async () => {
    await segmentedShop(orders);
    const bytes = await bytesOf({ what: 'customers', format: 'xlsx' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    const sheet = book.getWorksheet('Segments')!;
    const rows = await csvOf({ what: 'customers' });
    expect(sheet.rowCount).toBe(rows.length + 1);
    const header = Object.keys(rows[0]!);
    rows.forEach((row, i) => {
      expect(header.map((_, c) => String(sheet.getRow(i + 2).getCell(c + 1).value ?? ''))).toEqual(Object.values(row));
    });
    expect(sheet.getRow(2).getCell(header.length).type).toBe(ExcelJS.ValueType.Number);
  });

  it('keeps a Segment column that the file had, beside ours', async () => {
    const table = join(folder, 'sorted before.csv');
    const lines = Array.from(
      { length: 60 },
      (_, i) => `P${i},${i % 3 === 0 ? 'gold' : 'tin'},${20 + i},${(i * 37) % 90}`,
    );
    writeFileSync(table, `Customer,Segment,Age,Visits\n${lines.join('\n')}\n`);
    const { segments } = await segmentedShop(table);
    const rows = await csvOf({ what: 'segments' });
    expect(rows.map((row) => row.Segment)).toEqual(lines.map((line) => line.split(',')[1]));
    expect(new Set(rows.map((row) => row.segment))).toEqual(new Set(segments.map(({ name }) => say(name))));
  });

  it('tells a segment column of the file with our very name apart', async () => {
    const table = join(folder, 'same name.csv');
    const lines = Array.from(
      { length: 60 },
      (_, i) => `P${i},${i % 3 === 0 ? 'gold' : 'tin'},${20 + i},${(i * 37) % 90}`,
    );
    writeFileSync(table, `Customer,segment,Age,Visits\n${lines.join('\n')}\n`);
    await segmentedShop(table);
    const rows = await csvOf({ what: 'segments' });
    expect(rows.map((row) => row['segment (from file)'])).toEqual(lines.map((line) => line.split(',')[1]));
  });
});

describe('a mailing list', () => {
  it('has the names and addresses of one segment under the headers of the file', async () => {
    const { segments } = await segmentedShop(orders);
    const chosen = segments[1]!;
    const rows = await csvOf({ what: 'mailingList', segmentIds: [chosen.id] });
    expect(Object.keys(rows[0]!)).toEqual(['Name', 'Email']);
    const expected = await csvOf({ what: 'segments', segmentIds: [chosen.id] });
    expect(rows).toEqual(expected.map((row) => ({ Name: row.name, Email: row.email })));
  });

  it('is called by whose it is, so that two of them are not mistaken', async () => {
    const { segments } = await segmentedShop(orders);
    const [one, other] = [segments[0]!, segments[1]!];
    const nameOf = async (segmentIds?: number[]) =>
      (await shop.writer.export.table({ what: 'mailingList', format: 'csv', segmentIds }, createTestJob())).name;
    expect(await nameOf([one.id])).toContain(say(one.name));
    expect(await nameOf([other.id])).toContain(say(other.name));
    expect(await nameOf()).toMatch(/mailing list\.csv$/);
  });

  it('runs nothing that somebody wrote into a name', async () => {
    const bad = join(folder, 'bad names.csv');
    writeFileSync(bad, orderLinesCsv(30).replaceAll('"Name 7, Ms"', '"=HYPERLINK(""http://x"",""y"")"'));
    await segmentedShop(bad);
    const text = (await bytesOf({ what: 'mailingList', format: 'csv' })).toString();
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).not.toMatch(/(^|,)"?=/m);
    const exact = (await bytesOf({ what: 'exact', format: 'csv' })).toString();
    expect(exact).toContain('"=HYPERLINK(""http://x"",""y"")"');
  });

  it('asks for a column where there is none', async () => {
    const plain = join(folder, 'no names.csv');
    writeFileSync(
      plain,
      orderLinesCsv(60)
        .split('\n')
        .map((line) =>
          line
            .replace(/,"Name \d+, Ms",[^,]*/, '')
            .replace(/^(\d+|C\d+),,,/, '$1,')
            .replace('Name,Email,', ''),
        )
        .join('\n'),
    );
    await segmentedShop(plain);
    await expect(
      shop.writer.export.table({ what: 'mailingList', format: 'csv' }, createTestJob()),
    ).rejects.toMatchObject({ code: 'mappingIncomplete' });
  });
});

describe('a source as it was written', () => {
  it('is the file again, cell by cell, whatever its types and delimiter', async () => {
    const odd = [
      'Order;Customer;Date;Quantity;Price;Note',
      ...Array.from({ length: 200 }, (_, i) => {
        const date = `${String(1 + (i % 28)).padStart(2, '0')}.${String(1 + (i % 12)).padStart(2, '0')}.2024`;
        const price = i === 50 ? '12,5' : i === 60 ? 'n/a' : i === 70 ? '1.234,50' : `${i % 40},90`;
        const note = i % 9 === 0 ? '"a; ""b"""' : i % 7 === 0 ? '=SUM(A1)' : i % 5 === 0 ? ' spaced ' : '';
        return `${i % 11 === 0 ? 'C' : ''}${1000 + i};K${i % 40};${i === 80 ? '31.02.2024' : date};${1 + (i % 3)};${price};${note}`;
      }),
    ];
    const path = join(folder, 'odd.csv');
    writeFileSync(path, `${odd.join('\n')}\n`);
    await segmentedShop(path);
    const exact = (await bytesOf({ what: 'exact', format: 'csv' })).toString();
    expect(exact.split('\r\n')).toEqual([...odd, '']);
  });

  it('is the order lines again, those set aside included', async () => {
    await segmentedShop(orders);
    const exact = (await bytesOf({ what: 'exact', format: 'csv' })).toString();
    expect(exact.replaceAll('\r\n', '\n')).toBe(readFileSync(orders, 'utf8'));
  });

  it('is asked for by its number where there are several, and in CSV only', async () => {
    const people = join(folder, 'people.csv');
    writeFileSync(
      people,
      `Customer,Age\n${Array.from({ length: 100 }, (_, i) => `C${i + 1},${20 + (i % 50)}`).join('\n')}\n`,
    );
    await segmentedShop(orders, people);
    const before = temporaryFiles().length;
    const table = (input: Omit<TableInput, 'what'>) =>
      shop.writer.export.table({ what: 'exact', ...input }, createTestJob());
    await expect(table({ format: 'csv' })).rejects.toMatchObject({
      code: 'badInput',
      details: { problem: expect.stringContaining('2 (people)') },
    });
    await expect(table({ format: 'csv', sourceId: 9 })).rejects.toMatchObject({ code: 'notFound' });
    await expect(table({ format: 'xlsx', sourceId: 2 })).rejects.toMatchObject({ code: 'badInput' });
    const exact = (await bytesOf({ what: 'exact', format: 'csv', sourceId: 2 })).toString();
    expect(exact.replaceAll('\r\n', '\n')).toBe(readFileSync(people, 'utf8'));
    expect(temporaryFiles()).toHaveLength(before + 1);
  });
});

describe('an export that is cancelled', () => {
  it('leaves no file', async () => {
    await segmentedShop(orders);
    const before = temporaryFiles();
    for (const input of [
      { what: 'segments', format: 'csv' },
      { what: 'customers', format: 'xlsx' },
      { what: 'exact', format: 'csv' },
    ] as const) {
      const job = createTestJob();
      const running = shop.writer.export.table(input, job);
      setImmediate(() => setImmediate(() => job.cancel()));
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(temporaryFiles()).toEqual(before);
  });

  it('needs something to export', async () => {
    shop = createTestShop(folder);
    await shop.writer.project.create({ name: 'Shop', path: join(folder, 'export empty.tessera') });
    for (const what of ['segments', 'exact'] as const)
      await expect(shop.writer.export.table({ what, format: 'csv' }, createTestJob())).rejects.toMatchObject({
        code: 'notFound',
      });
  });
});
