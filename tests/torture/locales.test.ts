import { describe, expect, it } from 'vitest';
import {
  type DateStyle,
  dateStyles,
  delimiters,
  type EncodingName,
  encodings,
  matrixFile,
  type NumberLocale,
  numberLocales,
} from './locale-matrix.ts';
import { type ReadFile, readTorture, writtenRows } from './reading.ts';

const canBeWritten = (encoding: EncodingName, delimiter: string, [group]: NumberLocale): boolean =>
  !(delimiter === 'aligned' && /\s/.test(group)) &&
  !(group === '\u202f' && ['windows-1252', 'latin-1'].includes(encoding)) &&
  !(group === '’' && ['windows-1252', 'latin-1'].includes(encoding));

const check = async (
  encoding: EncodingName,
  delimiter: (typeof delimiters)[number],
  locale: NumberLocale,
  style: DateStyle,
) => {
  const what = `${encoding} ${delimiter} ${JSON.stringify(locale)} ${style}`;
  const { bytes, written, values } = matrixFile(encoding, delimiter, locale, style);
  const read = await readTorture('orders.csv', bytes);
  if ('code' in read) throw new Error(`${what}: ${read.sentence}`);
  const { preview, typed }: ReadFile = read;
  const found = {
    what,
    encoding: preview.encoding,
    delimiter: preview.delimiter,
    headerRow: preview.headerRow,
    rows: preview.rows,
    types: preview.columns.map(({ type }) => type),
    odd: preview.columns.map(({ odd }) => odd),
  };
  expect(found).toEqual({
    what,
    encoding: encodings[encoding].reads,
    delimiter: delimiter === 'aligned' ? 'whitespace' : delimiter,
    headerRow: 1,
    rows: 30,
    types: ['text', 'text', 'date', 'decimal'],
    odd: [0, 0, 0, 0],
  });
  const isDoubtful = style === 'd/m/y without proof';
  expect(
    preview.doubts.map(({ key }) => key),
    what,
  ).toEqual(isDoubtful ? ['source.doubt.dayOrMonth'] : []);
  expect(typed?.values, what).toEqual(values);
  expect(writtenRows(read), what).toEqual(written);
  const keys = preview.evidence.map(({ key }) => key);
  expect(keys, what).toContain('source.read.decimals');
  if (style !== 'iso') expect(keys, what).toContain(isDoubtful ? 'source.read.daysTaken' : 'source.read.days');
};

describe('every encoding, delimiter, way of writing numbers and order of dates', () => {
  for (const encoding of Object.keys(encodings) as EncodingName[])
    it(`is read in ${encoding}`, async () => {
      let files = 0;
      for (const delimiter of delimiters)
        for (const locale of numberLocales)
          for (const style of dateStyles) {
            if (!canBeWritten(encoding, delimiter, locale)) continue;
            await check(encoding, delimiter, locale, style);
            files += 1;
          }
      expect(files).toBeGreaterThan(200);
    });
});
