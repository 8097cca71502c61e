import { assignPairs } from '../../../shared/engine/explain/assign.ts';
import { columnOf } from '../../../shared/engine/matrix.ts';
import type { StoredSegmentation } from '../../store/repositories/segmentations.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import { snapshotColumn } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { preparedColumn } from '../prepared-column.ts';
import type { FormerSegment } from '../returned-segments.ts';
import { meansOf } from './former-centers.ts';

/** Dearer than any distance: nobody is left alone while there is a partner. */
const alone = 1e9;

/**
 * Which new segment goes on as which earlier one where few customers are in both, as after the first months of a shop:
 * the one whose customers are most like those were, by the facts that both runs used as each prepared them (so that what
 * grows for everybody, such as money spent in all, is no difference). The pairing of the least total distance between
 * the middles of segments. O(customers × facts).
 * @param left earlier segments that no new one goes on as
 * @param open labels of new segments that go on as none
 */
export const pairAlike = (
  db: Sqlite,
  earlier: StoredSegmentation,
  left: readonly FormerSegment[],
  { features, prepared, preparation }: PreparedRun,
  labels: Int32Array,
  k: number,
  open: readonly number[],
): ReadonlyMap<number, FormerSegment> => {
  if (left.length === 0 || open.length === 0) return new Map();
  const formerLabels = labelsOf(db, earlier.id)!;
  const formerK = Math.max(...left.map(({ segment }) => segment.label)) + 1;
  const squares = new Float64Array(open.length * left.length);
  const used = preparation.filter((one) => one.used).map(({ feature }) => feature);
  for (const { key } of features) {
    const then = earlier.preparation.find(({ feature }) => feature === key);
    const at = used.indexOf(key);
    const raw = then?.used && at >= 0 ? snapshotColumn(db, earlier.snapshotId, key) : null;
    if (raw === null) continue;
    const before = meansOf(preparedColumn(raw, then!), formerLabels, formerK);
    const now = meansOf(columnOf(prepared, at), labels, k);
    open.forEach((label, row) => {
      left.forEach(({ segment }, column) => {
        squares[row * left.length + column]! += (now[label]! - before[segment.label]!) ** 2;
      });
    });
  }
  const costs = squares.map(Math.sqrt);
  const found = assignPairs({ rows: open.length, columns: left.length, costs, alone });
  return new Map(open.flatMap((label, row) => (found[row]! < 0 ? [] : [[label, left[found[row]!]!]])));
};
