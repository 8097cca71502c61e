import { describe, expect, it } from 'vitest';
import { dateStyleOf, writeSerial } from '../../../../src/main/import/readers/xlsx-dates.ts';

describe('dateStyleOf', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d/mmm/yy h:mm AM/PM;@', 'date'],
    ['mmm', 'date'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['0.00', null],
    ['General', null],
    ['[Red]#,##0.00 "days"', null],
    ['_-* #,##0.00 _€_-;-* #,##0.00 _d_-', null],
    ['0 \\d', null],
    ['0.00E+00', null],
    ['#,##0;[Red]-#,##0 "yd"', null],
  ])('reads %s', (code, style) => {
    expect(dateStyleOf(164, code)).toBe(style);
  });

  it('knows the formats that go by number', () => {
    expect([0, 2, 14, 18, 22, 44, 46, 49].map((id) => dateStyleOf(id, undefined))).toEqual([
      null,
      null,
      'date',
      'time',
      'date',
      null,
      'elapsed',
      null,
    ]);
  });
});

describe('writeSerial', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [25_569, false, '1970-01-01'],
    [45_292.5, false, '2024-01-01 12:00:00'],
    [45_291.999_999_9, false, '2024-01-01'],
    [44_927.352_777_777_8, false, '2023-01-01 08:28:00'],
    [0, true, '1904-01-01'],
    [43_830, true, '2024-01-01'],
    [2_958_465, false, '9999-12-31'],
    [-3, false, '-3'],
    [1e9, false, '1000000000'],
  ])('writes %d', (serial, is1904, text) => {
    expect(writeSerial(serial, 'date', is1904)).toBe(text);
  });

  it('writes times alone and hours past 24', () => {
    expect(writeSerial(0.75, 'time', false)).toBe('18:00:00');
    expect(writeSerial(1.510_416_667, 'elapsed', false)).toBe('36:15:00');
  });
});
