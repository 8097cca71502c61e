import type { BinnedColumn } from './bin-column.ts';

/** A split `value < threshold`, between `lo` (the greatest value below) and `hi` (the least not below). */
export interface Split {
  readonly column: number;
  readonly lo: number;
  readonly hi: number;
  /** Σ w²ᶜ / W over both sides: the greater, the purer (Gini). */
  readonly purity: number;
}

/** Two purities nearer than this, relatively, are equal: the first column and the lowest threshold win. */
const tie = 1e-12;

/** Counts of a node's rows by bin and label. O(rows). */
const count = (
  { codes, bins }: BinnedColumn,
  labels: Int32Array,
  k: number,
  rows: Int32Array,
  into: Float64Array,
): void => {
  into.fill(0, 0, bins * k);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    into[codes[row]! * k + labels[row]!]! += 1;
  }
};

/** Σ w²ᶜ / W of counts by label, each label with its weight; 0 for nobody. */
export const purityOf = (counts: ArrayLike<number>, weights: Float64Array): number => {
  let sum = 0;
  let squares = 0;
  for (let c = 0; c < weights.length; c += 1) {
    const weighted = counts[c]! * weights[c]!;
    sum += weighted;
    squares += weighted * weighted;
  }
  return sum > 0 ? squares / sum : 0;
};

/**
 * The split of these rows by one column that leaves the purest sides, by Gini's index (Breiman, Friedman, Olshen &
 * Stone 1984); null where none leaves `least` rows on either side. O(rows + bins × k).
 */
export const bestSplitOf = (
  column: number,
  binned: BinnedColumn,
  labels: Int32Array,
  weights: Float64Array,
  rows: Int32Array,
  least: number,
  scratch: Float64Array,
): Split | null => {
  const k = weights.length;
  count(binned, labels, k, rows, scratch);
  const left = new Float64Array(k);
  const right = new Float64Array(k);
  for (let bin = 0; bin < binned.bins; bin += 1) for (let c = 0; c < k; c += 1) right[c]! += scratch[bin * k + c]!;
  let best: Split | null = null;
  let below = 0;
  let last = -1;
  for (let bin = 0; bin < binned.bins; bin += 1) {
    let here = 0;
    for (let c = 0; c < k; c += 1) here += scratch[bin * k + c]!;
    if (here === 0) continue;
    if (last >= 0 && below >= least && rows.length - below >= least) {
      const purity = purityOf(left, weights) + purityOf(right, weights);
      if (best === null || purity > best.purity * (1 + tie))
        best = { column, lo: binned.high[last]!, hi: binned.low[bin]!, purity };
    }
    for (let c = 0; c < k; c += 1) {
      left[c]! += scratch[bin * k + c]!;
      right[c]! -= scratch[bin * k + c]!;
    }
    below += here;
    last = bin;
  }
  return best;
};
