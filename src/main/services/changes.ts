import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import { purgeFix, setFixUndone } from '../store/repositories/corrections.ts';
import { purgeExclusion, setExclusionUndone } from '../store/repositories/exclusions.ts';
import { purgeIdentityChange } from '../store/repositories/identity.ts';
import { purgeImport, setImportUndone } from '../store/repositories/imports.ts';
import { setJoinChoice } from '../store/repositories/joins.ts';
import {
  addEntry,
  type Change,
  redoableEntry,
  removeEntry,
  setEntryUndone,
  undoableEntry,
  undoneEntries,
} from '../store/repositories/journal.ts';
import { setIdentityChangeUndone } from '../store/repositories/merged-rows.ts';
import { raiseRevision, setActiveSegmentation } from '../store/repositories/meta.ts';
import { purgeOwnFeature, setOwnFeatureStands } from '../store/repositories/own-features.ts';
import {
  purgeOwnSegment,
  setOwnSegmentColor,
  setOwnSegmentName,
  setOwnSegmentStands,
} from '../store/repositories/own-segments.ts';
import { setReportComposition } from '../store/repositories/report.ts';
import { setRuleOn } from '../store/repositories/rules.ts';
import { purgeSegmentation, setSegmentationUndone } from '../store/repositories/segmentations.ts';
import { setSegmentColor, setSegmentFrozen, setSegmentName } from '../store/repositories/segments.ts';
import { purgeSnapshots } from '../store/repositories/snapshots.ts';
import { setWatchedFolder } from '../store/repositories/watched.ts';
import { inTransaction, type Sqlite } from '../store/sqlite.ts';
import { isLiveState } from './state.ts';

type Direction = 'undo' | 'redo';

const apply = (db: Sqlite, change: Change, direction: Direction): void => {
  const undo = direction === 'undo';
  if (change.kind === 'import') setImportUndone(db, change.id, undo);
  else if (change.kind === 'segmentation') setSegmentationUndone(db, change.id, undo);
  else if (change.kind === 'fix') setFixUndone(db, change.id, undo);
  else if (change.kind === 'identity') setIdentityChangeUndone(db, change.id, undo);
  else if (change.kind === 'feature') setOwnFeatureStands(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'rule') setRuleOn(db, change.reason, undo ? change.before : change.after);
  else if (change.kind === 'join') setJoinChoice(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'watch') setWatchedFolder(db, undo ? change.before : change.after);
  else if (change.kind === 'report') setReportComposition(db, undo ? change.before : change.after);
  else if (change.kind === 'activate') setActiveSegmentation(db, undo ? change.before : change.after);
  else if (change.kind === 'exclusion') setExclusionUndone(db, change.id, undo);
  else if (change.kind === 'own') setOwnSegmentStands(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'ownName') setOwnSegmentName(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'ownColor') setOwnSegmentColor(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'freeze') setSegmentFrozen(db, change.id, undo ? change.before : change.after);
  else if (change.kind === 'rename') setSegmentName(db, change.id, undo ? change.before : change.after);
  else setSegmentColor(db, change.id, undo ? change.before : change.after);
};

/** What was undone can no longer be brought back once something new happens: its rows and runs go for good. */
export const dropRedo = (db: Sqlite): void => {
  const gone = undoneEntries(db).reverse();
  if (gone.length === 0) return;
  for (const entry of gone) {
    for (const change of [...entry.changes].reverse()) {
      if (change.kind === 'segmentation') purgeSegmentation(db, change.id);
      if (change.kind === 'feature' && change.after) purgeOwnFeature(db, change.id);
      if (change.kind === 'import') purgeImport(db, change.id);
      if (change.kind === 'fix') purgeFix(db, change.id);
      if (change.kind === 'exclusion') purgeExclusion(db, change.id);
      if (change.kind === 'own' && change.after) purgeOwnSegment(db, change.id);
      if (change.kind === 'identity') purgeIdentityChange(db, change.id);
    }
    removeEntry(db, entry.id);
  }
  purgeSnapshots(db, (state) => isLiveState(db, state));
};

/** Notes what the caller has just written, inside the caller's transaction. */
export const noteChange = (db: Sqlite, at: Date, what: Message, changes: readonly Change[]): void => {
  addEntry(db, at.toISOString(), what, changes);
  raiseRevision(db);
};

/** Makes these changes, as one entry and one transaction. */
export const makeChange = (db: Sqlite, at: Date, what: Message, changes: readonly Change[]): void =>
  inTransaction(db, () => {
    dropRedo(db);
    for (const change of changes) apply(db, change, 'redo');
    noteChange(db, at, what, changes);
  });

/** @throws AppError `nothingToUndo` */
export const undoLast = (db: Sqlite): void =>
  inTransaction(db, () => {
    const entry = undoableEntry(db);
    if (entry === null) throw new AppError('nothingToUndo');
    for (const change of [...entry.changes].reverse()) apply(db, change, 'undo');
    setEntryUndone(db, entry.id, true);
    raiseRevision(db);
  });

/** @throws AppError `nothingToRedo` */
export const redoNext = (db: Sqlite): void =>
  inTransaction(db, () => {
    const entry = redoableEntry(db);
    if (entry === null) throw new AppError('nothingToRedo');
    for (const change of entry.changes) apply(db, change, 'redo');
    setEntryUndone(db, entry.id, false);
    raiseRevision(db);
  });

export const ruleMessage = (reason: string, on: boolean): Message =>
  message(on ? 'journal.ruleOn' : 'journal.ruleOff', { reason });
