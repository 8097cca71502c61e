import type { ColumnSpread } from '../../../shared/model/column-spread.ts';
import { createTextCounts } from './count-texts.ts';

/** So many of the most frequent values are listed. */
export const listedValues = 12;
const listedOdd = 8;
/** Odd cells are few, or the column would be one of texts. */
const mostOdd = 5_000;

/** Where each row of a column counts: in a bar or as one of the values listed, or as none of them. */
export const places = { other: 253, odd: 254, empty: 255 } as const;

export interface CountedColumn {
  readonly bytes: number;
  readonly spread: ColumnSpread;
  /** By row. */
  readonly placeOf: Uint8Array;
}

type Parts = Pick<ColumnSpread, 'different' | 'range' | 'values'>;

/** What every column has: rows, empty and odd cells; and where its cells count. */
export const createTally = (count: number) => {
  const placeOf = new Uint8Array(count).fill(places.other);
  const oddTexts = createTextCounts(mostOdd);
  let [empty, odd] = [0, 0];
  return {
    placeOf,
    lacks: (row: number, written: string | undefined): void => {
      placeOf[row] = written === undefined ? places.empty : places.odd;
      if (written === undefined) empty += 1;
      else {
        odd += 1;
        oddTexts.count(written);
      }
    },
    done: (parts: Parts): CountedColumn => ({
      bytes: placeOf.byteLength,
      placeOf,
      spread: {
        rows: count,
        empty,
        odd,
        ...parts,
        // An odd cell is worth showing though it stands once.
        oddTexts: oddTexts.frequent(listedOdd, 1).map(({ text, rows }) => ({ text, rows })),
      },
    }),
  };
};
