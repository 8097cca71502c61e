import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../../src/main/import/readers/find-header.ts';

const find = (rows: string[][], isText = true) =>
  findHeader(
    rows.map((cells, i) => ({ number: i + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== '')),
    isText,
  );

describe('findHeader', () => {
  it('sees names over numbers and dates', () => {
    const header = find([
      ['Order', 'Day', 'Amount'],
      ['A-1', '2023-01-05', '12.50'],
      ['A-2', '2023-01-06', '€ 7,00'],
    ]);
    expect(header).toEqual({ row: 1, names: ['Order', 'Day', 'Amount'] });
  });

  it('sees that a first row of values is none', () => {
    for (const rows of [
      [
        ['A-1', '2023-01-05', '12.50'],
        ['A-2', '2023-01-06', '7.00'],
        ['A-3', '2023-01-06', '8.00'],
      ],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [
        ['yes', 'north'],
        ['no', 'south'],
        ['yes', 'north'],
      ],
    ])
      expect(find(rows)).toEqual({ row: 0, names: rows[0]!.map((_, j) => `Column ${j + 1}`) });
  });

  it('sees the header of a table of text', () => {
    expect(
      find([
        ['Name', 'City'],
        ['Ann', 'Oslo'],
        ['Bob', 'Rome'],
        ['Cleo', 'Oslo'],
      ]).row,
    ).toBe(1);
    expect(find([['Name'], ['Ann'], ['Bob']]).row).toBe(1);
  });

  it('passes over titles and blank rows above', () => {
    const header = find([
      ['Sales report'],
      ['Period:', 'May 2023'],
      [''],
      ['Order', 'Day', 'Customer', 'Amount', 'Paid'],
      ['1', '2023-05-01', 'C1', '5', 'yes'],
      ['2', '2023-05-02', 'C2', '6', 'no'],
      ['3', '2023-05-03', 'C2', '6', 'no'],
    ]);
    expect(header).toEqual({ row: 4, names: ['Order', 'Day', 'Customer', 'Amount', 'Paid'] });
  });

  it('makes names unique whatever the case, and fills empty ones', () => {
    const header = find([
      [' Price ', 'price', '', 'Price 2', 'Net\nprice'],
      ['1', '2', '3', '4', '5'],
      ['2', '3', '4', '5', '6'],
    ]);
    expect(header.names).toEqual(['Price', 'price 3', 'Column 3', 'Price 2', 'Net price']);
    expect(new Set(header.names.map((name) => name.toLowerCase())).size).toBe(5);
  });

  it('takes years for headings of figures', () => {
    expect(
      find([
        ['Shop', '2021', '2022'],
        ['A', '100', '200.5'],
        ['B', '150', '250'],
      ]).row,
    ).toBe(1);
  });

  it('names columns that only rows have; puts the missing heading of row names in front, as R leaves it out', () => {
    const rows = [
      ['name', 'age'],
      ['1', 'Ann', '30'],
      ['2', 'Bob', '40'],
    ];
    expect(find(rows).names).toEqual(['Column 1', 'name', 'age']);
    expect(
      find(
        [
          ['name', 'age'],
          ['Ann', '30', '7'],
          ['Bob', '40'],
          ['Cleo', '50', '8'],
        ],
        false,
      ).names,
    ).toEqual(['name', 'age', 'Column 3']);
  });

  it('drops columns without heading and values', () => {
    expect(
      find([
        ['a', 'b', ''],
        ['1', '2', ''],
        ['3', '4', ''],
      ]).names,
    ).toEqual(['a', 'b']);
  });
});
