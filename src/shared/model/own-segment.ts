import * as z from 'zod';

/** Customers whom somebody keeps under a name of their own, beside every run; they may be in several of them. */
export const ownSegmentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** Index into the colour sequence. */
  color: z.number().int(),
  createdAt: z.string(),
  /** Whom it holds. */
  customers: z.number().int(),
  /** Those of them who are in the segmentation in use. */
  size: z.number().int(),
  share: z.number(),
  /** What they have spent; null where that is not known. */
  revenue: z.number().nullable(),
  revenueShare: z.number().nullable(),
});
export type OwnSegment = z.infer<typeof ownSegmentSchema>;

const id = z.number().int();

/** Most customers that are named one by one: more are a segment, or a segment of one's own. */
const mostRows = 1_000_000;

/** Some customers of a segmentation (the active one where none is named): exactly one of the three says who. */
export const whoSchema = z.object({
  segmentationId: id.optional(),
  segmentIds: z.array(id).min(1).optional(),
  /** Rows of its snapshot. */
  rows: z.array(id.min(0)).min(1).max(mostRows).optional(),
  /** A segment of one's own. */
  ownId: id.optional(),
});
export type Who = z.infer<typeof whoSchema>;

/** A customer who was taken out of everything that counts. */
const excludedCustomerSchema = z.object({
  id,
  key: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  since: z.string(),
  /** Lines and money of theirs that would count; no lines in a table of customers. */
  lines: id,
  money: z.number(),
});

export const excludedPageSchema = z.object({
  /** All of them. */
  total: id,
  lines: id,
  money: z.number(),
  customers: z.array(excludedCustomerSchema),
});
export type ExcludedPage = z.infer<typeof excludedPageSchema>;
