import { type Progress, throwIfCancelled } from '../progress.ts';

/** Merges so far and the branches that are left, each in a slot; those that were merged away leave empty slots. */
export interface Branches {
  readonly rows: number;
  made: number;
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly heights: Float64Array;
  /** Each the nearest to the one before it. */
  readonly chain: number[];
  /** Slots in use, the empty ones among them. */
  count: number;
  empty: number;
  /** Rows of each branch; 0 in an empty slot. */
  readonly sizes: Float64Array;
  readonly lowestRow: Int32Array;
}

/** Row i stands for `counts[i]` equal ones. */
export const branchesOf = (rows: number, counts: Float64Array): Branches => ({
  rows,
  made: 0,
  one: new Int32Array(rows - 1),
  other: new Int32Array(rows - 1),
  heights: new Float64Array(rows - 1),
  chain: [],
  count: rows,
  empty: 0,
  sizes: counts.slice(),
  lowestRow: Int32Array.from({ length: rows }, (_, row) => row),
});

/** Knows what is near. */
export interface Ground {
  /** The nearest slot to each, and how far it is; −1 where it has to be looked for. */
  readonly nn: Float64Array;
  readonly nd: Float64Array;
  /** Finds the nearest to a slot. */
  look(slot: number): void;
  /** Joins two branches in the slot of the second; nobody has one of the two for its nearest afterwards. */
  join(low: number, high: number): void;
}

/** The slots that are not empty, in their order. */
export const fullSlots = ({ count, empty, sizes }: Branches): Int32Array => {
  const full = new Int32Array(count - empty);
  let found = 0;
  for (let slot = 0; slot < count; slot += 1)
    if (sizes[slot]! > 0) {
      full[found] = slot;
      found += 1;
    }
  return full;
};

/** Moves what is known of the full slots together; a nearest slot that is empty is not looked at. */
export const closeSlots = (branches: Branches, full: Int32Array, nn: Float64Array, nd: Float64Array): void => {
  const movedTo = new Int32Array(branches.count);
  full.forEach((slot, i) => {
    movedTo[slot] = i;
  });
  full.forEach((slot, i) => {
    branches.sizes[i] = branches.sizes[slot]!;
    branches.lowestRow[i] = branches.lowestRow[slot]!;
    nd[i] = nd[slot]!;
    nn[i] = nd[i]! < 0 ? -1 : movedTo[nn[slot]!]!;
  });
  branches.chain.forEach((slot, i) => {
    branches.chain[i] = movedTo[slot]!;
  });
  branches.count = full.length;
  branches.empty = 0;
};

/**
 * Merges branches along the nearest-neighbour chain (Murtagh 1983; Müllner 2011) until all are one or `isOver` says so,
 * which is asked between two steps and may close the slots meanwhile. Good for linkages where a join is never nearer to a third branch than both of its parts.
 * @throws AppError `cancelled`
 */
export const followChain = (branches: Branches, ground: Ground, isOver: () => boolean, progress: Progress): void => {
  const { rows, chain, one, other, heights, sizes, lowestRow } = branches;
  const { nn, nd } = ground;
  while (branches.made < rows - 1 && !isOver()) {
    throwIfCancelled(progress);
    if (chain.length === 0) {
      let first = 0;
      while (sizes[first] === 0) first += 1;
      chain.push(first);
    }
    const tip = chain[chain.length - 1]!;
    if (nd[tip]! < 0) ground.look(tip);
    const previous = chain.length > 1 ? chain[chain.length - 2]! : -1;
    const height = previous < 0 ? Number.POSITIVE_INFINITY : nd[previous]!;
    if (nd[tip]! < height) {
      const next = nn[tip]!;
      const before = chain.lastIndexOf(next);
      if (before >= 0) {
        // Only rounding leads back: what was nearest by a last digit no longer is.
        chain.length = before + 1;
        nn[next] = tip;
        nd[next] = nd[tip]!;
      } else chain.push(next);
      continue;
    }
    chain.length -= 2;
    const low = Math.min(tip, previous);
    const high = Math.max(tip, previous);
    const merge = branches.made;
    one[merge] = Math.min(lowestRow[low]!, lowestRow[high]!);
    other[merge] = Math.max(lowestRow[low]!, lowestRow[high]!);
    heights[merge] = height;
    ground.join(low, high);
    sizes[high]! += sizes[low]!;
    sizes[low] = 0;
    lowestRow[high] = one[merge]!;
    branches.made += 1;
    branches.empty += 1;
    progress.report(1 - ((rows - branches.made) / rows) ** 2);
  }
};
