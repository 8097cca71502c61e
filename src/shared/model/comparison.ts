import * as z from 'zod';
import { featureSchema, unitSchema } from './feature.ts';
import { flowSegmentSchema, moveSchema } from './flow.ts';
import { messageSchema } from './message.ts';
import { kChoiceSchema, methodSchema, segmentSchema } from './segmentation.ts';

const whole = z.number().int();

/** A kept run by its id, or a month end that was rebuilt from the run in use: `past-2025-10-31`. */
export const sideKeySchema = z.union([whole.min(1), z.string().regex(/^past-\d{4}-\d\d-\d\d$/)]);
export type SideKey = z.infer<typeof sideKeySchema>;

/** One of two segmentations. */
const comparedSideSchema = z.object({
  key: sideKeySchema,
  /** When it was made; a rebuilt month has the date of the run that it was rebuilt from. */
  createdAt: z.string(),
  method: methodSchema,
  k: whole,
  asOf: z.string().nullable(),
  customers: whole,
  /** It was made afterwards, from the data of today. */
  rebuilt: z.boolean(),
  /** Largest first. */
  segments: z.array(flowSegmentSchema),
});
export type ComparedSide = z.infer<typeof comparedSideSchema>;

/**
 * One fact that takes part in why customers went from one segment to another. `changed`: their own figure is another one
 * on the later day; `apart`: theirs is not that of those who stayed; `grown`: theirs hardly changed, what is usual in the
 * segments did. `before` and `after` are medians in the fact's own unit: then and now, or of those who stayed and theirs.
 */
const flowReasonSchema = z.object({
  kind: z.enum(['changed', 'apart', 'grown']),
  feature: featureSchema.pick({ key: true, name: true, unit: true }),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** The two are means: their medians are the same. */
  average: z.boolean(),
  /** Of all that speaks for going. */
  share: z.number(),
});
export type FlowReason = z.infer<typeof flowReasonSchema>;

const comparedFlowSchema = moveSchema.extend({
  /** What the column of flows has for its customers. */
  code: whole,
  /** From a segment to the one that is the same in the other segmentation. */
  stayed: z.boolean(),
  /** What speaks most for it first; none for those who stayed, came or left. */
  reasons: z.array(flowReasonSchema),
});
export type ComparedFlow = z.infer<typeof comparedFlowSchema>;

/** How the two were made differently; the same facts in another way is `prepared`. */
const differenceSchema = z.object({
  kind: z.enum(['onlyA', 'onlyB', 'prepared']),
  feature: featureSchema.pick({ key: true, name: true, unit: true }),
});
export type SideDifference = z.infer<typeof differenceSchema>;

/** Two segmentations side by side. */
export const comparisonSchema = z.object({
  a: comparedSideSchema,
  b: comparedSideSchema,
  /** Both are about the same customers with the same figures: the division is another, not they. */
  sameCustomers: z.boolean(),
  /** Customers in both, and in one of them only. */
  common: whole,
  onlyA: whole,
  onlyB: whole,
  /** All that hold anybody; most customers first. */
  flows: z.array(comparedFlowSchema),
  /** Which segment is which; null where the other has none that is. `jaccard` over the customers in common. */
  pairs: z.array(z.object({ a: whole.nullable(), b: whole.nullable(), jaccard: z.number() })),
  agreement: z.object({
    /** Of the customers in common, those who are in the same segment in both. */
    stayed: whole,
    adjustedRandIndex: z.number(),
    adjustedMutualInformation: z.number(),
  }),
  moved: z.object({ customers: whole, revenue: z.number().nullable() }),
  /** Spent by all customers in common. */
  revenue: z.number().nullable(),
  differences: z.array(differenceSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Customers of one flow, a page of them, with what they were and are. */
export const flowCustomersSchema = z.object({
  total: whole,
  /** The facts that their values are of. */
  features: z.array(z.object({ key: z.string(), name: messageSchema, unit: unitSchema })),
  rows: z.array(
    z.object({
      id: whole,
      key: z.string(),
      name: z.string().nullable(),
      /** In the order of the facts; null where missing, or not there. */
      before: z.array(z.number().nullable()),
      after: z.array(z.number().nullable()),
    }),
  ),
});
export type FlowCustomers = z.infer<typeof flowCustomersSchema>;

const waySegmentSchema = segmentSchema
  .pick({ label: true, name: true, color: true, size: true, share: true, revenueShare: true, profile: true })
  /** The segment in use that it is; null where it is none of them. */
  .extend({ segmentId: whole.nullable() });
export type WaySegment = z.infer<typeof waySegmentSchema>;

/** What one way of finding segments makes of the customers. */
const wayResultSchema = z.object({
  method: methodSchema,
  asked: kChoiceSchema,
  /** Why it could not be done; everything else is empty then. */
  problem: messageSchema.nullable(),
  k: whole,
  seconds: z.number(),
  silhouette: z.number().nullable(),
  /** How alike in size segments are: 1 all the same, towards 0 nearly everybody in one (Pielou 1966). */
  evenness: z.number(),
  inNone: whole,
  /** How repeatable on average over customers, where a kept run of the very same division knows it. */
  repeatable: z.number().nullable(),
  /** Share of customers that a few plain rules put where the way does. */
  ruled: z.number().nullable(),
  /** A kept run of this way with the very same division. */
  runId: whole.nullable(),
  /** Largest first. */
  segments: z.array(waySegmentSchema),
});
export type WayResult = z.infer<typeof wayResultSchema>;

/** Ways of finding segments, on the same customers. */
export const waysSchema = z.object({
  customers: whole,
  asOf: z.string().nullable(),
  features: z.array(featureSchema),
  ways: z.array(wayResultSchema),
  /** Adjusted Rand index of every two, by their places; 1 beside itself, 0 where one could not be done. */
  agreement: z.array(z.array(z.number())),
  /** Which serves best for what, by its place. */
  best: z.array(
    z.object({
      what: z.enum(['distinct', 'balanced', 'repeatable', 'simple', 'agreed', 'odd']),
      way: whole,
      value: z.number(),
    }),
  ),
});
export type Ways = z.infer<typeof waysSchema>;

const monthSchema = z.object({
  key: sideKeySchema,
  asOf: z.string(),
  rebuilt: z.boolean(),
  customers: whole,
  revenue: z.number().nullable(),
  /** Customers who were not there the month before, and who are not there any more. */
  arrived: whole,
  left: whole,
  segments: z.array(z.object({ id: whole, size: whole, revenue: z.number().nullable() })),
  /** In no segment. */
  inNone: whole,
});
export type Month = z.infer<typeof monthSchema>;

/** Segmentations over time. */
export const monthsSchema = z.object({
  /** Earliest first. */
  months: z.array(monthSchema),
  /** Who went where from each month to the next. */
  steps: z.array(z.array(moveSchema.extend({ code: whole }))),
  /** Every segment of any month, as it is called and coloured now; those in use first, largest first. */
  segments: z.array(flowSegmentSchema.omit({ size: true })),
  /** Earlier month ends that can be rebuilt from the data, earliest first. */
  rebuildable: z.array(z.string()),
});
export type Months = z.infer<typeof monthsSchema>;
