import { type CustomerOutlook, outlookOfCustomers } from '../../../shared/engine/predict/customer-outlook.ts';
import { orderDaysOf } from '../../../shared/engine/predict/order-days.ts';
import { silent } from '../../../shared/engine/progress.ts';
import { columnWithRole, hasMoney } from './columns-at-hand.ts';
import { type FeatureData, type FeatureDefinition, oneColumn } from './definition.ts';
import { type Setting, spoken } from './setting.ts';

const daysAYear = 365.25;

/**
 * What is to be expected of every customer, as the last look ahead was asked for: by its model, for its days. There is
 * none before somebody has looked ahead. As of an earlier day the model is fitted to what was known by then.
 */
export const aheadFeatures = ({ at, asOf, ahead }: Setting): FeatureDefinition[] => {
  if (at.orders.length === 0 || ahead === null) return [];
  const { model, horizonDays, discountRate } = ahead;
  const values = { column: columnWithRole(at.orders, 'date')?.name ?? null, days: horizonDays, asOf };
  // One fit for all of them.
  const known = new WeakMap<FeatureData['lines'], CustomerOutlook>();
  const outlookOf = ({ lines, asOf: lastDay }: FeatureData): CustomerOutlook => {
    let outlook = known.get(lines);
    if (outlook === undefined) {
      const asked = { model, lastDay: lastDay!, horizonDays, discountRate: discountRate / daysAYear };
      outlook = outlookOfCustomers(orderDaysOf(lines), asked, silent);
      known.set(lines, outlook);
    }
    return outlook;
  };
  const of = (id: string, unit: 'share' | 'count' | 'money', name: keyof CustomerOutlook) =>
    oneColumn(spoken('ahead', id, unit, values), ['lines'], async (data) => outlookOf(data)[name]);
  return [
    of('stillCustomer', 'share', 'alive'),
    of('ordersAhead', 'count', 'orders'),
    ...(hasMoney(at.orders) ? [of('worthAhead', 'money', 'worth')] : []),
  ];
};
