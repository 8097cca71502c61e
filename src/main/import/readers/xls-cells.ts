import type { CellObject } from '@e965/xlsx';
import { dateStyleOf, writeSerial } from './xlsx-dates.ts';

/** Errors of cells by the number that stands for them (MS-XLS 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const writeNumber = (value: number, format: string | number | undefined, is1904: boolean): string => {
  const style = format === undefined ? null : dateStyleOf(0, String(format));
  return style === null ? String(value) : writeSerial(value, style, is1904);
};

/** Writes a cell as SheetJS gives it the one way that loses nothing. */
export const writeXlsCell = ({ t: type, v: value, z: format }: CellObject, is1904: boolean): string => {
  switch (type) {
    case 'n':
      return typeof value === 'number' && Number.isFinite(value) ? writeNumber(value, format, is1904) : '';
    case 'b':
      return value ? 'true' : 'false';
    case 'e':
      return errors[Number(value)] ?? '#N/A';
    case 's':
      return String(value ?? '');
    default:
      return '';
  }
};
