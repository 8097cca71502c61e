import { describe, expect, it } from 'vitest';
import { projectNameOf } from '../../../src/renderer/client/import-files.ts';
import { resolveScreen, screenOfHash } from '../../../src/renderer/client/navigation.ts';
import { previewQuestion } from '../../../src/renderer/client/preview-sentence.ts';
import { sumAside } from '../../../src/renderer/client/sum-aside.ts';
import { offsetsOf, pageSize } from '../../../src/renderer/components/use-pages.ts';
import type { SheetPreview } from '../../../src/shared/model/source.ts';

const totals = { customers: 1, orders: 1, orderLines: 1, revenue: 1, firstDay: null, lastDay: null };

describe('resolveScreen', () => {
  it('shows the start without a project, whatever the address says', () => {
    expect(resolveScreen('map', null)).toBe('start');
    expect(resolveScreen(null, null)).toBe('start');
    expect(resolveScreen('import', null)).toBe('import');
  });
  it('opens a project at its segments, or at its data before there are any', () => {
    expect(resolveScreen(null, { totals, activeSegmentationId: 1 })).toBe('segments');
    expect(resolveScreen(null, { totals, activeSegmentationId: null })).toBe('data');
    expect(resolveScreen('tree', { totals, activeSegmentationId: 1 })).toBe('tree');
  });
  it('knows only its own addresses', () => {
    expect(screenOfHash('#/data')).toBe('data');
    expect(screenOfHash('#/constructor')).toBeNull();
    expect(screenOfHash('')).toBeNull();
  });
});

describe('previewQuestion', () => {
  const sheet = (change: Partial<SheetPreview>): SheetPreview => ({
    path: '/a.csv',
    file: 'a.csv',
    sheet: null,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    rows: 541909,
    kind: 'orderLines',
    columns: [],
    sample: [],
    confident: true,
    doubts: [],
    notes: [],
    evidence: [],
    totals: { ...totals, customers: 4338, orders: 18532, firstDay: '2022-12-01', lastDay: '2023-12-09' },
    setAside: [],
    bytes: 1,
    modifiedMs: 1,
    ...change,
  });
  const plain = (text: string) => text.replace(/[\s.,  ](?=\d{3}\b)/g, '');

  it('is one sentence about customers, orders and the period', () => {
    expect(plain(previewQuestion([sheet({})]))).toMatch(
      /^4338 customers, 18532 orders, .*2022.* to .*2023.*\. Right\?$/,
    );
  });
  it('names one day once', () => {
    const one = sheet({ totals: { ...totals, firstDay: '2023-12-09', lastDay: '2023-12-09' } });
    expect(previewQuestion([one])).toMatch(/^1 customer, 1 order, all on .*2023.*\. Right\?$/);
  });
  it('speaks of the orders where a table of customers comes with them', () => {
    expect(previewQuestion([sheet({ kind: 'customers' }), sheet({})])).toContain('orders');
  });
  it('speaks of tables where there are several kinds of orders', () => {
    expect(previewQuestion([sheet({ rows: 1 }), sheet({ rows: 2 })])).toBe('2 tables with 3 rows. Right?');
  });
});

it('adds up rules of several tables in their fixed order and leaves out what matches nothing', () => {
  const rule = { lines: 2, money: 5, on: true };
  const sum = sumAside([
    [
      { ...rule, reason: 'cancelled' },
      { ...rule, reason: 'notAboveZero', lines: 0 },
    ],
    [
      { ...rule, reason: 'noCustomer' },
      { ...rule, reason: 'cancelled', lines: 3 },
    ],
  ]);
  expect(sum).toEqual([
    { reason: 'noCustomer', lines: 2, money: 5, on: true },
    { reason: 'cancelled', lines: 5, money: 10, on: true },
  ]);
});

it('names a project after its file', () => {
  expect(projectNameOf('online_retail.csv.gz')).toBe('online_retail');
  expect(projectNameOf('Sales 2024.v2.xlsx')).toBe('Sales 2024.v2');
});

it('asks for the pages in view and for the first', () => {
  expect(offsetsOf(0, 30, 1000)).toEqual([0]);
  expect(offsetsOf(pageSize * 2 - 5, pageSize * 2 + 5, 10_000)).toEqual([0, pageSize, pageSize * 2]);
  expect(offsetsOf(0, 5000, 10)).toEqual([0]);
});
