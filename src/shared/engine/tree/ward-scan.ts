import { type Progress, throwIfCancelled } from '../progress.ts';
import { nearer, type WardSearch, type WardState, wardCost } from './ward-state.ts';

/** The candidates of one branch while they are being gathered, nearest first. */
class Candidates {
  count = 0;
  /** The least cost that was let go of for want of room. */
  dropped = Number.POSITIVE_INFINITY;
  readonly costs: Float64Array;
  readonly ids: Int32Array;
  constructor(reach: number) {
    this.costs = new Float64Array(reach);
    this.ids = new Int32Array(reach);
  }
  clear(): void {
    this.count = 0;
    this.dropped = Number.POSITIVE_INFINITY;
  }
  offer(id: number, cost: number): void {
    const { costs, ids } = this;
    for (let i = 0; i < this.count; i += 1) if (ids[i] === id) return;
    let at = this.count;
    if (at === ids.length) {
      at -= 1;
      if (!nearer(cost, id, costs[at]!, ids[at]!)) {
        this.dropped = Math.min(this.dropped, cost);
        return;
      }
      this.dropped = Math.min(this.dropped, costs[at]!);
    } else this.count += 1;
    for (; at > 0 && nearer(cost, id, costs[at - 1]!, ids[at - 1]!); at -= 1) {
      costs[at] = costs[at - 1]!;
      ids[at] = ids[at - 1]!;
    }
    costs[at] = cost;
    ids[at] = id;
  }
}

const heirOf = (into: Int32Array, id: number): number => {
  let heir = id;
  while (into[heir] !== heir) {
    into[heir] = into[into[heir]!]!;
    heir = into[heir]!;
  }
  return heir;
};

/** Offers every branch that is still apart. */
const offerAll = (state: WardState, self: number, alive: Int32Array, candidates: Candidates): void => {
  const { centres, weights, into, stride, reach } = state;
  const start = self * stride;
  const v = weights[self]!;
  for (const id of alive) {
    let even = 0;
    let odd = 0;
    for (let a = start, b = id * stride; a < start + stride; a += 2, b += 2) {
      const first = centres[a]! - centres[b]!;
      const second = centres[a + 1]! - centres[b + 1]!;
      even += first * first;
      odd += second * second;
    }
    const w = weights[id]!;
    const cost = (even + odd) * ((2 * v * w) / (v + w));
    if (candidates.count === reach && cost > candidates.costs[reach - 1]!) continue;
    if (id !== self && into[id] === id) candidates.offer(id, cost);
  }
};

/**
 * Finds nearest branches as `assembly/ward.ts` does, with a plain look at every branch where its candidates do not
 * tell. O(branches × columns) a branch looked at.
 */
export const createWardScan = (state: WardState): WardSearch => {
  const { count, reach, into, partner, found, costs, ids, bounds } = state;
  let alive = Int32Array.from({ length: count }, (_, id) => id);
  const candidates = new Candidates(reach);
  const renew = (self: number, from: number): void => {
    for (let i = from * reach; i < from * reach + found[from]!; i += 1) {
      const id = heirOf(into, ids[i]!);
      if (id !== self) candidates.offer(id, wardCost(state, self, id));
    }
  };
  const look = (self: number, progress: Progress): void => {
    candidates.clear();
    renew(self, self);
    if (partner[self]! >= 0) renew(self, partner[self]!);
    partner[self] = -1;
    bounds[self] = Math.min(bounds[self]!, candidates.dropped);
    if (candidates.count === 0 || !(candidates.costs[0]! < bounds[self]!)) {
      throwIfCancelled(progress);
      offerAll(state, self, alive, candidates);
      bounds[self] = candidates.count < reach ? Number.POSITIVE_INFINITY : candidates.costs[reach - 1]!;
    }
    found[self] = candidates.count;
    costs.set(candidates.costs, self * reach);
    ids.set(candidates.ids, self * reach);
  };
  return {
    find: (looked, progress) => {
      looked.forEach((id, i) => {
        look(id, progress);
        if (i % 32 === 0) progress.report(i / looked.length);
      });
    },
    joined: () => {},
    settle: (left) => {
      if (left < 0.75 * alive.length) alive = alive.filter((id) => into[id] === id);
    },
  };
};
