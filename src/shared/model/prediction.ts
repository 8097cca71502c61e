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
  value: z.number().nullable(),
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
  }),
  file: fileHandleSchema.nullable(),
});
export type CustomerPredictionView = z.infer<typeof customerPredictionSchema>;
