/** Records in sets that only grow together, with who must stay apart. */
export interface RecordSets {
  /** The record that stands for the set. */
  rootOf(record: number): number;
  sizeOf(record: number): number;
  /** The records of a record's set. */
  membersOf(record: number): number[];
  /** Whether a person said that two records of these sets are two customers. */
  areApart(a: number, b: number): boolean;
  join(a: number, b: number): void;
  keepApart(a: number, b: number): void;
}

/**
 * Disjoint sets (Tarjan 1975: union by size, halving of paths) whose members can be gone through, with pairs of sets that
 * are never joined. Almost O(1) an operation; `membersOf` O(members).
 */
export const createRecordSets = (records: number): RecordSets => {
  const parent = new Int32Array(records);
  for (let i = 0; i < records; i += 1) parent[i] = i;
  const size = new Int32Array(records).fill(1);
  // A ring through the members of each set.
  const next = parent.slice();
  const apart = new Map<number, Set<number>>();
  const rootOf = (record: number): number => {
    let at = record;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const setOf = (root: number): Set<number> => {
    const known = apart.get(root) ?? new Set();
    apart.set(root, known);
    return known;
  };
  return {
    rootOf,
    sizeOf: (record) => size[rootOf(record)]!,
    membersOf: (record) => {
      const members = [record];
      for (let at = next[record]!; at !== record; at = next[at]!) members.push(at);
      return members;
    },
    areApart: (a, b) => apart.get(rootOf(a))?.has(rootOf(b)) ?? false,
    join: (a, b) => {
      const [rootA, rootB] = [rootOf(a), rootOf(b)];
      if (rootA === rootB) return;
      const [large, small] = size[rootA]! >= size[rootB]! ? [rootA, rootB] : [rootB, rootA];
      parent[small] = large;
      size[large]! += size[small]!;
      const behind = next[large]!;
      next[large] = next[small]!;
      next[small] = behind;
      for (const other of apart.get(small) ?? []) {
        setOf(other).delete(small);
        setOf(other).add(large);
        setOf(large).add(other);
      }
      apart.delete(small);
    },
    keepApart: (a, b) => {
      setOf(rootOf(a)).add(rootOf(b));
      setOf(rootOf(b)).add(rootOf(a));
    },
  };
};
