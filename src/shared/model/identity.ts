import * as z from 'zod';
import { messageSchema } from './message.ts';

/** What the records of customers are compared by, as `IdentityRecords` of the engine names it. */
export const identityFields = [
  'firstName',
  'lastName',
  'fullName',
  'email',
  'phone',
  'street',
  'postalCode',
  'city',
  'birthDate',
] as const;
const identityFieldSchema = z.enum(identityFields);
export type IdentityField = z.infer<typeof identityFieldSchema>;

/**
 * One customer as an import made it, with what its files say of it. It stays what it is for ever; which customer it counts
 * as (`customerId`) is what people decide.
 */
export const identityRecordSchema = z.object({
  id: z.number().int(),
  customerId: z.number().int(),
  /** The customer as the file knows it; null where the file has no number for it. */
  key: z.string().nullable(),
  /** Tables that it stands in. */
  sources: z.array(z.string()),
  fields: z.partialRecord(identityFieldSchema, z.string()),
});
export type IdentityRecord = z.infer<typeof identityRecordSchema>;

/** What speaks for (bits above 0) or against two records being one customer. */
const identityEvidenceSchema = z.object({
  about: z.string(),
  /** How far the field agrees; null where a record lacks it, and for what is no field. */
  level: z.string().nullable(),
  bits: z.number(),
  message: messageSchema,
});
export type IdentityEvidence = z.infer<typeof identityEvidenceSchema>;

const identityPairSchema = z.object({
  /** `<a>-<b>`: the same as long as both records are there. */
  id: z.string(),
  a: identityRecordSchema,
  b: identityRecordSchema,
  /** Probability that the two are one customer. */
  probability: z.number(),
  /** What speaks most first; what all pairs have in common last. */
  evidence: z.array(identityEvidenceSchema),
  /** Why it is taken for more or less than its probability: not joined though sure by itself, or the same by a key. */
  remark: messageSchema.nullable(),
});
export type IdentityPair = z.infer<typeof identityPairSchema>;

const identityGroupSchema = z.object({
  records: z.array(identityRecordSchema),
  /** The pairs that make it one customer, the surest first. */
  pairs: z.array(identityPairSchema),
});
export type IdentityGroup = z.infer<typeof identityGroupSchema>;

const identitySearchSchema = z.object({
  at: z.iso.datetime(),
  /** Records that were compared. */
  records: z.number().int(),
  fields: z.array(identityFieldSchema),
  /** Pairs that were compared. */
  compared: z.number().int(),
  notes: z.array(messageSchema),
  /** Of all pairs, this share is one customer; of pairs that are, and of those that are not, this share agrees. */
  prior: z.number(),
  model: z.array(
    z.object({
      field: z.string(),
      levels: z.array(z.string()),
      same: z.array(z.number()),
      others: z.array(z.number()),
    }),
  ),
});
export type IdentitySearch = z.infer<typeof identitySearchSchema>;

export const identityOverviewSchema = z.object({
  /** Fields that the tables have; without a name, e-mail or phone nobody can be told again. */
  atHand: z.array(identityFieldSchema),
  canSearch: z.boolean(),
  /** Null where nobody has looked yet. */
  search: identitySearchSchema.nullable(),
  /** Whether tables, rules or corrections are others since. */
  isStale: z.boolean(),
  /** Customers that surely stand several times, and how many customers they would make fewer. */
  sure: z.number().int(),
  sureFewer: z.number().int(),
  /** Pairs to look at. */
  doubtful: z.number().int(),
  /** Customers that were put together. */
  merged: z.number().int(),
});
export type IdentityOverview = z.infer<typeof identityOverviewSchema>;

export const identityGroupPageSchema = z.object({ total: z.number().int(), groups: z.array(identityGroupSchema) });
export const identityPairPageSchema = z.object({ total: z.number().int(), pairs: z.array(identityPairSchema) });
export const mergedPageSchema = z.object({
  total: z.number().int(),
  customers: z.array(z.object({ customerId: z.number().int(), records: z.array(identityRecordSchema) })),
});

/** What a person says of two records, by their ids. */
export const identityDecisionSchema = z.object({
  a: z.number().int(),
  b: z.number().int(),
  verdict: z.enum(['same', 'different']),
});
export type IdentityDecision = z.infer<typeof identityDecisionSchema>;
