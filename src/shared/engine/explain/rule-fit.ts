import type { SegmentRules } from '../../model/explanation.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { followRules, type RuleColumn, type RuleNode } from './grow-rules.ts';

/** Rows by what rules say and by what they are: `counts[said * (k + 1) + is]`, `is` = k for rows in no segment. */
export interface RuleTable {
  readonly k: number;
  readonly counts: Float64Array;
}

/** Rows between two polls. */
const block = 1 << 14;

export const createRuleTable = (k: number): RuleTable => ({ k, counts: new Float64Array(k * (k + 1)) });

/** Adds those rows that are meant. O(rows × depth). */
export const countRows = (
  { k, counts }: RuleTable,
  tree: RuleNode,
  columns: readonly RuleColumn[],
  labels: Int32Array,
  isMeant: (row: number) => boolean,
  progress: Progress,
): void => {
  for (let row = 0; row < labels.length; row += 1) {
    if (row % block === 0) throwIfCancelled(progress);
    if (!isMeant(row)) continue;
    const label = labels[row]!;
    counts[followRules(tree, columns, row) * (k + 1) + (label >= 0 && label < k ? label : k)]! += 1;
  }
};

/** Of the rows that are in a segment, the share of which it was said. */
export const accuracyOf = ({ k, counts }: RuleTable): number => {
  let right = 0;
  let all = 0;
  for (let said = 0; said < k; said += 1) {
    right += counts[said * (k + 1) + said]!;
    for (let is = 0; is < k; is += 1) all += counts[said * (k + 1) + is]!;
  }
  return all === 0 ? 0 : right / all;
};

/** Precision and coverage (recall) of what is said of one segment. */
export const fitOf = ({ k, counts }: RuleTable, label: number): SegmentRules['heldOut'] => {
  const hits = counts[label * (k + 1) + label]!;
  let described = 0;
  for (let is = 0; is <= k; is += 1) described += counts[label * (k + 1) + is]!;
  let size = 0;
  for (let said = 0; said < k; said += 1) size += counts[said * (k + 1) + label]!;
  return { precision: described === 0 ? null : hits / described, coverage: size === 0 ? 0 : hits / size };
};
