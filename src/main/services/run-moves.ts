import type { LabelMove } from '../../shared/model/flow.ts';
import { type RunSide, walkBoth } from './run-side.ts';

const none = -1;
const absent = -2;
const placeOf = (place: number): LabelMove['from'] => (place === absent ? 'absent' : place === none ? 'none' : place);

/**
 * Who went where. What customers have spent is counted as of the later run, for those gone as of the earlier.
 * @param elsewhere customers who are not gone though they are not there: they count as another one by now, which tells where
 * they are, or a person took them out
 */
export const movesBetween = (
  earlier: RunSide,
  later: RunSide,
  elsewhere: { has(customer: number): boolean } = new Set<number>(),
): LabelMove[] => {
  const width = later.k + 2;
  const customers = new Int32Array((earlier.k + 2) * width);
  const revenue = new Float64Array(customers.length);
  const spentBefore = earlier.spent();
  const spentNow = later.spent();
  walkBoth(earlier.ids, later.ids, (before, after) => {
    if (after < 0 && elsewhere.has(earlier.ids[before]!)) return;
    const from = before < 0 ? absent : Math.max(none, earlier.labels[before]!);
    const to = after < 0 ? absent : Math.max(none, later.labels[after]!);
    const at = (from - absent) * width + to - absent;
    const spent = (after < 0 ? spentBefore?.[before] : spentNow?.[after]) ?? Number.NaN;
    customers[at]! += 1;
    if (!Number.isNaN(spent)) revenue[at]! += spent;
  });
  const moves: LabelMove[] = [];
  customers.forEach((count, at) => {
    if (count === 0) return;
    const from = Math.floor(at / width) + absent;
    const to = (at % width) + absent;
    const isKnown = (to === absent ? spentBefore : spentNow) !== null;
    moves.push({ from: placeOf(from), to: placeOf(to), customers: count, revenue: isKnown ? revenue[at]! : null });
  });
  return moves.sort((a, b) => b.customers - a.customers);
};
