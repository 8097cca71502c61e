import * as z from 'zod';
import type { Tree } from '../../../shared/engine/tree/grow.ts';
import type { Message } from '../../../shared/model/message.ts';
import { messageSchema } from '../../../shared/model/message.ts';
import {
  type Preparation,
  type PrepareOptions,
  preparationKey,
  preparationSchema,
  prepareOptionsSchema,
  usualPreparation,
} from '../../../shared/model/preparation.ts';
import { indexChoiceSchema, kScoreSchema } from '../../../shared/model/segmentation.ts';
import { bytesOf, float64Of, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';

/** How many branches serve, found once when the tree was grown. */
const choiceSchema = z.object({
  k: z.number().int(),
  statisticalK: z.number().int(),
  reason: messageSchema,
  /** Absent in trees of before there was one. */
  statisticalReason: messageSchema.nullable().default(null),
  indices: z.array(indexChoiceSchema).readonly().default([]),
  scores: z.array(kScoreSchema),
  /** Of a tree over micro-clusters: how many there are. Absent where every customer is a leaf of its own. */
  microLeaves: z.number().int().optional(),
});
export type CutChoice = z.infer<typeof choiceSchema> & { reason: Message };

/** A tree over a snapshot's customers as prepared for one choice of features. */
export interface StoredTree {
  readonly id: number;
  readonly snapshotId: number;
  /** All that were asked for, used or not. */
  readonly features: readonly string[];
  readonly options: PrepareOptions;
  readonly preparation: readonly Preparation[];
  readonly choice: CutChoice;
}

interface Record {
  id: number;
  snapshot_id: number;
  features: string;
  preparation: string;
  choice: string;
}
const fields = 'id, snapshot_id, features, preparation, choice';

/** What a tree grew over: features prepared as usual by their keys alone, and otherwise with what was different. */
const askedSchema = z.union([
  z.array(z.string()).transform((features) => ({ features, options: usualPreparation })),
  z.object({ features: z.array(z.string()), options: prepareOptionsSchema }),
]);

const askedText = (features: readonly string[], options: PrepareOptions): string => {
  const different = preparationKey(options);
  return JSON.stringify(different === '{}' ? features : { features, options: JSON.parse(different) });
};

const fromRecord = (row: Record): StoredTree => ({
  id: row.id,
  snapshotId: row.snapshot_id,
  ...askedSchema.parse(JSON.parse(row.features)),
  preparation: z.array(preparationSchema).parse(JSON.parse(row.preparation)),
  choice: choiceSchema.parse(JSON.parse(row.choice)),
});

export const treeById = (db: Sqlite, id: number): StoredTree | null => {
  const row = db.prepare<Record>(`SELECT ${fields} FROM tree WHERE id = ?`).get(id);
  return row ? fromRecord(row) : null;
};

/** The tree over these customers and features, prepared in this way; null where none was grown. */
export const treeFor = (
  db: Sqlite,
  snapshotId: number,
  features: readonly string[],
  options: PrepareOptions,
): StoredTree | null => {
  const row = db
    .prepare<Record>(`SELECT ${fields} FROM tree WHERE snapshot_id = ? AND features = ? ORDER BY id LIMIT 1`)
    .get(snapshotId, askedText(features, options));
  return row ? fromRecord(row) : null;
};

export const addTree = (db: Sqlite, made: Omit<StoredTree, 'id'>, tree: Tree): number =>
  Number(
    db
      .prepare(
        `INSERT INTO tree (snapshot_id, features, preparation, choice, rows, left_child, right_child, heights, sizes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        made.snapshotId,
        askedText(made.features, made.options),
        JSON.stringify(made.preparation),
        JSON.stringify(made.choice),
        tree.rows,
        bytesOf(tree.left),
        bytesOf(tree.right),
        bytesOf(tree.heights),
        bytesOf(tree.sizes),
      ).lastInsertRowid,
  );

/** The merges themselves. */
export const mergesOf = (db: Sqlite, id: number): Tree | null => {
  const row = db
    .prepare<{ rows: number; left_child: Uint8Array; right_child: Uint8Array; heights: Uint8Array; sizes: Uint8Array }>(
      'SELECT rows, left_child, right_child, heights, sizes FROM tree WHERE id = ?',
    )
    .get(id);
  if (!row) return null;
  return {
    rows: row.rows,
    left: int32Of(row.left_child),
    right: int32Of(row.right_child),
    heights: float64Of(row.heights),
    sizes: int32Of(row.sizes),
  };
};
