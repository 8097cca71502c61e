import { z } from 'zod';
import {
  furtherReasons,
  isFurther,
  type SetAsideReason,
  setAsideReasonSchema,
  setAsideReasons,
} from '../../shared/model/source.ts';
import { standingFixes } from '../store/repositories/corrections.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { type StoredSnapshot, snapshotOfState } from '../store/repositories/snapshots.ts';
import { listSources } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';

const stateSchema = z.object({
  sources: z.array(z.number().int()),
  /** Usual rules that are off. */
  kept: z.array(setAsideReasonSchema),
  /** Further rules that are on; absent where none is. */
  added: z.array(setAsideReasonSchema).default([]),
  /** Corrections that stand; absent where there is none. */
  fixes: z.array(z.number().int()).default([]),
});

/** What customers and features depend on: the sources that stand, the rules that are off, and what was corrected. */
export const stateOf = (db: Sqlite, kept: readonly SetAsideReason[] = keptReasons(db)): string => {
  const added = furtherReasons.filter((reason) => !kept.includes(reason));
  const fixes = standingFixes(db);
  return JSON.stringify({
    sources: listSources(db).map((source) => source.id),
    kept: kept.filter((reason) => !isFurther(reason)),
    ...(added.length === 0 ? {} : { added }),
    ...(fixes.length === 0 ? {} : { fixes }),
  });
};

/** The sources of a state, and all rules that are off in it. */
export const readState = (state: string): { sources: number[]; kept: SetAsideReason[] } => {
  const { sources, kept, added } = stateSchema.parse(JSON.parse(state));
  return {
    sources,
    kept: setAsideReasons.filter((one) => (isFurther(one) ? !added.includes(one) : kept.includes(one))),
  };
};

/** False once one of its sources or corrections is gone for good: nothing leads back to it. */
export const isLiveState = (db: Sqlite, state: string): boolean => {
  const { sources, fixes } = stateSchema.parse(JSON.parse(state));
  const source = db.prepare('SELECT 1 FROM source WHERE id = ?');
  const fix = db.prepare('SELECT 1 FROM fix WHERE id = ?');
  return sources.every((id) => source.get(id) !== undefined) && fixes.every((id) => fix.get(id) !== undefined);
};

/** Customers and features as the project stands now; null before the first import. */
export const currentSnapshot = (db: Sqlite): StoredSnapshot | null => snapshotOfState(db, stateOf(db));
