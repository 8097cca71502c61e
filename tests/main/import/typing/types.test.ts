import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../../../src/shared/model/column.ts';
import { columnOf, storedOf } from './column-of.ts';

const many = (make: (i: number) => string, count = 100): string[] => Array.from({ length: count }, (_, i) => make(i));
const two = (n: number) => String(n).padStart(2, '0');

describe('the type of a column', () => {
  it.each<[string, string[], ColumnType, string | null, string?]>([
    ['whole numbers', many((i) => String(i - 50)), 'integer', null],
    ['numbers as JavaScript prints them', many((i) => String(i / 4)), 'decimal', null],
    ['two decimals always', many((i) => (i / 7).toFixed(2)), 'decimal', '1234.56'],
    ['floats as Python prints them', ['1.0', '2.5', '3.0', '0.25'], 'decimal', '1234.0#'],
    ['whole floats', ['17850.0', '13047.0', '12583.0'], 'decimal', '1234.5'],
    ['English thousands', ['1,234.50', '12.00', '1,000,000.25'], 'decimal', '1,234.56'],
    ['English whole thousands', ['1,234', '12', '1,000,000'], 'integer', '1,234'],
    ['German', ['1.234,50', '12,00', '1.000.000,25'], 'decimal', '1.234,56'],
    ['German without thousands', ['1234,5', '12,25', '7'], 'decimal', '1234,#'],
    ['French', ['1 234,50 €', '12,00 €', '1 000 000,25 €'], 'decimal', '1 234,56 €'],
    ['French with narrow spaces', ['1\u202f234,50', '12,00'], 'decimal', '1\u202f234,56'],
    ['Swiss', ["CHF 1'234.50", 'CHF 12.00'], 'decimal', "CHF 1'234.56"],
    ['Swedish', ['1 234 kr', '12 kr', '5 kr'], 'integer', '1 234 kr'],
    ['dollars, losses in parentheses', ['$1,234.50', '($12.00)', '$3.25'], 'decimal', '($1,234.56)'],
    ['pounds', ['£2.55', '-£3.10', '£7.00'], 'decimal', '£1234.56'],
    ['trailing minus', ['12,50-', '1.003,20', '7,00-'], 'decimal', '1.234,56-'],
    ['percent', ['12%', '7%', '100%'], 'integer', '1234%'],
    ['codes with leading zeros', many((i) => String(i).padStart(5, '0')), 'text', null],
    ['postcodes', many((i) => String(i * 997).padStart(5, '0')), 'text', null],
    ['numbers that are too long to keep apart', many((i) => `12345678901234567${i}`), 'text', null],
    ['ISO days', many((i) => `2023-01-${two((i % 28) + 1)}`), 'date', 'yyyy-MM-dd'],
    ['ISO moments', many((i) => `2023-01-05 ${two(i % 24)}:00:00`), 'timestamp', 'yyyy-MM-dd HH:mm:ss'],
    ['ISO moments with zone', many((i) => `2023-01-05T${two(i % 24)}:00:00Z`), 'timestamp', 'yyyy-MM-ddTHH:mm:ssZ'],
    [
      'shop moments',
      many((i) => `2023-01-${two((i % 28) + 1)} 10:00:00 -0500`),
      'timestamp',
      'yyyy-MM-dd HH:mm:ss +0000',
    ],
    ['day first', many((i) => `${two((i % 28) + 1)}-03-2023`), 'date', 'dd-MM-yyyy'],
    ['day first with slashes', many((i) => `${two((i % 28) + 1)}/03/2023`), 'date', 'dd/MM/yyyy'],
    ['month first', many((i) => `03/${two((i % 28) + 1)}/2023`), 'date', 'MM/dd/yyyy'],
    [
      'month first, short',
      many((i) => `3/${(i % 28) + 1}/2023 ${(i % 12) + 1}:05 PM`),
      'timestamp',
      'M/d/yyyy h:mm AM',
    ],
    ['day first, two digits', many((i) => `${(i % 28) + 1}.3.23`), 'date', 'd.M.yy'],
    ['compact days', many((i) => `202301${two((i % 28) + 1)}`), 'date', 'yyyyMMdd'],
    ['English months', many((i) => `Mar ${(i % 28) + 1}, 2023`), 'date', 'MMM d, yyyy'],
    ['German months', many((i) => `${(i % 28) + 1}. März 2023`), 'date', 'd. MMMM yyyy (de)'],
    ['Spanish months', many((i) => `${(i % 28) + 1} de marzo de 2023`), 'date', "d 'de' MMMM 'de' yyyy (es)"],
    ['days that Excel counts, by name', many((i) => String(44_900 + i)), 'date', 'serial', 'Order date'],
    ['the same without that name', many((i) => String(44_900 + i)), 'integer', null, 'Points'],
    ['yes and no', many((i) => (i % 3 ? 'Yes' : 'No')), 'boolean', 'Yes/No'],
    ['ja and nein', many((i) => (i % 3 ? 'JA' : 'NEIN')), 'boolean', 'JA/NEIN'],
    ['true and false', many((i) => (i % 3 ? 'true' : 'false')), 'boolean', null],
    ['one and zero, by name', many((i) => String(i % 2)), 'boolean', '1/0', 'Newsletter'],
    ['one and zero', many((i) => String(i % 2)), 'integer', null, 'Kids'],
    ['few words', many((i) => ['red', 'blue', 'green'][i % 3]!), 'category', null],
    ['many words', many((i) => `word ${i}`), 'text', null],
    ['yes, no and more', many((i) => ['Yes', 'No', 'No phone'][i % 3]!), 'category', null],
    ['versions', many((i) => `1.2.${i}`), 'text', null],
    ['nothing', many(() => ''), 'text', null],
  ])('%s', (_, cells, type, format, name = 'x') => {
    const column = columnOf(cells, name);
    expect(column).toMatchObject({ type, format, odd: 0, doubt: null });
    const { written, kept } = storedOf(cells, column);
    expect(kept).toEqual([]);
    if (type !== 'text' && type !== 'category') expect(written).toEqual(cells);
  });

  it('forgives few cells that do not fit, and keeps their text', () => {
    const cells = many((i) => (i === 40 ? 'twelve' : String(i)));
    const column = columnOf(cells);
    expect(column).toMatchObject({ type: 'integer', odd: 1 });
    const { values, kept } = storedOf(cells, column);
    expect(values[40]).toBeNull();
    expect(kept).toEqual(['twelve']);
    expect(columnOf(many((i) => (i % 20 === 0 ? 'twelve' : String(i)))).type).toBe('text');
  });

  it('forgives more where the name says what they are', () => {
    const cells = many((i) => (i % 10 === 0 ? 'free' : `${i}.50`));
    expect(columnOf(cells, 'Unit price')).toMatchObject({ type: 'decimal', odd: 10 });
    expect(columnOf(cells, 'Label').type).toBe('text');
  });

  it('counts words for nothing as missing and keeps them as written', () => {
    const cells = many((i) => ['', 'NA', 'n/a', '-', ' ', 'null', '5'][i % 7]!, 700);
    const column = columnOf(cells);
    expect(column).toMatchObject({ type: 'integer', missing: 600, odd: 0 });
    const { values, kept } = storedOf(cells, column);
    expect(values.filter((value) => value !== null)).toHaveLength(100);
    expect(kept).toHaveLength(500);
  });

  it('keeps the text of a number that is written unlike the others', () => {
    const cells = ['1,234.50', '12.00', '1234.50', '+7.00', '.5', '-0.00'];
    const { values, kept } = storedOf(cells, { ...columnOf(cells), type: 'decimal', format: '1,234.56' });
    expect(values).toEqual([1234.5, 12, 1234.5, 7, 0.5, -0]);
    expect(kept).toEqual(['1234.50', '+7.00', '.5', '-0.00']);
  });

  it('does not take a day that does not exist', () => {
    const cells = [...many((i) => `${two((i % 28) + 1)}.02.2023`), '31.02.2023', '29.02.2024'];
    const column = columnOf(cells);
    expect(column).toMatchObject({ type: 'date', odd: 1 });
    expect(storedOf(cells, column).values.slice(-2)).toEqual([null, '2024-02-29']);
  });

  it('reads days of both ways of writing in one column', () => {
    const cells = many((i) => (i % 3 ? `2023-05-${two((i % 28) + 1)}` : `${two((i % 28) + 1)}/05/2023`));
    const column = columnOf(cells);
    expect(column).toMatchObject({ type: 'date', odd: 0 });
    const { values, kept } = storedOf(cells, column);
    expect(values[3]).toBe('2023-05-04');
    expect(values[4]).toBe('2023-05-05');
    expect(kept).toEqual(cells.filter((cell) => cell.includes('/')));
  });
});

