import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/main/services/rows/read-page.ts';
import { createProjectFile } from '../../../src/main/store/project-file.ts';
import { activeMask, effectiveReason } from '../../../src/main/store/repositories/rules.ts';
import {
  createRowWriter,
  createSourceTable,
  mostColumns,
  rowRange,
  safeColumnNames,
} from '../../../src/main/store/repositories/source-rows.ts';
import type { Column } from '../../../src/shared/model/column.ts';
import { furtherReasons, replacedBit } from '../../../src/shared/model/source.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

const column = (name: string, type: Column['type'] = 'text'): Column => ({
  name,
  type,
  role: 'none',
  format: null,
  missing: 0,
  odd: 0,
  examples: [],
  distinct: 0,
  choices: [],
});

describe('column names', () => {
  it('are the headers, made safe and told apart whatever their case', () => {
    expect(safeColumnNames(['Price', 'price', '', ' Order ', '_row', '_ROW', 'a"b', 'Price 2'])).toEqual([
      'Price',
      'price 2',
      'column 3',
      'Order',
      '_row 2',
      '_ROW 3',
      'a"b',
      'Price 2 2',
    ]);
  });

  it('fit into one table up to the limit', () => {
    const project = createProjectFile(join(folder, 'wide.tessera'), { owner: 'this test' });
    const columns = Array.from({ length: mostColumns }, (_, i) => column(`c${i}`, 'decimal'));
    createSourceTable(
      project.db,
      'source_1',
      columns,
      columns.map(({ name }) => name),
    );
    expect(rowRange(project.db, 'source_1')).toBeNull();
    project.close();
  });
});

describe('source rows', () => {
  it('come back as they went in, odd cells as written', () => {
    const project = createProjectFile(join(folder, 'rows.tessera'), { owner: 'this test' });
    const headers = ['rowid', 'drop table "x"; --', 'Amount', 'Day'];
    const names = safeColumnNames(headers);
    const columns = [
      column('rowid', 'integer'),
      column(headers[1]!),
      column('Amount', 'decimal'),
      column('Day', 'date'),
    ];
    createSourceTable(project.db, 'source_1', columns, names);
    const writer = createRowWriter(project.db, 1, 'source_1', columns.length);
    const count = 1000;
    const batch = {
      rowNumbers: Uint32Array.from({ length: count }, (_, i) => i + 2),
      columns: [
        (i: number) => i,
        (i: number) => `text ${i} “ü”`,
        (i: number) => (i === 7 ? null : i / 4),
        (i: number) => (i === 9 ? null : '2023-01-05'),
      ],
      originals: [
        [7, 2, 'n/a'],
        [8, 2, '2,00'],
        [9, 3, '31.02.2023'],
      ] as const,
      aside: new Uint32Array(count),
      day: () => '2023-01-05',
      amount: (i: number) => i / 4,
    };
    writer.write(
      batch,
      Array<number>(count).fill(3),
      Array.from({ length: count }, (_, i) => i + 1),
    );
    expect(rowRange(project.db, 'source_1')).toEqual({ first: 2, last: 1001 });
    const source = {
      ...{ id: 1, importId: 1, name: 'x', file: 'x.csv', sheet: null, kind: 'orderLines' as const, table: 'source_1' },
      ...{ encoding: 'utf-8', delimiter: ',', headerRow: 1, rows: count, columns, sqlColumns: names, lastOrder: 0 },
    };
    const page = readPage(project.db, source, [8, 11, 10, 9, 5000], []);
    expect(page).toEqual({
      rows: [
        [6, 'text 6 “ü”', 1.5, '2023-01-05'],
        [9, 'text 9 “ü”', 2.25, '31.02.2023'],
        [8, 'text 8 “ü”', 2, '2023-01-05'],
        [7, 'text 7 “ü”', 'n/a', '2023-01-05'],
      ],
      numbers: [8, 11, 10, 9],
      // “n/a” says that there is nothing, which is no oddity.
      odd: [[], [3], [], []],
      aside: [null, null, null, null],
    });
    project.close();
  });
});

describe('rules', () => {
  it('name the first reason that is on', () => {
    expect(effectiveReason(0, [])).toBeNull();
    expect(effectiveReason(1 | 2 | 4, [])).toBe('noCustomer');
    expect(effectiveReason(1 | 2 | 4, ['noCustomer'])).toBe('cancelled');
    expect(effectiveReason(4, ['notAboveZero'])).toBeNull();
    expect(effectiveReason(8 | 4, ['notAboveZero'])).toBe('unreadable');
    expect(activeMask([...furtherReasons, 'byHand'])).toBe(15 | replacedBit);
    expect(activeMask([...furtherReasons, 'byHand', 'cancelled', 'noCustomer'])).toBe(12 | replacedBit);
    expect(activeMask([])).toBe(1023 | replacedBit);
  });
});
