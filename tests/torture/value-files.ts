import type { ColumnType } from '../../src/shared/model/column.ts';
import { csv, type TortureFile } from './torture-file.ts';

/** Orders with one further column of what is to be read. */
const withColumn = (name: string, values: readonly string[], count = 40): string[][] => [
  ['Order', 'Customer', 'Date', 'Amount', name],
  ...Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i * 3)).toISOString().slice(0, 10);
    return [`A-${i + 1}`, `K${(i % 7) + 1}`, day, `${i + 1}.25`, values[i % values.length]!];
  }),
];

const column = (
  what: string,
  name: string,
  values: readonly string[],
  type: ColumnType,
  first: string | number | null,
  more: { readonly format?: string | null; readonly notes?: readonly string[]; readonly count?: number } = {},
): TortureFile => {
  const rows = withColumn(name, values, more.count ?? 40);
  return {
    what,
    contents: () => csv(rows),
    expect: {
      rows: rows.length - 1,
      types: ['text', 'text', 'date', 'decimal', type],
      ...(more.format === undefined ? {} : { lastFormat: more.format }),
      cells: [[2, 4, first]],
      written: rows.slice(1),
      customers: 7,
      ...(more.notes ? { notes: more.notes } : {}),
    },
  };
};

/** The date column itself, written in other ways. */
const dates = (
  what: string,
  write: (day: Date, i: number) => string,
  more: { readonly odd?: number; readonly doubts?: readonly string[]; readonly first?: string | null } = {},
): TortureFile => {
  const rows = withColumn('Note', ['-']).map((row, i) =>
    i === 0 ? row : [row[0]!, row[1]!, write(new Date(Date.UTC(2024, 0, 1 + (i - 1) * 3)), i - 1), row[3]!],
  );
  const table = [rows[0]!.slice(0, 4), ...rows.slice(1)];
  return {
    what,
    contents: () => csv(table),
    expect: {
      rows: 40,
      types: ['text', 'text', 'date', 'decimal'],
      cells: [[2, 2, more.first === undefined ? '2024-01-01' : more.first]],
      written: table.slice(1),
      lines: 40 - (more.odd ?? 0),
      unreadable: more.odd ?? 0,
      ...(more.doubts ? { doubts: more.doubts } : {}),
    },
  };
};

const iso = (day: Date): string => day.toISOString().slice(0, 10);
const parts = (day: Date): [string, string, string] => iso(day).split('-') as [string, string, string];
const months = {
  English: 'January February March April May June July August September October November December',
  German: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  French: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  Spanish: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  Italian: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  Dutch: 'januari februari maart april mei juni juli augustus september oktober november december',
  Portuguese: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  Swedish: 'januari februari mars april maj juni juli augusti september oktober november december',
  Danish: 'januar februar marts april maj juni juli august september oktober november december',
  Polish: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
} as const;

const booleans = [
  ['Yes', 'No'],
  ['Ja', 'Nein'],
  ['Oui', 'Non'],
  ['Sí', 'No'],
  ['vrai', 'faux'],
  ['wahr', 'falsch'],
  ['TRUE', 'FALSE'],
  ['Ja', 'Nej'],
  ['Sim', 'Não'],
  ['Tak', 'Nie'],
] as const;

