import { surenessOf } from '../../../shared/engine/explain/sureness.ts';
import { AppError } from '../../../shared/errors.ts';
import { whyCustomerIsHere } from '../why-here.ts';
import { countedFact, figuresOfCustomer } from './customer-figures.ts';
import { distancesOf } from './distances.ts';
import { columnOfFeature } from './run-figures.ts';
import { type Answer, featureOf, input, type RefOf, type Setting, theRun, unitOf } from './setting.ts';

const customerOf = ({ table }: Setting, row: number) => {
  if (table.ids[row] === undefined) throw new AppError('notFound', { what: 'customer', id: row });
  const { key, name } = table.identityOf(row);
  return { id: table.ids[row], row, key, name };
};

/** A fact of one customer, from its own rows where they say it alone. */
export const ofCustomer = (setting: Setting, { row, feature: key }: RefOf<'customer'>): Answer => {
  const { db, table, isCurrent } = setting;
  const customer = customerOf(setting, row);
  const feature = featureOf(table.snapshot, key);
  const kept = columnOfFeature(table, key)[row]!;
  const { asOf } = table.snapshot;
  const days = key === 'daysSinceLastOrder' && isCurrent ? figuresOfCustomer(db, table.ids[row]!) : null;
  return {
    value: Number.isNaN(kept) ? null : kept,
    unit: unitOf(feature),
    recount: isCurrent ? (countedFact(db, table.ids[row]!, key, asOf) ?? null) : null,
    recountedFrom: 'rows',
    countable: isCurrent,
    customers: 1,
    missing: Number.isNaN(kept) ? 1 : 0,
    feature,
    customer,
    under: { what: 'customer', row },
    inputs: days === null ? [] : [input('lastOrder', days.lastDay, 'days'), input('asOf', asOf, 'days')],
  };
};

/** How sure it is that a customer belongs where it is. */
export const ofSureness = (setting: Setting, { row }: RefOf<'sureness'>): Answer => {
  const { table } = setting;
  const run = theRun(setting);
  const customer = customerOf(setting, row);
  const rawOf = (key: string) => columnOfFeature(table, key)[row]!;
  const segmentId = table.segmentIdOf(row);
  const why = whyCustomerIsHere(run, segmentId, rawOf);
  const distances = distancesOf(run, segmentId, rawOf);
  return {
    value: why?.sureness ?? null,
    unit: 'score',
    recount: distances === null ? null : surenessOf(distances.own, distances.next),
    recountedFrom: 'facts',
    customers: 1,
    customer,
    under: { what: 'customer', row },
    inputs:
      distances === null
        ? []
        : [input('ownDistance', distances.own, 'score'), input('nextDistance', distances.next, 'score')],
  };
};
