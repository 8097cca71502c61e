import fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createRecordSplitter } from '../../../../src/main/import/readers/split-records.ts';

const split = (text: string, delimiter = ',', pieces = 1): string[][] => {
  const splitter = createRecordSplitter(delimiter, 'shop.csv');
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const records: string[][] = [];
  for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size), false));
  return [...records, ...splitter.push('', true)];
};

const cell = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '\t', '|', '"', '\n', '\r', 'é', '💶', '.'),
  maxLength: 8,
});
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

describe('createRecordSplitter', () => {
  it('gives back every table that was written, whatever the delimiter, quoting, line ends and pieces', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, lineEnds, quotesAll, endsWithLine, pieces) => {
          const write = (text: string) =>
            quotesAll || text === '' || /["\r\n]/.test(text) || text.includes(delimiter)
              ? `"${text.replaceAll('"', '""')}"`
              : text;
          const lines = rows.map((cells) => cells.map(write).join(delimiter));
          const text = lines
            .map((line, i) => line + (i < lines.length - 1 || endsWithLine ? lineEnds[i % lineEnds.length] : ''))
            .join('');
          expect(split(text, delimiter, pieces)).toEqual(rows);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([',', 'whitespace'])(
    'takes time by the length of a row over many pieces, not by its square (%s)',
    (delimiter) => {
      const piece = 'x'.repeat(64 * 1024);
      const timeOf = (pieces: number): number => {
        const splitter = createRecordSplitter(delimiter, 'shop.csv');
        const began = performance.now();
        for (let i = 0; i < pieces; i += 1) expect(splitter.push(piece, false)).toEqual([]);
        expect(splitter.push('\nend', true)).toEqual([[piece.repeat(pieces)], ['end']]);
        return performance.now() - began;
      };
      timeOf(16);
      // Eight times as long: 64 times the time if every piece looked through all before it.
      const [short, long] = [timeOf(28), timeOf(224)];
      expect(long / short).toBeLessThan(30);
    },
  );

  it('agrees with papaparse on text with one kind of line end', () => {
    const line = fc.array(fc.constantFrom('a', 'b c', '"x,y"', '"say ""hi"""', 'in"side', '', '12', '"two\nlines"'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
        const text = lines.map((cells) => cells.join(',')).join('\n');
        fc.pre(text !== '' && !text.endsWith('\n'));
        expect(split(text, ',', 3)).toEqual(parse<string[]>(text, { delimiter: ',', newline: '\n' }).data);
      }),
    );
  });

  it('keeps marks inside unquoted cells and text after a closing mark', () => {
    expect(split('12" pipe,"5"" nail","a"b,c" \n')).toEqual([['12" pipe', '5" nail', 'ab', 'c" ']]);
  });

  it('counts blank lines as rows', () => {
    expect(split('a\n\nb\r\r\nc')).toEqual([['a'], [''], ['b'], [''], ['c']]);
  });

  const strays = (text: string, pieces = 1): { records: string[][]; count: number; first: number } => {
    const splitter = createRecordSplitter(',', 'shop.csv');
    const size = Math.max(1, Math.ceil(text.length / pieces));
    const records: string[][] = [];
    for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size), false));
    records.push(...splitter.push('', true));
    return { records, ...splitter.strayQuotes() };
  };

  it('reads a quotation mark that closes nothing as an ordinary character, and says where', () => {
    for (const pieces of [1, 2, 7, 40])
      expect(strays('a,b\n"x\ny",2\nc,"d\ne,f\n', pieces)).toEqual({
        records: [
          ['a', 'b'],
          ['x\ny', '2'],
          ['c', '"d'],
          ['e', 'f'],
        ],
        count: 1,
        first: 3,
      });
  });

  it('does not let it take in the rows up to the next quoted cell', () => {
    for (const pieces of [1, 3, 19])
      expect(strays('a,b\n"x,1\ny,2\n"Smith, J",3\n', pieces)).toEqual({
        records: [
          ['a', 'b'],
          ['"x', '1'],
          ['y', '2'],
          ['Smith, J', '3'],
        ],
        count: 1,
        first: 2,
      });
    const rows = Array.from({ length: 1000 }, (_, i) => `r${i},${i},x`);
    const long = strays(`a,b,c\n"r,0,x\n${rows.join('\n')}\nz,1,5"\n`, 3);
    expect(long.records).toHaveLength(1003);
    expect(long).toMatchObject({ count: 1, first: 2 });
  });

  it('leaves long texts whole: lines in them are no rows', () => {
    const letter = Array.from({ length: 2000 }, (_, i) => `Dear ${i}, hello`).join('\n');
    expect(strays(`a,b,c\n1,"${letter}",3\n4,5,6\n`, 5)).toEqual({
      records: [
        ['a', 'b', 'c'],
        ['1', letter, '3'],
        ['4', '5', '6'],
      ],
      count: 0,
      first: 0,
    });
  });

  it('gives up on a row without end before memory does', () => {
    const splitter = createRecordSplitter(',', 'shop.csv');
    const piece = 'x'.repeat(1024 * 1024);
    expect(() => {
      for (let i = 0; i < 40; i++) splitter.push(piece, false);
    }).toThrowError(expect.objectContaining({ code: 'fileDamaged', details: expect.objectContaining({ row: 1 }) }));
  });

  it('splits aligned columns on any white space, in pieces too', () => {
    const text = ' 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n\r\n 3 4  5 6';
    for (const pieces of [1, 3, 50])
      expect(split(text, 'whitespace', pieces)).toEqual([
        ['00001', '19970101', '1', '11.77'],
        ['00002', '19970112', '1', '12.00'],
        [''],
        ['3', '4', '5', '6'],
      ]);
  });
});
