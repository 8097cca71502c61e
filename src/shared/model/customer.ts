import * as z from 'zod';
import { columnRoleSchema, columnTypeSchema } from './column.ts';
import { certaintySchema, whyHereSchema } from './explanation.ts';
import { featureSchema } from './feature.ts';
import { identityRecordSchema } from './identity.ts';

/** One customer of a page: `row` is its index in the snapshot (labels and feature columns are in this order). */
const customerRowSchema = z.object({
  id: z.number().int(),
  row: z.number().int(),
  /** The customer as the file knows it. */
  key: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  segmentId: z.number().int().nullable(),
  /** How surely it belongs there, where `sureness` is among the columns asked for. */
  certainty: certaintySchema.nullable().optional(),
  /** In the order of the columns asked for, of the snapshot's features where none are; null where missing. */
  values: z.array(z.number().nullable()),
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerPageSchema = z.object({
  total: z.number().int(),
  rows: z.array(customerRowSchema),
  /** How far the order is, 0 to 1, where it is still being made and there are no rows yet; null where it is there. */
  arranging: z.number().nullable(),
});

/** What can be shown of every customer. */
export const customerColumnsSchema = z.object({
  customers: z.number().int(),
  /** Whether any file that stands names them, or has their e-mail addresses. */
  name: z.boolean(),
  email: z.boolean(),
  /** Whether it is known how surely they belong to their segments. */
  sureness: z.boolean(),
  features: z.array(featureSchema),
  /** Facts that the segments were made from. */
  used: z.array(z.string()),
});
export type CustomerColumns = z.infer<typeof customerColumnsSchema>;

const neighbourSchema = z.object({ id: z.number().int(), row: z.number().int() }).nullable();

/** Where a customer stands in an order; null where it is not among them. */
export const customerPlaceSchema = z.object({
  index: z.number().int().nullable(),
  total: z.number().int(),
  previous: neighbourSchema,
  next: neighbourSchema,
});
export type CustomerPlace = z.infer<typeof customerPlaceSchema>;

/** Why one customer is where it is, and what it did, newest first. */
export const customerStorySchema = z.object({
  customer: customerRowSchema,
  /** What others that were put together with this customer are called, one text a record. */
  also: z.array(z.string()),
  /** Null where it is in no segment, or the run does not say. */
  why: whyHereSchema.nullable(),
  orders: z.array(
    z.object({
      order: z.string(),
      day: z.string(),
      lines: z.number().int(),
      amount: z.number(),
      /** Where its lines stand (`customers.lines`). */
      sourceId: z.number().int(),
      number: z.number().int(),
    }),
  ),
  /** How surely it belongs to its segment, 0 to 1; null where that is not known. */
  sureness: z.number().nullable(),
  /** What the files say of it, its own record first; several where records were put together. */
  records: z.array(identityRecordSchema),
});
export type CustomerStory = z.infer<typeof customerStorySchema>;

/** The lines of one of a customer's orders as they stand in their file. */
export const customerLinesSchema = z.object({
  /** The table that they stand in. */
  source: z.object({ id: z.number().int(), name: z.string(), file: z.string(), sheet: z.string().nullable() }),
  columns: z.array(z.object({ name: z.string(), type: columnTypeSchema, role: columnRoleSchema })),
  rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.union([z.string(), z.number(), z.null()])) })),
  /** Lines beyond those. */
  more: z.number().int(),
});
export type CustomerLines = z.infer<typeof customerLinesSchema>;

const partSchema = z.object({
  /** Customers with a value. */
  count: z.number().int(),
  quantiles: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).nullable(),
  yes: z.number(),
  density: z.array(z.number()),
});

/** One fact of a customer among those of its segment and of everybody (see `Spread`). */
export const portraitFactSchema = z.object({
  feature: z.string(),
  value: z.number().nullable(),
  axis: z.enum(['flag', 'log', 'linear']),
  low: z.number(),
  high: z.number(),
  everybody: partSchema,
  /** Null where the customer is in no segment. */
  segment: partSchema.nullable(),
  /** Shares of the segment's customers with a lower and a higher value; of everybody's where it is in none; null without a value. */
  below: z.number().nullable(),
  above: z.number().nullable(),
});
export type PortraitFact = z.infer<typeof portraitFactSchema>;
