import type { PackedTexts } from './types.ts';

/** Gathers the texts of one column of a batch. */
export interface TextPacker {
  /** Null for a missing one. */
  add(text: string | null): void;
  take(): PackedTexts;
}

/** A text like the one before it is kept once. */
export const createTextPacker = (rows: number): TextPacker => {
  const starts = new Uint32Array(rows);
  const ends = new Uint32Array(rows);
  const parts: string[] = [];
  let row = 0;
  let last: string | null = null;
  let start = 0;
  let end = 0;
  return {
    add: (text) => {
      if (text !== null) {
        if (text !== last) {
          parts.push(text);
          last = text;
          start = end;
          end += text.length;
        }
        starts[row] = start;
        ends[row] = end;
      }
      row += 1;
    },
    take: () => ({ text: parts.join(''), starts, ends }),
  };
};

/** Gives the texts of a column back, row after row; null where one is missing. */
export const createTextReader = ({ text, starts, ends }: PackedTexts): ((row: number) => string | null) => {
  let last = '';
  let lastStart = 0;
  let lastEnd = 0;
  return (row) => {
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end) return null;
    if (start !== lastStart || end !== lastEnd) {
      last = text.slice(start, end);
      lastStart = start;
      lastEnd = end;
    }
    return last;
  };
};
