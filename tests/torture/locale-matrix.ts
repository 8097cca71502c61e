import type { StoredValue } from '../../src/main/import/types.ts';
import { quoted } from './torture-file.ts';

/** Ways to write text as bytes. */
export const encodings = {
  'utf-8': { mark: [], reads: 'utf-8' },
  'utf-8 with a mark': { mark: [0xef, 0xbb, 0xbf], reads: 'utf-8' },
  'utf-16le with a mark': { mark: [0xff, 0xfe], reads: 'utf-16le' },
  'utf-16be with a mark': { mark: [0xfe, 0xff], reads: 'utf-16be' },
  'utf-16le': { mark: [], reads: 'utf-16le' },
  'utf-16be': { mark: [], reads: 'utf-16be' },
  'windows-1252': { mark: [], reads: 'windows-1252' },
  // Bytes from A0 on mean the same in both, so it is read as the larger one.
  'latin-1': { mark: [], reads: 'windows-1252' },
} as const;
export type EncodingName = keyof typeof encodings;

const encode = (text: string, encoding: EncodingName): Buffer => {
  const { mark, reads } = encodings[encoding];
  const bytes =
    reads === 'utf-8'
      ? Buffer.from(text)
      : reads === 'windows-1252'
        ? Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')
        : Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), reads === 'utf-16be' ? bytes.swap16() : bytes]);
};

export const delimiters = [',', ';', '\t', '|', 'aligned'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Marks between thousands and before decimals. */
export const numberLocales = [
  ['', '.'],
  ['', ','],
  [',', '.'],
  ['.', ','],
  [' ', ','],
  ['\u00a0', ','],
  ['\u202f', ','],
  ["'", '.'],
  ['’', '.'],
] as const;
export type NumberLocale = (typeof numberLocales)[number];

export const dateStyles = ['iso', 'd.m.y', 'd/m/y', 'm/d/y', 'd-m-y', 'd.m.yy', 'd/m/y without proof'] as const;
export type DateStyle = (typeof dateStyles)[number];

const amounts = [0.99, 12.5, 1234.56, 999.05, 12345.67, 1_234_567.89, 7, 250.25, 3.1, 88_000.4];
const names = ['Müller', 'Café', 'Zoë', 'Señor', 'Øre', 'Åse', 'Ann'];

const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
const writeAmount = (value: number, [group, decimal]: NumberLocale): string => {
  const [whole, places] = value.toFixed(2).split('.') as [string, string];
  return grouped(whole, group) + decimal + places;
};

const writeDay = (iso: string, style: DateStyle): string => {
  const [y, m, d] = iso.split('-') as [string, string, string];
  switch (style) {
    case 'iso':
      return iso;
    case 'd.m.y':
      return `${d}.${m}.${y}`;
    case 'd.m.yy':
      return `${Number(d)}.${Number(m)}.${y.slice(2)}`;
    case 'm/d/y':
      return `${Number(m)}/${Number(d)}/${y}`;
    case 'd-m-y':
      return `${d}-${m}-${y}`;
    default:
      return `${d}/${m}/${y}`;
  }
};

export interface MatrixFile {
  readonly bytes: Buffer;
  readonly written: readonly (readonly string[])[];
  readonly values: readonly (readonly StoredValue[])[];
}

/** A small file of orders written in one encoding, with one delimiter, in one locale. */
export const matrixFile = (
  encoding: EncodingName,
  delimiter: Delimiter,
  locale: NumberLocale,
  style: DateStyle,
): MatrixFile => {
  const written: string[][] = [];
  const values: StoredValue[][] = [];
  for (let i = 0; i < 30; i += 1) {
    // Without proof no day is beyond the twelfth.
    const day = style === 'd/m/y without proof' ? (i % 12) + 1 : (i % 28) + 1;
    const iso = `2024-${String((i % 5) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const amount = amounts[i % amounts.length]!;
    const name = `${names[i % names.length]}${encoding === 'windows-1252' ? '€' : ''}`;
    written.push([`A-${i + 1}`, name, writeDay(iso, style), writeAmount(amount, locale)]);
    values.push([`A-${i + 1}`, name, iso, amount]);
  }
  const rows = [['Order', 'Customer', 'Date', 'Amount'], ...written];
  const text =
    delimiter === 'aligned'
      ? rows.map((cells) => ` ${cells.map((cell) => cell.padEnd(14)).join(' ')}\r\n`).join('')
      : rows.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`).join('');
  return { bytes: encode(text, encoding), written, values };
};
