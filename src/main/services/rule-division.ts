import { ruleSegments } from '../../shared/engine/explain/rule-segments.ts';
import type { RuleDivision } from '../../shared/model/rule-division.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { orderColumns } from './order-columns.ts';
import { chosenSegmentation } from './segmentation-view.ts';

/** The customers of a run by plain rules; null where there is no run or the project knows of no orders. */
export const ruleDivision = (db: Sqlite, id: number | undefined): RuleDivision | null => {
  const run = chosenSegmentation(db, id);
  const snapshot = run === null ? null : snapshotById(db, run.snapshotId);
  const columns = snapshot === null ? null : orderColumns(db, snapshot.id);
  if (columns === null) return null;
  const { labels, segments } = ruleSegments(columns);
  const sums = segments.map(() => 0);
  let all = 0;
  columns.spent?.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    sums[labels[row]!]! += value;
    all += value;
  });
  return {
    segments: segments.map((segment, i) => ({ ...segment, revenueShare: all > 0 ? sums[i]! / all : null })),
  };
};
