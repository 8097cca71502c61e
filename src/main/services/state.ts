import { z } from 'zod';
import type { SetAsideReason } from '../../shared/model/source.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { type StoredSnapshot, snapshotOfState } from '../store/repositories/snapshots.ts';
import { listSources } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';

const stateSchema = z.object({ sources: z.array(z.number().int()), kept: z.array(z.string()) });

/** What customers and features depend on: the sources that stand and the rules that are off. */
export const stateOf = (db: Sqlite, kept: readonly SetAsideReason[] = keptReasons(db)): string =>
  JSON.stringify({ sources: listSources(db).map((source) => source.id), kept });

/** False once one of its sources is gone for good: nothing leads back to it. */
export const isLiveState = (db: Sqlite, state: string): boolean => {
  const { sources } = stateSchema.parse(JSON.parse(state));
  const exists = db.prepare('SELECT 1 FROM source WHERE id = ?');
  return sources.every((id) => exists.get(id) !== undefined);
};

/** Customers and features as the project stands now; null before the first import. */
export const currentSnapshot = (db: Sqlite): StoredSnapshot | null => snapshotOfState(db, stateOf(db));
