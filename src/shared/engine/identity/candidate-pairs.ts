import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Blocks } from './blocks.ts';
import { comparePair } from './compare-pair.ts';
import { patternCount } from './comparison-fields.ts';
import type { PreparedRecords } from './prepared-records.ts';

/** Pairs that were compared, each once, in typed arrays that grow by pieces. */
export interface CandidatePairs {
  readonly count: number;
  /** The record with the lower number. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly pattern: Uint16Array;
  /** Pairs of each pattern that each pass found, also those that an earlier one had found. */
  readonly byPass: readonly Float64Array[];
  /** Pairs of each pattern, each once. */
  readonly found: Float64Array;
}

const pairsPerLook = 4096;

/**
 * Compares all pairs that share a block in any pass. A pair is taken in the first pass that has it, which later ones see
 * by looking at the earlier passes' blocks, so that no set of pairs has to be kept: 10 bytes a pair.
 * O(pairs × (passes + comparison)).
 * @throws AppError `cancelled`
 */
export const comparePairs = (
  records: PreparedRecords,
  blocks: readonly Blocks[],
  progress: Progress,
): CandidatePairs => {
  const most = blocks.reduce((sum, { pairs }) => sum + pairs, 0);
  const byPass = blocks.map(() => new Float64Array(patternCount));
  const found = new Float64Array(patternCount);
  const ids = blocks.map((block) => block.ids);
  let a = new Int32Array(Math.min(most, 1 << 16));
  let b = new Int32Array(a.length);
  let pattern = new Uint16Array(a.length);
  const grow = (): void => {
    const size = Math.min(most, a.length * 2);
    const [wasA, wasB, was] = [a, b, pattern];
    a = new Int32Array(size);
    b = new Int32Array(size);
    pattern = new Uint16Array(size);
    a.set(wasA);
    b.set(wasB);
    pattern.set(was);
  };
  let count = 0;
  let looked = 0;
  blocks.forEach(({ members, starts }, pass) => {
    for (let block = 0; block + 1 < starts.length; block += 1) {
      const end = starts[block + 1]!;
      for (let i = starts[block]!; i < end; i += 1) {
        const one = members[i]!;
        for (let j = i + 1; j < end; j += 1) {
          looked += 1;
          if (looked % pairsPerLook === 0) {
            throwIfCancelled(progress);
            progress.report(looked / most);
          }
          const other = members[j]!;
          let isKnown = false;
          for (let earlier = 0; earlier < pass; earlier += 1) {
            const id = ids[earlier]![one]!;
            if (id >= 0 && id === ids[earlier]![other]) {
              isKnown = true;
              break;
            }
          }
          if (isKnown) continue;
          const compared = comparePair(records, one, other);
          if (count === a.length) grow();
          a[count] = one;
          b[count] = other;
          pattern[count] = compared;
          count += 1;
          found[compared]! += 1;
          byPass[pass]![compared]! += 1;
          for (let later = pass + 1; later < ids.length; later += 1) {
            const id = ids[later]![one]!;
            if (id >= 0 && id === ids[later]![other]) byPass[later]![compared]! += 1;
          }
        }
      }
    }
  });
  progress.report(1);
  return {
    count,
    a: a.subarray(0, count),
    b: b.subarray(0, count),
    pattern: pattern.subarray(0, count),
    byPass,
    found,
  };
};
