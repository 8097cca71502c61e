import { z } from 'zod';
import { messageSchema } from './message.ts';

const unitSchema = z.enum(['days', 'count', 'money', 'number']);
export type Unit = z.infer<typeof unitSchema>;

/** One customer fact: a column of the matrix. Values stand in original units; transforms are part of a segmentation. */
export const featureSchema = z.object({
  /** Stable key: `daysSinceLastOrder`, `orders`, `totalSpent`, or `column:<name>` for a column of a customer table. */
  key: z.string(),
  /** Rendered name; for `column:` features the file's own header as value. */
  name: messageSchema,
  unit: unitSchema,
  /** The formula in words and the source columns it reads. */
  lineage: messageSchema,
  missing: z.number().int(),
});
export type Feature = z.infer<typeof featureSchema>;

/** Customers × features as of a date: added, never overwritten. */
const snapshotSchema = z.object({
  id: z.number().int(),
  /** The day that “days since” counts from: the file's last order, null for a customer table. */
  asOf: z.string().nullable(),
  customers: z.number().int(),
  features: z.array(featureSchema),
  hash: z.string(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
