import * as z from 'zod';
import { columnRoleSchema, columnSchema, columnTypeSchema } from './column.ts';
import { messageSchema } from './message.ts';

/** What one row of a source is. */
const sourceKinds = ['orderLines', 'orders', 'customers', 'products', 'events'] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/**
 * Why a line is set aside; one reason a line, the first that matches in this order. `byHand`: somebody said so in the
 * quality report. `unreadable` stands last: its date or its amount cannot be read. It cannot be switched off, the others
 * can.
 */
export const setAsideReasons = [
  'noCustomer',
  'cancelled',
  'notAboveZero',
  'byHand',
  'test',
  'duplicate',
  'nonProduct',
  'returned',
  'wholesale',
  'unreadable',
] as const;
export const setAsideReasonSchema = z.enum(setAsideReasons);
export type SetAsideReason = z.infer<typeof setAsideReasonSchema>;

/** Rules that are off until somebody switches them on; which lines they mean is found out when first asked. */
export const furtherReasons = ['test', 'duplicate', 'nonProduct', 'returned', 'wholesale'] as const;
export type FurtherReason = (typeof furtherReasons)[number];
export const isFurther = (reason: SetAsideReason): reason is FurtherReason =>
  (furtherReasons as readonly SetAsideReason[]).includes(reason);

/** Bit per reason: a line may match several, the first rule that is on names the one that counts. */
export const asideBit: Readonly<Record<SetAsideReason, number>> = {
  noCustomer: 1,
  cancelled: 2,
  notAboveZero: 4,
  unreadable: 8,
  byHand: 16,
  test: 32,
  duplicate: 64,
  nonProduct: 128,
  returned: 256,
  wholesale: 512,
};

/**
 * A line whose place a newer file has taken: its bit stands with those of the reasons, but it is none of them and no rule
 * switches it. Such a line does not count, and is not counted among those set aside.
 */
export const replacedBit = 1024;

/** Lines set aside by one rule, and the money on them (the sum of their amounts as written, negative for returns). */
export const setAsideSchema = z.object({
  reason: setAsideReasonSchema,
  lines: z.number().int(),
  money: z.number(),
  /** false: the rule is switched off and these lines count. */
  on: z.boolean(),
});
export type SetAside = z.infer<typeof setAsideSchema>;

/**
 * How one sheet is to be read: what a row is, and each column's type and role by name. A `format` (see `Column.format`)
 * says which number of a date is the day, or which mark stands before decimals; null or absent: as guessed. One that
 * reads no cell of its column is ignored.
 */
export const mappingSchema = z.object({
  sheet: z.string().nullable(),
  kind: sourceKindSchema,
  columns: z.array(
    z.object({
      name: z.string(),
      type: columnTypeSchema,
      role: columnRoleSchema,
      format: z.string().nullable().optional(),
    }),
  ),
  /** Whether an order's customer and day stand on its first line only; as the lines look where absent. */
  isOrderOnFirstLine: z.boolean().optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** What would count after import; null where the kind of source does not say. Days are ISO dates (yyyy-MM-dd). */
export const totalsSchema = z.object({
  customers: z.number().int(),
  orders: z.number().int().nullable(),
  orderLines: z.number().int().nullable(),
  revenue: z.number().nullable(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
});
export type Totals = z.infer<typeof totalsSchema>;

/** One sheet of one file, read through once: what it holds, what we take it for, and how sure we are. */
export const sheetPreviewSchema = z.object({
  path: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  /** 1-based row of the header in the file; 0 where there is none. */
  headerRow: z.number().int(),
  rows: z.number().int(),
  kind: sourceKindSchema,
  columns: z.array(columnSchema),
  /** What an order's further lines lack stands on its first one. */
  isOrderOnFirstLine: z.boolean().optional(),
  /** The first rows as written. */
  sample: z.array(z.array(z.string())),
  /** True where a shopkeeper needs to answer nothing but “Right?”. */
  confident: z.boolean(),
  /** What we doubt, in sentences; empty where confident. */
  doubts: z.array(messageSchema),
  /** What was noticed and needs no answer, e.g. rows shorter than the header; nothing is dropped in silence. */
  notes: z.array(messageSchema),
  /** How it was read and what says so: encoding, delimiter, header, decimal mark, which number of a date is the day. */
  evidence: z.array(messageSchema),
  totals: totalsSchema,
  setAside: z.array(setAsideSchema),
  /** Identity of the file at preview: size, modification time in milliseconds. */
  bytes: z.number(),
  modifiedMs: z.number(),
});
export type SheetPreview = z.infer<typeof sheetPreviewSchema>;

/** A source in the project. Its rows stand in the SQLite table `table`. */
export const sourceSchema = z.object({
  id: z.number().int(),
  importId: z.number().int(),
  name: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  kind: sourceKindSchema,
  table: z.string(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headerRow: z.number().int(),
  rows: z.number().int(),
  /** How many of them newer files have taken the place of; absent where none. */
  replaced: z.number().int().optional(),
  columns: z.array(columnSchema),
});
export type Source = z.infer<typeof sourceSchema>;

/** Columns of one sheet that a project can hold: SQLite's limit of 2,000, less six of our own. */
export const mostColumns = 1994;
