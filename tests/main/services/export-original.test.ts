import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeOriginalRows } from '../../../src/main/services/export-original.ts';
import type { JobContext } from '../../../src/main/services/services.ts';
import { createProjectFile } from '../../../src/main/store/project-file.ts';
import { createRowWriter, createSourceTable } from '../../../src/main/store/repositories/source-rows.ts';
import { addSource, finishSource } from '../../../src/main/store/repositories/sources.ts';
import type { SqlValue } from '../../../src/main/store/sqlite.ts';
import type { Column } from '../../../src/shared/model/column.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
const path = join(folder, 'original.csv');
const project = createProjectFile(join(folder, 'original.tessera'), { owner: 'this test' });
const { db } = project;
db.prepare("INSERT INTO import (at, recipe) VALUES ('2025-01-01', '{}')").run();
afterAll(() => project.close());

const column = (name: string, type: Column['type'], format: string | null = null): Column => ({
  name,
  type,
  role: 'none',
  format,
  missing: 0,
  odd: 0,
  examples: [],
  distinct: 0,
  choices: [],
});

type Originals = readonly (readonly [number, number, string])[];

const addTable = (
  columns: readonly Column[],
  values: readonly (readonly SqlValue[])[],
  { delimiter, headerRow, originals = [] }: { delimiter: string | null; headerRow: number; originals?: Originals },
): number => {
  const sqlColumns = columns.map((_, i) => `c${i}`);
  const { id, table } = addSource(db, {
    importId: 1,
    name: 'table',
    file: 'table.csv',
    sheet: null,
    kind: 'customers',
    encoding: 'utf-8',
    delimiter,
    headerRow,
    columns: [...columns],
    sqlColumns,
  });
  createSourceTable(db, table, columns, sqlColumns);
  const none = values.map(() => null);
  createRowWriter(db, id, table, columns.length).write(
    {
      rowNumbers: Uint32Array.from(values, (_, i) => headerRow + 1 + i),
      columns: columns.map((_, at) => (row: number) => values[row]![at]!),
      originals,
      aside: new Uint32Array(values.length),
      day: () => null,
      amount: () => null,
    },
    none,
    none,
  );
  finishSource(db, id, values.length, 0);
  return id;
};

const job = (): JobContext & { readonly fractions: number[] } => {
  const fractions: number[] = [];
  return { signal: new AbortController().signal, fractions, progress: (_stage, fraction) => fractions.push(fraction) };
};

describe('a source as it was written', () => {
  it('gives every cell its format back, and those that no format fits their own text', async () => {
    const columns = [column('Who', 'text'), column('Day', 'date', 'dd.MM.yyyy'), column('Paid', 'decimal', '1.234,56')];
    const id = addTable(
      columns,
      [
        ['a;b', '2024-02-01', 1234.5],
        ['say "x"', null, -3],
        [null, '2024-12-31', null],
      ],
      {
        delimiter: ';',
        headerRow: 3,
        originals: [
          [1, 1, '31.02.2024'],
          [2, 2, 'n/a'],
        ],
      },
    );
    await writeOriginalRows(db, id, path, job());
    expect(readFileSync(path, 'utf8')).toBe(
      'Who;Day;Paid\r\n"a;b";01.02.2024;1.234,50\r\n"say ""x""";31.02.2024;-3,00\r\n;31.12.2024;n/a\r\n',
    );
  });

  it('has no header where there was none, and aligned columns without quotes', async () => {
    const id = addTable(
      [column('Column 1', 'integer'), column('Column 2', 'text')],
      [
        [1, '"a"'],
        [2, null],
      ],
      {
        delimiter: 'whitespace',
        headerRow: 0,
      },
    );
    await writeOriginalRows(db, id, path, job());
    expect(readFileSync(path, 'utf8')).toBe('1 "a"\r\n2\r\n');
  });

  it('writes a sheet of a workbook with commas, and long tables in file order with rising progress', async () => {
    const rows = Array.from({ length: 70_000 }, (_, i) => [`r${i}`, i]);
    const id = addTable([column('Name', 'text'), column('N', 'integer')], rows, { delimiter: null, headerRow: 1 });
    const seen = job();
    await writeOriginalRows(db, id, path, seen);
    expect(readFileSync(path, 'utf8')).toBe(`Name,N\r\n${rows.map((row) => `${row.join(',')}\r\n`).join('')}`);
    expect(seen.fractions.length).toBeGreaterThan(1);
    expect(seen.fractions).toEqual([...seen.fractions].sort((a, b) => a - b));
    expect(seen.fractions.at(-1)).toBe(1);
  });

  it('hears a cancel within its rows', async () => {
    const id = addTable(
      [column('N', 'integer')],
      Array.from({ length: 60_000 }, (_, i) => [i]),
      {
        delimiter: ',',
        headerRow: 1,
      },
    );
    const controller = new AbortController();
    let cancelledAt = 0;
    setTimeout(() => {
      cancelledAt = performance.now();
      controller.abort();
    }, 3);
    await expect(
      writeOriginalRows(db, id, path, { signal: controller.signal, progress: () => undefined }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(200);
  });
});
