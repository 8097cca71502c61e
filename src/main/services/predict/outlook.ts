import { groupCustomers } from '../../../shared/engine/predict/customer-groups.ts';
import { intervalOfSum } from '../../../shared/engine/predict/predict-worth.ts';
import { type CustomerPredictionView, customerGroups, type Outlook } from '../../../shared/model/prediction.ts';
import type { PredictionColumns } from './prediction-columns.ts';

/** Below this chance, what somebody would bring who were still a customer says nothing any more. */
const leastAlive = 1e-6;

/** What each would bring who were still a customer for sure: in money, in orders where there is none. O(n). */
export const worthIfStaying = (columns: PredictionColumns): Float64Array => {
  const value = columns.get('worth') ?? columns.get('orders')!;
  return columns.get('alive')!.map((alive, row) => (alive < leastAlive ? 0 : value[row]! / alive));
};

/** By customer, its place among `customerGroups`. O(n). */
export const groupsOf = (columns: PredictionColumns): Int32Array =>
  groupCustomers({
    repeatOrders: columns.get('repeatOrders')!,
    alive: columns.get('alive')!,
    silence: columns.get('silence')!,
  });

/**
 * What is to be expected of customers by the group that each is in (−1: none of them). What is not known of the parameters
 * moves all customers together; a group has its part by its share of what is expected. O(n).
 */
export const outlooksOf = (
  columns: PredictionColumns,
  found: Pick<CustomerPredictionView, 'value'>,
  groupOf: Int32Array,
  groups: number,
): Outlook[] => {
  const zeros = () => new Float64Array(groups);
  const customers = zeros();
  const sums = { alive: zeros(), orders: zeros(), soon: zeros(), worth: zeros(), worthVariance: zeros() };
  const [leaving, atStake, lost] = [zeros(), zeros(), zeros()];
  const [stakes, standing] = [worthIfStaying(columns), groupsOf(columns)];
  const [slipping, gone] = [customerGroups.indexOf('slipping'), customerGroups.indexOf('gone')];
  groupOf.forEach((group, row) => {
    if (group < 0) return;
    customers[group]! += 1;
    if (standing[row] === slipping) {
      leaving[group]! += 1;
      atStake[group]! += stakes[row]!;
    }
    if (standing[row] === gone) lost[group]! += stakes[row]!;
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name][group]! += columns.get(name)?.[row] ?? 0;
  });
  const { value } = found;
  return Array.from({ length: groups }, (_, group) => {
    const worth = sums.worth[group]!;
    const shared = value === null || value.expected === 0 ? 0 : value.shared * (worth / value.expected) ** 2;
    return {
      customers: customers[group]!,
      alive: sums.alive[group]!,
      orders: sums.orders[group]!,
      worth: value === null ? null : intervalOfSum(worth, sums.worthVariance[group]!, shared),
      leaving: leaving[group]!,
      atStake: atStake[group]!,
      lost: lost[group]!,
      soon: sums.soon[group]!,
    };
  });
};
