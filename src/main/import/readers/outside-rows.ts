import type { SampleRow } from './find-header.ts';
import { shapeOf } from './value-shape.ts';

/** What is written between or under the rows of a table and is none of them. */
export type OutsideKind = 'header' | 'totals' | 'note';

/** How to tell rows that are not of a table; plain data, found in its first rows. */
export interface OutsideRules {
  /** Headings as written, trimmed; none where there is no header. */
  readonly headings: readonly string[];
  /** Columns that every row fills. */
  readonly filled: readonly number[];
  /** By column: its cells are numbers or dates, and the most words that one of them has. */
  readonly columns: readonly { readonly isText: boolean; readonly words: number }[];
}

/** Fewer rows than this say nothing about what a row looks like. */
const fewestRows = 3;
/** More columns need not be looked at to see that a row is whole. */
const mostFilled = 16;
const filledShare = 0.95;
const longestLabel = 60;

const totalsLabel =
  /^(grand[ -]?|sub[ -]?|overall |column |page )?(totals?|totale[sn]?|totaux|totaal|subtotaal|eindtotaal|totalt|sum(me)?n?|zwischensumme|endsumme|gesamt(summe|betrag|ergebnis|umsatz)?|insgesamt|somme|sous-total|suma|razem|ogółem|součet|celkem|összesen|yhteensä|итого|всего)(?![\p{L}\d])/iu;
const label = (text: string): string => text.replace(/^[^\p{L}]+/u, '');
/** The label and no more than a mark, brackets or a currency behind it. */
const isBareLabel = (text: string): boolean =>
  /^\s*[:=.]?\s*(\(.*\)|[€$£¥]|[A-Z]{3})?\s*[:=.]?\s*$/u.test(label(text).replace(totalsLabel, ''));

const isFilled = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && (cell.charCodeAt(0) > 32 || cell.trim() !== '');
const wordsOf = (text: string): number => text.trim().split(/\s+/).length;

/**
 * Learns from the first rows of a table what its rows look like.
 * @param headings as written; empty where there is no header
 */
export const findOutsideRules = (headings: readonly string[], rows: readonly SampleRow[]): OutsideRules => {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const counts = rows.map(({ cells }) => cells.filter(isFilled).length);
  const typical = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  const whole = rows.filter((_, i) => counts[i]! >= typical);
  const trimmed = headings.map((heading) => heading.trim());
  if (whole.length < fewestRows) return { headings: trimmed, filled: [], columns: [] };
  const filled: number[] = [];
  const columns: { isText: boolean; words: number }[] = [];
  for (let at = 0; at < width; at += 1) {
    const cells = whole.map((row) => row.cells[at] ?? '').filter(isFilled);
    if (cells.length >= whole.length * filledShare && filled.length < mostFilled) filled.push(at);
    const texts = cells.filter((cell) => shapeOf(cell) === 'text').length;
    columns.push({ isText: texts * 2 >= cells.length, words: Math.max(0, ...cells.map(wordsOf)) });
  }
  return { headings: trimmed, filled, columns };
};

/**
 * Tells rows that stand in a file and are not of its table: its header again, where several files were pasted under each
 * other; totals, by their label and by what they leave empty; notes, which fill one cell in a way that its column does
 * not. A row with everything that rows have is one, whatever its words. O(1) a row that is whole.
 * @returns null where nothing could be told
 */
export const createOutsideCheck = ({
  headings,
  filled,
  columns,
}: OutsideRules): ((cells: readonly string[]) => OutsideKind | null) | null => {
  const first = headings.findIndex((heading) => heading !== '');
  const hasHeadings = headings.filter((heading) => heading !== '').length > 1;
  if (!hasHeadings && filled.length < 2) return null;

  const firstCode = hasHeadings ? headings[first]!.charCodeAt(0) : -1;
  /** Nearly every row is told by one character. */
  const isHeader = (cells: readonly string[]): boolean => {
    if (!hasHeadings) return false;
    const code = cells.length > first ? cells[first]!.charCodeAt(0) : -1;
    if (code !== firstCode && !(code <= 32 || code === 0xa0)) return false;
    return headings.every((heading, at) => (cells[at]?.trim() ?? '') === heading);
  };

  const missesSome = (cells: readonly string[]): boolean => {
    for (let i = 0; i < filled.length; i += 1) if (!isFilled(cells[filled[i]!])) return true;
    return false;
  };

  const kindOf = (cells: readonly string[]): OutsideKind | null => {
    const at = cells.findIndex(isFilled);
    if (at < 0) return null;
    const text = cells[at]!.trim();
    const others = cells.filter((cell, i) => i !== at && isFilled(cell));
    const missed = filled.filter((column) => !isFilled(cells[column])).length;
    if (text.length <= longestLabel && totalsLabel.test(label(text)) && others.some((cell) => /\d/.test(cell)))
      if (isBareLabel(text) || missed * 2 >= filled.length) return 'totals';
    if (missed < filled.length - 1 || others.length > 1 || !/\p{L}/u.test(text)) return null;
    const column = columns[at];
    const isUnlike =
      column === undefined || (column.isText ? wordsOf(text) > Math.max(1, column.words) : shapeOf(text) === 'text');
    return isUnlike ? 'note' : null;
  };

  return (cells) => {
    if (isHeader(cells)) return 'header';
    return filled.length > 1 && missesSome(cells) ? kindOf(cells) : null;
  };
};
