import type { Phrase, WordList } from '../phrase.ts';

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const proofs: Readonly<Record<string, string>> = {
  mark: 'the file begins with its mark',
  zeros: 'every other byte is zero',
  valid: 'all of the file reads as such',
  invalid: 'not all of the file reads as UTF-8',
};

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
  whitespace: 'spaces',
};

const delimiterName = (delimiter: string): string => delimiters[delimiter] ?? `“${delimiter}”`;

/** `row 12`, or `12 rows (the first is row 40)`. */
const rowsFrom: Phrase = (v, f) =>
  Number(v.rows) === 1
    ? `Row ${f.number(Number(v.first))}`
    : `${f.number(Number(v.rows))} rows (the first is row ${f.number(Number(v.first))})`;

/** How a file was read, and what was met that is not of its table. */
export const reading = {
  'import.reading': (v) => `How “${v.name}” was read`,
  'source.read.encoding': (v, f) =>
    v.proof === 'mended'
      ? `Letters are read as UTF-8, as nearly all of the file is; ${f.count(Number(v.bytes), 'letter is', 'letters are')} written in another way and read as Windows-1252.`
      : `Letters are read as ${encodings[String(v.encoding)] ?? v.encoding}, because ${proofs[String(v.proof)]}.`,
  'source.read.delimiter': (v, f) =>
    Number(v.columns) < 2
      ? 'There is one column: nothing separates cells.'
      : `Columns are separated by ${delimiterName(String(v.delimiter))}: ${f.number(Number(v.alike))} of the first ${f.count(Number(v.rows), 'row', 'rows')} have ${f.number(Number(v.columns))} cells that way.`,
  'source.read.delimiterDeclared': (v) =>
    `Columns are separated by ${delimiterName(String(v.delimiter))}: the first line of the file says so.`,
  'source.read.header': (v, f) =>
    `The names of the columns stand in row ${f.number(Number(v.row))}${Number(v.above) > 0 ? `, under ${f.count(Number(v.above), 'row', 'rows')} of titles or notes` : ''}.`,
  'source.read.noHeader': () => 'The columns have no names: the first row looks like those below it.',
  'source.read.decimals': (v, f) =>
    `${v.mark === ',' ? 'A comma' : 'A point'} stands before decimals: ${v.written} in “${v.column}” is read as ${f.number(Number(v.value), 3)}.`,
  'source.read.days': (v) => `Dates begin with the ${v.first}: ${v.written} in “${v.column}” can be nothing else.`,
  'source.read.daysTaken': (v) =>
    `Dates are taken to begin with the ${v.first}; nothing in “${v.column}” proves it, for example ${v.written}.`,
  'import.look.title': (v, f) => `${v.file}: about ${f.count(Number(v.rows), 'row', 'rows')}`,
  'import.look.orderLines': () => 'It looks like one row for each thing sold.',
  'import.look.orders': () => 'It looks like one row for each order.',
  'import.look.customers': () => 'It looks like one row for each customer.',
  'import.look.products': () => 'It looks like one row for each product.',
  'import.look.events': () => 'It looks like one row for each visit or event.',
  'import.look.text': () => 'All of it is being read now.',
  'import.look.copying': () => 'All of it is being taken in now.',
  'import.look.aside': () => 'What does not count is known when all rows are read.',
  'source.read.firstLook': (v, f) =>
    `This is what the first ${f.count(Number(v.rows), 'row', 'rows')} of about ${f.number(Number(v.about))} say. All rows are read before anything is stored, and may say otherwise.`,
  'source.note.outside.header': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'repeats' : 'repeat'} the names of the columns. Kept, but not counted.`,
  'source.note.outside.totals': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'gives' : 'give'} totals. Kept, but not counted.`,
  'source.note.outside.note': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'is a remark' : 'are remarks'} beside or below the table. Kept, but not counted.`,
  'source.note.strayQuotes': (v, f) =>
    `${Number(v.cells) === 1 ? `A quotation mark in row ${f.number(Number(v.first))} is` : `${f.number(Number(v.cells))} quotation marks (the first in row ${f.number(Number(v.first))}) are`} opened and never closed. ${Number(v.cells) === 1 ? 'It was read as an ordinary character' : 'They were read as ordinary characters'}.`,
  'source.note.shortenedIds': (v, f) =>
    `${f.count(Number(v.cells), 'cell', 'cells')} in “${v.column}” such as ${v.example} were shortened by a spreadsheet program before: the last digits are lost. If they are order or article numbers, export them again as text.`,
} satisfies WordList;
