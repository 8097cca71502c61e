import * as z from 'zod';
import { messageSchema } from './message.ts';

export const unitSchema = z.enum(['days', 'count', 'money', 'number', 'share']);
export type Unit = z.infer<typeof unitSchema>;

/** One customer fact: a column of the matrix. Values stand in original units; transforms are part of a segmentation. */
export const featureSchema = z.object({
  /**
   * Stable key: `daysSinceLastOrder`, `orders`, `totalSpent`, `column:<name>` for a column of a customer table, or one of
   * the catalogue's; one of several columns of an entry is `<entry>=<which>`.
   */
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
export const snapshotSchema = z.object({
  id: z.number().int(),
  /** The day that “days since” counts from: the file's last order, null for a customer table. */
  asOf: z.string().nullable(),
  customers: z.number().int(),
  features: z.array(featureSchema),
  hash: z.string(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What a catalogue entry is about, in the order in which they are shown. */
const featureGroups = [
  'recency',
  'money',
  'baskets',
  'rhythm',
  'categories',
  'returns',
  'channels',
  'engagement',
  'demographics',
  'season',
  'scores',
  'ahead',
  'own',
] as const;
const featureGroupSchema = z.enum(featureGroups);
export type FeatureGroup = z.infer<typeof featureGroupSchema>;

/** One thing that the columns at hand let us say of every customer. */
export const catalogueEntrySchema = featureSchema.omit({ missing: true }).extend({
  group: featureGroupSchema,
  /** Gives one column a level (`<key>=<level>`); which levels there are is known once it is computed. */
  many: z.boolean(),
  /** Stands in every snapshot, and in a segmentation where nobody says otherwise. */
  base: z.boolean(),
  /** As written, for one's own; null for all others. */
  formula: z.string().nullable(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** What a formula would give, before anybody keeps it. */
export const formulaCheckSchema = z.object({
  /** Why it cannot be used; null where it can. */
  problem: messageSchema.nullable(),
  /** The first customers, with what the formula gives for each; null where it gives nothing. Empty where it cannot be told yet. */
  first: z.array(z.object({ customer: z.string(), value: z.number().nullable() })),
  /** Customers for whom it gives nothing. */
  missing: z.number().int(),
});
export type FormulaCheck = z.infer<typeof formulaCheckSchema>;

/** Where scores from 1 to 5 begin: four rising limits a score. Quintiles of the customers where there are none. */
const breaksSchema = z
  .array(z.number())
  .length(4)
  .refine((breaks) => breaks.every((one, i) => i === 0 || one > breaks[i - 1]!), 'they must rise');
export const scoreBreaksSchema = z.object({
  recency: breaksSchema.optional(),
  frequency: breaksSchema.optional(),
  money: breaksSchema.optional(),
});
export type ScoreBreaks = z.infer<typeof scoreBreaksSchema>;
