import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { joinBranches, nearer, type WardSearch, type WardState } from './ward-state.ts';

/** Joins between two looks at the cancel flag. */
const joinsPerLook = 4096;

/** Which branches have which as their nearest, as doubly linked lists. */
const createFollowers = (count: number) => {
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const before = new Int32Array(count).fill(-1);
  const nearest = new Int32Array(count).fill(-1);
  const leave = (id: number): void => {
    const target = nearest[id]!;
    if (target < 0) return;
    nearest[id] = -1;
    if (before[id]! < 0) first[target] = next[id]!;
    else next[before[id]!] = next[id]!;
    if (next[id]! >= 0) before[next[id]!] = before[id]!;
  };
  const follow = (id: number, target: number): void => {
    leave(id);
    nearest[id] = target;
    before[id] = -1;
    next[id] = first[target]!;
    if (next[id]! >= 0) before[next[id]!] = id;
    first[target] = id;
  };
  return { nearest, first, leave, follow };
};

/** Branches that are to be looked at, each once. */
const createQueue = (count: number) => {
  const waiting = new Int32Array(count);
  const waits = new Uint8Array(count);
  let length = 0;
  return {
    add: (id: number): void => {
      if (waits[id] === 1) return;
      waits[id] = 1;
      waiting[length] = id;
      length += 1;
    },
    isEmpty: (): boolean => length === 0,
    take: (): Int32Array => {
      const taken = waiting.slice(0, length);
      for (const id of taken) waits[id] = 0;
      length = 0;
      return taken;
    },
  };
};

/**
 * Joins the branches of a state until one is left, and tells of each join with its cost. In every round all pairs join
 * that are each other's nearest. Ward is reducible: a join never brings anything nearer to a third branch, so any order
 * of such joins gives the same tree (Bruynooghe 1977; Murtagh 1983), and only new branches and those whose nearest has
 * gone need be looked at again.
 * @throws AppError `cancelled`
 */
export const joinInRounds = (
  state: WardState,
  search: WardSearch,
  tell: (kept: number, gone: number, cost: number) => void,
  progress: Progress,
): void => {
  const { count, reach, costs, ids, bounds, into } = state;
  const { nearest, first, leave, follow } = createFollowers(count);
  const queue = createQueue(count);
  const paired = new Uint8Array(count);
  let left = count;
  const join = (kept: number, gone: number, cost: number): void => {
    for (const target of [kept, gone])
      for (let id = first[target]!; id >= 0; id = first[target]!) {
        leave(id);
        if (id !== kept && id !== gone) queue.add(id);
      }
    joinBranches(state, kept, gone, cost);
    search.joined(kept, gone);
    queue.add(kept);
    paired[kept] = 0;
    left -= 1;
    tell(kept, gone, cost);
  };
  const lookAnew = (id: number): void => {
    leave(id);
    bounds[id] = -1;
    queue.add(id);
  };
  for (let id = 0; id < count; id += 1) queue.add(id);
  while (left > 1) {
    throwIfCancelled(progress);
    const looked = queue.take();
    // The first look at every branch is about half of the work.
    search.find(looked, left === count ? part(progress, 0, 0.5) : { ...progress, report: () => {} });
    for (const id of looked) follow(id, ids[id * reach]!);
    const pairs: number[] = [];
    for (const id of looked) {
      const other = nearest[id]!;
      if (nearest[other] !== id || paired[id] === 1) continue;
      paired[id] = 1;
      paired[other] = 1;
      pairs.push(Math.min(id, other));
    }
    // By rounding alone a new branch can be nearer to another than that one's nearest: it is looked at again.
    for (const id of looked) {
      const other = nearest[id]!;
      if (paired[id] === 1 || other < 0 || paired[other] === 1) continue;
      if (nearer(costs[id * reach]!, id, costs[other * reach]!, ids[other * reach]!)) lookAnew(other);
    }
    throwIfCancelled(progress);
    pairs.forEach((kept, i) => {
      if (i > 0 && i % joinsPerLook === 0) throwIfCancelled(progress);
      join(kept, nearest[kept]!, costs[kept * reach]!);
    });
    throwIfCancelled(progress);
    // Nothing joins and nothing waits only if rounding has led all lists of candidates astray.
    if (pairs.length === 0 && queue.isEmpty()) for (let id = 0; id < count; id += 1) if (into[id] === id) lookAnew(id);
    search.settle(left);
    progress.report(1 - (0.5 * (left - 1)) / count);
  }
};
