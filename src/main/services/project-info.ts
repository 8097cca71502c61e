import { basename } from 'node:path';
import type { ProjectInfo } from '../../shared/model/project.ts';
import { redoableEntry, undoableEntry } from '../store/repositories/journal.ts';
import { activeSegmentationOf, revisionOf } from '../store/repositories/meta.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { currentSnapshot } from './state.ts';

/** The file's name is the project's, so that renaming the file renames it. */
export const projectName = (path: string): string => basename(path).replace(/\.tessera$/i, '');

export const projectInfo = (db: Sqlite): ProjectInfo => ({
  path: db.path,
  name: projectName(db.path),
  revision: revisionOf(db),
  totals: currentSnapshot(db)?.totals ?? null,
  activeSegmentationId: activeSegmentationOf(db),
  undo: undoableEntry(db)?.what ?? null,
  redo: redoableEntry(db)?.what ?? null,
});
