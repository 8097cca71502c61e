import * as z from 'zod';
import {
  furtherReasons,
  isFurther,
  type SetAsideReason,
  setAsideReasonSchema,
  setAsideReasons,
} from '../../shared/model/source.ts';
import { standingFixes } from '../store/repositories/corrections.ts';
import { standingExclusions } from '../store/repositories/exclusions.ts';
import { standingMerges } from '../store/repositories/identity.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { type StoredSnapshot, snapshotOfState, statesOfSnapshot } from '../store/repositories/snapshots.ts';
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
  /** Changes of who is one customer that stand; absent where there is none. */
  merges: z.array(z.number().int()).default([]),
  /** Changes that say who is taken out; absent where nobody is. */
  excluded: z.array(z.number().int()).default([]),
});

/** What customers and features depend on: the sources that stand, the rules that are off, what was corrected, and who is out. */
export const stateOf = (db: Sqlite, kept: readonly SetAsideReason[] = keptReasons(db)): string => {
  const added = furtherReasons.filter((reason) => !kept.includes(reason));
  const fixes = standingFixes(db);
  const merges = standingMerges(db);
  const excluded = standingExclusions(db);
  return JSON.stringify({
    sources: listSources(db).map((source) => source.id),
    kept: kept.filter((reason) => !isFurther(reason)),
    ...(added.length === 0 ? {} : { added }),
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(merges.length === 0 ? {} : { merges }),
    ...(excluded.length === 0 ? {} : { excluded }),
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
  const { sources, fixes, merges, excluded } = stateSchema.parse(JSON.parse(state));
  const isThere = (table: string) => {
    const read = db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`);
    return (id: number) => read.get(id) !== undefined;
  };
  return (
    sources.every(isThere('source')) &&
    fixes.every(isThere('fix')) &&
    merges.every(isThere('identity_change')) &&
    excluded.every(isThere('exclusion'))
  );
};

/** Whether a state has the merges that stand now, or none. */
export const hasMergesOfNow = (db: Sqlite): ((state: string) => boolean) => {
  const now = JSON.stringify(standingMerges(db));
  return (state) => {
    const { merges } = stateSchema.parse(JSON.parse(state));
    return merges.length === 0 || JSON.stringify(merges) === now;
  };
};

/** Tells snapshots of the project as it stands: the usual one, and those with further facts of the same customers. */
export const createIsCurrent = (db: Sqlite): ((snapshotId: number) => boolean) => {
  const now = stateOf(db);
  const known = new Map<number, boolean>();
  const isOfNow = (state: string): boolean => {
    const { of, ...rest } = JSON.parse(state) as { of?: { asOf?: string } };
    return of?.asOf === undefined && JSON.stringify(rest) === now;
  };
  return (id) => {
    const is = known.get(id) ?? statesOfSnapshot(db, id).some(isOfNow);
    known.set(id, is);
    return is;
  };
};

/** Customers and features as the project stands now; null before the first import. */
export const currentSnapshot = (db: Sqlite): StoredSnapshot | null => snapshotOfState(db, stateOf(db));
