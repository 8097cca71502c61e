import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/shared/model/quality.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob } from '../test-shop.ts';
import { cleanCustomers, cleanLines } from './messy-tables.ts';
import { closeShop, importedShop, type QualityShop, writeCsv } from './quality-shop.ts';

let shop: QualityShop | undefined;
let made = 0;
afterEach(async () => {
  if (shop) await closeShop(shop);
  shop = undefined;
});

const open = async (...tables: (readonly (string | number)[])[][]): Promise<QualityShop> => {
  const folder = temporaryFolder();
  made += 1;
  const files = tables.map((rows, i) => writeCsv(folder, `table-${made}-${i}.csv`, rows));
  shop = await importedShop(folder, files);
  return shop;
};

const told = (findings: readonly Finding[]) => findings.map(({ kind, column, rows }) => [kind, column, rows]);

describe('a table with nothing wrong', () => {
  it('gets full marks, customers and order lines alike', async () => {
    const report = await (await open(cleanCustomers(300), cleanLines(400))).report('2025-01-10');
    expect(told(report.findings)).toEqual([]);
    expect(report.score).toBe(100);
    expect(report.parts.map(({ score }) => score)).toEqual(Array(6).fill(100));
    for (const part of report.parts) expect(say(part.message)).not.toBe(part.message.key);
  });
});

describe('every planted defect is found, with its rows', () => {
  it('in a table of customers', async () => {
    const rows = cleanCustomers(400);
    const at = (name: string) => rows[0]!.indexOf(name);
    const put = (row: number, column: string, value: string | number) => {
      rows[row]![at(column)] = value;
    };
    put(5, 'Birthday', '1893-05-12');
    put(6, 'Birthday', '2093-05-12');
    put(7, 'Age', -3);
    put(8, 'Age', 233);
    put(9, 'Income', 666_666);
    put(10, 'Income', '');
    put(11, 'Income', '');
    put(12, 'E-mail', 'none at all');
    put(13, 'City', 'berlin');
    put(14, 'City', 'Koln');
    put(15, 'City', 'Hamburgg');
    for (let i = 20; i < 60; i += 1) put(i, 'Payment', 'COD');
    put(16, 'Payment', 'YOLO');
    put(17, 'Visits', 'many');
    const [first] = [rows[30]!];
    rows.push([...first]);
    rows.push(['K9999', String(rows[31]![1]), ` ${String(rows[31]![2]).toUpperCase()} `, ...rows[31]!.slice(3)]);
    rows.push(['k1007', 'Somebody Else', 'else@post.test-shop.com', ...rows[40]!.slice(3)]);
    rows[0]!.push('Shop');
    for (const row of rows.slice(1)) row.push('Main street');
    // A key that stands there twice makes it look like a list of what happened.
    const folder = temporaryFolder();
    shop = await importedShop(folder, [writeCsv(folder, 'customers.csv', rows)], { kind: 'customers' });
    const { report } = shop;
    const { findings, score } = await report();
    const found = told(findings);
    expect(found).toEqual(
      expect.arrayContaining([
        ['impossibleBirth', 'Birthday', 2],
        ['impossibleAge', 'Age', 2],
        ['placeholder', 'Income', 1],
        ['missing', 'Income', 2],
        ['badEmail', 'E-mail', 1],
        ['spellings', 'City', 2],
        ['misspelling', 'City', 1],
        ['abbreviation', 'Payment', expect.any(Number)],
        ['rareCategories', 'Payment', 1],
        ['odd', 'Visits', 1],
        ['duplicates', null, 1],
        ['nearDuplicates', 'E-mail', 1],
        ['keySpellings', 'Customer', 1],
        ['constant', 'Shop', 403],
      ]),
    );
    expect(found).toHaveLength(14);
    expect(score).toBeLessThan(99);
    expect(score).toBeGreaterThan(80);
    for (const one of findings) {
      expect(say(one.message)).not.toBe(one.message.key);
      if (one.fix) expect(say(one.fix.what)).not.toBe(one.fix.what.key);
      if (one.kind !== 'constant') expect(one.examples.length).toBeGreaterThan(0);
    }
    const birth = findings.find(({ kind }) => kind === 'impossibleBirth')!;
    expect(birth.examples.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [6, { column: 'Birthday', value: '1893-05-12' }],
      [7, { column: 'Birthday', value: '2093-05-12' }],
    ]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect((await report()).findings.map(({ id }) => id)).toEqual(findings.map(({ id }) => id));
  });

  it('in order lines', async () => {
    const rows = cleanLines(600).filter(
      (row, i) => i === 0 || String(row[2]) < '2024-06-01' || String(row[2]) > '2024-07-20',
    );
    const last = rows.at(-1)!;
    rows.push([...last]);
    rows.push([last[0]!, 'K1', last[2]!, '21001', 'Mug Other', 1, '3.00']);
    rows.push([rows[1]![0]!, rows[1]![1]!, '2024-03-01', '21001', 'Mug Late', 1, '3.00']);
    rows.push([9990, 'K1001', '2093-01-01', '21001', 'Mug Future', 1, '3.00']);
    rows.push([9991, 'K1001', '1901-01-01', '21001', 'Mug Past', 1, '3.00']);
    rows.push([9992, '01001', '2024-12-20', '21001', 'Mug Zero', 1, '3.00']);
    rows.push([9993, '1001', '2024-12-20', '21001', 'Mug No zero', 1, '3.00']);
    rows.push([9994, 'K1002', '2024-12-20', '21001', 'Mug Dear', 1, '99000.00']);
    const { findings } = await (await open(rows)).report();
    const found = told(findings);
    expect(found).toEqual(
      expect.arrayContaining([
        ['duplicates', null, 1],
        ['sharedOrder', 'Order', 1],
        ['longOrder', 'Order', 1],
        ['futureDate', 'Date', 1],
        ['longAgo', 'Date', 1],
        ['keySpellings', 'Customer', 1],
        ['outliers', 'Price', 1],
        ['gap', null, 0],
      ]),
    );
    expect(found).toHaveLength(8);
    const future = findings.find(({ kind }) => kind === 'futureDate')!;
    expect(future.fix).toMatchObject({ change: { kind: 'setAside' }, rows: 1, money: 3 });
  });

  it('where the data are old, if somebody says what day it is', async () => {
    const { report } = await open(cleanLines(200));
    expect((await report()).parts.find(({ part }) => part === 'freshness')!.score).toBe(100);
    const late = await report('2026-06-01');
    expect(told(late.findings)).toEqual([['stale', null, 0]]);
    expect(late.parts.find(({ part }) => part === 'freshness')!.score).toBe(0);
  });
});

