import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { createColumnEvidence } from '../../../src/main/import/typing/column-evidence.ts';
import { choicesOf, readWithFormat } from '../../../src/main/import/typing/given-format.ts';
import { columnSchema } from '../../../src/shared/model/column.ts';
import type { Mapping, SheetPreview } from '../../../src/shared/model/source.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { doubtsIn, notesIn, previewFile, readAll, writeText } from './import-text.ts';
import { columnOf } from './typing/column-of.ts';

const folder = temporaryFolder();
const two = (n: number) => String(n).padStart(2, '0');

/** What the renderer sends back: the sheet as previewed, with formats where a person gave some. */
const answered = ({ sheet, kind, columns }: SheetPreview, formats: Record<string, string | null>): [Mapping] => [
  {
    sheet,
    kind,
    columns: columns.map(({ name, type, role }) => ({
      name,
      type,
      role,
      ...(name in formats ? { format: formats[name]! } : {}),
    })),
  },
];

/** Every date is 1 to 12 and 1 to 3: 12 months of three days, or three months of 12 days. */
const days = Array.from({ length: 108 }, (_, i) => [(i % 12) + 1, (Math.floor(i / 12) % 3) + 1] as const);
const lines = days.map(
  ([a, b], i) => `${1000 + i},${two(a)}/${two(b)}/2025,${two(b)}/${two(a)}/2025,K${i % 9},${(i % 7) + 1}.50`,
);
const path = writeText(folder, 'dates.csv', ['Order,Date,Delivered,Customer,Total', ...lines]);
const choice = (format: string, means: string) => ({ format, written: '02/01/2025', means });

describe('a date that could be two', () => {
  it('comes with its choices, and stays in doubt until somebody chooses', async () => {
    const sheet = await previewFile(path);
    expect(sheet.confident).toBe(false);
    const [dayFirst, monthFirst] = [choice('dd/MM/yyyy', '2025-01-02'), choice('MM/dd/yyyy', '2025-02-01')];
    expect(sheet.columns.map(({ choices }) => choices)).toEqual([
      [],
      [dayFirst, monthFirst],
      [dayFirst, monthFirst].map((one) => ({
        ...one,
        written: '01/02/2025',
        means: one === dayFirst ? '2025-02-01' : '2025-01-02',
      })),
      [],
      [],
    ]);
    const again = await previewFile(path, { mapping: answered(sheet, {}) });
    expect(doubtsIn(again)).toEqual(doubtsIn(sheet));
    const nothing = await previewFile(path, { mapping: answered(sheet, { Date: null }) });
    expect(doubtsIn(nothing)).toEqual(doubtsIn(sheet));
  });

  it.each([
    ['dd/MM/yyyy', '2025-01-01', '2025-03-12', '2025-01-02', '2025-02-01'],
    ['MM/dd/yyyy', '2025-01-01', '2025-12-03', '2025-02-01', '2025-01-02'],
  ])('is read as %s once that is the answer, and nothing is doubted', async (format, firstDay, lastDay, ...second) => {
    const importer = createImporter();
    const guessed = await previewFile(path, {}, importer);
    const sheet = await previewFile(path, { mapping: answered(guessed, { Date: format }) }, importer);
    expect(sheet).toMatchObject({ confident: true, doubts: [] });
    expect(sheet.totals).toMatchObject({ firstDay, lastDay, orders: 108 });
    // The other dates of the file follow.
    expect(sheet.columns.slice(1, 3)).toMatchObject([
      { type: 'date', format, odd: 0 },
      { type: 'date', format, odd: 0 },
    ]);
    expect(sheet.columns[1]!.choices).toEqual(guessed.columns[1]!.choices);
    const batch = await readAll(sheet, importer);
    expect(batch.originals).toEqual([]);
    // The second row has 02/01/2025 and 01/02/2025.
    expect(batch.values[1]!.slice(1, 3)).toEqual(second);
    const isDayFirst = format === 'dd/MM/yyyy';
    expect(batch.day).toEqual(
      days.map(([a, b]) => (isDayFirst ? `2025-${two(b)}-${two(a)}` : `2025-${two(a)}-${two(b)}`)),
    );
  });

  it('is asked about in each column by itself where both are answered', async () => {
    const guessed = await previewFile(path);
    const mapping = answered(guessed, { Date: 'MM/dd/yyyy', Delivered: 'dd/MM/yyyy' });
    const { columns } = await previewFile(path, { mapping });
    expect(columns.map(({ format }) => format).slice(1, 3)).toEqual(['MM/dd/yyyy', 'dd/MM/yyyy']);
  });

  it.each(['serial', 'banana', '', 'yyyy-MM-dd', '1.234,56', "'dMy'", ' | '])(
    'is read as guessed where the answer is %j, which reads nothing',
    async (format) => {
      const guessed = await previewFile(path);
      const formats = {
        Date: format,
        Order: format,
        Customer: format,
        Total: format === '1.234,56' ? 'dd/MM/yyyy' : format,
      };
      const sheet = await previewFile(path, { mapping: answered(guessed, formats) });
      expect(sheet).toEqual(guessed);
    },
  );
});

