/** A set of places among the rows of a source, one bit each. */
export interface RowSet {
  readonly size: number;
  readonly bytes: number;
  has(place: number): boolean;
}

export const createBits = (count: number) => {
  const words = new Uint32Array(Math.ceil(count / 32));
  let size = 0;
  return {
    /** Adds a place that is not in it yet. */
    add: (place: number): void => {
      words[place >>> 5]! |= 1 << (place & 31);
      size += 1;
    },
    done: (): RowSet => ({
      size,
      bytes: words.byteLength,
      has: (place) => ((words[place >>> 5]! >>> (place & 31)) & 1) === 1,
    }),
  };
};
