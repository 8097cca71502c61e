import * as z from 'zod';
import { setAsideReasonSchema } from './source.ts';

const column = z.string();
const text = z.string().min(1).max(200);

/**
 * Which rows of a table are wanted. Texts are compared without regard to case and accents, numbers and days by what
 * they mean, both ends included. `odd`: cells that are not what their column expects and are kept as written. `aside`:
 * by the rules as they stand, `any` line that is set aside, `none`: lines that count, `replaced`: those whose place a newer
 * file has taken.
 */
export const rowFilterSchema = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('contains'), column, text }),
  z.strictObject({ test: z.literal('equals'), column, text }),
  z.strictObject({ test: z.literal('between'), column, least: z.number().optional(), most: z.number().optional() }),
  z.strictObject({
    test: z.literal('days'),
    column,
    first: z.iso.date().optional(),
    last: z.iso.date().optional(),
  }),
  z.strictObject({ test: z.literal('empty'), column }),
  z.strictObject({ test: z.literal('filled'), column }),
  z.strictObject({ test: z.literal('odd'), column }),
  z.strictObject({
    test: z.literal('aside'),
    reason: z.union([setAsideReasonSchema, z.enum(['any', 'none', 'replaced'])]),
  }),
]);
export type RowFilter = z.infer<typeof rowFilterSchema>;

/** Numbers by size, texts by letter with numbers within them by size; empty cells last both ways, equal ones in file order. */
const rowSortSchema = z.strictObject({ column, descending: z.boolean() });
export type RowSort = z.infer<typeof rowSortSchema>;

/** Rows of one source in one order. All filters must hold. */
export const rowOrderSchema = z.object({
  sourceId: z.number().int(),
  sort: rowSortSchema.optional(),
  filters: z.array(rowFilterSchema).max(50).optional(),
  /** Answers by then with how far it is, where the order takes longer to make; waits where absent. */
  patienceMs: z.number().int().min(0).max(60_000).optional(),
});
export type RowOrder = z.infer<typeof rowOrderSchema>;

/** How a screen names what is not in the file, for a file of what it shows. */
export const shownWordsSchema = z.strictObject({
  /** What the file is called, after the project. */
  title: z.string().min(1).max(200),
  /** Heading of the rows' numbers. */
  row: z.string(),
  /** Heading of why rows do not count; null where that is not shown. */
  aside: z.string().nullable(),
  reasons: z.record(z.string(), z.string()),
  yes: z.string(),
  no: z.string(),
});
export type ShownWords = z.infer<typeof shownWordsSchema>;

export const rowPageSchema = z.object({
  /** Rows that are wanted, whatever the page. */
  total: z.number().int(),
  /** Cells as typed; those that are kept as written as texts. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Each row's number in its file. */
  numbers: z.array(z.number().int()),
  /** Of each row the columns, from 0, whose cells are not what the column expects. */
  odd: z.array(z.array(z.number().int())),
  /** Why a row does not count; null where it does. */
  aside: z.array(z.union([setAsideReasonSchema, z.literal('replaced')]).nullable()),
  /** How far the order is, 0 to 1, where it is still being made and there are no rows yet; null where it is there. */
  arranging: z.number().nullable(),
});
export type RowPage = z.infer<typeof rowPageSchema>;
