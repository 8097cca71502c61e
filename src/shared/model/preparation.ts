import * as z from 'zod';
import { type Message, message } from './message.ts';

/** Share of the most common value from which a feature counts as nearly constant. */
export const nearlyConstantFrom = 0.99;

/**
 * How a feature is straightened. `auto` takes logs of what is highly skewed to the right, never negative, and less
 * skewed for it; `suggested` also does what a record only suggests otherwise: Yeo-Johnson where a log cannot serve.
 */
const askedTransformSchema = z.enum(['auto', 'suggested', 'none', 'log1p', 'yeoJohnson']);
const transformSchema = z.enum(['none', 'log1p', 'yeoJohnson']);
export type Transform = z.infer<typeof transformSchema>;

/** z-scores; median and interquartile range; least and greatest to 0 and 1; values as they are. */
const scaleSchema = z.enum(['zscore', 'robust', 'minmax', 'none']);
export type Scale = z.infer<typeof scaleSchema>;

/**
 * Values beyond the limits stand at them: quantiles; the quartiles ± `times` their distance (Tukey 1977); the median ±
 * `times` 1.4826 median absolute deviations. Measured on the transformed values that are there.
 */
const capSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('none') }),
  z.object({ by: z.literal('quantile'), low: z.number().min(0).lt(0.5), high: z.number().gt(0.5).max(1) }),
  z.object({ by: z.literal('iqr'), times: z.number().positive().max(100) }),
  z.object({ by: z.literal('mad'), times: z.number().positive().max(100) }),
]);
export type Cap = z.infer<typeof capSchema>;

/** What stands where nothing stood; `indicator` is the median and a column of its own that says so. */
const missingSchema = z.enum(['median', 'mean', 'zero', 'dropRows', 'indicator']);

/** Squared distances along the feature count this many times. */
const weightSchema = z.number().min(0).max(1e6);

const featureOptionsSchema = z
  .object({
    transform: askedTransformSchema,
    scale: scaleSchema,
    cap: capSchema,
    missing: missingSchema,
    weight: weightSchema,
  })
  .partial();

/** How features are prepared: for all of them, and otherwise for some. */
export const prepareOptionsSchema = z.object({
  transform: askedTransformSchema.default('auto'),
  scale: scaleSchema.default('zscore'),
  cap: capSchema.default({ by: 'none' }),
  missing: missingSchema.default('median'),
  weight: weightSchema.default(1),
  /** Of two features whose Pearson correlation is at least this either way, the later one is left out; null for never. */
  correlatedAtLeast: z.number().min(0.5).max(1).nullable().default(null),
  nearConstant: z.enum(['keep', 'leaveOut']).default('keep'),
  /** By feature key. */
  features: z.record(z.string(), featureOptionsSchema).default({}),
});
/** As asked for; what is not said is as usual. */
export type PrepareChoice = z.input<typeof prepareOptionsSchema>;
/** Every choice made. */
export type PrepareOptions = z.output<typeof prepareOptionsSchema>;
export type FeatureOptions = Required<{ [Key in keyof z.infer<typeof featureOptionsSchema>]: PrepareOptions[Key] }>;

export const usualPreparation: PrepareOptions = prepareOptionsSchema.parse({});

/** What holds for one feature. */
export const optionsOf = (options: PrepareOptions, feature: string): FeatureOptions => {
  const { transform, scale, cap, missing, weight } = options;
  const own = Object.entries(options.features[feature] ?? {}).filter(([, value]) => value !== undefined);
  return { transform, scale, cap, missing, weight, ...Object.fromEntries(own) };
};

/** One text for one way of preparing: only what differs from the usual, in a fixed order; `{}` for the usual. */
export const preparationKey = (options: PrepareOptions): string => {
  const differing = (one: object, other: object): [string, unknown][] =>
    Object.entries(one)
      .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify((other as Record<string, unknown>)[key]))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const { features: _, ...usual } = usualPreparation;
  const { features, ...all } = options;
  const own = Object.keys(features)
    .sort()
    .flatMap((key) => {
      const changed = differing(optionsOf(options, key), all);
      return changed.length === 0 ? [] : [[key, Object.fromEntries(changed)]];
    });
  return JSON.stringify({
    ...Object.fromEntries(differing(all, usual)),
    ...(own.length === 0 ? {} : { features: Object.fromEntries(own) }),
  });
};

