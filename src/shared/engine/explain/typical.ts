import type { SegmentExplanation } from '../../model/explanation.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import type { CenterDistances } from './center-distances.ts';
import { certaintyOf, surenessOf } from './sureness.ts';

/** Customers named of each kind. */
const named = 5;
/** Rows between two polls. */
const block = 1 << 14;

/** The few rows with the least value, rising; of equal ones those that come first. */
class Least {
  readonly rows: number[] = [];
  readonly #values: number[] = [];

  add(row: number, value: number): void {
    const values = this.#values;
    if (values.length === named && !(value < values[named - 1]!)) return;
    let at = values.length;
    while (at > 0 && values[at - 1]! > value) at -= 1;
    values.splice(at, 0, value);
    this.rows.splice(at, 0, row);
    values.length = Math.min(values.length, named);
    this.rows.length = values.length;
  }
}

type Customers = Pick<SegmentExplanation, 'typical' | 'borderline' | 'certainty'>;

/**
 * Of each segment the five customers nearest to its centre, the five that are least surely in it (the next centre is
 * nearly as near, or nearer), and how many are how sure. O(rows).
 * @throws AppError `cancelled`
 */
export const typicalCustomers = (
  { own, other, runnerUp }: CenterDistances,
  labels: Int32Array,
  k: number,
  progress: Progress,
): Customers[] => {
  const near = Array.from({ length: k }, () => new Least());
  const doubtful = Array.from({ length: k }, () => new Least());
  const certainty = Array.from({ length: k }, () => ({ sure: 0, fairlySure: 0, onTheEdge: 0 }));
  for (let row = 0; row < labels.length; row += 1) {
    if (row % block === 0) throwIfCancelled(progress);
    const label = labels[row]!;
    if (label < 0 || label >= k) continue;
    near[label]!.add(row, own[row]!);
    if (runnerUp[row]! < 0) continue;
    certainty[label]![certaintyOf(surenessOf(own[row]!, other[row]!))] += 1;
    // Below 0 where the other centre is nearer: those come first.
    const larger = Math.max(own[row]!, other[row]!);
    doubtful[label]!.add(row, larger > 0 ? (other[row]! - own[row]!) / larger : 0);
  }
  return near.map(({ rows }, label) => ({
    typical: rows,
    borderline: doubtful[label]!.rows.flatMap((row) => {
      const sureness = surenessOf(own[row]!, other[row]!);
      return certaintyOf(sureness) === 'onTheEdge' ? [{ row, label: runnerUp[row]!, sureness }] : [];
    }),
    certainty: certainty[label]!,
  }));
};
