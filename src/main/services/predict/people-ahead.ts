import { AppError } from '../../../shared/errors.ts';
import { customerGroups, type OutlookOf, type PeopleAhead } from '../../../shared/model/prediction.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import { predictedCustomers } from '../../store/repositories/predictions.ts';
import { snapshotCustomers } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { placesAmong } from '../chosen-customers.ts';
import { chosenSegmentation } from '../segmentation-view.ts';
import { keptColumns, partsOf } from './kept-prediction.ts';
import { worthIfStaying } from './outlook.ts';
import type { PredictionColumns } from './prediction-columns.ts';

const membersOf = (columns: PredictionColumns, of: OutlookOf): number[] => {
  const parts = partsOf(columns);
  const [partOf, wanted] =
    of === 'due'
      ? [parts.due(), 0]
      : typeof of === 'number'
        ? [parts.bands(), of]
        : [parts.groups(), customerGroups.indexOf(of)];
  return [...partOf.keys()].filter((row) => partOf[row] === wanted);
};

/**
 * The customers of a group or band of the last prediction, the first of them by name.
 * @throws AppError notFound where nothing was predicted yet
 */
export const peopleAhead = (
  db: Sqlite,
  { of, limit }: { readonly of: OutlookOf; readonly limit: number },
): PeopleAhead => {
  const columns = keptColumns(db);
  if (columns.size === 0) throw new AppError('notFound', { what: 'prediction', id: 'customers' });
  const [ids, stakes] = [predictedCustomers(db, 'customers'), worthIfStaying(columns)];
  const value = columns.get('worth') ?? columns.get('orders')!;
  const weight = of === 'slipping' || of === 'gone' ? stakes : value;
  const usual = columns.get('usualDays')!;
  const members = membersOf(columns, of);
  const first = [...members].sort((a, b) => weight[b]! - weight[a]! || a - b).slice(0, limit);
  const run = chosenSegmentation(db, undefined);
  const places = run === null ? null : placesAmong(ids, snapshotCustomers(db, run.snapshotId));
  const rowOf = (member: number) => {
    const row = places?.[member] ?? -1;
    return row < 0 ? null : row;
  };
  const identityOf = createIdentityReader(db);
  return {
    people: first.map((member) => {
      const { key, name } = identityOf(ids[member]!);
      return {
        ...{ id: ids[member]!, row: rowOf(member), key, name },
        alive: columns.get('alive')![member]!,
        orders: columns.get('orders')![member]!,
        worth: columns.get('worth')?.[member] ?? null,
        ifStaying: stakes[member]!,
        silentDays: columns.get('silentDays')![member]!,
        usualDays: Number.isNaN(usual[member]!) ? null : usual[member]!,
      };
    }),
    rows: members.flatMap((member) => rowOf(member) ?? []),
  };
};
