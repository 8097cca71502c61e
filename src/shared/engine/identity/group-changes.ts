/** What became of the customers of one grouping in another of the same records. */
export interface GroupChange {
  readonly kind: 'merge' | 'split' | 'regroup';
  /** Groups before and after that share records with each other, rising. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Merges and splits between two groupings of the same records: groups that share records belong together; several that
 * became one are a merge, one that became several a split, several that became several others are regrouped. Turning the
 * two groupings round gives what takes it back. O(records).
 */
export const groupChanges = (before: Int32Array, after: Int32Array): GroupChange[] => {
  const afters = new Map<number, Set<number>>();
  const befores = new Map<number, Set<number>>();
  const add = (map: Map<number, Set<number>>, from: number, to: number): void => {
    const known = map.get(from);
    if (known) known.add(to);
    else map.set(from, new Set([to]));
  };
  for (let i = 0; i < before.length; i += 1) {
    add(afters, before[i]!, after[i]!);
    add(befores, after[i]!, before[i]!);
  }
  const done = new Set<number>();
  const changes: GroupChange[] = [];
  const rising = (set: Set<number>): number[] => [...set].sort((x, y) => x - y);
  for (const start of afters.keys()) {
    if (done.has(start)) continue;
    const from = new Set([start]);
    const to = new Set<number>();
    for (const group of from)
      for (const became of afters.get(group)!) {
        to.add(became);
        for (const was of befores.get(became)!) from.add(was);
      }
    for (const group of from) done.add(group);
    if (from.size === 1 && to.size === 1) continue;
    const kind = to.size === 1 ? 'merge' : from.size === 1 ? 'split' : 'regroup';
    changes.push({ kind, before: rising(from), after: rising(to) });
  }
  return changes;
};
