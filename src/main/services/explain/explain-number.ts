import { AppError } from '../../../shared/errors.ts';
import type { NumberOrigin, NumberRef, OriginRun } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotById } from '../../store/repositories/snapshots.ts';
import { listSources, setAsideOf } from '../../store/repositories/sources.ts';
import { treeById } from '../../store/repositories/trees.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { FindShown, ShownCustomers } from '../shown-customers.ts';
import { createIsCurrent, currentSnapshot } from '../state.ts';
import { ofChosen } from './chosen-answers.ts';
import { ofComparison, ofFlow, ofPair } from './comparison-answers.ts';
import { ofCustomer, ofOrder, ofSureness } from './customer-answers.ts';
import { ofAside, ofQuality, ofRows } from './data-answers.ts';
import { ofCorrelation, ofEveryone } from './fact-answers.ts';
import { ofMonth } from './month-answers.ts';
import { ofCut, ofRun, ofSweep } from './run-answers.ts';
import { ofSegment, ofSegmentFeature } from './segment-answers.ts';
import { type Answer, namedSnapshot, type RefOf, type Setting } from './setting.ts';
import { ofTotal } from './total-answers.ts';

/** Numbers of the files alone, which need no customers. */
type DataRef = RefOf<'rows' | 'aside' | 'quality'>;
const isOfData = (ref: NumberRef): ref is DataRef => ref.of === 'rows' || ref.of === 'aside' || ref.of === 'quality';

const answerOfData = (db: Sqlite, ref: DataRef): Answer => {
  switch (ref.of) {
    case 'rows':
      return ofRows(db, ref);
    case 'aside':
      return ofAside(db, ref);
    case 'quality':
      return ofQuality(db, ref);
  }
};

const answerOf = (setting: Setting, ref: Exclude<NumberRef, DataRef>): Answer => {
  switch (ref.of) {
    case 'total':
      return ofTotal(setting, ref);
    case 'run':
      return ofRun(setting, ref);
    case 'sweep':
      return ofSweep(setting, ref);
    case 'segment':
      return ofSegment(setting, ref);
    case 'chosen':
      return ofChosen(setting, ref);
    case 'month':
      return ofMonth(setting.db, ref);
    case 'segmentFeature':
      return ofSegmentFeature(setting, ref);
    case 'everyone':
      return ofEveryone(setting, ref);
    case 'correlation':
      return ofCorrelation(setting, ref);
    case 'customer':
      return ofCustomer(setting, ref);
    case 'sureness':
      return ofSureness(setting, ref);
    case 'order':
      return ofOrder(setting, ref);
    case 'comparison':
      return ofComparison(setting.db, ref);
    case 'flow':
      return ofFlow(setting.db, ref);
    case 'pair':
      return ofPair(setting.db, ref);
    case 'cut':
      return ofCut(setting, ref);
  }
};

/** Which run a number names; undefined for the one in use. */
const runIdOf = (ref: NumberRef): number | undefined => ('segmentationId' in ref ? ref.segmentationId : undefined);

/** Numbers that stand without any segments. */
const needsNoRun = ({ of }: NumberRef): boolean =>
  ['total', 'everyone', 'correlation', 'customer', 'order', 'cut', 'rows', 'aside', 'quality'].includes(of);

const runPart = (run: Segmentation | StoredSegmentation): OriginRun => {
  const { id, createdAt, method, k, asked, seed, engineVersion, inputHash, customers, features, preparation } = run;
  return { id, createdAt, method, k, asked, seed, engineVersion, inputHash, customers, features, preparation };
};

/** The runs that made a number: both of two that are compared; of a month that was rebuilt none but its name is kept. */
const runsOf = (db: Sqlite, ref: NumberRef, segmentation: Segmentation | null): OriginRun[] => {
  if ('a' in ref)
    return [ref.a, ref.b].flatMap((key) => {
      const run = typeof key === 'number' ? segmentationById(db, key) : null;
      return run === null ? [] : [runPart(run)];
    });
  if (ref.of === 'month') {
    const run = typeof ref.key === 'number' ? segmentationById(db, ref.key) : null;
    return run === null ? [] : [runPart(run)];
  }
  return needsNoRun(ref) || segmentation === null ? [] : [runPart(segmentation)];
};

const shownFor = (db: Sqlite, ref: NumberRef, find: FindShown): ShownCustomers => {
  const shown = find(db, runIdOf(ref));
  if (shown === null) throw new AppError('noCustomers');
  return shown;
};

/** Totals without a run are those of the project as it stands, whatever the segments were made from. */
const snapshotFor = (db: Sqlite, ref: NumberRef, { table }: ShownCustomers): StoredSnapshot => {
  if (ref.of === 'total' && ref.segmentationId === undefined) return currentSnapshot(db) ?? table.snapshot;
  if ('snapshotId' in ref && ref.snapshotId !== undefined) return namedSnapshot(db, ref.snapshotId);
  const tree = ref.of === 'cut' ? treeById(db, ref.treeId) : null;
  const later = 'b' in ref && typeof ref.b === 'number' ? segmentationById(db, ref.b) : null;
  return snapshotById(db, tree?.snapshotId ?? later?.snapshotId ?? table.snapshot.id) ?? table.snapshot;
};

/**
 * Where a number comes from: what it is, the value that is kept, the same counted anew by another way, what went into
 * it, and what made it. O(customers log customers).
 * @throws AppError `notFound`, `noCustomers` before the first import
 */
export const explainNumber = (db: Sqlite, ref: NumberRef, find: FindShown): NumberOrigin => {
  const shown = isOfData(ref) ? null : shownFor(db, ref, find);
  const snapshot = shown === null ? currentSnapshot(db) : snapshotFor(db, ref, shown);
  const isCurrent = isOfData(ref) || snapshot === null || createIsCurrent(db)(snapshot.id);
  const segmentation = shown?.segmentation ?? null;
  const answer = isOfData(ref)
    ? answerOfData(db, ref)
    : answerOf({ db, snapshot: snapshot!, table: shown!.table, segmentation, isCurrent }, ref);
  const segmentId = 'segmentId' in ref ? ref.segmentId : null;
  const segment = segmentation?.segments.find(({ id }) => id === segmentId);
  return {
    ref,
    missing: 0,
    inputs: [],
    feature: null,
    customer: null,
    told: {},
    countable: false,
    ...answer,
    segment: segment === undefined ? null : { id: segment.id, name: segment.name, color: segment.color },
    asOf: answer.asOf ?? snapshot?.asOf ?? null,
    firstDay: answer.firstDay ?? snapshot?.totals.firstDay ?? null,
    tables: listSources(db).map(({ id, name, kind, rows }) => ({ sourceId: id, name, kind, rows })),
    setAside: setAsideOf(db, keptReasons(db)).filter(({ on, lines }) => on && lines > 0),
    stale: !isCurrent,
    runs: runsOf(db, ref, segmentation),
  };
};
