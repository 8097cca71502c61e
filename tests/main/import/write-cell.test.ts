import { describe, expect, it } from 'vitest';
import { writeCell } from '../../../src/main/import/write-cell.ts';
import type { ColumnType } from '../../../src/shared/model/column.ts';

describe('a stored value in its format', () => {
  it.each<[string | number | null, ColumnType, string | null, string]>([
    [null, 'decimal', '1.234,56', ''],
    [17850, 'integer', null, '17850'],
    [2.5, 'decimal', null, '2.5'],
    [17850, 'decimal', '1234.5', '17850.0'],
    [1234567.5, 'decimal', '1.234,56', '1.234.567,50'],
    [-1234.5, 'decimal', '1 234,56 €', '-1 234,50 €'],
    [1234, 'integer', '1,234', '1,234'],
    [-12, 'integer', '(1,234)', '(12)'],
    [-1234.5, 'decimal', '($1,234.56)', '($1,234.50)'],
    [1234.5, 'decimal', '($1,234.56)', '$1,234.50'],
    [-7.25, 'decimal', '1.234,56-', '7,25-'],
    [0.125, 'decimal', '1234,#', '0,125'],
    [1234.5, 'decimal', "CHF 1'234.56", "CHF 1'234.50"],
    [12.5, 'decimal', '1234.5%', '12.5%'],
    ['2023-04-03', 'date', 'dd-MM-yyyy', '03-04-2023'],
    ['2023-04-03', 'date', 'M/d/yy', '4/3/23'],
    ['2023-04-03', 'date', 'yyyyMMdd', '20230403'],
    ['2023-03-09', 'date', 'd. MMMM yyyy (de)', '9. März 2023'],
    ['2023-03-09', 'date', 'MMM d, yyyy', 'Mar 9, 2023'],
    ['2023-03-09', 'date', "d 'de' MMMM 'de' yyyy (es)", '9 de marzo de 2023'],
    ['2023-04-03', 'date', null, '2023-04-03'],
    ['2023-04-03', 'date', 'serial', '45019'],
    ['2022-12-01T08:26:00', 'timestamp', 'yyyy-MM-dd HH:mm:ss', '2022-12-01 08:26:00'],
    ['2022-12-01', 'timestamp', 'yyyy-MM-dd HH:mm:ss', '2022-12-01'],
    ['2022-12-01T00:05:00', 'timestamp', 'M/d/yyyy h:mm AM', '12/1/2022 12:05 AM'],
    ['2022-12-01T13:05:00', 'timestamp', 'd.M.yyyy, hh:mm am', '1.12.2022, 01:05 pm'],
    ['2022-12-01T13:05:00.250+01:00', 'timestamp', 'yyyy-MM-ddTHH:mm:ss.SSS+00:00', '2022-12-01T13:05:00.250+01:00'],
    ['2022-12-01T13:05:00-05:00', 'timestamp', 'yyyy-MM-dd HH:mm:ss +0000', '2022-12-01 13:05:00 -0500'],
    ['2022-12-01T13:05:00Z', 'timestamp', 'yyyy-MM-ddTHH:mm:ssZ', '2022-12-01T13:05:00Z'],
    ['2022-12-01T12:00:00', 'timestamp', 'serial', '44896.5'],
    [1, 'boolean', 'Ja/Nein', 'Ja'],
    [0, 'boolean', null, 'false'],
    [' as written ', 'text', null, ' as written '],
  ])('%j as %s %j is %j', (value, type, format, text) => {
    expect(writeCell(value, { type, format })).toBe(text);
  });
});
