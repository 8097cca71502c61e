import * as z from 'zod';
import { type Preparation, preparationSchema } from '../../../shared/model/preparation.ts';
import { bytesOf, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';

/** A run's segments as of an earlier day, found afterwards. */
export interface PastMonth {
  /** ISO day. */
  readonly asOf: string;
  /** Customers and facts as of that day; its rows are those of the labels. */
  readonly snapshotId: number;
  /** How the facts were prepared then. */
  readonly preparation: readonly Preparation[];
}

const pastSchema = z.object({ snapshotId: z.number().int(), preparation: z.array(preparationSchema) });
const nameOf = (asOf: string) => `past ${asOf}`;
const labelsNameOf = (asOf: string) => `past labels ${asOf}`;

const column = (db: Sqlite, id: number, name: string): Uint8Array | null =>
  db
    .prepare<{ data: Uint8Array }>('SELECT data FROM segmentation_column WHERE segmentation_id = ? AND name = ?')
    .get(id, name)?.data ?? null;

/** Keeps it beside the run, in the place of what was known of that day. */
export const setPastMonth = (
  db: Sqlite,
  segmentationId: number,
  { asOf, ...past }: PastMonth,
  labels: Int32Array,
): void => {
  const put = db.prepare('INSERT OR REPLACE INTO segmentation_column VALUES (?, ?, ?)');
  put.run(segmentationId, nameOf(asOf), new TextEncoder().encode(JSON.stringify(past)));
  put.run(segmentationId, labelsNameOf(asOf), bytesOf(labels));
};

/** Earliest first; those whose facts are gone with their files are left out. */
export const pastMonthsOf = (db: Sqlite, segmentationId: number): PastMonth[] => {
  const isThere = db.prepare('SELECT 1 FROM snapshot WHERE id = ?');
  return db
    .prepare<{ name: string; data: Uint8Array }>(
      "SELECT name, data FROM segmentation_column WHERE segmentation_id = ? AND name GLOB 'past [0-9]*' ORDER BY name",
    )
    .all(segmentationId)
    .map(({ name, data }) => ({
      asOf: name.slice('past '.length),
      ...pastSchema.parse(JSON.parse(new TextDecoder().decode(data))),
    }))
    .filter(({ snapshotId }) => isThere.get(snapshotId) !== undefined);
};

export const pastLabelsOf = (db: Sqlite, segmentationId: number, asOf: string): Int32Array | null => {
  const data = column(db, segmentationId, labelsNameOf(asOf));
  return data === null ? null : int32Of(data);
};
