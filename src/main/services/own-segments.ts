import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { OwnSegment } from '../../shared/model/own-segment.ts';
import { say } from '../../shared/words/say.ts';
import {
  addOwnSegment,
  listOwnSegments,
  ownSegmentById,
  type StoredOwnSegment,
  setOwnSegmentStands,
} from '../store/repositories/own-segments.ts';
import { snapshotById, snapshotColumn, snapshotCustomers } from '../store/repositories/snapshots.ts';
import { inTransaction, type Sqlite } from '../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from './changes.ts';
import { chosenCustomers, rowsOfCustomers } from './chosen-customers.ts';
import { pickColors } from './pick-colors.ts';
import { projectInfo } from './project-info.ts';
import { chosenSegmentation } from './segmentation-view.ts';
import type { WriterServices } from './services.ts';
import type { Session } from './session.ts';
import { currentSnapshot } from './state.ts';

/** Segments of one's own with their figures in the segmentation in use, or among today's customers. O(customers) each. */
export const ownSegmentsView = (db: Sqlite): OwnSegment[] => {
  const stored = listOwnSegments(db);
  if (stored.length === 0) return [];
  const active = chosenSegmentation(db, undefined);
  const snapshot = active === null ? currentSnapshot(db) : snapshotById(db, active.snapshotId);
  const ids = snapshot === null ? new Int32Array(0) : snapshotCustomers(db, snapshot.id);
  const spent = snapshot === null ? null : snapshotColumn(db, snapshot.id, 'totalSpent');
  const all = snapshot?.totals.revenue ?? null;
  return stored.map(({ customerIds, ...own }) => {
    const rows = rowsOfCustomers(ids, customerIds);
    const revenue = spent === null ? null : rows.reduce((sum, row) => sum + (spent[row] || 0), 0);
    return {
      ...own,
      customers: customerIds.length,
      size: rows.length,
      share: ids.length === 0 ? 0 : rows.length / ids.length,
      revenue,
      revenueShare: revenue === null || all === null || all === 0 ? null : revenue / all,
    };
  });
};

/** Rows of a run's snapshot that a segment of one's own has; null where there is none of that id. */
export const ownSegmentRows = (db: Sqlite, id: number, segmentationId: number): Int32Array | null => {
  const own = ownSegmentById(db, id);
  const run = chosenSegmentation(db, segmentationId);
  return own === null || run === null ? null : rowsOfCustomers(snapshotCustomers(db, run.snapshotId), own.customerIds);
};

const need = (db: Sqlite, id: number): StoredOwnSegment => {
  const own = ownSegmentById(db, id);
  if (own === null) throw new AppError('notFound', { what: 'segment', id });
  return own;
};

/** @throws AppError `nameTaken` by another segment of one's own, or by one of the run in use */
const checkName = (db: Sqlite, name: string, id: number | null): void => {
  const reads = (text: string) => text.toLocaleLowerCase('en');
  const own = listOwnSegments(db).flatMap((one) => (one.id === id ? [] : [one.name]));
  const found = chosenSegmentation(db, undefined)?.segments.map((one) => say(one.name)) ?? [];
  if ([...own, ...found].some((other) => reads(other) === reads(name))) throw new AppError('nameTaken', { name });
};

/** The lowest colour that neither a segment in use nor one of one's own has. */
const freeColor = (db: Sqlite): number => {
  const run = chosenSegmentation(db, undefined)?.segments.map(({ color }) => color) ?? [];
  return pickColors(1, [...run, ...listOwnSegments(db).map(({ color }) => color)], [], [])[0]!;
};

/** Selections that people keep as segments of their own; each step is one change. */
export const createOwnSegmentServices = (session: Session, now: () => Date): WriterServices['selection'] => ({
  save: ({ name, color, ...who }) =>
    session.exclusive('selection.save', () => {
      const { db } = session;
      checkName(db, name, null);
      const customerIds = chosenCustomers(db, who);
      if (customerIds.length === 0) throw new AppError('noCustomers', {});
      const at = now();
      const id = inTransaction(db, () => {
        dropRedo(db);
        const made = { name, color: color ?? freeColor(db), createdAt: at.toISOString(), customerIds };
        const added = addOwnSegment(db, made);
        setOwnSegmentStands(db, added, true);
        noteChange(db, at, message('journal.ownSaved', { name, customers: customerIds.length }), [
          { kind: 'own', id: added, before: false, after: true },
        ]);
        return added;
      });
      return { id, project: projectInfo(db) };
    }),
  rename: ({ id, name }) =>
    session.exclusive('selection.rename', () => {
      const { db } = session;
      const before = need(db, id).name;
      if (before === name) return projectInfo(db);
      checkName(db, name, id);
      makeChange(db, now(), message('journal.rename', { name }), [{ kind: 'ownName', id, before, after: name }]);
      return projectInfo(db);
    }),
  recolour: ({ id, color }) =>
    session.exclusive('selection.recolour', () => {
      const { db } = session;
      const before = need(db, id).color;
      if (before === color) return projectInfo(db);
      makeChange(db, now(), message('journal.recolour'), [{ kind: 'ownColor', id, before, after: color }]);
      return projectInfo(db);
    }),
  remove: ({ id }) =>
    session.exclusive('selection.remove', () => {
      const { db } = session;
      const { name } = need(db, id);
      makeChange(db, now(), message('journal.ownRemoved', { name }), [{ kind: 'own', id, before: true, after: false }]);
      return projectInfo(db);
    }),
});
