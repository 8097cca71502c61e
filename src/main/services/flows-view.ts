import type { Flows, LabelMove, Move } from '../../shared/model/flow.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { flowOf, segmentsBefore } from '../store/repositories/segmentations.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { chosenSegmentation, segmentationView } from './segmentation-view.ts';

const runOf = ({ id, createdAt, method, k, customers, asOf }: Segmentation): Flows['from'] => ({
  id,
  createdAt,
  method,
  k,
  customers,
  asOf,
});

const segmentsOf = ({ segments }: Segmentation): Flows['earlier'] =>
  segments.map(({ id, name, color, size }) => ({ id, name, color, size }));

const placeIn =
  ({ segments }: Segmentation) =>
  (place: LabelMove['from']): Move['from'] =>
    typeof place === 'string' ? place : (segments.find(({ label }) => label === place)?.id ?? 'none');

/**
 * Who went where since the run before; null where there was none.
 * @throws AppError `notFound`
 */
export const flowsView = (db: Sqlite, id: number | undefined): Flows | null => {
  const to = chosenSegmentation(db, id);
  const flow = to === null ? null : flowOf(db, to.id);
  if (to === null || flow === null) return null;
  const from = segmentationView(db, flow.fromId);
  return {
    from: runOf(from),
    to: runOf(to),
    sameCustomers: from.snapshotId === to.snapshotId,
    earlier: segmentsOf(from),
    later: segmentsOf(to),
    returned: segmentsBefore(db, to.id).filter((one) => !from.segments.some(({ id: known }) => known === one)),
    moves: flow.moves.map((move) => ({ ...move, from: placeIn(from)(move.from), to: placeIn(to)(move.to) })),
  };
};
