import * as z from 'zod';
import { explanationSchema } from './explanation.ts';
import { featureSchema } from './feature.ts';
import { messageSchema } from './message.ts';
import { preparationSchema, prepareOptionsSchema, usualPreparation } from './preparation.ts';
import { structureSchema, trustSchema } from './trust.ts';

/** Trees by linkage; the last over micro-clusters, for very many customers. */
const treeMethods = ['ward', 'average', 'complete', 'single', 'weighted', 'microward'] as const;
export const methodSchema = z.enum(['kmeans', ...treeMethods, 'gmm', 'hdbscan', 'kmedoids', 'rules']);
export type Method = z.infer<typeof methodSchema>;
/** Largest k a person may ask for. */
export const maxK = 30;
export const kChoiceSchema = z.union([z.literal('auto'), z.number().int().min(1).max(maxK)]);
export type KChoice = z.infer<typeof kChoiceSchema>;

/** How one number of segments did. */
export const kScoreSchema = z.object({
  k: z.number().int(),
  inertia: z.number(),
  /** Mean silhouette over all rows, or over a seeded sample where there are more than 20,000. */
  silhouette: z.number().nullable(),
  smallestShare: z.number(),
  largestShare: z.number(),
  /** Standard error of a sampled silhouette; null where all rows were looked at. Absent, as what follows, in old runs. */
  silhouetteError: z.number().nullable().optional(),
  calinskiHarabasz: z.number().nullable().optional(),
  daviesBouldin: z.number().nullable().optional(),
  /** Bayesian information criterion, the more the better. */
  bic: z.number().nullable().optional(),
  /** The gap statistic with its error s_k, and the rows that it was computed from. */
  gap: z.number().nullable().optional(),
  gapError: z.number().nullable().optional(),
  gapRows: z.number().int().nullable().optional(),
});
export type KScore = z.infer<typeof kScoreSchema>;

/** What each index of a sweep takes for the best number of segments; null where it has no opinion. */
export const indexChoiceSchema = z.object({
  index: z.enum(['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'bic', 'gap', 'elbow']),
  k: z.number().int().nullable(),
});
export type IndexChoice = z.infer<typeof indexChoiceSchema>;

/** A segment of one feature against all customers. */
const profileCellSchema = z.object({
  feature: z.string(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  /** Difference of the segment's mean from everybody's in standard deviations, on the prepared scale. */
  effect: z.number(),
  level: z.enum(['muchLower', 'lower', 'same', 'higher', 'muchHigher']),
});
export type ProfileCell = z.infer<typeof profileCellSchema>;

export const segmentSchema = z.object({
  /** For life; name and colour hang on it. */
  id: z.number().int(),
  /** Index in this run's labels. */
  label: z.number().int(),
  /** Words from the data, or `custom` with the person's own `{name}`. */
  name: messageSchema,
  /** What this run calls it from its figures, where a person has called it something else. */
  givenName: messageSchema.optional(),
  /** Index into the colour sequence. */
  color: z.number().int(),
  frozen: z.boolean(),
  size: z.number().int(),
  share: z.number(),
  /** Null where the project has no orders. */
  revenue: z.number().nullable(),
  revenueShare: z.number().nullable(),
  why: messageSchema,
  action: messageSchema,
  /** Mean silhouette of its customers; null where it was not computed. */
  silhouette: z.number().nullable(),
  profile: z.array(profileCellSchema),
});
export type Segment = z.infer<typeof segmentSchema>;

/** How a person made a run out of an earlier one: some of its segments put together, or one of them divided. */
const segmentEditSchema = z.object({
  kind: z.enum(['merge', 'split']),
  fromId: z.number().int(),
  /** The segments that it was done to, as they were in that run. */
  segments: z.array(
    z.object({ id: z.number().int(), label: z.number().int(), name: messageSchema, size: z.number().int() }),
  ),
  /** By label in that run, the label in this one; of one that was divided, its first part's. */
  relabel: z.array(z.number().int()),
  /** Labels in this run of what came of it. */
  parts: z.array(z.number().int()),
  /** What the division began with; null where segments were put together. */
  seed: z.number().int().nullable(),
});
export type SegmentEdit = z.infer<typeof segmentEditSchema>;

/** A frozen segment that kept its customers while everybody else was divided anew. */
const keptSegmentSchema = z.object({ id: z.number().int(), label: z.number().int(), size: z.number().int() });
export type KeptSegment = z.infer<typeof keptSegmentSchema>;

export const segmentationSummarySchema = z.object({
  id: z.number().int(),
  createdAt: z.string(),
  method: methodSchema,
  k: z.number().int(),
  /** What was asked for. */
  asked: kChoiceSchema,
  seed: z.number().int(),
  prepareOptions: prepareOptionsSchema.default(usualPreparation),
  silhouette: z.number().nullable(),
  customers: z.number().int(),
  /** The day that “days since” counts from. */
  asOf: z.string().nullable(),
  active: z.boolean(),
  /** Its snapshot no longer matches the sources (a rule was switched, a file came in). */
  stale: z.boolean(),
});
export type SegmentationSummary = z.infer<typeof segmentationSummarySchema>;

export const segmentationSchema = segmentationSummarySchema.extend({
  snapshotId: z.number().int(),
  treeId: z.number().int().nullable(),
  features: z.array(featureSchema),
  preparation: z.array(preparationSchema),
  inertia: z.number(),
  iterations: z.number().int(),
  /** The sweep; one entry where k was given. */
  scores: z.array(kScoreSchema),
  /** The k with the best silhouette in the sweep. */
  statisticalK: z.number().int(),
  /** Why this many. */
  reason: messageSchema,
  /** Why `statisticalK`; null where k was asked for, and in old runs. */
  statisticalReason: messageSchema.nullable().default(null),
  /** What each index of the sweep names; none where k was asked for, and in old runs. */
  indices: z.array(indexChoiceSchema).default([]),
  engineVersion: z.string(),
  inputHash: z.string(),
  /** Absent where nobody changed its segments by hand. */
  edit: segmentEditSchema.optional(),
  /** Absent where no segment was frozen. */
  kept: z.array(keptSegmentSchema).optional(),
  revenue: z.number().nullable(),
  orders: z.number().int().nullable(),
  /** Null for a run of before there was one. */
  explanation: explanationSchema.nullable().default(null),
  /** Null for a run of before there was one. */
  structure: structureSchema.nullable().default(null),
  /** Null until it is found out, in the background. */
  trust: trustSchema.nullable(),
  /** Whether its map of neighbours has been drawn. */
  hasNeighbours: z.boolean(),
  /** Largest first. */
  segments: z.array(segmentSchema),
});
export type Segmentation = z.infer<typeof segmentationSchema>;

/** Customers in no segment: those a density method finds to be like nobody else. */
export const customersInNone = ({ customers, segments }: Pick<Segmentation, 'customers' | 'segments'>): number =>
  customers - segments.reduce((sum, { size }) => sum + size, 0);

/** The segment of customers that are in none, where one is asked for by its id. */
export const noSegmentId = -1;

/** More customers than this take too long to place by their neighbours. */
export const neighbourMapAtMost = 100_000;