describe('a format that most of a column contradicts', () => {
  it('is followed; what does not fit is odd, and said', async () => {
    const sure = writeText(folder, 'sure.csv', [
      'Order,Date,Customer,Total',
      ...Array.from({ length: 60 }, (_, i) => `${i},${two((i % 28) + 1)}/04/2025,K${i % 9},2.50`),
    ]);
    const guessed = await previewFile(sure);
    expect(guessed).toMatchObject({ confident: true });
    expect(guessed.columns[1]).toMatchObject({ format: 'dd/MM/yyyy', odd: 0, choices: [] });
    const sheet = await previewFile(sure, { mapping: answered(guessed, { Date: 'MM/dd/yyyy' }) });
    const odd = Array.from({ length: 60 }, (_, i) => (i % 28) + 1).filter((day) => day > 12).length;
    expect(sheet.columns[1]).toMatchObject({ format: 'MM/dd/yyyy', odd });
    expect(notesIn(sheet)[0]).toBe(`${odd} cells in “Date” are not dates. They are kept as they were written.`);
    expect(sheet.setAside.find(({ reason }) => reason === 'unreadable')?.lines).toBe(odd);
    const batch = await readAll(sheet);
    expect([batch.day[0], batch.day[11], batch.day[12]]).toEqual(['2025-01-04', '2025-12-04', null]);
    expect(batch.originals).toHaveLength(odd);
  });
});

describe('numbers that could be two', () => {
  const numbers = writeText(folder, 'numbers.csv', [
    'Order,Date,Customer,Paid,Tax',
    ...Array.from(
      { length: 60 },
      (_, i) => `${i},2025-04-${two((i % 28) + 1)},K${i % 9},${(i % 8) + 1}.${250 + i},1.${100 + i}`,
    ),
  ]);

  it.each([
    ['1.234', 1250, 1100],
    ['1234.567', 1.25, 1.1],
  ])('are read as %s', async (format, paid, tax) => {
    const guessed = await previewFile(numbers);
    expect(doubtsIn(guessed).length).toBeGreaterThan(0);
    expect(guessed.columns[3]!.choices).toEqual([
      { format: '1.234', written: '1.250', means: 1250 },
      { format: '1234.567', written: '1.250', means: 1.25 },
    ]);
    const sheet = await previewFile(numbers, { mapping: answered(guessed, { Paid: format }) });
    expect(sheet).toMatchObject({ confident: true, doubts: [] });
    expect(sheet.columns[3]).toMatchObject({ format, odd: 0 });
    expect(sheet.columns[4]!.format).toBe(format);
    const batch = await readAll(sheet);
    expect(batch.values[0]!.slice(3)).toEqual([paid, tax]);
    expect(batch.originals).toEqual([]);
    expect(sheet.totals.revenue).toBeCloseTo(
      batch.amount.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      6,
    );
  });
});

describe('choices', () => {
  const evidenceOf = (cells: readonly string[]) => {
    const evidence = createColumnEvidence();
    for (const cell of cells) evidence.add(cell);
    return evidence.finish();
  };
  const choices = (...cells: string[]) =>
    choicesOf(evidenceOf(cells), columnOf(cells)).map(({ format, written, means }) => [format, written, means]);

  it('are there where every cell fits alike, and nowhere else', () => {
    expect(choices('01.02.2025', '03.04.2025')).toEqual([
      ['dd.MM.yyyy', '01.02.2025', '2025-02-01'],
      ['MM.dd.yyyy', '01.02.2025', '2025-01-02'],
    ]);
    expect(choices('01/02/2025', '13/04/2025')).toEqual([]);
    expect(choices('05/05/2025', '06/06/2025')).toEqual([]);
    expect(choices('2025-01-02', '2025-03-04')).toEqual([]);
    expect(choices('2 March 2025', '4 May 2025')).toEqual([]);
    expect(choices('1.234', '999')).toEqual([]);
  });

  it('name the year where it could be that', () => {
    expect(choices('03/04/05', '06/07/08')).toEqual([
      ['dd/MM/yy', '03/04/05', '2005-04-03'],
      ['MM/dd/yy', '03/04/05', '2005-03-04'],
      ['yy/MM/dd', '03/04/05', '2003-04-05'],
    ]);
    expect(choices('23/04/05', '24/07/08')).toEqual([
      ['dd/MM/yy', '23/04/05', '2005-04-23'],
      ['yy/MM/dd', '23/04/05', '2023-04-05'],
    ]);
  });

  it('leave days that are clear as they are', () => {
    expect(choices('05/05/2025 10:00', '2025-03-01 09:30', '02/03/2025 11:00')).toEqual([
      ['dd/MM/yyyy HH:mm', '02/03/2025 11:00', '2025-03-02'],
      ['MM/dd/yyyy HH:mm', '02/03/2025 11:00', '2025-02-03'],
    ]);
    const cells = ['2025-03-01', '2025-03-02', '02/03/2025'];
    expect(choices(...cells).map(([format]) => format)).toEqual(['yyyy-MM-dd | dd/MM/yyyy', 'yyyy-MM-dd | MM/dd/yyyy']);
    const read = readWithFormat(evidenceOf(cells), columnOf(cells), 'yyyy-MM-dd | MM/dd/yyyy');
    expect(read).toMatchObject({ format: 'yyyy-MM-dd | MM/dd/yyyy', odd: 0, doubt: null });
  });
});

it('columns stored before there were choices have none', () => {
  const stored = {
    name: 'Date',
    type: 'date',
    role: 'date',
    format: 'dd/MM/yyyy',
    missing: 0,
    odd: 0,
    examples: [],
    distinct: 3,
  };
  expect(columnSchema.parse(stored)).toEqual({ ...stored, choices: [] });
});
