import * as z from 'zod';
import { flowsSchema } from './flow.ts';
import { segmentationSchema } from './segmentation.ts';
import { setAsideSchema, sourceKindSchema, totalsSchema } from './source.ts';

const int = z.number().int();
const number = z.number();

/** How closely a fact is tied to an axis of the map. */
const linkSchema = z.object({ feature: z.string(), strength: number });

/** A map of a few thousand dots: positions only, on a field of `width` × `height` whose y grows downwards. */
const mapSchema = z.object({
  width: int,
  height: int,
  /** Dots by place: index into the run's segments, and their number for customers in none. */
  dots: z.array(z.array(int)),
  shown: int,
  /** Dots that stand at the edge because they lie far outside. */
  beyond: int,
  /** Middles by place, in the axes' own units; null where nobody is there. */
  middles: z.array(z.object({ x: number, y: number, size: int, left: number, top: number }).nullable()),
  across: z.array(linkSchema),
  up: z.array(linkSchema),
});
export type MapMaterial = z.infer<typeof mapSchema>;

/** A tree folded to branches of which each lies within one segment. Merges and children as in `TreeView`. */
const treeSchema = z.object({
  merges: z.array(z.object({ left: int, right: int, height: number })),
  leaves: z.array(z.object({ size: int, label: int })),
});
export type TreeMaterial = z.infer<typeof treeSchema>;

/** How a fact is spread in each segment: five quantiles (5, 25, 50, 75, 95 %), by place; null where nobody has it. */
const spreadSchema = z.object({
  feature: z.string(),
  /** Only 0 and 1: what counts is how many have it. */
  isFlag: z.boolean(),
  quantiles: z.array(z.array(number).length(5).nullable()),
});
export type SpreadMaterial = z.infer<typeof spreadSchema>;

/** What the last look through the tables found: counts and columns, never a value of a row. */
const qualitySchema = z.object({
  score: number,
  current: z.boolean(),
  parts: z.array(z.object({ part: z.string(), score: number.nullable(), findings: int })),
  findings: z.array(
    z.object({
      part: z.string(),
      kind: z.string(),
      severity: z.string(),
      file: z.string(),
      column: z.string().nullable(),
      rows: int,
    }),
  ),
});
export type QualityMaterial = z.infer<typeof qualitySchema>;

/** A customer of the lists; `values` in the order of the run's features, null where missing. */
const listedSchema = z.object({
  key: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  values: z.array(number.nullable()),
});
export type ListedCustomer = z.infer<typeof listedSchema>;

const customersSchema = z.object({
  lists: z.array(z.object({ segmentId: int, customers: z.array(listedSchema) })),
  order: z.enum(['bySpend', 'byFile']),
  /** The most that are listed of one segment; null where everybody is. */
  most: int.nullable(),
});
export type CustomersMaterial = z.infer<typeof customersSchema>;

/** Customers whom a person took out, with what would count of theirs. */
const excludedSchema = z.object({
  customers: int,
  lines: int,
  money: number,
  /** The last ones first, as many as are printed; null where nobody is to be named. */
  named: z.array(z.object({ key: z.string(), name: z.string().nullable(), since: z.string() })).nullable(),
});
export type ExcludedMaterial = z.infer<typeof excludedSchema>;

/** Everything that reports of one run tell of, small enough to travel: no card needs more. */
export const reportMaterialSchema = z.object({
  project: z.string(),
  sources: z.array(
    z.object({ id: int, file: z.string(), sheet: z.string().nullable(), kind: sourceKindSchema, rows: int }),
  ),
  totals: totalsSchema,
  /** Null where it is not known any more what was set aside. */
  setAside: z.array(setAsideSchema).nullable(),
  /** Null where nobody is taken out, or it is not known any more. */
  excluded: excludedSchema.nullable(),
  segmentation: segmentationSchema,
  /** Null where fewer than two customers can be drawn. */
  map: mapSchema.nullable(),
  /** Null where the segments do not come from a tree. */
  tree: treeSchema.nullable(),
  spreads: z.array(spreadSchema),
  /** Null for a first run. */
  flows: flowsSchema.nullable(),
  /** Null where nobody has looked yet. */
  quality: qualitySchema.nullable(),
  /** Null where nobody is to be named. */
  customers: customersSchema.nullable(),
});
export type ReportMaterial = z.infer<typeof reportMaterialSchema>;
