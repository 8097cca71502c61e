import { csv, header, orders, type TortureFile } from './torture-file.ts';

const types = ['text', 'text', 'date', 'decimal'] as const;
const titles = [
  ['Sales report'],
  ['Shop: Main street'],
  ['Exported by Ann, for the tax office'],
  [''],
  ['All prices with tax'],
  ['Period', '2024'],
];

/** A header at each of the rows 1 to 12, under titles, notes and blank rows. */
const headerRows = Array.from({ length: 12 }, (_, i): TortureFile => {
  const row = i + 1;
  const above = Array.from({ length: i }, (_, at) => titles[at % titles.length]!);
  return {
    what: `header in row ${row}`,
    contents: () => csv([...above, header, ...orders(25)], i % 2 === 0 ? ';' : ','),
    expect: { headerRow: row, rows: 25, names: header, types, written: orders(25), customers: 7 },
  };
});

const totalsLabels = [
  'Total',
  'Grand total',
  'Summe',
  'Gesamt',
  'Gesamtsumme:',
  'Total général',
  'Somme',
  'Totaal',
  'Totale',
  'Suma',
  'TOTAL (25)',
];

/** A row of totals at the end, in several languages. */
const totals = totalsLabels.map((label, i): TortureFile => {
  const last = i % 2 === 0 ? [label, '', '', '325.50'] : ['', label, '', '325.50'];
  return {
    what: `totals called ${label}`,
    contents: () => csv([header, ...orders(25), last]),
    expect: {
      rows: 26,
      types,
      customers: 7,
      lines: 25,
      unreadable: 1,
      notes: ['source.note.outside.totals'],
      written: [...orders(25), last],
      cells: [[27, 3, 325.5]],
    },
  };
});