it('a report is heard when cancelled, and leaves nothing behind', async () => {
  const { writer, reader } = await open(cleanLines(400));
  const job = createTestJob((one, _, fraction) => {
    if (fraction > 0.2) one.cancel();
  });
  await expect(writer.quality.report({}, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect((await reader.source.setAside(undefined)).map(({ reason }) => reason)).not.toContain('duplicate');
  const whole = createTestJob();
  await writer.quality.report({}, whole);
  expect(whole.fractions).toEqual([...whole.fractions].sort((a, b) => a - b));
  expect(whole.fractions.at(-1)).toBe(1);
});

it('the sample shop scores high', async () => {
  const assets = join(import.meta.dirname, '../../../../assets');
  shop = await importedShop(temporaryFolder(), [
    join(assets, 'sample-shop.csv.gz'),
    join(assets, 'sample-customers.csv'),
  ]);
  const report = await shop.report();
  expect(report.score).toBeGreaterThan(98);
  expect([...new Set(report.findings.map(({ kind }) => kind))].sort()).toEqual(['duplicates', 'missing']);
});

describeRealData('real tables', () => {
  it('marketing_campaign: births in 1893, an income of 666666, odd statuses, constant columns', async () => {
    shop = await importedShop(temporaryFolder(), [realData('marketing_campaign', 'marketing_campaign.csv')]);
    const { findings, score } = await shop.report();
    const found = told(findings);
    expect(found).toEqual(
      expect.arrayContaining([
        ['missing', 'Income', 24],
        ['impossibleBirth', 'Year_Birth', 3],
        ['placeholder', 'Income', 1],
        ['rareCategories', 'Marital_Status', 7],
        ['constant', 'Z_CostContact', 2240],
        ['constant', 'Z_Revenue', 2240],
      ]),
    );
    expect(found.filter(([kind]) => kind !== 'outliers')).toHaveLength(6);
    expect(findings.find(({ kind }) => kind === 'rareCategories')!.message.values.values).toBe(
      '“Alone”, “Absurd”, “YOLO”',
    );
    expect(score).toBeGreaterThan(95);
  });

  it('hillstrom: identical rows may be right where nothing tells rows apart', async () => {
    shop = await importedShop(temporaryFolder(), [realData('hillstrom', 'hillstrom.csv')]);
    const { findings, score } = await shop.report();
    expect(told(findings)).toEqual([['duplicates', null, 6562]]);
    expect(findings[0]).toMatchObject({ severity: 'info', fix: null });
    expect(score).toBe(100);
  });

  it('telco: the eleven blank totals, and no more', async () => {
    shop = await importedShop(temporaryFolder(), [realData('telco', 'Telco-Customer-Churn.csv')]);
    expect(told((await shop.report()).findings)).toEqual([['missing', 'TotalCharges', 11]]);
  });
});
