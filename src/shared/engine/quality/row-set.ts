/** Tells rows that were there before; two 32-bit hashes a row (a false match among 5 million rows: one in a million). */
export interface RowSet {
  /** Takes in one cell of the row at hand. */
  cell(value: string | number | null): void;
  /** Ends the row; true where the very same cells came before. */
  end(): boolean;
}

const numbers = new Float64Array(1);
const words = new Uint32Array(numbers.buffer);

/**
 * Finds rows that repeat an earlier one, cell by cell as typed. About 16 to 32 bytes a row, O(cells).
 * @param rows how many there will be, which decides the first size only
 */
export const createRowSet = (rows: number): RowSet => {
  let capacity = 1 << Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
  let table = new Uint32Array(2 * capacity);
  let count = 0;
  let a = 0;
  let b = 0;
  const mix = (value: number): void => {
    a = Math.imul(a ^ value, 0x85ebca6b);
    a ^= a >>> 13;
    b = Math.imul(b ^ value, 0xc2b2ae35);
    b ^= b >>> 16;
  };
  const insert = (first: number, second: number): boolean => {
    let at = ((first ^ Math.imul(second, 0x9e3779b1)) >>> 0) & (capacity - 1);
    for (;;) {
      const one = table[2 * at]!;
      if (one === 0) {
        table[2 * at] = first;
        table[2 * at + 1] = second;
        return false;
      }
      if (one === first && table[2 * at + 1] === second) return true;
      at = (at + 1) & (capacity - 1);
    }
  };
  const grow = (): void => {
    const old = table;
    capacity *= 2;
    table = new Uint32Array(2 * capacity);
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) insert(old[at]!, old[at + 1]!);
  };
  return {
    cell: (value) => {
      if (typeof value === 'string') {
        mix(value.length + 0x51ed270b);
        for (let i = 0; i < value.length; i += 1) mix(value.charCodeAt(i));
      } else if (value === null) mix(0x2545f491);
      else {
        numbers[0] = value;
        mix(words[0]!);
        mix(words[1]!);
      }
    },
    end: () => {
      // 0 is the mark of an empty place.
      const isRepeat = insert(a >>> 0 || 1, b >>> 0);
      a = 0;
      b = 0;
      if (!isRepeat) {
        count += 1;
        if (count * 1.25 > capacity) grow();
      }
      return isRepeat;
    },
  };
};