export const layoutFiles: readonly TortureFile[] = [
  ...headerRows,
  ...totals,
  {
    what: 'no header at all',
    contents: () => csv(orders(25)),
    expect: {
      headerRow: 0,
      rows: 25,
      names: ['Column 1', 'Column 2', 'Column 3', 'Column 4'],
      types,
      doubts: ['source.doubt.noHeader'],
      written: orders(25),
    },
  },
  {
    what: 'blank columns in between',
    contents: () => csv([header, ...orders(25)].map(([a, b, c, d]) => [a!, '', b!, c!, '', '', d!])),
    expect: {
      headerRow: 1,
      names: ['Order', 'Column 2', 'Customer', 'Date', 'Column 5', 'Column 6', 'Amount'],
      customers: 7,
      lines: 25,
    },
  },
  {
    what: 'notes beside the data',
    contents: () =>
      csv([
        [...header, '', ''],
        ...orders(25).map((row, i) => [...row, '', i === 2 ? 'Asked Ben about this' : i === 3 ? 'He said: fine' : '']),
      ]),
    expect: {
      headerRow: 1,
      rows: 25,
      customers: 7,
      lines: 25,
      cells: [
        [4, 5, 'Asked Ben about this'],
        [5, 5, 'He said: fine'],
      ],
    },
  },
  {
    what: 'notes below the data',
    contents: () => csv([header, ...orders(25), [''], ['Exported on 3 March by Ann'], ['Prices include tax']]),
    expect: {
      rows: 27,
      types,
      customers: 7,
      lines: 25,
      unreadable: 2,
      notes: ['source.note.outside.note'],
      cells: [[28, 0, 'Exported on 3 March by Ann']],
    },
  },
  {
    what: 'notes below a list of customers',
    contents: () =>
      csv([
        ['Customer ID', 'City', 'Age', 'Spent'],
        ...Array.from({ length: 30 }, (_, i) => [`K${i}`, i % 2 ? 'Oslo' : 'Rome', `${20 + i}`, `${i}.50`]),
        ['Total', '', '', '450.00'],
        ['Exported on 3 March by Ann'],
      ]),
    expect: {
      rows: 32,
      customers: 30,
      unreadable: 2,
      notes: ['source.note.outside.totals', 'source.note.outside.note'],
      types: ['text', 'category', 'integer', 'decimal'],
    },
  },
  {
    what: 'a customer who is called Total',
    contents: () =>
      csv([
        ['Customer ID', 'Name', 'City', 'Spent'],
        ...Array.from({ length: 30 }, (_, i) => [`K${i}`, i === 7 ? 'Total' : `N${i}`, 'Oslo', `${i}.50`]),
      ]),
    expect: { rows: 30, customers: 30, unreadable: 0 },
  },
  {
    what: 'monthly files pasted under each other, header and totals each time',
    contents: () => {
      const months = Array.from({ length: 12 }, (_, i) => [
        header,
        ...orders(15, i * 15 + 1),
        ['Subtotal', '', '', '9.99'],
        [''],
      ]);
      return csv(months.flat());
    },
    expect: {
      rows: 203,
      types,
      customers: 7,
      lines: 180,
      unreadable: 23,
      notes: ['source.note.outside.header', 'source.note.outside.totals'],
    },
  },
  {
    what: 'short and long rows',
    contents: () =>
      csv([header, ...orders(25).map((row, i) => (i === 4 ? row.slice(0, 2) : i === 9 ? [...row, 'more'] : row))]),
    expect: {
      rows: 25,
      names: [...header, 'Column 5'],
      lines: 24,
      unreadable: 1,
      notes: ['source.note.shortRows', 'source.note.longRows'],
      cells: [[11, 4, 'more']],
    },
  },
  {
    what: 'one column',
    contents: () => csv([['Amount'], ...Array.from({ length: 30 }, (_, i) => [`${i}.25`])]),
    expect: { headerRow: 1, rows: 30, names: ['Amount'], types: ['decimal'] },
  },
  {
    what: 'one row',
    contents: () => csv([header, ...orders(1)]),
    expect: { headerRow: 1, rows: 1, types: ['text', 'text', 'date', 'decimal'] },
  },
  { what: 'names only', contents: () => csv([header]), expect: { error: { code: 'fileHeaderOnly' } } },
  { what: 'nothing', contents: () => '', expect: { error: { code: 'fileEmpty' } } },
  { what: 'blank cells only', contents: () => ';;;\n;;;\n', expect: { error: { code: 'fileEmpty' } } },
  {
    what: 'text only',
    contents: () =>
      csv([
        ['Name', 'City'],
        ['Ann', 'Oslo'],
        ['Ben', 'Rome'],
      ]),
    expect: { error: { code: 'noNumbers' } },
  },
  {
    what: 'two thousand columns',
    contents: () =>
      csv([
        Array.from({ length: 2001 }, (_, i) => `c${i}`),
        ...Array.from({ length: 5 }, () => Array.from({ length: 2001 }, (_, i) => `${i}`)),
      ]),
    expect: { error: { code: 'fileTooWide' } },
  },
  {
    what: 'one row of ten thousand cells in a narrow table',
    contents: () => csv([header, ...orders(10), Array.from({ length: 10_000 }, (_, i) => `${i}`)]),
    expect: { error: { code: 'fileTooWide' } },
  },
  {
    what: 'headings that are the same',
    contents: () =>
      csv([
        ['Date', 'Customer', 'Amount', 'Amount', 'amount'],
        ...orders(20).map(([, b, c, d]) => [c!, b!, d!, d!, d!]),
      ]),
    expect: { names: ['Date', 'Customer', 'Amount', 'Amount 2', 'amount 3'], rows: 20, customers: 7 },
  },
  {
    what: 'headings over several lines',
    contents: () => csv([['Order\nnumber', 'Customer\r\nnumber', 'Date', 'Amount'], ...orders(20)]),
    expect: { names: ['Order number', 'Customer number', 'Date', 'Amount'], rows: 20, types, customers: 7 },
  },
  {
    what: 'a line that names the delimiter',
    contents: () => `sep=;\r\n${csv([header, ...orders(20)], ';', '\r\n')}`,
    expect: { delimiter: ';', headerRow: 2, rows: 20, types, written: orders(20) },
  },
  {
    what: 'an unusual delimiter that is named',
    contents: () => `sep=^\n${csv([header, ...orders(20)], '^')}`,
    expect: { delimiter: '^', headerRow: 2, rows: 20, types, written: orders(20) },
  },
  {
    what: 'CR only',
    contents: () => csv([header, ...orders(25)], ',', '\r'),
    expect: { rows: 25, types, written: orders(25) },
  },
  {
    what: 'mixed line ends',
    contents: () => [header, ...orders(25)].map((cells, i) => cells.join(',') + ['\n', '\r\n', '\r'][i % 3]).join(''),
    expect: { rows: 25, types, written: orders(25) },
  },
  {
    what: 'no line end at the end',
    contents: () => csv([header, ...orders(25)]).trimEnd(),
    expect: { rows: 25, written: orders(25) },
  },
  {
    what: 'every cell in quotes',
    contents: () => [header, ...orders(25)].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'),
    expect: { delimiter: ';', rows: 25, types, written: orders(25) },
  },
  {
    what: 'semicolons and a stray tab',
    contents: () => csv([header, ...orders(25).map((row) => [row[0]!, `${row[1]}\t`, row[2]!, row[3]!])], ';'),
    expect: { delimiter: ';', rows: 25, types, customers: 7 },
  },
  {
    what: 'a letter with line ends inside a cell',
    contents: () =>
      csv([[...header, 'Letter'], ...orders(25).map((row) => [...row, `Dear ${row[1]},\nthank you; really\r\n"bye"`])]),
    expect: { delimiter: ',', rows: 25, cells: [[3, 4, 'Dear K3,\nthank you; really\r\n"bye"']] },
  },
];
