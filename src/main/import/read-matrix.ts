import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'papaparse';
import { createMatrix, type Matrix } from '../../shared/engine/matrix.ts';
import { AppError } from '../../shared/errors.ts';
import { type CategoryCoder, createCategoryCoder } from './category-coder.ts';
import { fileError } from './file-error.ts';

/** Rows copied at once from a `.f64` file. */
const blockRows = 16_384;

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
/** How a missing number is written. */
const isBlank = (text: string): boolean => /^\s*(nan|na|n\/a|null|none|-?inf(inity)?)?\s*$/i.test(text);

const isNext = (cell: string, j: number, cells: readonly string[]): boolean =>
  /^\s*\d+\s*$/.test(cell) && (j === 0 || Number(cell) === Number(cells[j - 1]) + 1);

/** Columns counted through: years beside a name, or from 0 beside the nameless column of row numbers. */
const isCounted = (cells: readonly string[], numbers: readonly string[]): boolean =>
  numbers.length > 1 &&
  numbers.every(isNext) &&
  (!cells.some(isBlank) ||
    (cells[0]!.trim() === '' && Number(numbers[0]) === 0 && numbers.length === cells.length - 1));

/**
 * Whether the first row names the columns: names stand over numbers, or over texts with no number beside them. A first
 * row of numbers with a gap or a text among them is a row like the next.
 */
const hasNames = (first: readonly string[], second: readonly string[] | null, wanted: readonly string[] | null) => {
  const names = first.map((cell) => cell.trim());
  if (wanted?.every((name) => names.includes(name))) return !first.every(isNumber);
  const numbers = first.filter(isNumber);
  if (numbers.length === 0) return !first.every(isBlank);
  if (numbers.length === first.length) return false;
  if (isCounted(first, numbers)) return true;
  return second?.some((cell, j) => isNumber(cell) && !isNumber(first[j] ?? '') && !isBlank(first[j] ?? '')) ?? false;
};

/** A column of which more than half the cells are no numbers is text, not a column of numbers with mistakes. */
const isText = (cells: number, odd: number): boolean => odd * 2 > cells;

/**
 * Reads a row-major little-endian float64 file.
 * @param columns its width
 * @throws AppError badShape where the size is no multiple of a row, badNumber for NaN or infinity
 */
const readBinary = async (path: string, columns: number): Promise<Matrix> => {
  const file = basename(path);
  const values = (await stat(path)).size / 8;
  const rows = values / columns;
  if (!Number.isInteger(rows))
    throw new AppError('badShape', {
      file,
      row: Math.floor(rows) + 1,
      expected: columns,
      found: Math.floor(values % columns),
    });
  const matrix = createMatrix(rows, columns);
  const handle = await open(path);
  try {
    const block = new Float64Array(blockRows * columns);
    const bytes = new Uint8Array(block.buffer);
    for (let first = 0; first < rows; first += blockRows) {
      const count = Math.min(blockRows, rows - first);
      let filled = 0;
      while (filled < count * columns * 8) {
        const { bytesRead } = await handle.read(
          bytes,
          filled,
          count * columns * 8 - filled,
          first * columns * 8 + filled,
        );
        if (bytesRead === 0) throw new AppError('fileChanged', { file });
        filled += bytesRead;
      }
      for (let i = 0; i < count; i++)
        for (let j = 0; j < columns; j++) {
          const value = block[i * columns + j]!;
          if (!Number.isFinite(value))
            throw new AppError('badNumber', { file, row: first + i + 1, column: String(j + 1), value: String(value) });
          matrix.data[j * rows + first + i] = value;
        }
    }
  } finally {
    await handle.close();
  }
  return matrix;
};

/** Lines of a text file as cells: comma, semicolon or tab where the first line has one, else white space. */
async function* readCells(path: string): AsyncGenerator<string[]> {
  const raw = createReadStream(path);
  const text: Readable = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => text.destroy(error));
  let broken: Error | null = null;
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  // readline ends quietly when its input fails, so the failure is kept and thrown at the end.
  text.on('error', (error) => {
    broken = error;
    lines.close();
  });
  let delimiter: string | null | undefined;
  try {
    for await (const line of lines) {
      const content = delimiter === undefined ? line.replace(/^\uFEFF/, '') : line;
      if (content.trim() === '') continue;
      if (delimiter === undefined) delimiter = [',', ';', '\t'].find((one) => content.includes(one)) ?? null;
      yield delimiter === null
        ? content.trim().split(/\s+/)
        : content.includes('"')
          ? parse<string[]>(content, { delimiter }).data[0]!
          : content.split(delimiter);
    }
  } finally {
    // Who has seen enough leaves before the end.
    lines.close();
    text.destroy();
    raw.destroy();
  }
  if (broken) throw broken;
}

export interface MatrixFile {
  readonly matrix: Matrix;
  readonly names: readonly string[];
  /** Columns passed over because they hold text. */
  readonly textColumns: readonly string[];
  /** Columns of text as numbers of their categories, −1 for missing; only where they were asked for. */
  readonly categories: readonly { readonly name: string; readonly codes: Int32Array }[];
}

interface OddCells {
  count: number;
  /** `row` counts from 0, the names left out. */
  first: { row: number; line: number; value: string } | null;
}

