import { columnOf, createMatrix, type Matrix } from '../../../shared/engine/matrix.ts';
import type { SegmentEdit } from '../../../shared/model/segmentation.ts';
import { flowOf, labelsOf, type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import { snapshotColumn } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { pickRows } from '../pick-rows.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { preparedColumn } from '../prepared-column.ts';

/** The mean of each label's values; 0 where it has none. */
export const meansOf = (values: Float64Array, labels: Int32Array, k: number): number[] => {
  const sums = new Float64Array(k);
  const sizes = new Int32Array(k);
  labels.forEach((label, row) => {
    if (label < 0 || label >= k) return;
    sums[label]! += values[row]!;
    sizes[label]! += 1;
  });
  return Array.from(sums, (sum, label) => (sizes[label] === 0 ? 0 : sum / sizes[label]!));
};

/** Why a run has as many segments as it has: it is an earlier one brought up to date, segment by segment. */
export const sameSegments = 'recipe.sameSegments';

/** What people changed in a division: segments put together, or one divided by the middles of its parts. */
interface FormerEdit {
  /** By label before, the label after; of the one that was divided, its first part's. */
  readonly relabel: readonly number[];
  readonly split: { readonly label: number; readonly parts: readonly number[]; readonly centers: Matrix } | null;
}

/** Where customers of earlier segments belong: by the nearest middle of what was found, then by what people changed. */
export interface FormerDivision {
  readonly centers: Matrix;
  /** The first one first. */
  readonly edits: readonly FormerEdit[];
  readonly k: number;
}

/**
 * Where the labels of a run have their middles, as that run prepared its customers, in the columns of a new run.
 * @returns null where the two runs have not the same columns to compare
 */
const centersOf = (db: Sqlite, earlier: StoredSegmentation, used: readonly string[]): Matrix | null => {
  const labels = labelsOf(db, earlier.id)!;
  const k = Math.max(0, ...earlier.segments.map(({ label }) => label + 1));
  const centers = createMatrix(k, used.length);
  for (const [at, feature] of used.entries()) {
    const then = earlier.preparation.find((one) => one.feature === feature);
    const raw = then?.used ? snapshotColumn(db, earlier.snapshotId, feature) : null;
    if (raw === null) return null;
    columnOf(centers, at).set(meansOf(preparedColumn(raw, then!), labels, k));
  }
  return centers;
};

const editOf = (db: Sqlite, run: StoredSegmentation, edit: SegmentEdit, used: readonly string[]): FormerEdit | null => {
  const { relabel, parts } = edit;
  if (edit.kind === 'merge') return { relabel, split: null };
  const centers = centersOf(db, run, used);
  if (centers === null) return null;
  return {
    relabel,
    split: { label: edit.segments[0]!.label, parts, centers: pickRows(centers, Int32Array.from(parts)) },
  };
};

/** Whether a person put segments of this run together or divided one, in whatever month. */
export const wasEdited = (db: Sqlite, run: StoredSegmentation): boolean => {
  let one: StoredSegmentation | null = run;
  while (one !== null && one.edit === undefined) {
    const fromId: number | undefined = one.reason.key === sameSegments ? flowOf(db, one.id)?.fromId : undefined;
    one = fromId === undefined ? null : segmentationById(db, fromId);
  }
  return one !== null;
};

/**
 * The segments of the latest run by the middles that they had in the run that was first made of them, as that run prepared
 * its customers: what grows for everybody, such as money spent in all, is no difference then, and nothing drifts from
 * month to month. What people changed since is done again.
 * @returns null where runs have not the same columns to compare
 */
export const formerDivision = (db: Sqlite, latest: StoredSegmentation, run: PreparedRun): FormerDivision | null => {
  const used = run.preparation.filter((one) => one.used).map(({ feature }) => feature);
  if (used.length === 0 || used.length !== run.prepared.columns) return null;
  const edits: FormerEdit[] = [];
  let first = latest;
  for (;;) {
    const { edit, reason } = first;
    const beforeId = edit?.fromId ?? (reason.key === sameSegments ? flowOf(db, first.id)?.fromId : undefined);
    const before = beforeId === undefined ? null : segmentationById(db, beforeId);
    if (before === null) break;
    if (edit !== undefined) {
      const again = editOf(db, first, edit, used);
      if (again === null) return null;
      edits.unshift(again);
    }
    first = before;
  }
  const centers = first.edit === undefined ? centersOf(db, first, used) : null;
  return centers === null ? null : { centers, edits, k: latest.k };
};
