import * as z from 'zod';
import { sideKeySchema } from './comparison.ts';
import { rowBitsSchema } from './customer-view.ts';
import { featureSchema } from './feature.ts';
import { messageSchema } from './message.ts';
import { rowFilterSchema } from './rows.ts';
import { segmentationSchema } from './segmentation.ts';
import { setAsideReasonSchema, setAsideSchema, sourceKindSchema } from './source.ts';

const id = z.number().int();
/** Of that run; of the one in use where absent. */
const ofRun = { segmentationId: id.optional() };
/** Of the customers as they stood then; of those of the run where absent. */
const ofSnapshot = { ...ofRun, snapshotId: id.optional() };
const sides = { a: sideKeySchema, b: sideKeySchema };
/** Some customers of a run: exactly one of the three says who. Rows of its snapshot are as bits (`row-bits.ts`). */
const chosen = {
  segmentIds: z.array(id).min(1).optional(),
  among: rowBitsSchema.optional(),
  ownId: id.optional(),
};
const qualityPart = z.enum(['completeness', 'uniqueness', 'validity', 'consistency', 'keys', 'freshness']);

/**
 * A number of the project, by what it is a number of. All of them open in one way (`NumberOrigin`) and are counted again
 * in one way (`explain.recount`, where it takes a while); a new kind of number is a subject here, its answer in
 * `services/explain` and its words `origin.name.…`, `origin.formula.…`, and nothing on any screen.
 *
 * - `total`: of the project as it stands, or of what a run was made from where one is named; days since 1970
 * - `run`: of a division as a whole. `structure` is the p-value of the null model, `across` and `up` the shares of all
 *   differences that the map's two axes show
 * - `sweep`: how one number of segments did
 * - `segment`: −1 (`noSegmentId`) are customers in no segment
 * - `chosen`: of some customers together, as somebody has selected them or keeps them
 * - `month`: of a segment, or of everybody, at the end of one of the months beside each other
 * - `segmentFeature`, `everyone`: a fact among some customers or all of them; `missing` is a share
 * - `correlation`: how two facts go together, by ranks
 * - `customer`, `sureness`, `order`: of one customer, by its row in the snapshot; an order by its number in its table
 * - `comparison`, `flow`, `pair`: of two segmentations side by side; a flow by its code, a pair by two segments' ids
 * - `cut`: the height up to which a tree hangs together in so many branches
 * - `rows`, `aside`: of the files; of all of them and for any reason where null
 * - `quality`: points from 0 to 100, of one part or in all
 */
