import { z } from 'zod';

/** What the values of a column are. A category is a text column with few distinct values. */
export const columnTypes = ['integer', 'decimal', 'text', 'date', 'timestamp', 'boolean', 'category'] as const;
export const columnTypeSchema = z.enum(columnTypes);
export type ColumnType = z.infer<typeof columnTypeSchema>;

/** What a column is for. */
export const columnRoles = [
  'customer',
  'order',
  'date',
  'quantity',
  'price',
  'amount',
  'product',
  'name',
  'email',
  'phone',
  'consent',
  'channel',
  'none',
] as const;
export const columnRoleSchema = z.enum(columnRoles);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

export const columnSchema = z.object({
  /** The header as written; made unique within the sheet. */
  name: z.string(),
  type: columnTypeSchema,
  role: columnRoleSchema,
  /** How the text is written where that matters, e.g. `dd-MM-yyyy`, `1.234,56`; null where there is one way only. */
  format: z.string().nullable(),
  /** Cells that are empty. */
  missing: z.number().int(),
  /** Cells that do not fit the type: kept as written and listed, never dropped. */
  odd: z.number().int(),
  /** Up to five different values as written, for the preview. */
  examples: z.array(z.string()),
  /** Distinct values seen, counted exactly to 1,000 and capped there. */
  distinct: z.number().int(),
});
export type Column = z.infer<typeof columnSchema>;
