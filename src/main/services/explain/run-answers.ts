import { indicatorOf } from '../../../shared/engine/prepare/apply-preparation.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { labelsOf, mapAxisOf } from '../../store/repositories/segmentations.ts';
import { snapshotColumn } from '../../store/repositories/snapshots.ts';
import { mergesOf, treeById } from '../../store/repositories/trees.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { preparedColumn } from '../prepared-column.ts';
import { type Answer, input, type RefOf, type Setting, theRun } from './setting.ts';

/** Variance over n, about the first value, so that what does not vary has none. */
const varianceOf = (values: Float64Array): number => {
  const n = values.length;
  if (n === 0) return 0;
  const first = values[0]!;
  const mean = values.reduce((sum, value) => sum + value - first, 0) / n;
  return values.reduce((sum, value) => sum + (value - first - mean) ** 2, 0) / n;
};

/** All variance of the customers as they were prepared: the features used, then the columns that say what was missing. */
const preparedVariance = (db: Sqlite, { snapshotId, preparation }: Segmentation): number =>
  preparation.reduce((sum, one) => {
    if (!one.used && !one.indicator) return sum;
    const raw = snapshotColumn(db, snapshotId, one.feature)!;
    const own = one.used ? varianceOf(preparedColumn(raw, one)) : 0;
    return sum + own + (one.indicator ? varianceOf(raw.map((value) => indicatorOf(value, one.weight))) : 0);
  }, 0);

/** Methods that a number of segments can be asked of once more. */
const canBeAsked = ({ method }: Segmentation): boolean => method !== 'rules' && method !== 'hdbscan';

/** A figure of a division as a whole. */
export const ofRun = (setting: Setting, { figure, segmentationId }: RefOf<'run'>): Answer => {
  const run = theRun(setting);
  const { db, table } = setting;
  const base = { customers: run.customers, recountedFrom: 'facts' as const, under: { what: 'everybody' as const } };
  switch (figure) {
    case 'silhouette':
      return { ...base, value: run.silhouette, unit: 'score', recount: null, countable: true };
    case 'structure':
      return {
        ...base,
        ...{ value: run.structure?.pValue ?? null, unit: 'chance', recount: null, countable: true },
        told: { verdict: run.structure?.verdict ?? null },
      };
    case 'segments': {
      const found = new Set(Array.from(table.ids.keys(), table.segmentIdOf).filter((id) => id !== null));
      return {
        ...base,
        ...{ value: run.segments.length, unit: 'segments', recount: found.size },
        told: { reason: run.reason, second: run.statisticalReason, statisticalK: run.statisticalK },
        under: { what: 'screen', screen: 'howMany' },
        inputs: [input('silhouette', run.silhouette, 'score', { of: 'run', figure: 'silhouette', segmentationId })],
      };
    }
    default: {
      const axis = mapAxisOf(db, run.id, figure === 'across' ? 0 : 1);
      const all = axis === null ? 0 : preparedVariance(db, run);
      return {
        ...base,
        ...{ value: axis === null || all === 0 ? null : varianceOf(axis) / all, unit: 'share', recount: null },
        countable: true,
      };
    }
  }
};

/** How one number of segments did. */
export const ofSweep = (setting: Setting, { k, figure }: RefOf<'sweep'>): Answer => {
  const run = theRun(setting);
  const score = run.scores.find((one) => one.k === k);
  if (score === undefined) throw new AppError('notFound', { what: 'numberOfSegments', id: k });
  const sizes = new Map<number, number>();
  if (k === run.k && figure !== 'silhouette')
    for (const label of labelsOf(setting.db, run.id)!) if (label >= 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const shares = [...sizes.values()].map((size) => size / run.customers);
  const again = figure === 'smallestShare' ? Math.min(...shares) : Math.max(...shares);
  return {
    value: score[figure],
    unit: figure === 'silhouette' ? 'score' : 'share',
    recount: shares.length === 0 ? null : again,
    recountedFrom: 'facts',
    countable: run.kept === undefined && (k === run.k || (run.edit === undefined && canBeAsked(run))),
    customers: run.customers,
    told: { k, used: run.k },
    under: { what: 'screen', screen: 'howMany' },
  };
};

/** The height up to which a tree hangs together in so many branches. */
export const ofCut = (setting: Setting, { treeId, k }: RefOf<'cut'>): Answer => {
  const { db } = setting;
  const [stored, tree] = [treeById(db, treeId), mergesOf(db, treeId)];
  if (stored === null || tree === null) throw new AppError('notFound', { what: 'tree', id: treeId });
  const { rows, heights } = tree;
  const height = heights[rows - k];
  if (k < 2 || height === undefined) throw new AppError('notFound', { what: 'numberOfSegments', id: k });
  // By counting, not by place: the greatest height with at least k − 1 merges at it or above.
  const counted =
    Float64Array.from(heights)
      .sort()
      .at(-(k - 1)) ?? null;
  const above = heights.reduce((count, one) => (one > height ? count + 1 : count), 0);
  return {
    value: height,
    unit: 'score',
    recount: counted,
    recountedFrom: 'facts',
    countable: true,
    customers: rows,
    told: { k },
    under: { what: 'screen', screen: 'tree' },
    inputs: [input('branches', above + 1, 'count')],
  };
};
