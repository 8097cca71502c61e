/** More rounds than this are bad luck with the pivots; sorting what is left bounds the time. */
const mostRounds = 64;
/** Below this the pivot is not worth a sample. */
const sampleFrom = 600;

const swap = (values: Float64Array, i: number, j: number): void => {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
};

/**
 * Puts the value of the given rank (0 is the least) among `values[from..to]` in its place, no greater one before it and
 * no lesser one behind it, and returns it. Reorders the values; none may be NaN. O(n) expected, O(n log n) at worst
 * (Floyd & Rivest 1975, CACM 18(3), algorithm 489).
 */
export const selectRank = (values: Float64Array, rank: number, from = 0, to = values.length - 1): number => {
  let left = from;
  let right = to;
  for (let round = 0; right > left; round += 1) {
    if (round === mostRounds) {
      values.subarray(left, right + 1).sort();
      break;
    }
    if (right - left > sampleFrom) {
      const n = right - left + 1;
      const i = rank - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(i - n / 2);
      selectRank(
        values,
        rank,
        Math.max(left, Math.floor(rank - (i * s) / n + sd)),
        Math.min(right, Math.floor(rank + ((n - i) * s) / n + sd)),
      );
    }
    const pivot = values[rank]!;
    let i = left;
    let j = right;
    swap(values, left, rank);
    if (values[right]! > pivot) swap(values, left, right);
    while (i < j) {
      swap(values, i, j);
      i += 1;
      j -= 1;
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
    }
    if (values[left] === pivot) swap(values, left, j);
    else {
      j += 1;
      swap(values, j, right);
    }
    if (j <= rank) left = j + 1;
    if (rank <= j) right = j - 1;
  }
  return values[rank]!;
};
