import * as z from 'zod';
import { certaintySchema } from './explanation.ts';

const id = z.number().int();
/** `key`, `name`, `email`, `segment`, `sureness`, or the key of a fact. */
const column = z.string().min(1).max(300);
const text = z.string().min(1).max(200);

/**
 * Which customers are wanted by one column. Texts are compared without regard to case and accents, numbers with both ends
 * included. `segments`: in any of these, −1 (`noSegmentId`) in none; `own`: in any of these segments of one's own.
 */
export const customerFilterSchema = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('contains'), column, text }),
  z.strictObject({ test: z.literal('equals'), column, text }),
  z.strictObject({ test: z.literal('between'), column, least: z.number().optional(), most: z.number().optional() }),
  z.strictObject({ test: z.literal('empty'), column }),
  z.strictObject({ test: z.literal('filled'), column }),
  z.strictObject({ test: z.literal('segments'), ids: z.array(id).min(1).max(100) }),
  z.strictObject({ test: z.literal('own'), ids: z.array(id).min(1).max(1_000) }),
  z.strictObject({ test: z.literal('certainty'), any: z.array(certaintySchema).min(1) }),
]);
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

const customerSortSchema = z.strictObject({ by: column, descending: z.boolean() });
export type CustomerSort = z.infer<typeof customerSortSchema>;

/** Rows of a snapshot as bits (`row-bits.ts`). */
export const rowBitsSchema = z
  .string()
  .max(2_000_000)
  .regex(/^[A-Za-z0-9+/]*$/);

/**
 * Which customers of a segmentation (the one in use where none is named) in which order. All conditions must hold; what
 * is missing stands last both ways, equal ones in the order of the snapshot.
 */
export const customerViewSchema = z.object({
  segmentationId: id.optional(),
  segmentIds: z.array(id).optional(),
  /** Snapshot rows, as selected in a picture. */
  rows: z.array(id).max(1_000_000).optional(),
  /** The same as bits: goes with every page, however many they are. */
  among: rowBitsSchema.optional(),
  /** A part of the number, name, e-mail, or of what those are called who were put together with the customer. */
  search: z.string().max(200).optional(),
  filters: z.array(customerFilterSchema).max(60).optional(),
  sort: customerSortSchema.optional(),
});
export type CustomerView = z.infer<typeof customerViewSchema>;
