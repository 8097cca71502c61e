import * as z from 'zod';
import { columnRoleSchema, columnTypeSchema } from './column.ts';
import { messageSchema } from './message.ts';
import { setAsideReasonSchema, totalsSchema } from './source.ts';

const int = z.number().int();

/** What a score is made of. */
const qualityParts = ['completeness', 'uniqueness', 'validity', 'consistency', 'keys', 'freshness'] as const;
const qualityPartSchema = z.enum(qualityParts);
export type QualityPart = z.infer<typeof qualityPartSchema>;

/** What can be wrong with a table, each kind under the part of the score that it belongs to. */
export const findingParts = {
  missing: 'completeness',
  empty: 'completeness',
  duplicates: 'uniqueness',
  nearDuplicates: 'uniqueness',
  odd: 'validity',
  impossibleBirth: 'validity',
  impossibleAge: 'validity',
  futureDate: 'validity',
  longAgo: 'validity',
  negative: 'validity',
  placeholder: 'validity',
  badEmail: 'validity',
  outliers: 'validity',
  constant: 'consistency',
  spellings: 'consistency',
  misspelling: 'consistency',
  abbreviation: 'consistency',
  rareCategories: 'consistency',
  keySpellings: 'keys',
  sharedOrder: 'keys',
  longOrder: 'keys',
  repeatedKey: 'keys',
  gap: 'freshness',
  stale: 'freshness',
} as const satisfies Record<string, QualityPart>;
export type FindingKind = keyof typeof findingParts;
const findingKindSchema = z.enum(Object.keys(findingParts) as [FindingKind, ...FindingKind[]]);

/** `info` says something worth knowing that costs no points. */
const severitySchema = z.enum(['info', 'low', 'medium', 'high']);
export type Severity = z.infer<typeof severitySchema>;

const cellValue = z.union([z.string(), z.number()]);

/** Cells of one column by what they hold: below, above or equal to something (typed values; days as ISO text). */
const cellTestSchema = z.object({
  below: cellValue.optional(),
  above: cellValue.optional(),
  values: z.array(cellValue).max(1000).optional(),
});
export type CellTest = z.infer<typeof cellTestSchema>;

/**
 * A change that a finding offers. Nothing is dropped: a cell that is emptied or respelled keeps what the file said
 * beside it, rows are set aside, and undo gives all of it back.
 */
export const qualityFixSchema = z.discriminatedUnion('kind', [
  /** Cells that say something impossible count as empty. */
  z.object({ kind: z.literal('setMissing'), sourceId: int, column: z.string(), cells: cellTestSchema }),
  /** Several spellings become one, in one group or many. */
  z.object({
    kind: z.literal('merge'),
    sourceId: int,
    column: z.string(),
    groups: z
      .array(z.object({ from: z.array(z.string()).min(1), to: z.string().min(1) }))
      .min(1)
      .max(500),
  }),
  /** Rows with such a cell do not count. */
  z.object({ kind: z.literal('setAside'), sourceId: int, column: z.string(), cells: cellTestSchema }),
  /** A rule is switched on, for the whole project. */
  z.object({ kind: z.literal('rule'), reason: setAsideReasonSchema }),
]);
export type QualityFix = z.infer<typeof qualityFixSchema>;

/** A fix with what it would do: cells or rows it touches, and the money on counted rows that it would set aside. */
const offeredFixSchema = z.object({
  change: qualityFixSchema,
  what: messageSchema,
  rows: int,
  money: z.number().nullable(),
});

const exampleSchema = z.object({
  /** Its number in the file. */
  row: int,
  cells: z.array(z.object({ column: z.string(), value: z.union([z.string(), z.number(), z.null()]) })),
});
export type QualityExample = z.infer<typeof exampleSchema>;

const findingSchema = z.object({
  /** The same for the same defect of the same source, however often the report is made. */
  id: z.string(),
  kind: findingKindSchema,
  sourceId: int,
  /** The table's name, and where it came from. */
  source: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  column: z.string().nullable(),
  severity: severitySchema,
  /** Rows concerned. */
  rows: int,
  /** On those of them that count; null where rows have no money. */
  money: z.number().nullable(),
  examples: z.array(exampleSchema),
  message: messageSchema,
  fix: offeredFixSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

const partScoreSchema = z.object({
  part: qualityPartSchema,
  weight: z.number(),
  /** 0 to 100; null where there is nothing to judge, and then it does not count. */
  score: z.number().nullable(),
  /** Why. */
  message: messageSchema,
});
export type PartScore = z.infer<typeof partScoreSchema>;

export const qualityReportSchema = z.object({
  /** 0 to 100: the parts' mean by weight. */
  score: z.number(),
  parts: z.array(partScoreSchema),
  /** Gravest first; among equals those that concern the larger share of rows or money. */
  findings: z.array(findingSchema),
  rows: int,
  /** The day that “today” was taken to be; null where nobody said. */
  today: z.string().nullable(),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;

/** The last report, and whether the project still is as it was then. */
export const lastReportSchema = z.object({ report: qualityReportSchema, current: z.boolean() });

/** Rows of a finding, with the cells that tell what they are. */
export const findingRowsSchema = z.object({
  /** How many can be looked at; of very many only the first are kept. */
  total: int,
  columns: z.array(z.object({ name: z.string(), type: columnTypeSchema, role: columnRoleSchema })),
  /** Of these columns the one that the finding is about; null where the row as a whole is meant. */
  marked: int.nullable(),
  rows: z.array(z.object({ row: int, cells: z.array(z.union([z.string(), z.number(), z.null()])) })),
});
export type FindingRowsPage = z.infer<typeof findingRowsSchema>;

/** What switching a rule would do; nothing is changed. */
export const rulePreviewSchema = z.object({
  reason: setAsideReasonSchema,
  /** Whether the rule is on now. */
  on: z.boolean(),
  /** Lines that it takes or would take, and the money on them. */
  lines: int,
  money: z.number(),
  examples: z.array(exampleSchema),
  /** Now, and with the rule switched over. */
  before: totalsSchema,
  after: totalsSchema,
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;
