import * as z from 'zod';
import { columnRoleSchema, columnTypeSchema } from './column.ts';
import { messageSchema } from './message.ts';
import { sourceKindSchema } from './source.ts';

const int = z.number().int();

/** Files of one kind, such as twelve monthly exports, are one table as far as joins are concerned. */
const joinTableSchema = z.object({
  /** The oldest of its sources that is not read anew; any of them names the table. */
  sourceId: int,
  name: z.string(),
  /** Files or sheets that it is made of. */
  files: int,
  kind: sourceKindSchema,
  rows: int,
  columns: z.array(z.object({ name: z.string(), type: columnTypeSchema, role: columnRoleSchema })),
});
export type JoinTableView = z.infer<typeof joinTableSchema>;

/** One column of one table, as a person names it. */
export const joinColumnSchema = z.strictObject({ sourceId: int, column: z.string() });
export type JoinColumnName = z.infer<typeof joinColumnSchema>;

/** Rows of one side; those that a newer file replaced are not counted. matched + unmatched + blank = rows. */
const joinSideSchema = z.object({
  sourceId: int,
  name: z.string(),
  files: int,
  column: z.string(),
  rows: int,
  /** Rows whose value the other side has, those with a value that it has not, and those without a value. */
  matched: int,
  unmatched: int,
  blank: int,
});
export type JoinSide = z.infer<typeof joinSideSchema>;

export const joinSideNames = ['left', 'right'] as const;
export type JoinSideName = (typeof joinSideNames)[number];

/** How values are made alike: not at all, without regard to case and spaces, and also to zeros and signs before numbers. */
const comparisons = ['asWritten', 'ignoringCase', 'ignoringZeros'] as const;
export type JoinComparison = (typeof comparisons)[number];

/** How many rows of left and right have the same value, of the values that both have. */
const cardinalities = ['oneToOne', 'oneToMany', 'manyToOne', 'manyToMany'] as const;
export type JoinCardinality = (typeof cardinalities)[number];

/**
 * What a join is good for: it says who a customer is, which orders came back, what kind of thing or place a line is of, what
 * a customers’ or events’ table says of whom; `none`: nothing in the catalogue reads it.
 */
const joinUses = ['customer', 'returns', 'lookup', 'facts', 'events', 'none'] as const;
export type JoinUse = (typeof joinUses)[number];

export const joinSchema = z.object({
  /** The same for the same two columns, whatever is found out about them. */
  id: z.string(),
  left: joinSideSchema,
  right: joinSideSchema,
  comparison: z.enum(comparisons),
  cardinality: z.enum(cardinalities),
  /** Different values that both sides have. */
  keys: int,
  origin: z.enum(['guessed', 'own']),
  on: z.boolean(),
  use: z.enum(joinUses),
  /** How likely it is, 0 to 1; null for one's own. */
  score: z.number().nullable(),
  summary: messageSchema,
  /** Why it was guessed. */
  reasons: z.array(messageSchema),
  doubts: z.array(messageSchema),
});
export type Join = z.infer<typeof joinSchema>;

export const joinReportSchema = z.object({ tables: z.array(joinTableSchema), joins: z.array(joinSchema) });
export type JoinReport = z.infer<typeof joinReportSchema>;

/** The last report, and whether it is of the project as it stands. */
export const lastJoinsSchema = joinReportSchema.extend({ current: z.boolean() });

/** Rows of one side whose value the other has not, with their cells. */
export const unmatchedRowsSchema = z.object({
  total: int,
  /** How many of them can be looked at: of very many only the first are kept. */
  listed: int,
  columns: z.array(z.object({ name: z.string(), type: columnTypeSchema, role: columnRoleSchema })),
  /** Of these columns the one that joins. */
  marked: int.nullable(),
  rows: z.array(
    z.object({
      sourceId: int,
      /** Which file the row is of, as there may be several. */
      file: z.string(),
      row: int,
      cells: z.array(z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});
export type UnmatchedRows = z.infer<typeof unmatchedRowsSchema>;
