import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDate } from '../../../../src/main/import/typing/date-format.ts';
import {
  formatOfStyle,
  type NumberStyle,
  styleOfFormat,
  writeNumber,
} from '../../../../src/main/import/typing/number-format.ts';
import { columnOf, storedOf } from './column-of.ts';

const style: fc.Arbitrary<NumberStyle> = fc
  .record({
    marks: fc.constantFrom<readonly [NumberStyle['decimal'], string]>(
      ['.', ''],
      ['.', ','],
      ['.', "'"],
      ['.', ' '],
      [',', ''],
      [',', '.'],
      [',', ' '],
      [',', '\u00a0'],
    ),
    prefix: fc.constantFrom('', '$', '€ ', 'EUR ', '£'),
    suffix: fc.constantFrom('', ' €', '%', ' kr'),
    decimals: fc.constantFrom<NumberStyle['decimals']>(0, 2, 1, 4, null, 'point'),
    negative: fc.constantFrom<NumberStyle['negative']>('minus', 'parentheses', 'trailing'),
  })
  .map(({ marks: [decimal, group], prefix, suffix, decimals, negative }) => ({
    decimal,
    group,
    prefix,
    suffix: prefix === '' ? suffix : '',
    decimals,
    negative,
  }));

const cents = fc.array(fc.integer({ min: -200_000_000, max: 200_000_000 }), { minLength: 5, maxLength: 40 });

describe('numbers', () => {
  it('styles survive their format', () => {
    fc.assert(
      fc.property(style, (one) => {
        const format = formatOfStyle(one);
        if (format !== null) expect(formatOfStyle(styleOfFormat(format))).toBe(format);
      }),
    );
  });

  it('of any style come back as the same numbers and the same text', () => {
    fc.assert(
      fc.property(style, cents, (one, raw) => {
        const places = typeof one.decimals === 'number' ? one.decimals : 2;
        const values = raw.map((value) => Number((value / 100).toFixed(Math.min(2, places))));
        const format = formatOfStyle(one);
        // A long number and a fraction, so that the marks are certain.
        const sure = [...values, 1234567.5, 0.25, 7].map((value) => (places === 0 ? Math.round(value) : value));
        const cells = sure.map((value) => writeNumber(value, format));
        const column = columnOf(cells);
        expect(['integer', 'decimal']).toContain(column.type);
        const { values: read, written, kept } = storedOf(cells, column);
        expect(column.odd).toBe(0);
        cells.forEach((cell, i) => {
          expect(read[i]).toBeCloseTo(Number(writeNumber(sure[i]!, styleAsPlain(one))), 9);
          expect(written[i] === cell || kept.includes(cell)).toBe(true);
        });
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('whatever a cell holds, it is never lost', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.double().map(String),
            fc.constantFrom('', ' ', '-', '1.2.3', '12/13/2020', '0x1F', '1e5', '٣', '$'),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (cells) => {
          const column = columnOf(cells);
          const { written, kept } = storedOf(cells, column);
          cells.forEach((cell, i) => {
            if (column.type !== 'text' && column.type !== 'category')
              expect(written[i] === cell || kept.includes(cell)).toBe(true);
          });
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });
});

/** The decimals that a style really writes, in plain digits. */
const styleAsPlain = ({ decimals }: NumberStyle): string | null =>
  formatOfStyle({ prefix: '', suffix: '', group: '', decimal: '.', negative: 'minus', decimals });

const formats = [
  'yyyy-MM-dd',
  'dd-MM-yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'M/d/yyyy',
  'd.M.yyyy',
  'dd.MM.yy',
  'yyyyMMdd',
  'yyyy/M/d',
  'dd MMM yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'dd-MMM-yy',
  'd. MMMM yyyy (de)',
  'd MMMM yyyy (fr)',
  'd MMMM yyyy (it)',
  'd MMMM yyyy (nl)',
  "d 'de' MMMM 'de' yyyy (es)",
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-ddTHH:mm:ss',
  'yyyy-MM-ddTHH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss.SSS',
  'dd/MM/yyyy HH:mm',
  'M/d/yyyy h:mm AM',
  'M/d/yyyy hh:mm:ss am',
  'd.M.yyyy H:mm',
  'yyyy-MM-ddTHH:mm:ss+00:00',
  'yyyy-MM-dd HH:mm:ss +0000',
];

describe('days and moments', () => {
  it.each(formats)('written as %s are read as they are', (format) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15_000 * 1440 }), { minLength: 5, maxLength: 40 }), (minutes) => {
        const isTimed = /m{2}$|mm:|H/.test(format);
        const isos = [...minutes, 25 * 1440 + 61].map((minute) => {
          const iso = new Date(Date.UTC(1990, 0, 1) + minute * 60_000).toISOString().slice(0, 19);
          if (!isTimed) return iso.slice(0, 10);
          return (
            iso +
            (format.includes('SSS') ? '.250' : '') +
            (/Z$/.test(format) ? 'Z' : /\+00:?00$/.test(format) ? '-05:30' : '')
          );
        });
        const cells = isos.map((iso) => writeDate(iso, format));
        const column = columnOf(cells, 'Order date');
        const { values, written, kept } = storedOf(cells, column);
        expect(column).toMatchObject({ type: isTimed ? 'timestamp' : 'date', odd: 0 });
        expect(values).toEqual(isos);
        cells.forEach((cell, i) => {
          expect(written[i] === cell || kept.includes(cell)).toBe(true);
        });
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
