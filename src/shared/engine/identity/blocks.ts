import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BlockingPass } from './blocking-passes.ts';

/** The records of one pass by block. */
export interface Blocks {
  readonly pass: BlockingPass;
  /** Block of each record; −1 where it is alone, in none, or in one that is too large. */
  readonly ids: Int32Array;
  /** Records block after block, rising within each. */
  readonly members: Int32Array;
  /** Where each block begins in `members`; one more for the end of the last. */
  readonly starts: Int32Array;
  readonly pairs: number;
  /** Blocks that were too large, and their records. */
  readonly skippedBlocks: number;
  readonly skippedRecords: number;
}

/** Sizes of blocks to choose the largest allowed from. */
const limits = [3000, 2000, 1400, 1000, 700, 500, 350, 250, 180, 120, 80, 50, 30, 20, 10, 5, 2];
const recordsPerLook = 16_384;
const pairsOf = (size: number): number => (size * (size - 1)) / 2;

interface Numbered {
  readonly pass: BlockingPass;
  readonly ids: Int32Array;
  readonly sizes: Int32Array;
}

const numberBlocks = (pass: BlockingPass, count: number, progress: Progress): Numbered => {
  const ids = new Int32Array(count).fill(-1);
  const known = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    if (i % recordsPerLook === 0) throwIfCancelled(progress);
    const block = pass.blockOf(i);
    if (block < 0) continue;
    let id = known.get(block);
    if (id === undefined) {
      id = known.size;
      known.set(block, id);
    }
    ids[i] = id;
  }
  const sizes = new Int32Array(known.size);
  for (const id of ids) if (id >= 0) sizes[id]! += 1;
  return { pass, ids, sizes };
};

/** Pairs in blocks of each size, so that the pairs under any limit are known without going through the blocks again. */
const pairsUnder = (sizes: Int32Array): ((limit: number) => number) => {
  const bySize = new Map<number, number>();
  for (const size of sizes) bySize.set(size, (bySize.get(size) ?? 0) + 1);
  return (limit) => {
    let pairs = 0;
    for (const [size, blocks] of bySize) if (size <= limit) pairs += blocks * pairsOf(size);
    return pairs;
  };
};

const arrange = ({ pass, ids, sizes }: Numbered, limit: number): Blocks => {
  const place = new Int32Array(sizes.length).fill(-1);
  let [kept, skippedBlocks, skippedRecords, pairs, total] = [0, 0, 0, 0, 0];
  for (let block = 0; block < sizes.length; block += 1) {
    const size = sizes[block]!;
    if (size > limit) {
      skippedBlocks += 1;
      skippedRecords += size;
    } else if (size > 1) {
      place[block] = kept;
      kept += 1;
      total += size;
      pairs += pairsOf(size);
    }
  }
  const starts = new Int32Array(kept + 1);
  for (let block = 0; block < sizes.length; block += 1)
    if (place[block]! >= 0) starts[place[block]! + 1] = sizes[block]!;
  for (let block = 0; block < kept; block += 1) starts[block + 1]! += starts[block]!;
  const members = new Int32Array(total);
  const next = starts.slice();
  for (let i = 0; i < ids.length; i += 1) {
    const block = ids[i]! < 0 ? -1 : place[ids[i]!]!;
    ids[i] = block;
    if (block < 0) continue;
    members[next[block]!] = i;
    next[block]! += 1;
  }
  return { pass, ids, members, starts, pairs, skippedBlocks, skippedRecords };
};

/**
 * The blocks of every pass. Where all of them together hold more than `pairsAtMost` pairs, the pass with the most gives up
 * its largest blocks first, step by step, until they do not. O(records × passes).
 * @throws AppError `cancelled`
 */
export const makeBlocks = (
  passes: readonly BlockingPass[],
  count: number,
  pairsAtMost: number,
  progress: Progress,
): Blocks[] => {
  const numbered = passes.map((pass, i) => {
    progress.report((0.8 * i) / passes.length);
    return numberBlocks(pass, count, progress);
  });
  const under = numbered.map(({ sizes }) => {
    throwIfCancelled(progress);
    return pairsUnder(sizes);
  });
  const chosen = passes.map(() => 0);
  const pairs = under.map((count) => count(limits[0]!));
  while (pairs.reduce((sum, n) => sum + n, 0) > pairsAtMost) {
    let largest = -1;
    for (let i = 0; i < passes.length; i += 1)
      if (chosen[i]! < limits.length - 1 && (largest < 0 || pairs[i]! > pairs[largest]!)) largest = i;
    if (largest < 0) break;
    chosen[largest]! += 1;
    pairs[largest] = under[largest]!(limits[chosen[largest]!]!);
  }
  return numbered.map((one, i) => {
    throwIfCancelled(progress);
    return arrange(one, limits[chosen[i]!]!);
  });
};