describe('day or month', () => {
  const doubtful = many((i) => `${two((i % 12) + 1)}/${two(((i * 5) % 12) + 1)}/2023`);

  it('is decided by one cell among all', () => {
    expect(columnOf([...doubtful, '25/04/2023'])).toMatchObject({ format: 'dd/MM/yyyy', doubt: null, odd: 0 });
    expect(columnOf([...doubtful, '04/25/2023'])).toMatchObject({ format: 'MM/dd/yyyy', doubt: null, odd: 0 });
  });

  it('is doubted where no cell decides', () => {
    expect(columnOf(doubtful).doubt).toBe('dayOrMonth');
  });

  it('is decided by the other columns of the file', () => {
    expect(columnOf(doubtful, 'x', { dayFirst: false })).toMatchObject({ format: 'MM/dd/yyyy', doubt: null });
    expect(columnOf(doubtful, 'x', { dayFirst: true })).toMatchObject({ format: 'dd/MM/yyyy', doubt: null });
  });

  it('is the number that varies more, or with dots the first', () => {
    const days = many((i) => `0${(i % 2) + 1}/${two((i % 12) + 1)}/2023`);
    expect(columnOf(days)).toMatchObject({ format: 'MM/dd/yyyy', doubt: 'dayOrMonth' });
    expect(columnOf(doubtful.map((cell) => cell.replaceAll('/', '.')))).toMatchObject({
      format: 'dd.MM.yyyy',
      doubt: null,
    });
  });
});

describe('thousands or decimals', () => {
  it('is decided by numbers without the mark', () => {
    expect(columnOf(['1.234', '999', '2.500', '12'])).toMatchObject({ type: 'integer', format: '1.234' });
    expect(columnOf(['1.234', '2999', '2.5', '12'])).toMatchObject({ type: 'decimal', format: null });
    expect(columnOf(['1,234', '999', '2,500'])).toMatchObject({ type: 'integer', format: '1,234' });
    expect(columnOf(['0,125', '1,25', '2,5'])).toMatchObject({ type: 'decimal', format: '1234,#' });
  });

  it('is doubted where every cell reads both ways', () => {
    expect(columnOf(['1.234', '2.500', '3.750'])).toMatchObject({ format: '1234.567', doubt: 'thousandsOrDecimals' });
    expect(columnOf(['1.234', '2.500', '3.750'], 'x', { decimalComma: true })).toMatchObject({
      format: '1.234',
      doubt: null,
    });
    expect(columnOf(['1,234', '2,500', '3,750'], 'x', { decimalComma: true })).toMatchObject({
      format: '1234,567',
      doubt: null,
    });
  });
});
