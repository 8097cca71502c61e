import * as z from 'zod';
import { type Message, messageSchema } from '../../../shared/model/message.ts';
import type { JournalEntry } from '../../../shared/model/project.ts';
import { reportCompositionSchema } from '../../../shared/model/report.ts';
import { setAsideReasonSchema } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';
import { joinChoiceSchema } from './joins.ts';

const activeBefore = z.number().int().nullable();

/** One step of an entry, with what stood before and after: its own inverse, read from the other side. */
const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), id: z.number().int() }),
  z.object({ kind: z.literal('rule'), reason: setAsideReasonSchema, before: z.boolean(), after: z.boolean() }),
  z.object({ kind: z.literal('segmentation'), id: z.number().int() }),
  z.object({ kind: z.literal('fix'), id: z.number().int() }),
  z.object({ kind: z.literal('identity'), id: z.number().int() }),
  z.object({ kind: z.literal('feature'), id: z.number().int(), before: z.boolean(), after: z.boolean() }),
  z.object({
    kind: z.literal('join'),
    id: z.string(),
    before: joinChoiceSchema.nullable(),
    after: joinChoiceSchema.nullable(),
  }),
  z.object({ kind: z.literal('watch'), before: z.string().nullable(), after: z.string().nullable() }),
  z.object({
    kind: z.literal('report'),
    before: reportCompositionSchema.nullable(),
    after: reportCompositionSchema.nullable(),
  }),
  z.object({ kind: z.literal('activate'), before: activeBefore, after: activeBefore }),
  z.object({ kind: z.literal('rename'), id: z.number().int(), before: messageSchema, after: messageSchema }),
  z.object({ kind: z.literal('exclusion'), id: z.number().int() }),
  z.object({ kind: z.literal('own'), id: z.number().int(), before: z.boolean(), after: z.boolean() }),
  z.object({ kind: z.literal('ownName'), id: z.number().int(), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('ownColor'), id: z.number().int(), before: z.number().int(), after: z.number().int() }),
  z.object({ kind: z.literal('freeze'), id: z.number().int(), before: z.boolean(), after: z.boolean() }),
  z.object({ kind: z.literal('recolour'), id: z.number().int(), before: z.number().int(), after: z.number().int() }),
]);
export type Change = z.infer<typeof changeSchema>;

export interface StoredEntry extends JournalEntry {
  readonly changes: readonly Change[];
}

interface Record {
  id: number;
  at: string;
  what: string;
  changes: string;
  undone: number;
}

const fromRecord = (row: Record): StoredEntry => ({
  id: row.id,
  at: row.at,
  what: messageSchema.parse(JSON.parse(row.what)),
  undone: row.undone === 1,
  changes: z.array(changeSchema).parse(JSON.parse(row.changes)),
});

const one = (db: Sqlite, sql: string): StoredEntry | null => {
  const row = db.prepare<Record>(sql).get();
  return row ? fromRecord(row) : null;
};

/** Newest first. */
export const listEntries = (db: Sqlite): StoredEntry[] =>
  db.prepare<Record>('SELECT * FROM journal ORDER BY id DESC').all().map(fromRecord);

/** What undo would take back, and what redo would bring back. */
export const undoableEntry = (db: Sqlite): StoredEntry | null =>
  one(db, 'SELECT * FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1');
export const redoableEntry = (db: Sqlite): StoredEntry | null =>
  one(db, 'SELECT * FROM journal WHERE undone = 1 ORDER BY id LIMIT 1');

export const addEntry = (db: Sqlite, at: string, what: Message, changes: readonly Change[]): void => {
  db.prepare('INSERT INTO journal (at, what, changes) VALUES (?, ?, ?)').run(
    at,
    JSON.stringify(what),
    JSON.stringify(changes),
  );
};

export const setEntryUndone = (db: Sqlite, id: number, undone: boolean): void => {
  db.prepare('UPDATE journal SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
};

/** Entries that were undone, oldest first; a new change removes them. */
export const undoneEntries = (db: Sqlite): StoredEntry[] =>
  db.prepare<Record>('SELECT * FROM journal WHERE undone = 1 ORDER BY id').all().map(fromRecord);

export const removeEntry = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM journal WHERE id = ?').run(id);
};
