import type { ColumnType, FormatChoice } from '../../../shared/model/column.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { equalOrders, orderOfFormat, readingInOrder } from './date-evidence.ts';
import { alternative, serialFormat } from './date-format.ts';
import type { TypeHints, TypeReading } from './decide-type.ts';
import { equalWays, readingInWay } from './number-evidence.ts';
import { isNumberFormat } from './number-format.ts';
import { wayOfFormat } from './number-way.ts';
import { createCellReader } from './read-cell.ts';
import { dateOrder } from './scan-date.ts';
import { isCommaWay } from './scan-number.ts';

const isDay = (type: ColumnType): boolean => type === 'date' || type === 'timestamp';
const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal';

/** Its last pattern names a year, a month and a day. */
const isDateFormat = (format: string): boolean => {
  const pattern = format.slice(format.lastIndexOf(alternative) + 1).replace(/'[^']*'/g, '');
  return format !== serialFormat && ['y', 'M', 'd'].every((letter) => pattern.includes(letter));
};

/**
 * A column read with a format that a person gave. Of the format counts what they can know and the file cannot say: the
 * order of day, month and year, or which mark stands before decimals; how the cells are written, the cells say. Cells
 * that do not fit are odd as always. A format of another type, or one that reads no cell, changes nothing.
 */
export const readWithFormat = (evidence: ColumnEvidence, reading: TypeReading, format: string | null): TypeReading => {
  if (format === null) return reading;
  const filled = evidence.cells - evidence.empty - evidence.missingWords;
  if (isDay(reading.type)) {
    if (!isDateFormat(format) || evidence.dates.cells === 0 || reading.format === serialFormat) return reading;
    const found = readingInOrder(evidence.dates, orderOfFormat(format));
    if (found.fits === 0) return reading;
    return { ...reading, format: found.format, odd: filled - found.fits, doubt: null };
  }
  if (isNumber(reading.type) && isNumberFormat(format) && evidence.numbers.cells > 0) {
    const found = readingInWay(evidence.numbers, wayOfFormat(format));
    if (found.fits === 0) return reading;
    const type = found.isWhole ? reading.type : 'decimal';
    return { ...reading, type, format: found.format, odd: filled - found.fits, doubt: null };
  }
  return reading;
};

/** What a given format of a doubtful column says about the other columns of its file. */
export const hintsOfFormat = (
  { dates, numbers }: ColumnEvidence,
  format: string,
): Partial<Pick<TypeHints, 'dayFirst' | 'decimalComma'>> => {
  const order = isDateFormat(format) ? orderOfFormat(format) : null;
  if (order !== null && order !== dateOrder.yearFirst && equalOrders(dates).includes(order))
    return { dayFirst: order === dateOrder.dayFirst };
  const way = isNumberFormat(format) ? wayOfFormat(format) : null;
  return way !== null && equalWays(numbers).includes(way) ? { decimalComma: isCommaWay(way) } : {};
};

const formatsOf = ({ dates, numbers }: ColumnEvidence, { type, format }: TypeReading): (string | null)[] => {
  if (isDay(type) && format !== serialFormat)
    return equalOrders(dates).map((order) => readingInOrder(dates, order).format);
  return isNumber(type) ? equalWays(numbers).map((way) => readingInWay(numbers, way).format) : [];
};

/** All formats under which a column reads equally well, each by what the same cell would be. */
export const choicesOf = (evidence: ColumnEvidence, reading: TypeReading): FormatChoice[] => {
  const formats = formatsOf(evidence, reading).filter((format) => format !== null);
  if (formats.length < 2) return [];
  const { example } = evidence.dates;
  const texts = isDay(reading.type) && example !== '' ? [example, ...evidence.examples] : evidence.examples;
  for (const text of texts) {
    const written = text.trim();
    const choices: FormatChoice[] = [];
    for (const format of formats) {
      const { value } = createCellReader({ type: reading.type, format })(written);
      const means = typeof value === 'string' ? value.slice(0, 10) : value;
      if (means !== null && choices.every((other) => other.means !== means)) choices.push({ format, written, means });
    }
    if (choices.length === formats.length) return choices;
  }
  return [];
};
