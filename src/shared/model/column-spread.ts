import * as z from 'zod';

const count = z.number().int().min(0);

/** Cells between two ends of an axis, with the least and the greatest of them; null where there are none. */
const spreadBarSchema = z.object({
  from: z.number(),
  to: z.number(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  rows: count,
});
export type SpreadBar = z.infer<typeof spreadBarSchema>;

/** What stands in the cells of a column, counted over all rows of its table. */
export const columnSpreadSchema = z.object({
  rows: count,
  empty: count,
  /** Cells that are not what the column expects. */
  odd: count,
  /** Different values, texts without regard to case and accents; about, where there are too many to be kept apart. */
  different: z.object({ count, isAbout: z.boolean() }),
  /** Numbers, and days as days since 1 January 1970; null where the column holds neither. */
  range: z
    .object({
      isDays: z.boolean(),
      least: z.number(),
      most: z.number(),
      mean: z.number(),
      /** Values that 5, 25, 50, 75 and 95 of a hundred do not exceed. */
      quantiles: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
      /** `log`: an axis in log(1 + value). */
      axis: z.enum(['linear', 'log']),
      /** Ends of the axis, on which nearly all lie; what lies beyond counts in the outermost bars. */
      low: z.number(),
      high: z.number(),
      beyond: count,
      /** One bar a number: these are whole and few. */
      isEach: z.boolean(),
      bars: z.array(spreadBarSchema),
    })
    .nullable(),
  /** The most frequent values, as written the first time; only such that stand in more than one row. */
  values: z.array(z.object({ text: z.string(), rows: count })),
  /** The most frequent of the odd cells, as written. */
  oddTexts: z.array(z.object({ text: z.string(), rows: count })),
});
export type ColumnSpread = z.infer<typeof columnSpreadSchema>;

/** The same of those rows only that filters let through. */
export const shownSpreadSchema = z.object({
  rows: count,
  empty: count,
  odd: count,
  /** In each bar; where there are none, of each of the most frequent values. */
  counts: z.array(count),
});
export type ShownSpread = z.infer<typeof shownSpreadSchema>;
