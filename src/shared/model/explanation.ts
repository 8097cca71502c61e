import * as z from 'zod';

const whole = z.number().int();

/** A range of one feature, in its own units: `from` ≤ value < `below`; null where it is open. */
const ruleConditionSchema = z.object({
  feature: z.string(),
  from: z.number().nullable(),
  below: z.number().nullable(),
  /** `flag`: 0 or 1; `whole`: whole numbers only; `any` else. */
  values: z.enum(['flag', 'whole', 'any']),
});
export type RuleCondition = z.infer<typeof ruleConditionSchema>;

/** How well a rule tells who is in a segment. */
const fitSchema = z.object({
  /** Of those whom it describes, the share that is in the segment; null where it describes nobody. */
  precision: z.number().nullable(),
  /** Of the segment's customers, the share that it describes. */
  coverage: z.number(),
});

const segmentRulesSchema = z.object({
  label: whole,
  /** Each a conjunction of conditions; whoever meets one of them is described. The one that finds most comes first. */
  rules: z.array(z.object({ conditions: z.array(ruleConditionSchema), customers: whole, hits: whole })),
  ...fitSchema.shape,
  /** The same of customers that the rules were not made from. */
  heldOut: fitSchema,
});
export type SegmentRules = z.infer<typeof segmentRulesSchema>;

/** A shallow decision tree over the features, read as rules. */
const ruleBookSchema = z.object({
  depth: whole,
  /** Share of customers that the rules put into their own segment. */
  accuracy: z.number(),
  /** The share that saying “the largest segment” of everybody would get right. */
  baseline: z.number(),
  heldOut: z.object({
    accuracy: z.number(),
    /** Parts that were left out in turn; 1 where one fifth was left out once. */
    folds: whole,
  }),
  /** In the order of labels. */
  segments: z.array(segmentRulesSchema),
});
export type RuleBook = z.infer<typeof ruleBookSchema>;

/** A segment near another, and on which features the two differ most. */
const neighbourSchema = z.object({
  label: whole,
  /** Between the centres, on the prepared scale. */
  distance: z.number(),
  /** What differs most: this segment's centre less the neighbour's on the prepared scale, and its `share` of the squared distance. */
  differs: z.array(z.object({ feature: z.string(), difference: z.number(), share: z.number() })),
});
export type Neighbour = z.infer<typeof neighbourSchema>;

/** How sure it is that a customer belongs where it is; see `surenessOf`. */
export const certaintySchema = z.enum(['sure', 'fairlySure', 'onTheEdge']);
export type Certainty = z.infer<typeof certaintySchema>;

const segmentExplanationSchema = z.object({
  label: whole,
  /** Mean of its customers on the prepared scale, a number for each column; empty without customers. */
  center: z.array(z.number()),
  /** Nearest first, at most two. */
  neighbours: z.array(neighbourSchema),
  /** Snapshot rows, nearest to the centre first. */
  typical: z.array(whole),
  /** Least sure first: the row, the other segment it is near to, and how sure it is. */
  borderline: z.array(z.object({ row: whole, label: whole, sureness: z.number() })),
  /** How many of its customers are how sure; all 0 where there is no other segment. */
  certainty: z.object({ sure: whole, fairlySure: whole, onTheEdge: whole }),
});
export type SegmentExplanation = z.infer<typeof segmentExplanationSchema>;

/** What makes the segments of a run what they are. Kept with the run. */
export const explanationSchema = z.object({
  /** Those that were used. */
  features: z.array(
    z.object({
      feature: z.string(),
      /** Share of the feature's variance that lies between segments (η²), on the prepared scale. */
      between: z.number(),
    }),
  ),
  rules: ruleBookSchema,
  /** In the order of labels. */
  segments: z.array(segmentExplanationSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** Why a customer is where it is. */
export const whyHereSchema = z.object({
  segmentId: whole,
  /** The next best segment; null where there is only one. */
  runnerUpId: whole.nullable(),
  /** 0 to 1; see `surenessOf`. */
  sureness: z.number().nullable(),
  certainty: certaintySchema.nullable(),
  /** The other segment's centre is nearer than its own, as may happen in a tree. */
  isNearerToRunnerUp: z.boolean(),
  /**
   * What speaks for its own segment (`pull` > 0) or for the runner-up (< 0), strongest first: each feature's part in the
   * difference of the squared distances, as a share of the sum of all parts' sizes. Features of one kind say nearly the
   * same: who spends on wine spends on meat, too.
   */
  facts: z.array(z.object({ feature: z.string(), pull: z.number(), kind: z.string() })),
});
export type WhyHere = z.infer<typeof whyHereSchema>;
