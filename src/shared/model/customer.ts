import { z } from 'zod';
import { whyHereSchema } from './explanation.ts';

/** One customer of a page: `row` is its index in the snapshot (labels and feature columns are in this order). */
const customerRowSchema = z.object({
  id: z.number().int(),
  row: z.number().int(),
  /** The customer as the file knows it. */
  key: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  segmentId: z.number().int().nullable(),
  /** In the order of the snapshot's features; null where missing. */
  values: z.array(z.number().nullable()),
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerPageSchema = z.object({ total: z.number().int(), rows: z.array(customerRowSchema) });

/** Why one customer is where it is, and what it did, newest first. */
export const customerStorySchema = z.object({
  customer: customerRowSchema,
  /** Null where it is in no segment, or the run does not say. */
  why: whyHereSchema.nullable(),
  orders: z.array(z.object({ order: z.string(), day: z.string(), lines: z.number().int(), amount: z.number() })),
});
export type CustomerStory = z.infer<typeof customerStorySchema>;
