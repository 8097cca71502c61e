import * as z from 'zod';

const count = z.number().int().min(0);

/** How facts go together, and what is missing for whom; facts in an order in which like stand together. */
export const factRelationsSchema = z.object({
  features: z.array(z.string()),
  customers: count,
  /** Spearman's rank correlation of every two: a row a fact, in the same order. */
  correlations: z.array(z.array(z.number())),
  missing: z.array(
    z.object({
      feature: z.string(),
      customers: count,
      /** By segment id of the segmentation asked about. */
      bySegment: z.array(z.object({ segmentId: z.number().int(), missing: count, customers: count })),
    }),
  ),
  /** Who lacks the very same facts, the most frequent first; no features for those who lack none. */
  patterns: z.array(z.object({ features: z.array(z.string()), customers: count })),
});
export type FactRelations = z.infer<typeof factRelationsSchema>;