const recordSchema = z.object({
  feature: z.string(),
  transform: transformSchema,
  /** What its skewness suggests, done or not. */
  suggested: transformSchema,
  /** Yeo-Johnson's parameter; null for another transform. */
  lambda: z.number().nullable(),
  /** Skewness before, and after the transform and the limits. */
  skewBefore: z.number(),
  skewAfter: z.number(),
  /** Mean and population standard deviation of the transformed values within their limits. */
  mean: z.number(),
  deviation: z.number(),
  scale: scaleSchema,
  /** What is taken off the transformed values, and what the rest is divided by. */
  center: z.number(),
  spread: z.number(),
  /** The limits of transformed values, and what they are in the feature's own unit (null: beyond all numbers). */
  cap: z
    .object({ low: z.number(), high: z.number(), ownLow: z.number().nullable(), ownHigh: z.number().nullable() })
    .nullable(),
  /** Values that were beyond the limits. */
  cappedLow: z.number().int(),
  cappedHigh: z.number().int(),
  missing: missingSchema,
  /** Values that were missing. */
  imputed: z.number().int(),
  /** What stands for them, untransformed. */
  fill: z.number(),
  /** A column after those of the features is 1 where it was missing, else 0. */
  indicator: z.boolean(),
  /** Of the values that are there, untransformed. */
  median: z.number(),
  weight: z.number(),
  /** Nearly everybody has one and the same value. */
  nearConstant: z.boolean(),
  /** Whether it is a column that distances are taken in. */
  used: z.boolean(),
  /** Why it is not. */
  leftOut: z.enum(['constant', 'nearConstant', 'correlated', 'weightless']).nullable(),
  /** The earlier feature that says the same, where it was left out for that. */
  correlated: z.object({ with: z.string(), r: z.number() }).nullable(),
});
/** What was done to one feature before clustering: enough to do it again to a row that was not there. */
export type Preparation = z.infer<typeof recordSchema>;

type FirstNoted =
  | 'feature'
  | 'transform'
  | 'skewBefore'
  | 'skewAfter'
  | 'mean'
  | 'deviation'
  | 'imputed'
  | 'median'
  | 'used';

/** A record with what the first versions did not note, since they did it in one way only. */
export const completePreparation = (noted: Pick<Preparation, FirstNoted> & Partial<Preparation>): Preparation => ({
  suggested: noted.transform,
  lambda: null,
  scale: 'zscore',
  center: noted.mean,
  spread: noted.deviation,
  cap: null,
  cappedLow: 0,
  cappedHigh: 0,
  missing: 'median',
  fill: noted.median,
  indicator: false,
  weight: 1,
  nearConstant: false,
  leftOut: noted.used ? null : 'constant',
  correlated: null,
  ...noted,
});

/** Reads old records, too. */
export const preparationSchema = z.preprocess(
  (noted) => (typeof noted === 'object' && noted !== null ? completePreparation(noted as Preparation) : noted),
  recordSchema,
);

/** What else an analyst should know of it. */
export const preparationNotes = ({
  transform,
  suggested,
  cap,
  cappedLow,
  cappedHigh,
  missing,
  imputed,
  nearConstant,
  leftOut,
  scale,
  center,
  spread,
}: Preparation): Message[] => [
  ...(scale === 'zscore' || scale === 'none' || leftOut !== null
    ? []
    : [message('preparation.scaled', { center, spread })]),
  ...(suggested === transform || suggested === 'none' ? [] : [message('preparation.suggested', { suggested })]),
  ...(cap === null || leftOut !== null
    ? []
    : [
        message('preparation.capped', {
          low: cappedLow,
          high: cappedHigh,
          least: cap.ownLow,
          greatest: cap.ownHigh,
        }),
      ]),
  ...(imputed === 0 || missing === 'median' ? [] : [message('preparation.filled', { missing })]),
  ...(nearConstant && leftOut === null ? [message('preparation.nearConstant')] : []),
];

/** What was done, as a sentence for analysts; `nameOf` gives a feature's name. */
export const preparationMessage = (
  { used, leftOut, transform, lambda, scale, weight, correlated }: Preparation,
  nameOf: (feature: string) => string,
): Message =>
  used
    ? message('preparation.done', { transform, lambda, scale, weight })
    : message('preparation.leftOut', {
        why: leftOut,
        with: correlated === null ? null : nameOf(correlated.with),
        r: correlated?.r ?? null,
      });
