import { createRecordSplitter } from './split-records.ts';
import { shapeOf } from './value-shape.ts';

/** In this order where nothing else decides: a comma is the likeliest to stand inside text. */
const delimiters = ['\t', ';', '|', ','] as const;
/** Records looked at for what their cells hold. */
const shapeRecords = 200;
const mostLines = 2000;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const mostFrequent = (counts: readonly number[]): number => {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of tally) if (times > (tally.get(best) ?? 0)) best = count;
  return best;
};

/** A sample that gives fewer records than this share of its lines has a quotation mark that swallows them. */
const fewestRecords = 0.25;

/**
 * Records of a sample; the last line counts only where it is complete or the file ends there. Where one quotation mark
 * swallows most of the sample it may be closed further on or never: then it is read as if it were never.
 */
export const splitSample = (sample: string, isWhole: boolean, delimiter: string, file: string): string[][] => {
  const records = createRecordSplitter(delimiter, file).push(sample, isWhole);
  if (isWhole || records.length >= mostLines * fewestRecords) return records;
  const lines = sample.split(/\r\n|\n|\r/, mostLines).length - 1;
  if (lines < 2 || records.length >= lines * fewestRecords) return records;
  return createRecordSplitter(delimiter, file).push(sample, true).slice(0, -1);
};

/**
 * How well a delimiter explains the sample: the share of rows that agree on the number of columns (two or more), a
 * little more where the cells read as numbers and dates. Zero where it explains nothing.
 */
const scoreDelimiter = (sample: string, isWhole: boolean, delimiter: string): number => {
  const records = splitSample(sample, isWhole, delimiter, '');
  const filled = records.filter((cells) => !isBlank(cells));
  if (filled.length === 0) return 0;
  const columns = mostFrequent(filled.map((cells) => cells.length));
  if (columns < 2) return 0;
  const alike = filled.filter((cells) => cells.length === columns);
  const agreement = alike.length / filled.length;
  if (agreement < 0.5) return 0;
  // A quotation mark taken for a quote by mistake swallows line ends, so few rows would agree all too easily.
  const lines = sample.split(/\r\n|\n|\r/, mostLines).filter((line) => line.trim() !== '').length;
  const swallowed = filled.length < Math.min(lines, mostLines) / 4 ? 0.5 : 1;
  let typed = 0;
  let cells = 0;
  for (const record of alike.slice(0, shapeRecords))
    for (const cell of record) {
      const shape = shapeOf(cell);
      if (shape === 'number' || shape === 'date') typed++;
      cells++;
    }
  return (agreement + 0.25 * (typed / cells)) * swallowed;
};

/**
 * Space-aligned columns: every row has as many words, and either they are all numbers or the gaps are wider than one
 * space somewhere and half of the rows hold numbers. Two-word names in a one-column file stay one column.
 */
const isAligned = (sample: string, isWhole: boolean): boolean => {
  const records = splitSample(sample, isWhole, 'whitespace', '').filter((cells) => !isBlank(cells));
  const columns = mostFrequent(records.map((cells) => cells.length));
  if (columns < 2) return false;
  const alike = records.filter((cells) => cells.length === columns);
  if (alike.length / records.length < 0.95) return false;
  const rows = alike.length > 1 ? alike.slice(1, shapeRecords) : alike;
  const numbers = rows.map((cells) => cells.filter((cell) => shapeOf(cell) === 'number').length);
  if (numbers.every((count) => count === columns)) return true;
  return /^ +\S|\S {2,}\S/m.test(sample) && numbers.filter((count) => count > 0).length * 2 > rows.length;
};

/** Every comma under the first line stands between digits, as before decimals. */
const hasDecimalCommasOnly = (sample: string): boolean => {
  const below = sample.slice(sample.search(/[\r\n]/) + 1);
  return below.includes(',') && !/(?:^|\D),|,(?:\D|$)/.test(below);
};

/** A first line `sep=;` names the delimiter: Excel's own way of saying it. */
export const declaredDelimiter = (sample: string): string | null => /^sep=(.)\r?(\n|$)/i.exec(sample)?.[1] ?? null;

/**
 * Finds the delimiter from how the sample reads, never from the file's name.
 * @returns `,` `;` tab `|` or `whitespace`; `,` for a file of one column
 */
export const sniffDelimiter = (sample: string, isWhole: boolean): string => {
  const declared = declaredDelimiter(sample);
  if (declared !== null) return declared;
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = scoreDelimiter(sample, isWhole, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  const isOpen = best === null || (best === ',' && hasDecimalCommasOnly(sample));
  return isOpen && isAligned(sample, isWhole) ? 'whitespace' : (best ?? ',');
};
