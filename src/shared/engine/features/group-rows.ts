/** Rows by group: those of group `g` are `rows[offsets[g]]` up to `rows[offsets[g + 1]]`. */
export interface RowGroups {
  readonly offsets: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Stable counting sort of rows by their group; rows of a group below 0 are left out. O(rows + groups).
 * @param groupOf by row
 * @param through the rows to go through, in this order; all, ascending, where absent
 */
export const groupRows = (groupOf: Int32Array, groups: number, through?: Int32Array): RowGroups => {
  const offsets = new Int32Array(groups + 1);
  const count = through?.length ?? groupOf.length;
  for (let i = 0; i < count; i += 1) {
    const group = groupOf[through === undefined ? i : through[i]!]!;
    if (group >= 0) offsets[group + 1]! += 1;
  }
  for (let group = 0; group < groups; group += 1) offsets[group + 1]! += offsets[group]!;
  const next = offsets.slice(0, groups);
  const rows = new Int32Array(offsets[groups]!);
  for (let i = 0; i < count; i += 1) {
    const row = through === undefined ? i : through[i]!;
    const group = groupOf[row]!;
    if (group < 0) continue;
    rows[next[group]!] = row;
    next[group]! += 1;
  }
  return { offsets, rows };
};
