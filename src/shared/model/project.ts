import * as z from 'zod';
import { messageSchema } from './message.ts';
import { totalsSchema } from './source.ts';

export const projectInfoSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** Grows with every committed change; screens ask again when it does. */
  revision: z.number().int(),
  /** Null before the first import. */
  totals: totalsSchema.nullable(),
  activeSegmentationId: z.number().int().nullable(),
  undo: messageSchema.nullable(),
  redo: messageSchema.nullable(),
});
export type ProjectInfo = z.infer<typeof projectInfoSchema>;

export const recentProjectSchema = z.object({
  path: z.string(),
  name: z.string(),
  customers: z.number().int(),
  openedAt: z.string(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;

export const journalEntrySchema = z.object({
  id: z.number().int(),
  at: z.string(),
  what: messageSchema,
  undone: z.boolean(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
