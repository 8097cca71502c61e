import { type Progress, silent, throwIfCancelled, throwIfCancelledAt } from '../progress.ts';
import { orderByValue } from './order-by-value.ts';

/** A column by the order of its values: which of the different ones each row has, the smallest 0; −1 where none. */
export interface RankCodes {
  readonly codes: Int32Array;
  readonly different: number;
  readonly missing: number;
}

/** O(n). @throws AppError `cancelled` */
export const rankCodes = (values: Float64Array, progress: Progress = silent): RankCodes => {
  const order = orderByValue(values, progress);
  const codes = new Int32Array(values.length).fill(-1);
  let different = 0;
  for (let i = 0; i < order.length; i += 1) {
    throwIfCancelledAt(i, progress);
    const row = order[i]!;
    if (i > 0 && values[row] !== values[order[i - 1]!]) different += 1;
    codes[row] = different;
  }
  return { codes, different: order.length === 0 ? 0 : different + 1, missing: values.length - order.length };
};

/** Middle ranks of some rows of a column, off their mean. */
export interface CenteredRanks {
  /** 0 in rows that do not count. */
  readonly ranks: Float32Array;
  /** The sum of their squares. */
  readonly squares: number;
}

/**
 * Ranks a column among some rows, ties at their middle rank. Without sorting anew: O(n + different values).
 * @param lacking 1 in rows that do not count, e.g. because another column lacks them; null where the column's own known
 * rows all count
 */
export const centeredRanks = (
  { codes, different }: RankCodes,
  lacking: Uint8Array | null,
  into: Float32Array = new Float32Array(codes.length),
  progress: Progress = silent,
): CenteredRanks => {
  const counts = new Int32Array(different);
  let known = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code < 0 || (lacking !== null && lacking[row] === 1)) continue;
    counts[code]! += 1;
    known += 1;
  }
  throwIfCancelled(progress);
  // Halves up to eight million are exact in 32 bits.
  const rankOf = new Float32Array(different);
  let before = 0;
  let squares = 0;
  for (let code = 0; code < different; code += 1) {
    const count = counts[code]!;
    const rank = before + count / 2 - known / 2;
    rankOf[code] = rank;
    squares += count * rank * rank;
    before += count;
  }
  throwIfCancelled(progress);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    into[row] = code < 0 || (lacking !== null && lacking[row] === 1) ? 0 : rankOf[code]!;
  }
  return { ranks: into, squares: known < 3 ? 0 : squares };
};
