import fc from 'fast-check';
import type { Column } from '../../../../src/shared/model/column.ts';
import type { RowFilter, RowSort } from '../../../../src/shared/model/rows.ts';
import { asideBit, replacedBit, setAsideReasons } from '../../../../src/shared/model/source.ts';
import type { MadeCell, MadeTable } from './made-source.ts';

const text = fc
  .oneof(
    fc.constantFrom(
      'Äpfel',
      'apfel',
      'Zebra',
      'Éclair 10',
      'eclair 9',
      'Straße',
      'STRASSE',
      '007',
      '7',
      '10',
      '0',
      'a b',
    ),
    fc.constantFrom(
      'Artikel 100000000000000000000',
      'Artikel 99999999999999999999',
      'x\u{1F600}',
      'ΟΔΟΣ',
      'οδος',
      'İstanbul',
      'x\uFFFD',
      '東京',
      '- ',
    ),
    fc.string({ minLength: 1, maxLength: 12 }).map((one) => one.replaceAll('\0', '')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((one) => one.replaceAll('\0', '')),
  )
  .filter((one) => one !== '');
const odd = text
  .filter((one) => !/^\s*$|^\s*(?:[-–—]|n\/?a|#n\/a|nan|null|none|\\n)\s*$/i.test(one))
  .map((one) => ({ odd: one }));
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const cellOf: Record<string, fc.Arbitrary<MadeCell>> = {
  integer: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -5, max: 40 }) },
    fc.maxSafeInteger(),
    fc.constant(null),
    odd,
  ),
  decimal: fc.oneof(
    { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    fc.constantFrom(0, -0, 0.1, 0.30000000000000004, 0.3, 1e-300, -1e300, null),
    odd,
  ),
  text: fc.oneof({ weight: 5, arbitrary: text }, fc.constant(null)),
  category: fc.constantFrom('Rot', 'rot', 'Grün', 'grun', 'Blau', null),
  date: fc.oneof({ weight: 4, arbitrary: day }, fc.constant(null), odd),
  timestamp: fc.oneof({ weight: 4, arbitrary: day.map((one) => `${one}T08:15:00`) }, day, fc.constant(null), odd),
  boolean: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1) }, fc.constant(null), odd),
};
export const types = Object.keys(cellOf) as Column['type'][];

/** A table with a column of every type. */
export const table: fc.Arbitrary<MadeTable> = fc
  .array(
    fc.tuple(
      fc.tuple(...types.map((type) => cellOf[type]!)),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(0, 0, ...Object.values(asideBit), 5, replacedBit, replacedBit | 1),
    ),
    { maxLength: 60 },
  )
  .map((rows) => {
    let number = 1;
    return {
      types,
      rows: rows.map(([cells]) => cells),
      numbers: rows.map(([, gap]) => {
        number += gap;
        return number;
      }),
      aside: rows.map(([, , aside]) => aside),
    };
  });

const column = fc.constantFrom(...types.map((_, at) => String.fromCharCode(97 + at)));
const named = (...wanted: Column['type'][]) =>
  fc.constantFrom(...types.flatMap((type, at) => (wanted.includes(type) ? [String.fromCharCode(97 + at)] : [])));
export const sort: fc.Arbitrary<RowSort> = fc.record({ column, descending: fc.boolean() });
/** A filter of a column, or of what is set aside. */
export const filter: fc.Arbitrary<RowFilter> = fc.oneof(
  fc.record({
    test: fc.constantFrom('contains' as const, 'equals' as const),
    column,
    text: text.filter((one) => one.trim() !== ''),
  }),
  fc.record({
    test: fc.constant('between' as const),
    column: named('integer', 'decimal'),
    least: fc.integer({ min: -5, max: 20 }),
    most: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record(
    { test: fc.constant('days' as const), column: named('date', 'timestamp'), first: day, last: day },
    { requiredKeys: ['test', 'column'] },
  ),
  fc.record({ test: fc.constantFrom('empty' as const, 'filled' as const, 'odd' as const), column }),
  fc.record({
    test: fc.constant('aside' as const),
    reason: fc.constantFrom('any' as const, 'none' as const, 'replaced' as const, ...setAsideReasons),
  }),
);
