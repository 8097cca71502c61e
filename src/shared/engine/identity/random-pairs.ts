import { type Progress, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { comparePair } from './compare-pair.ts';
import { patternCount } from './comparison-fields.ts';
import type { PreparedRecords } from './prepared-records.ts';

const pairsPerLook = 4096;

/**
 * How pairs compare that nothing but chance has chosen: all there are, or `most` drawn with a seed. O(pairs).
 * @returns pairs of each pattern
 * @throws AppError `cancelled`
 */
export const compareRandomPairs = (
  records: PreparedRecords,
  most: number,
  seed: number,
  progress: Progress,
): Float64Array => {
  const { count } = records;
  const counts = new Float64Array(patternCount);
  const all = (count * (count - 1)) / 2;
  let done = 0;
  const compare = (a: number, b: number): void => {
    if (done % pairsPerLook === 0) {
      throwIfCancelled(progress);
      progress.report(done / Math.min(all, most));
    }
    done += 1;
    counts[comparePair(records, a, b)]! += 1;
  };
  if (all <= most) {
    for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) compare(a, b);
  } else {
    const random = createRandom(seed);
    while (done < most) {
      const a = Math.floor(random() * count);
      const b = Math.floor(random() * (count - 1));
      compare(a, b < a ? b : b + 1);
    }
  }
  progress.report(1);
  return counts;
};
