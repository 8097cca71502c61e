import { type Trust, trustSchema } from '../../../shared/model/trust.ts';
import type { Sqlite } from '../sqlite.ts';

/** Null where it was not found out yet. */
export const trustOf = (db: Sqlite, segmentationId: number): Trust | null => {
  const row = db
    .prepare<{ result: string }>('SELECT result FROM segmentation_trust WHERE segmentation_id = ?')
    .get(segmentationId);
  return row ? trustSchema.parse(JSON.parse(row.result)) : null;
};

export const setTrust = (db: Sqlite, segmentationId: number, trust: Trust): void => {
  db.prepare('INSERT OR REPLACE INTO segmentation_trust (segmentation_id, result) VALUES (?, ?)').run(
    segmentationId,
    JSON.stringify(trust),
  );
};
