import { rankCodes } from '../../../shared/engine/explain/rank-codes.ts';
import { rankCorrelations } from '../../../shared/engine/explain/rank-correlations.ts';
import { momentsOf } from '../../../shared/engine/prepare/moments.ts';
import { quantileOf } from '../../../shared/engine/prepare/quantile.ts';
import { silent } from '../../../shared/engine/progress.ts';
import { AppError } from '../../../shared/errors.ts';
import { type StoredSnapshot, snapshotColumn, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import { lastKnown, middleRanks, plainSkewness, productMoment, sortedQuantile } from './plain-figures.ts';
import { type Answer, featureOf, input, namedSnapshot, type RefOf, type Setting, unitOf } from './setting.ts';

/** @throws AppError `notFound` */
const columnIn = ({ db }: Setting, snapshot: StoredSnapshot, key: string): Float64Array => {
  const column = snapshotColumn(db, snapshot.id, key);
  if (column === null) throw new AppError('notFound', { what: 'column', id: key });
  return column;
};

const snapshotOf = ({ db, table }: Setting, snapshotId: number | undefined): StoredSnapshot =>
  snapshotId === undefined ? table.snapshot : namedSnapshot(db, snapshotId);

const shareOfSorted = { least: 0, quarter: 0.25, median: 0.5, threeQuarters: 0.75, greatest: 1 } as const;

/** A fact among all customers. */
export const ofEveryone = (setting: Setting, { feature: key, figure, snapshotId }: RefOf<'everyone'>): Answer => {
  const snapshot = snapshotOf(setting, snapshotId);
  const feature = featureOf(snapshot, key);
  const column = columnIn(setting, snapshot, key);
  const known = lastKnown(column);
  const lacking = column.length - known.length;
  const base = {
    unit: unitOf(feature),
    recountedFrom: 'facts' as const,
    customers: column.length,
    missing: lacking,
    feature,
    under: { what: 'everybody' as const },
  };
  const isNobody = known.length === 0;
  const withKnown = [input('known', known.length, 'customers')];
  switch (figure) {
    case 'missing':
      return {
        ...base,
        ...{ missing: 0, unit: 'share', value: feature.missing / Math.max(1, column.length) },
        recount: lacking / Math.max(1, column.length),
        under: { what: 'lacking', snapshotId: snapshot.id, feature: key, segmentId: null },
        inputs: [
          input('lacking', feature.missing, 'customers'),
          input('customers', snapshotCustomers(setting.db, snapshot.id).length, 'customers'),
        ],
      };
    case 'mean': {
      const sum = known.reduce((all, value) => all + value, 0);
      return {
        ...base,
        value: isNobody ? null : known.reduce((all, value) => all + value / known.length, 0),
        recount: isNobody ? null : sum / known.length,
        inputs: [input('sum', sum, unitOf(feature)), ...withKnown],
      };
    }
    case 'skewness':
      return {
        ...base,
        ...{ unit: 'score', value: momentsOf(known).skewness },
        recount: plainSkewness(known),
        inputs: withKnown,
      };
    default: {
      const share = shareOfSorted[figure];
      return {
        ...base,
        value: isNobody ? null : quantileOf(known.slice(), share),
        recount: isNobody ? null : sortedQuantile(known, share),
        inputs: withKnown,
      };
    }
  }
};

/** How two facts go together: ranks of the customers who have both. */
export const ofCorrelation = (setting: Setting, ref: RefOf<'correlation'>): Answer => {
  const snapshot = snapshotOf(setting, ref.snapshotId);
  const [one, other] = [ref.feature, ref.with].map((key) => columnIn(setting, snapshot, key)) as [
    Float64Array,
    Float64Array,
  ];
  const both = Int32Array.from(one.keys()).filter((row) => !Number.isNaN(one[row]!) && !Number.isNaN(other[row]!));
  const of = (column: Float64Array) => middleRanks(Float64Array.from(both, (row) => column[row]!));
  return {
    value: ref.feature === ref.with ? 1 : rankCorrelations([rankCodes(one), rankCodes(other)], silent)[1]!,
    unit: 'score',
    recount: productMoment(of(one), of(other)),
    recountedFrom: 'facts',
    customers: one.length,
    missing: one.length - both.length,
    feature: featureOf(snapshot, ref.feature),
    told: { with: featureOf(snapshot, ref.with).name },
    under: { what: 'everybody' },
    inputs: [input('both', both.length, 'customers')],
  };
};
