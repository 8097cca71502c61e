import * as z from 'zod';
import { fileHandleSchema } from './job.ts';

/** BG/NBD, MBG/NBD and Pareto/NBD. */
export const buyingModelNames = ['bgnbd', 'mbgnbd', 'paretonbd'] as const;
export type BuyingModelName = (typeof buyingModelNames)[number];

/** What is asked of the days to come. */
export const customerPredictionRequestSchema = z.strictObject({
  /** `auto` takes the one that was least off on the last days. */
  model: z.enum(['auto', ...buyingModelNames]).default('auto'),
  horizonDays: z.number().int().min(1).max(3_650).default(365),
  /** Days held back to see how well it does; a third of what is known where none are given. */
  holdoutDays: z.number().int().min(1).max(3_650).optional(),
  /** A year, continuous. */
  discountRate: z.number().min(0).max(1).default(0.1),
  /** Share of the money that is earned. */
  margin: z.number().min(0).max(1).default(1),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  /** Also writes a table with a line for each customer. */
  file: z.boolean().default(false),
});
export type CustomerPredictionRequest = z.infer<typeof customerPredictionRequestSchema>;

const errorsSchema = z.object({ meanAbsolute: z.number(), rootMeanSquare: z.number(), total: z.number() });
const intervalSchema = z.object({ expected: z.number(), low: z.number(), high: z.number() });
/** Parameters by the names of the literature; null where the data do not bound one. */
const parametersSchema = z.record(z.string(), z.number().nullable());
const fitSchema = z.object({
  parameters: parametersSchema,
  standardErrors: parametersSchema,
  logLikelihood: z.number(),
  converged: z.boolean(),
  /** Held by a weak prior, because there are few customers. */
  hasPrior: z.boolean(),
});

/** What customers are expected to do, how sure that is, and how well it did on days that are known. */
export const customerPredictionSchema = z.object({
  model: z.enum(buyingModelNames),
  asOf: z.iso.date(),
  horizonDays: z.number(),
  customers: z.number(),
  buying: fitSchema,
  /** Null where there is no money. */
  orderValue: fitSchema.nullable(),
  /** Customers who are still customers, as expected. */
  alive: z.number(),
  orders: intervalSchema,
  /** Money within the horizon, discounted, times the margin; null without money. */
  value: intervalSchema
    .extend({
      /** The variance of it by what is not known of the parameters: it moves all customers together. */
      shared: z.number(),
    })
    .nullable(),
  holdOut: z.object({
    until: z.iso.date(),
    days: z.number(),
    customers: z.number(),
    /** Orders that came. */
    came: z.number(),
    trials: z.array(
      errorsSchema.extend({
        model: z.enum(buyingModelNames),
        logLikelihood: z.number(),
        converged: z.boolean(),
        coverage: z.number(),
        totalLow: z.number(),
        totalHigh: z.number(),
      }),
    ),
    baselines: z.object({ zero: errorsSchema, mean: errorsSchema, sameRate: errorsSchema }),
    /** Whether the model is less off than every baseline, in the mean of customers. */
    beatsBaselines: z.boolean(),
    /** Groups of customers by their chance to order within these days, and the share that did. */
    reliability: z.array(z.object({ customers: z.number(), expected: z.number(), came: z.number() })),
    /** Mean orders of a customer by repeat orders before; the last stands for more, too. */
    byOrdersBefore: z.array(
      z.object({ repeatOrders: z.number(), customers: z.number(), expected: z.number(), came: z.number() }),
    ),
    /** Repeat orders added up by week, from the first day to the last. */
    tracking: z.array(z.object({ day: z.iso.date(), expected: z.number(), came: z.number() })),
  }),
  /** The chance to be still a customer by repeat orders and days since the last, of one who is seen for `observed` days. */
  frequencyRecency: z.object({
    observed: z.number(),
    repeatOrders: z.array(z.number()),
    daysSince: z.array(z.number()),
    alive: z.array(z.array(z.number())),
  }),
  /** The next 30 days. */
  soon: intervalSchema,
  file: fileHandleSchema.nullable(),
});
export type CustomerPredictionView = z.infer<typeof customerPredictionSchema>;

/**
 * Customers by what is to be done: who came again and is there as always (`staying`), is silent for long and may be about to leave
 * (`slipping`), or has probably left (`gone`); and who came once so far.
 */
export const customerGroups = ['staying', 'slipping', 'gone', 'once'] as const;
const customerGroupSchema = z.enum(customerGroups);
export type CustomerGroup = z.infer<typeof customerGroupSchema>;

/** Some customers together. Money is spent by them within the horizon, discounted, before any margin. */
const outlookSchema = z.object({
  customers: z.number().int(),
  /** Who are expected to be still customers. */
  alive: z.number(),
  orders: z.number(),
  /** Null without money. */
  worth: intervalSchema.nullable(),
  /** Those of them who may be about to leave, and what these would bring if they stayed; orders where there is no money. */
  leaving: z.number().int(),
  atStake: z.number(),
  /** What those who have probably left would bring if they came back. */
  lost: z.number(),
  /** Orders expected within the next 30 days. */
  soon: z.number(),
});
export type Outlook = z.infer<typeof outlookSchema>;

/** What was found last, by groups of customers. */
export const keptPredictionSchema = z.object({
  /** Whether it is of the orders as they stand. */
  current: z.boolean(),
  asked: customerPredictionRequestSchema.omit({ file: true }),
  found: customerPredictionSchema.omit({ file: true }),
  groups: z.array(outlookSchema.extend({ group: customerGroupSchema })),
  /** Of the run in use; null: customers in none of its segments. */
  segments: z.array(outlookSchema.extend({ segmentId: z.number().int().nullable() })),
  /** From the most valuable down: so large a share of all customers, and theirs of what is to come. */
  bands: z.array(outlookSchema.extend({ upTo: z.number() })),
  /** Customers whose next order is likelier than not within 30 days. */
  due: outlookSchema,
});
export type KeptPrediction = z.infer<typeof keptPredictionSchema>;

/** Which of them: a group, a band by its place, or those who are due. */
export const outlookOfSchema = z.union([customerGroupSchema, z.literal('due'), z.number().int().min(0).max(9)]);
export type OutlookOf = z.infer<typeof outlookOfSchema>;

const personAheadSchema = z.object({
  id: z.number().int(),
  /** Its row in the run in use; null where it is not in it. */
  row: z.number().int().nullable(),
  key: z.string(),
  name: z.string().nullable(),
  alive: z.number(),
  orders: z.number(),
  worth: z.number().nullable(),
  /** What they would bring who were still a customer for sure; orders where there is no money. */
  ifStaying: z.number(),
  silentDays: z.number(),
  /** From order to order so far; null where there was one only. */
  usualDays: z.number().nullable(),
});
export const peopleAheadSchema = z.object({
  /** Those with most at stake first; the most valuable first in bands and among those who stay or are due. */
  people: z.array(personAheadSchema),
  /** Rows of all of them in the run in use, rising. */
  rows: z.array(z.number().int()),
});
export type PeopleAhead = z.infer<typeof peopleAheadSchema>;
