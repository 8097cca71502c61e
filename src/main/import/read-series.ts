import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'papaparse';
import { AppError } from '../../shared/errors.ts';
import { fileError } from './file-error.ts';

/** A series whose last values are held out. */
export interface HeldOutSeries {
  readonly name: string;
  readonly known: Float64Array;
  readonly heldOut: Float64Array;
}

const needed = ['series', 'horizon', 'values'] as const;
type SeriesRow = Readonly<Record<(typeof needed)[number], string | undefined>>;

/** Values known before the held-out ones; fewer say nothing. */
const leastKnown = 2;

const read = (row: SeriesRow): HeldOutSeries | string => {
  const horizon = Number(row.horizon);
  if (!Number.isInteger(horizon) || horizon < 1)
    return `its horizon is “${row.horizon ?? ''}”, not a whole number from 1`;
  const texts = (row.values ?? '').trim().split(/\s+/);
  const odd = texts.find((text) => text === '' || !Number.isFinite(Number(text)));
  if (odd !== undefined) return `“${odd}” among its values is not a number`;
  if (texts.length < horizon + leastKnown)
    return `it has ${texts.length} values, and ${horizon} to hold out leave fewer than ${leastKnown}`;
  const values = Float64Array.from(texts, Number);
  return {
    name: (row.series ?? '').trim(),
    known: values.slice(0, values.length - horizon),
    heldOut: values.slice(values.length - horizon),
  };
};

/**
 * Reads series from a table with a series a row: its name, how many of the last values are held out, and the values, set
 * apart by blanks. Other columns are of no matter.
 * @throws AppError wrongUsage where a column is missing, badHistory with the row that cannot be, fileEmpty
 */
export const readSeries = async (path: string): Promise<readonly HeldOutSeries[]> => {
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(error, file);
  });
  const { data, meta } = parse<SeriesRow>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const missing = needed.find((name) => !meta.fields?.includes(name));
  if (missing !== undefined)
    throw new AppError('wrongUsage', {
      problem: `“${file}” has no column ${missing}; it needs ${needed.join(', ')}.`,
    });
  if (data.length === 0) throw new AppError('fileHeaderOnly', { file });
  return data.map((row, i) => {
    const found = read(row);
    // The names are the first row of the file.
    if (typeof found === 'string') throw new AppError('badHistory', { file, row: i + 2, problem: found });
    return found;
  });
};