export const numberRefSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('total'),
    figure: z.enum(['customers', 'orders', 'orderLines', 'revenue', 'firstDay', 'lastDay']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('run'),
    figure: z.enum(['segments', 'silhouette', 'structure', 'across', 'up']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('sweep'),
    k: id,
    figure: z.enum(['silhouette', 'smallestShare', 'largestShare']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('segment'),
    segmentId: id,
    figure: z.enum(['size', 'share', 'revenue', 'revenueShare', 'revenuePerCustomer', 'silhouette', 'stability']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('chosen'),
    ...chosen,
    figure: z.enum(['customers', 'share', 'revenue', 'revenueShare']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('month'),
    key: sideKeySchema,
    segmentId: id.nullable(),
    figure: z.enum(['customers', 'revenue']),
  }),
  z.strictObject({
    of: z.literal('segmentFeature'),
    segmentId: id,
    feature: z.string(),
    figure: z.enum(['mean', 'median', 'effect', 'missing']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('everyone'),
    feature: z.string(),
    figure: z.enum(['mean', 'least', 'quarter', 'median', 'threeQuarters', 'greatest', 'skewness', 'missing']),
    ...ofSnapshot,
  }),
  z.strictObject({ of: z.literal('correlation'), feature: z.string(), with: z.string(), ...ofSnapshot }),
  z.strictObject({ of: z.literal('customer'), row: id, feature: z.string(), ...ofRun }),
  z.strictObject({ of: z.literal('sureness'), row: id, ...ofRun }),
  z.strictObject({
    of: z.literal('order'),
    row: id,
    sourceId: id,
    number: id,
    figure: z.enum(['lines', 'amount']),
    ...ofRun,
  }),
  z.strictObject({
    of: z.literal('comparison'),
    ...sides,
    figure: z.enum([
      'common',
      'onlyA',
      'onlyB',
      'stayed',
      'stayedShare',
      'moved',
      'movedRevenue',
      'movedRevenueShare',
      'randIndex',
      'mutualInformation',
    ]),
  }),
  z.strictObject({
    of: z.literal('flow'),
    ...sides,
    code: id,
    figure: z.enum(['customers', 'revenue', 'revenueShare']),
  }),
  z.strictObject({ of: z.literal('pair'), ...sides, one: id, other: id }),
  z.strictObject({ of: z.literal('cut'), treeId: id, k: id }),
  z.strictObject({ of: z.literal('rows'), sourceId: id.nullable() }),
  z.strictObject({
    of: z.literal('aside'),
    reason: setAsideReasonSchema.nullable(),
    figure: z.enum(['lines', 'money']),
  }),
  z.strictObject({ of: z.literal('quality'), part: qualityPart.nullable() }),
]);
export type NumberRef = z.infer<typeof numberRefSchema>;

/** A figure as it stands in a sentence, and which number it is. */
export type NumberInSentence = readonly [shown: string, of: NumberRef];

/** What a number counts or measures; `score` and `chance` have no unit, `points` are of 100, a `day` is since 1970. */
const numberUnitSchema = z.enum([
  'customers',
  'orders',
  'orderLines',
  'segments',
  'money',
  'share',
  'day',
  'days',
  'count',
  'number',
  'score',
  'chance',
  'points',
]);
export type NumberUnit = z.infer<typeof numberUnitSchema>;

/** Something that goes into a number. */
const numberInputSchema = z.object({
  /** What it is, said by `origin.input.<name>`. */
  name: z.enum([
    'size',
    'customers',
    'revenue',
    'allRevenue',
    'chosen',
    'chosenRevenue',
    'sum',
    'mean',
    'everyonesMean',
    'preparedMean',
    'everyonesPreparedMean',
    'preparedDeviation',
    'lastOrder',
    'asOf',
    'draws',
    'recovered',
    'ownDistance',
    'nextDistance',
    'known',
    'lacking',
    'both',
    'inBoth',
    'inEither',
    'stayed',
    'moved',
    'movedRevenue',
    'commonRevenue',
    'flowRevenue',
    'branches',
    'silhouette',
    'rowsOfFiles',
    'rowsSetAside',
    ...qualityPart.options,
  ]),
  /** A text is an ISO day. */
  value: z.union([z.number(), z.string()]).nullable(),
  unit: numberUnitSchema,
  /** Where it can be opened in turn. */
  ref: numberRefSchema.nullable(),
});
export type NumberInput = z.infer<typeof numberInputSchema>;

/** Who or what stands under a number: what is shown to whoever wants to see it. */
const underSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('everybody') }),
  z.object({ what: z.literal('segment'), id }),
  z.object({ what: z.literal('customer'), row: id }),
  z.object({ what: z.literal('chosen'), ...chosen }),
  /** By the codes of the column of flows. */
  z.object({ what: z.literal('flows'), ...sides, codes: z.array(id) }),
  /** Customers of whom a fact is not known; of one segment where it is named. */
  z.object({ what: z.literal('lacking'), snapshotId: id, feature: z.string(), segmentId: id.nullable() }),
  /** Rows of a file, by why they do not count. */
  z.object({
    what: z.literal('rows'),
    sourceId: id,
    aside: z.union([setAsideReasonSchema, z.enum(['all', 'any', 'none'])]),
    /** Of them only those. */
    filters: z.array(rowFilterSchema).optional(),
  }),
  /** It is told where it is shown: numbers of segments beside each other, findings, the tree. */
  z.object({ what: z.literal('screen'), screen: z.enum(['howMany', 'quality', 'tree']) }),
  z.object({ what: z.literal('nothing') }),
]);
export type Under = z.infer<typeof underSchema>;

const runPart = segmentationSchema.pick({
  id: true,
  createdAt: true,
  method: true,
  k: true,
  asked: true,
  seed: true,
  engineVersion: true,
  inputHash: true,
  customers: true,
  features: true,
  preparation: true,
});
export type OriginRun = z.infer<typeof runPart>;

/** Where a number comes from: enough to read it, to check it and to make it again. */
export const numberOriginSchema = z.object({
  ref: numberRefSchema,
  /** As it is shown; null where there is none. */
  value: z.number().nullable(),
  unit: numberUnitSchema,
  /** Counted anew for this answer, by another way than it was kept; null where that takes a job (`explain.recount`). */
  recount: z.number().nullable(),
  /** What the recount read: the very rows of the files, or the facts of all customers. */
  recountedFrom: z.enum(['rows', 'facts']),
  segment: z.object({ id, name: messageSchema, color: z.number().int() }).nullable(),
  feature: featureSchema.nullable(),
  customer: z.object({ id, row: id, key: z.string(), name: z.string().nullable() }).nullable(),
  /** What else its words name: other segments, a second fact, a number of segments, a file. */
  told: z.record(z.string(), z.union([messageSchema, z.string(), z.number(), z.null()])),
  inputs: z.array(numberInputSchema),
  /** How many customers are behind it. */
  customers: z.number().int(),
  under: underSchema,
  /** Of them, those who have no such value. */
  missing: z.number().int(),
  /** The day that a month is of, else of the last order. */
  asOf: z.string().nullable(),
  firstDay: z.string().nullable(),
  /** The tables that it is made from. */
  tables: z.array(z.object({ sourceId: id, name: z.string(), kind: sourceKindSchema, rows: z.number().int() })),
  /** Rules that are on and take lines. */
  setAside: z.array(setAsideSchema),
  /** What has changed since: the run was made from other data than stand now. */
  stale: z.boolean(),
  /** Whether a job can count it again from what is there. */
  countable: z.boolean(),
  /** What made the segments, of two that are compared both; none for numbers that need none. */
  runs: z.array(runPart),
});
export type NumberOrigin = z.infer<typeof numberOriginSchema>;
