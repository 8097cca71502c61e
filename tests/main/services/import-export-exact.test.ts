import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop } from './test-shop.ts';

const folder = temporaryFolder();

const awkward = fc.constantFrom(
  ...[
    '',
    ' ',
    '  a ',
    '\u00a0',
    '\u00a07\u00a0',
    '"',
    '""',
    'a"b',
    '"quoted"',
    '\n',
    'two\nlines',
    'a\r\nb',
    '\r',
    ',',
    ';',
    '\t',
    '|',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '@x',
    "'x",
    '\t=1',
    '007',
    '1e3',
    '1E+12',
    '+49 170 1234567',
    '12345678901234567890',
    '1.0',
    '1,0',
    '0',
    '-0',
    '.5',
  ],
  ...[
    '(12.50)',
    '12%',
    '€ 3',
    '1.234,56',
    "1'000",
    '31.02.2024',
    '01/02/2024',
    '2024-01-31',
    '20240131',
    '45000',
    '1 January 2024',
  ],
  ...[
    'yes',
    'NO',
    'true',
    'n/a',
    'NULL',
    '-',
    'Total',
    'Summe',
    '😀',
    '👩‍👩‍👧',
    'é',
    'e\u0301',
    '\u200b',
    '\ufeff',
    'Größe',
    '日本',
  ],
);
const cell = fc.oneof(
  awkward,
  // A file with a NUL in it is no text, and refused with a sentence.
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
  fc.string({ unit: fc.constantFrom('"', '\n', '\r', ',', ';', 'a', ' '), maxLength: 8 }),
);
/** A column of one kind, with some cells of any other among them. */
const columnOf = (usual: fc.Arbitrary<string>, rows: number): fc.Arbitrary<string[]> =>
  fc.array(fc.oneof({ arbitrary: usual, weight: 30 }, { arbitrary: cell, weight: 1 }), {
    minLength: rows,
    maxLength: rows,
  });
const twoDigits = (n: number): string => String(n).padStart(2, '0');
const usualCells: readonly fc.Arbitrary<string>[] = [
  cell,
  fc.integer({ min: -5000, max: 5000 }).map(String),
  fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)),
  fc.integer({ min: 0, max: 9_999_999 }).map((n) =>
    (n / 100)
      .toFixed(2)
      .replace('.', ',')
      .replace(/\B(?=(\d{3})+,)/g, '.'),
  ),
  fc.integer({ min: 0, max: 9999 }).map((n) => `${n}%`),
  fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    .map(([d, m]) => `${d}.${twoDigits(m)}.2024`),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    .map(([d, m]) => `${twoDigits(d)}/${twoDigits(m)}/24 08:30`),
  fc.constantFrom('yes', 'no', 'Yes', ''),
  fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0')),
];
const table = fc
  .tuple(fc.integer({ min: 3, max: 40 }), fc.array(fc.constantFrom(...usualCells), { minLength: 1, maxLength: 5 }))
  .chain(([rows, columns]) => fc.tuple(...columns.map((usual) => columnOf(usual, rows))))
  .map((columns) => columns[0]!.map((_, row) => [`K-${row}`, `${row * 3}.25`, ...columns.map((one) => one[row]!)]));

const quote = (text: string, delimiter: string): string =>
  /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

describe('a table that is imported and written out exactly', () => {
  it('has every cell as it was written, whatever is in it', async () => {
    let file = 0;
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, delimiter, lineEnd) => {
          file += 1;
          const names = [
            'Customer ID',
            'Spent',
            ...rows[0]!.slice(2).map((_, i) => `Field ${String.fromCharCode(65 + i)}`),
          ];
          const path = join(folder, `table ${file}.csv`);
          const line = (cells: readonly string[]) => cells.map((one) => quote(one, delimiter)).join(delimiter);
          writeFileSync(path, [names, ...rows].map((cells) => line(cells) + lineEnd).join(''));
          const { writer, reader } = createTestShop(folder);
          try {
            await writer.project.create({ name: 'Shop', path: join(folder, `exact ${file}.tessera`) });
            const [source] = await writer.source.import({ paths: [path] }, createTestJob());
            expect(source).toMatchObject({ rows: rows.length, headerRow: 1, delimiter });
            const handle = await writer.export.table({ what: 'exact', format: 'csv' }, createTestJob());
            const text = new TextDecoder().decode(readFileSync((await writer.file(handle.id))!.path));
            // A line end inside a cell stands in quotes; the reader is told which one ends a record.
            const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\r\n' });
            expect(data).toEqual([names, ...rows, ['']]);
          } finally {
            await writer.dispose();
            await reader.dispose();
          }
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});