export const valueFiles: readonly TortureFile[] = [
  column('percent', 'Discount', ['12.5%', '0.0%', '7.5%', '100.0%'], 'decimal', 12.5, { format: '1234.5%' }),
  column('percent with a space and a comma', 'Rabatt', ['12,5 %', '0,0 %', '7,5 %'], 'decimal', 12.5),
  column('a currency before', 'Tax', ['$1,234.50', '$0.99', '$12.00'], 'decimal', 1234.5, { format: '$1,234.56' }),
  column('a currency behind', 'Steuer', ['1.234,50 €', '0,99 €', '12,00 €'], 'decimal', 1234.5, {
    format: '1.234,56 €',
  }),
  column('a currency by its letters', 'Tax', ['EUR 1234.50', 'EUR 0.99'], 'decimal', 1234.5),
  column('negatives in brackets', 'Balance', ['(1,234.50)', '99.00', '(0.50)'], 'decimal', -1234.5, {
    format: '(1,234.56)',
  }),
  column('negatives with a minus behind', 'Balance', ['12.50-', '99.00', '0.50-'], 'decimal', -12.5),
  column('a real minus sign', 'Balance', ['\u221212.50', '99.00'], 'decimal', -12.5),
  column('blanks that are no-break spaces', 'Tax', ['\u00a0', '5.50', '\u00a07.25\u00a0', ''], 'decimal', null),
  column('leading zeros', 'Article', ['00123', '04567', '00001', '12345'], 'category', '00123'),
  column(
    'ids of sixteen to twenty digits',
    'Reference',
    ['4000123412341234', '40001234123412345678', '4000123412341235'],
    'category',
    '4000123412341234',
  ),
  column(
    'telephones with a plus',
    'Contact',
    ['+491701234567', '+441632960961', '+12025550123'],
    'category',
    '+491701234567',
  ),
  column(
    'telephones with spaces',
    'Phone',
    ['+49 170 123 456', '+44 1632 960 961', '0170 123 456'],
    'text',
    '+49 170 123 456',
  ),
  column('article codes', 'EAN', ['4006381333931', '5901234123457', '9780201379624'], 'category', '4006381333931'),
  column(
    'article codes under any heading',
    'Thing',
    ['4006381333931', '5901234123457', '9780201379624'],
    'category',
    '4006381333931',
  ),
  column(
    'ids that Excel has shortened',
    'Tracking',
    ['4.00638E+12', '5.90123E+12', '9.7802E+12'],
    'category',
    '4.00638E+12',
    { notes: ['source.note.shortenedIds'] },
  ),
  column('postcodes', 'PLZ', ['10115', '20095', '80331'], 'category', '10115'),
  column('ones and zeros under a name that asks', 'Newsletter', ['1', '0'], 'boolean', 1, { format: '1/0' }),
  column('x or nothing', 'Newsletter', ['x', '', '', 'x'], 'boolean', 1),
  ...booleans.map(([yes, no]) => column(`${yes} and ${no}`, 'Member', [yes, no, no, yes], 'boolean', 1)),
  column(
    'cells that would run as formulas',
    'Comment',
    ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', "'=1", '-5'],
    'category',
    '=1+1',
  ),
  column('words among numbers', 'Weight', ['1.5', '2.5', 'heavy', '3.5'], 'category', '1.5'),
  column(
    'one word among many numbers',
    'Weight',
    ['1.5', '2.5', '3.5', ...Array.from({ length: 36 }, (_, i) => `${i}.5`), 'heavy'],
    'decimal',
    1.5,
    { notes: ['source.note.odd'] },
  ),
  column('emoji and letters of four bytes', 'Comment', ['😀 ok', '𝒳', 'é', '日本語'], 'category', '😀 ok'),
  column('spaces around', 'Comment', [' a', 'b ', ' c '], 'category', ' a'),
  dates('ISO days', iso),
  dates('days as Excel counts them', (day) => String(Math.round(day.getTime() / 86_400_000) + 25_569)),
  dates('days without marks', (day) => iso(day).replaceAll('-', '')),
  dates('months before days, proven', (day) => parts(day).slice(1).concat(parts(day)[0]).join('/')),
  dates('ISO and dotted days in one column', (day, i) => (i % 3 === 0 ? iso(day) : parts(day).reverse().join('.'))),
  dates('long and short years', (day, i) => {
    const [y, m, d] = parts(day);
    return `${d}.${m}.${i % 2 === 0 ? y : y.slice(2)}`;
  }),
  dates('slashes and dots, days first', (day, i) =>
    parts(day)
      .reverse()
      .join(i % 2 === 0 ? '/' : '.'),
  ),
  dates('three days that cannot be', (day, i) => (i > 36 ? '31.02.2024' : parts(day).reverse().join('.')), { odd: 3 }),
  dates('a few months first among days first', (day, i) => (i === 39 ? '12/25/2024' : parts(day).reverse().join('/')), {
    odd: 1,
  }),
  ...Object.entries(months).map(([language, names]) =>
    dates(`months by their names in ${language}`, (day) => {
      const [y, m, d] = parts(day);
      const name = names.split(' ')[Number(m) - 1]!;
      return language === 'English'
        ? `${name} ${Number(d)}, ${y}`
        : language === 'German'
          ? `${Number(d)}. ${name} ${y}`
          : `${Number(d)} ${name} ${y}`;
    }),
  ),
];
