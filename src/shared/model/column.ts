import * as z from 'zod';

/** What the values of a column are. A category is a text column with few distinct values. */
const columnTypes = ['integer', 'decimal', 'text', 'date', 'timestamp', 'boolean', 'category'] as const;
export const columnTypeSchema = z.enum(columnTypes);
export type ColumnType = z.infer<typeof columnTypeSchema>;

/** What a column is for. */
const columnRoles = [
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

/** One of several ways in which the cells of a column read equally well, shown by one of them. */
const formatChoiceSchema = z.object({
  /** See `format` of a column. */
  format: z.string(),
  /** A cell as written, e.g. `12/01/2025` or `1.234`. */
  written: z.string(),
  /** What it would be: an ISO day or a number. */
  means: z.union([z.string(), z.number()]),
});
export type FormatChoice = z.infer<typeof formatChoiceSchema>;

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
  /** All formats under which its cells read equally well, as other values; empty where there is one only. */
  choices: z.array(formatChoiceSchema).default([]),
});
export type Column = z.infer<typeof columnSchema>;
