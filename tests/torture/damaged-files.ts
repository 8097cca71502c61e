import { gzipSync } from 'node:zlib';
import { csv, header, orders, type TortureFile } from './torture-file.ts';

const types = ['text', 'text', 'date', 'decimal'] as const;
const manyOrders = (count: number): string => csv([header, ...orders(count)]);
const withStray = (count: number, at: number): string => {
  const rows = orders(count).map((row, i) => row.join(',').replace(/^/, i === at ? '"' : ''));
  return `${header.join(',')}\n${rows.join('\n')}\n`;
};
const tenMegabytes = 'Lorem ipsum dolor '.repeat(600_000);

export const damagedFiles: readonly TortureFile[] = [
  {
    what: 'a quotation mark that is never closed, near the end',
    contents: () => withStray(25, 22),
    expect: { rows: 25, types, customers: 7, notes: ['source.note.strayQuotes'], cells: [[24, 0, '"A-23']] },
  },
  {
    what: 'a quotation mark that is never closed, in the first row',
    contents: () => withStray(25, 0),
    expect: { rows: 25, types, customers: 7, notes: ['source.note.strayQuotes'], cells: [[2, 0, '"A-1']] },
  },
  {
    what: 'a quotation mark that is never closed, at the beginning of a hundred thousand rows',
    contents: () => withStray(100_000, 1),
    expect: { rows: 100_000, notes: ['source.note.strayQuotes'], cells: [[3, 0, '"A-2']] },
  },
  {
    what: 'a quotation mark that is never closed, in the middle of a hundred thousand rows',
    contents: () => withStray(100_000, 60_000),
    expect: { rows: 100_000, notes: ['source.note.strayQuotes'], cells: [[60_002, 0, '"A-60001']] },
  },
  {
    what: 'a quotation mark that would be closed by the inches of a later row',
    contents: () =>
      `Order,Customer,Date,Amount,Product\n${orders(1500)
        .map((row, i) => `${row.join(',')},${i === 3 ? '"Pipe' : i === 1200 ? 'Nail 5"' : 'Bolt'}`)
        .join('\n')}\n`,
    expect: {
      rows: 1500,
      notes: ['source.note.strayQuotes'],
      cells: [
        [5, 4, '"Pipe'],
        [1202, 4, 'Nail 5"'],
      ],
    },
  },
  {
    what: 'inches inside cells',
    contents: () =>
      `Order,Customer,Date,Amount,Product\n${orders(25)
        .map((row) => `${row.join(',')},12" pipe`)
        .join('\n')}\n`,
    expect: { rows: 25, cells: [[2, 4, '12" pipe']] },
  },
  {
    what: 'NULs at the end',
    contents: () => `${manyOrders(25)}${'\0'.repeat(512)}`,
    expect: { error: { code: 'fileNotWhatItSays' } },
  },
  { what: 'NULs far behind', contents: () => `${manyOrders(20_000)}\0\0`, expect: { error: { code: 'fileDamaged' } } },
  {
    what: 'a cell of ten megabytes',
    contents: () =>
      csv([
        [...header, 'Comment'],
        ...orders(5).map((row, i) => [...row, i === 3 ? `${tenMegabytes}, "end"` : 'short']),
      ]),
    expect: {
      rows: 5,
      customers: 5,
      cells: [
        [5, 4, `${tenMegabytes}, "end"`],
        [6, 4, 'short'],
      ],
    },
  },
  {
    what: 'a row that never ends',
    contents: () =>
      `${header.join(',')}\n${orders(3)
        .map((row) => row.join(','))
        .join('\n')}\n${'x'.repeat(20_000_000)}`,
    expect: { error: { code: 'fileDamaged', row: 5 } },
  },
  {
    what: 'gzip',
    name: 'orders.csv.gz',
    contents: () => gzipSync(manyOrders(25)),
    expect: { rows: 25, types, written: orders(25) },
  },
  {
    what: 'gzip that ends too early',
    name: 'orders.csv.gz',
    contents: () => {
      const packed = gzipSync(manyOrders(5000));
      return packed.subarray(0, packed.length >> 1);
    },
    expect: { error: { code: 'fileDamaged' } },
  },
  {
    what: 'gzip with altered bytes',
    name: 'orders.csv.gz',
    contents: () => gzipSync(manyOrders(5000)).fill(0x55, 400, 460),
    expect: { error: { code: 'fileDamaged' } },
  },
  {
    what: 'UTF-16 cut in the middle of a character',
    contents: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(manyOrders(25), 'utf16le')]).subarray(0, -1),
    expect: { encoding: 'utf-16le', rows: 25, types },
  },
  {
    what: 'UTF-8 under which rows of Windows-1252 were pasted',
    contents: () =>
      Buffer.concat([
        Buffer.from(csv([header, ...orders(25).map(([a, , c, d]) => [a!, 'Zoë Größe €', c!, d!])])),
        Buffer.from('A-26,M\xfcller \x80,2024-03-01,1.50\n', 'latin1'),
      ]),
    expect: {
      encoding: 'utf-8',
      rows: 26,
      cells: [
        [2, 1, 'Zoë Größe €'],
        [27, 1, 'Müller €'],
      ],
    },
  },
  {
    what: 'a UTF-8 mark over one byte of another encoding, a megabyte behind the beginning',
    contents: () =>
      Buffer.concat([
        Buffer.from(`\uFEFF${manyOrders(40_000)}`),
        Buffer.from('A-0,M\xfcller,2024-03-01,1.50\n', 'latin1'),
      ]),
    expect: { encoding: 'utf-8', rows: 40_001, cells: [[40_002, 1, 'Müller']] },
  },
  {
    what: 'UTF-8 cut in the middle of its last letter',
    contents: () => {
      const text = csv([header, ...orders(25).map(([a, , c, d]) => [a!, 'Zoë', c!, d!])]);
      return Buffer.from(`${text}A-26,Zoë`).subarray(0, -1);
    },
    expect: {
      encoding: 'utf-8',
      rows: 26,
      cells: [
        [2, 1, 'Zoë'],
        [27, 1, 'ZoÃ'],
      ],
    },
  },
  {
    what: 'one byte of Windows-1252 in a file that has no other letter beyond ASCII',
    contents: () =>
      Buffer.concat([
        Buffer.from(csv([header, ...orders(25)])),
        Buffer.from('A-26,M\xfcller,2024-03-01,1.50\n', 'latin1'),
      ]),
    expect: { encoding: 'windows-1252', rows: 26, cells: [[27, 1, 'Müller']] },
  },
  {
    what: 'Cyrillic in UTF-16 without a mark',
    contents: () => Buffer.from(csv([['Заказ', 'Клиент', 'Дата', 'Сумма'], ...orders(25)], ';'), 'utf16le'),
    expect: { encoding: 'utf-16le', delimiter: ';', rows: 25, names: ['Заказ', 'Клиент', 'Дата', 'Сумма'], types },
  },
  {
    what: 'all that Windows-1252 has beyond Latin-1',
    contents: () => {
      const high = Array.from({ length: 32 }, (_, i) => 0x80 + i).filter(
        (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
      );
      const rows = orders(20).map((row) =>
        Buffer.concat([Buffer.from(`${row[0]},`), Buffer.from(high), Buffer.from(`,${row[2]},${row[3]}\n`)]),
      );
      return Buffer.concat([Buffer.from(`${header.join(',')}\n`), ...rows]);
    },
    expect: { encoding: 'windows-1252', rows: 20, cells: [[2, 1, '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ']] },
  },
  {
    what: 'the first letter with an accent a megabyte behind the beginning',
    contents: () =>
      Buffer.concat([Buffer.from(manyOrders(40_000)), Buffer.from('A-0,M\xfcller,2024-03-01,1.50\n', 'latin1')]),
    expect: { encoding: 'windows-1252', rows: 40_001, cells: [[40_002, 1, 'Müller']] },
  },
];
