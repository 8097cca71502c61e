import { type Progress, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';

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
  const random = createRandom(seed);
  const order = new Int32Array(labels.length);
  for (let row = 0; row < order.length; row += 1) order[row] = row;
  for (let i = order.length - 1; i > 0; i -= 1) {
    if (i % block === 0) throwIfCancelled(progress);
    const j = Math.floor(random() * (i + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
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
