import { type Progress, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { shuffledRows } from '../sample.ts';

/** Rows between two polls. */
const block = 1 << 14;

/**
 * A fold for each row, for leaving each out in turn: rows are shuffled (Fisher & Yates, by seed) and each label's are
 * dealt out evenly, those in none of the k labels too. O(rows).
 * @throws AppError `cancelled`
 */
export const stratifiedFolds = (
  labels: Int32Array,
  k: number,
  folds: number,
  seed: number,
  progress: Progress,
): Uint8Array => {
  const order = shuffledRows(labels.length, createRandom(seed), progress);
  const dealt = new Int32Array(k + 1);
  const fold = new Uint8Array(labels.length);
  for (let i = 0; i < order.length; i += 1) {
    if (i % block === 0) throwIfCancelled(progress);
    const row = order[i]!;
    const label = labels[row]!;
    const at = label >= 0 && label < k ? label : k;
    fold[row] = dealt[at]! % folds;
    dealt[at]! += 1;
  }
  return fold;
};