/**
 * The cells of a column that stand above its first text: those were not kept, as most columns that begin with numbers
 * are columns of numbers.
 */
const readAbove = async (path: string, hasHeader: boolean, counts: ReadonlyMap<number, number>) => {
  const above = new Map([...counts.keys()].map((j) => [j, [] as string[]]));
  const most = Math.max(0, ...counts.values());
  if (most === 0) return above;
  let row = hasHeader ? -1 : 0;
  for await (const cells of readCells(path)) {
    if (row === most) return above;
    if (row >= 0) for (const [j, count] of counts) if (row < count) above.get(j)!.push(cells[j]!);
    row += 1;
  }
  // Rows followed when it was first read.
  throw new AppError('fileChanged', { file: basename(path) });
};

const readText = async (path: string, wanted: readonly string[] | null, wantsText: boolean): Promise<MatrixFile> => {
  const file = basename(path);
  const lines = readCells(path);
  const firstLine = await lines.next();
  if (firstLine.done) throw new AppError('fileEmpty', { file });
  const top = firstLine.value;
  const secondLine = await lines.next();
  const second = secondLine.done ? null : secondLine.value;
  const hasHeader = hasNames(top, second, wanted);
  const names = top.map((name, j) => (hasHeader ? name.trim() : String(j + 1)));
  const odd = names.map((): OddCells => ({ count: 0, first: null }));
  const coders = new Map<number, CategoryCoder>();
  const code = (j: number) => coders.set(j, createCategoryCoder(isBlank));
  // What a pipe has said cannot be read again.
  const isReadOnce = wantsText && !(await stat(path)).isFile();
  if (isReadOnce) for (const j of names.keys()) code(j);
  let line = hasHeader ? 1 : 0;
  let rows = 0;
  let values = new Float64Array(names.length * blockRows);
  async function* body(): AsyncGenerator<string[]> {
    if (!hasHeader) yield top;
    if (second) yield second;
    yield* lines;
  }
  for await (const cells of body()) {
    line++;
    if (cells.length !== names.length)
      throw new AppError('badShape', { file, row: line, expected: names.length, found: cells.length });
    if ((rows + 1) * names.length > values.length) {
      const larger = new Float64Array(values.length * 2);
      larger.set(values);
      values = larger;
    }
    for (let j = 0; j < cells.length; j++) {
      const value = cells[j]!;
      if (isNumber(value)) values[rows * names.length + j] = Number(value);
      else {
        odd[j]!.count++;
        odd[j]!.first ??= { row: rows, line, value };
        if (wantsText && !coders.has(j)) code(j);
      }
      coders.get(j)?.add(value);
    }
    rows++;
  }
  if (rows === 0) throw new AppError('fileHeaderOnly', { file });
  const missing = wanted?.find((name) => !names.includes(name));
  if (missing !== undefined)
    throw new AppError('wrongUsage', { problem: `There is no column “${missing}”; there are ${names.join(', ')}.` });
  const text = names.map((_, j) => isText(rows, odd[j]!.count));
  const asked = wanted ? wanted.map((name) => names.indexOf(name)) : names.map((_, j) => j);
  const chosen = asked.filter((j) => !text[j] || (wanted !== null && !wantsText));
  const categories = wantsText ? asked.filter((j) => text[j]) : [];
  if (chosen.length + categories.length === 0) throw new AppError('noNumbers', { file });
  const matrix = createMatrix(rows, chosen.length);
  chosen.forEach((j, column) => {
    const first = odd[j]!.first;
    if (first) throw new AppError('badNumber', { file, row: first.line, column: names[j]!, value: first.value });
    for (let i = 0; i < rows; i++) matrix.data[column * rows + i] = values[i * names.length + j]!;
  });
  const above = await readAbove(
    path,
    hasHeader,
    new Map(categories.map((j) => [j, isReadOnce ? 0 : odd[j]!.first!.row])),
  );
  return {
    matrix,
    names: chosen.map((j) => names[j]!),
    textColumns: names.filter((_, j) => text[j] && !chosen.includes(j) && !categories.includes(j)),
    categories: categories.map((j) => ({ name: names[j]!, codes: coders.get(j)!.codes(above.get(j)!) })),
  };
};

/**
 * Reads a matrix of numbers for `tessera cluster`: text (header optional; comma, semicolon, tab or white space; `.gz`
 * too) or row-major little-endian float64 (`.f64`).
 * @param columns names to pick, in this order; for `.f64` the width as the only entry
 * @param wantsText whether columns of text are read as categories
 * @throws AppError with file, row and column of what cannot be read
 */
export const readMatrix = async (
  path: string,
  columns: readonly string[] | null,
  wantsText = false,
): Promise<MatrixFile> => {
  try {
    if (!path.endsWith('.f64')) return await readText(path, columns, wantsText);
    const width = Number(columns?.[0]);
    if (columns?.length !== 1 || !Number.isInteger(width) || width < 1)
      throw new AppError('wrongUsage', { problem: 'A .f64 file needs its number of columns: --columns N.' });
    const matrix = await readBinary(path, width);
    if (matrix.rows === 0) throw new AppError('fileEmpty', { file: basename(path) });
    return { matrix, names: Array.from({ length: width }, (_, j) => String(j + 1)), textColumns: [], categories: [] };
  } catch (error) {
    throw fileError(error, basename(path));
  }
};
