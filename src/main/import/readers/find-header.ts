import { shapeOf, type ValueShape } from './value-shape.ts';

export interface SampleRow {
  /** 1-based row in the file or sheet. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Header {
  /** 0 where there is none. */
  readonly row: number;
  readonly names: readonly string[];
}

/** Rows in which a header is looked for, and rows under it that it is compared with. */
const titleRows = 20;
const comparedRows = 60;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
export const isBlankRow = (cells: readonly string[]): boolean => !cells.some(isFilled);
const countFilled = (cells: readonly string[]): number => cells.filter(isFilled).length;
/** Cells up to the last that is not empty. */
const extentOf = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The shape four in five of a column's cells share; text otherwise, empty where there are none. */
const shapeOfColumn = (cells: readonly string[]): ValueShape => {
  const shapes = cells.map(shapeOf).filter((shape) => shape !== 'empty');
  if (shapes.length === 0) return 'empty';
  for (const shape of ['number', 'date'] as const)
    if (shapes.filter((one) => one === shape).length >= shapes.length * 0.8) return shape;
  return 'text';
};

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);

/** Positive for a cell that reads as the name of the values under it, negative for one that reads as one of them. */
const voteOfColumn = (heading: string, below: readonly string[]): number => {
  const shape = shapeOfColumn(below);
  const own = shapeOf(heading);
  if (shape === 'empty') return 0;
  if (own === 'empty') return -0.25;
  if (shape === 'text') return own !== 'text' ? -1 : below.includes(heading) ? -1 : 0.25;
  if (own === 'text') return 1;
  // Years may head columns of figures.
  return own === shape ? (isYear(heading) && !below.some(isYear) ? 0 : -1) : 0;
};

/** Names of columns: trimmed, on one line, unique whatever the case, `Column N` where empty. */
const nameColumns = (headings: readonly string[], width: number): string[] => {
  const wanted = Array.from({ length: width }, (_, j) => headings[j]?.replace(/\s+/g, ' ').trim() || `Column ${j + 1}`);
  const asWritten = new Set(wanted.map((name) => name.toLowerCase()));
  const taken = new Set<string>();
  return wanted.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()) || (n > 2 && asWritten.has(unique.toLowerCase())); n++)
      unique = `${name} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
};

/**
 * Finds the row with the names of the columns among the first rows of a table, by comparing it with the rows below: a
 * name over numbers or dates speaks for a header, a value like those below against one. Tables of text alone have one
 * where the first row is full, unique and repeated nowhere below. Titles above the table are passed over.
 * @param rows the first rows that are not blank
 * @param isText cells stand as they were written, so a header that is one cell short (as R writes row names) shows
 */
export const findHeader = (rows: readonly SampleRow[], isText: boolean): Header => {
  const typical = median(rows.map((row) => countFilled(row.cells)));
  const at = rows
    .slice(0, titleRows)
    .findIndex((row) => countFilled(row.cells) >= Math.min(typical, Math.max(2, Math.ceil(typical * 0.6))));
  const candidate = rows[at];
  const widest = (from: number) => rows.slice(from).reduce((width, row) => Math.max(width, extentOf(row.cells)), 0);
  if (!candidate) return { row: 0, names: nameColumns([], widest(0)) };
  const below = rows.slice(at + 1, at + 1 + comparedRows).map((row) => row.cells);
  const own = extentOf(candidate.cells);
  const headings = candidate.cells.slice(0, own).map((cell) => cell.trim());
  const misses = isText && own > 1 && below.length > 0 && below.every((cells) => extentOf(cells) === own + 1);
  const aligned = misses ? ['', ...headings] : headings;
  const unique = new Set(headings.map((name) => name.toLowerCase())).size;
  const votesBy = (rowsBelow: readonly (readonly string[])[]): number[] =>
    aligned.map((heading, j) =>
      voteOfColumn(
        heading,
        rowsBelow.map((cells) => cells[j]?.trim() ?? '').filter((cell) => cell !== ''),
      ),
    );
  const sum = (votesOfColumns: readonly number[]) => votesOfColumns.reduce((all, one) => all + one, 0);
  let votes = (unique - headings.length) * 0.25 + sum(votesBy(below));
  if (votes <= 0) {
    // Files pasted under each other repeat their header, which then stands over numbers each time.
    const others = below.filter((cells) => !headings.every((heading, j) => cells[j]?.trim() === heading));
    const own = others.length < below.length ? votesBy(others) : [];
    if (own.includes(1)) votes = (unique - headings.length) * 0.25 + sum(own);
  }
  // Alone in its file, a row is a header if it holds names only.
  const isHeader = below.length > 0 ? votes > 0 : headings.every((heading) => shapeOf(heading) === 'text');
  if (!isHeader) return { row: 0, names: nameColumns([], widest(0)) };
  return { row: candidate.number, names: nameColumns(aligned, Math.max(aligned.length, widest(at + 1))) };
};
