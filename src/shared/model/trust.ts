import * as z from 'zod';
import { messageSchema } from './message.ts';

/** Whether the customers fall into groups at all: the verdict of a null-model test, before any number of segments. */
export const structureSchema = z.object({
  verdict: z.enum(['none', 'weak', 'clear']),
  pValue: z.number(),
  reason: messageSchema,
});
export type Structure = z.infer<typeof structureSchema>;

/** How surely a segment is found again when customers are drawn anew; see the engine's `stabilityOf`. */
const stabilityBandSchema = z.enum(['sure', 'steady', 'doubtful', 'fleeting']);
export type StabilityBand = z.infer<typeof stabilityBandSchema>;

const partStabilitySchema = z.object({
  /** Mean over the draws of the greatest Jaccard similarity with a new segment. */
  jaccard: z.number(),
  band: stabilityBandSchema,
  /** Draws in which it was found again, and in which it dissolved. */
  recovered: z.number().int(),
  dissolved: z.number().int(),
});
export type PartStability = z.infer<typeof partStabilitySchema>;

/** What independent code finds in a sample, against the run. */
const secondOpinionSchema = z.object({
  /** e.g. `ml-kmeans`. */
  library: z.string(),
  rows: z.number().int(),
  /** Adjusted Rand index of the two divisions: 1 is the same, 0 is chance. */
  adjustedRandIndex: z.number(),
  /** The library's sum of squares over ours; null for methods that have none. */
  inertiaRatio: z.number().nullable(),
});
export type SecondOpinion = z.infer<typeof secondOpinionSchema>;

/** What is found out about a run after it is there, in the background. */
export const trustSchema = z.object({
  /** One for each label of the run; null for one that people made or kept. */
  parts: z.array(partStabilitySchema.nullable()),
  bootstraps: z.number().int(),
  /** Customers that were drawn from. */
  rows: z.number().int(),
  /** Null for methods that no independent code does. */
  secondOpinion: secondOpinionSchema.nullable(),
});
export type Trust = z.infer<typeof trustSchema>;
