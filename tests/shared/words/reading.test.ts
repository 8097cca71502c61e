import { describe, expect, it } from 'vitest';
import { message } from '../../../src/shared/model/message.ts';
import { say } from '../../../src/shared/words/say.ts';

const sentence = (key: string, values: Parameters<typeof message>[1] = {}) => say(message(key, values));

describe('how a file was read', () => {
  it('is said in a shopkeeper’s words', () => {
    expect(sentence('source.read.encoding', { encoding: 'windows-1252', proof: 'invalid' })).toBe(
      'Letters are read as Windows-1252, because not all of the file reads as UTF-8.',
    );
    expect(sentence('source.read.delimiter', { delimiter: ';', columns: 4, alike: 58, rows: 60 })).toBe(
      'Columns are separated by semicolons: 58 of the first 60 rows have 4 cells that way.',
    );
    expect(sentence('source.read.delimiter', { delimiter: ',', columns: 1, alike: 3, rows: 3 })).toBe(
      'There is one column: nothing separates cells.',
    );
    expect(sentence('source.read.delimiterDeclared', { delimiter: '^' })).toBe(
      'Columns are separated by “^”: the first line of the file says so.',
    );
    expect(sentence('source.read.header', { row: 4, above: 2 })).toBe(
      'The names of the columns stand in row 4, under 2 rows of titles or notes.',
    );
    expect(sentence('source.read.header', { row: 1, above: 0 })).toBe('The names of the columns stand in row 1.');
    expect(sentence('source.read.decimals', { mark: ',', column: 'Paid', written: '1.234,56', value: 1234.56 })).toBe(
      'A comma stands before decimals: 1.234,56 in “Paid” is read as 1,234.56.',
    );
    expect(sentence('source.read.days', { first: 'day', column: 'Date', written: '31.12.2024' })).toBe(
      'Dates begin with the day: 31.12.2024 in “Date” can be nothing else.',
    );
  });

  it('names the rows that are not of the table, and counts them', () => {
    expect(sentence('source.note.outside.totals', { rows: 1, first: 27 })).toBe(
      'Row 27 gives totals. Kept, but not counted.',
    );
    expect(sentence('source.note.outside.header', { rows: 11, first: 18 })).toBe(
      '11 rows (the first is row 18) repeat the names of the columns. Kept, but not counted.',
    );
    expect(sentence('source.note.outside.note', { rows: 2, first: 28 })).toBe(
      '2 rows (the first is row 28) are remarks beside or below the table. Kept, but not counted.',
    );
    expect(sentence('source.note.strayQuotes', { cells: 1, first: 24 })).toBe(
      'A quotation mark in row 24 is opened and never closed. It was read as an ordinary character.',
    );
    expect(sentence('source.note.strayQuotes', { cells: 3, first: 24 })).toBe(
      '3 quotation marks (the first in row 24) are opened and never closed. They were read as ordinary characters.',
    );
  });
});
