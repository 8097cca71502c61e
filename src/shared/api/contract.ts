import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { customerPageSchema, customerStorySchema } from '../model/customer.ts';
import { catalogueEntrySchema, scoreBreaksSchema, snapshotSchema, unitSchema } from '../model/feature.ts';
import { flowsSchema } from '../model/flow.ts';
import { fileHandleSchema, jobEventSchema } from '../model/job.ts';
import { prepareOptionsSchema } from '../model/preparation.ts';
import { journalEntrySchema, projectInfoSchema, recentProjectSchema } from '../model/project.ts';
import { qualityFixSchema, qualityReportSchema, rulePreviewSchema } from '../model/quality.ts';
import { ruleDivisionSchema } from '../model/rule-division.ts';
import { kChoiceSchema, methodSchema, segmentationSchema, segmentationSummarySchema } from '../model/segmentation.ts';
import {
  mappingSchema,
  setAsideReasonSchema,
  setAsideSchema,
  sheetPreviewSchema,
  sourceSchema,
  totalsSchema,
} from '../model/source.ts';
import { treeViewSchema } from '../model/tree.ts';

/**
 * Every method of Tessera, once. A *query* reads and is answered by the reader thread, a *command* changes the project
 * in one step, a *job* takes time: it yields progress and returns its result; both go to the writer thread. *host*
 * methods are the only ones that the host answers itself. Small JSON only: big columns and files travel by the binary
 * routes (`routes.ts`).
 */
type MethodKind = 'query' | 'command' | 'job' | 'host';
const meta = oc.$meta<{ kind: MethodKind }>({ kind: 'query' });
const query = meta.meta({ kind: 'query' });
const command = meta.meta({ kind: 'command' });
const job = meta.meta({ kind: 'job' });
const host = meta.meta({ kind: 'host' });

const id = z.number().int();
const progressOf = <Result extends z.ZodType>(result: Result) => eventIterator(jobEventSchema, result);
/** No system takes a zero character in a path, and some stop reading at it. */
const path = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'), 'it is no path');
const paths = z.array(path).min(1).max(50);

export const contract = {
  host: {
    info: host.output(
      z.object({
        version: z.string(),
        kind: z.enum(['desktop', 'browser', 'cli']),
        /** Bytes that left this computer since start; null where the host cannot measure. */
        bytesSent: z.number().nullable(),
        /** What exactly was measured, as a message key. */
        measuredBy: z.string(),
      }),
    ),
  },
  jobs: { cancel: command.input(z.object({ jobId: z.string() })).output(z.object({ cancelled: z.boolean() })) },
  project: {
    create: command
      .input(z.object({ name: z.string().min(1).max(200), path: path.optional() }))
      .output(projectInfoSchema),
    open: command.input(z.object({ path })).output(projectInfoSchema),
    close: command.output(z.object({ closed: z.boolean() })),
    info: query.output(projectInfoSchema.nullable()),
    recents: query.output(z.array(recentProjectSchema)),
    /** The sample shop, imported and segmented. */
    sample: job.output(progressOf(projectInfoSchema)),
  },
  source: {
    /** Reads the files through once and says what they hold; writes nothing. `mapping` overrides the guesses, by sheet order. */
    preview: job
      .input(
        z.object({ paths, mapping: z.array(mappingSchema).optional(), keep: z.array(setAsideReasonSchema).optional() }),
      )
      .output(progressOf(z.array(sheetPreviewSchema))),
    /** Imports what `preview` showed into the open project: all of it or nothing. */
    import: job
      .input(
        z.object({ paths, mapping: z.array(mappingSchema).optional(), keep: z.array(setAsideReasonSchema).optional() }),
      )
      .output(progressOf(z.array(sourceSchema))),
    list: query.output(z.array(sourceSchema)),
    rows: query
      .input(z.object({ sourceId: id, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }))
      .output(z.object({ total: id, rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) })),
    /** Of all sources, or of one. */
    setAside: query.input(z.strictObject({ sourceId: id.optional() }).optional()).output(z.array(setAsideSchema)),
    setRule: command.input(z.object({ reason: setAsideReasonSchema, on: z.boolean() })).output(projectInfoSchema),
  },
  features: {
    /** What the columns at hand let us say of every customer: formula in words, unit, and the columns it comes from. */
    catalogue: query.output(z.array(catalogueEntrySchema)),
    /**
     * Computes features as of a day (the last order's where none is given), from nothing later; the whole catalogue where
     * none is named. They stand beside the snapshots of segmentations; read them by the route of columns.
     */
    compute: job
      .input(
        z.object({
          asOf: z.iso.date().optional(),
          features: z.array(z.string()).min(1).optional(),
          breaks: scoreBreaksSchema.optional(),
        }),
      )
      .output(progressOf(snapshotSchema.extend({ totals: totalsSchema }))),
    /** Adds one's own by a formula over others, e.g. `totalSpent / orders`; its key is `own:<name>`. */
    define: command
      .input(
        z.object({
          name: z
            .string()
            .trim()
            .min(1)
            .max(80)
            .regex(/^[^"'\\=,]*$/, 'a name has no quotation marks, backslashes, commas or equals signs'),
          formula: z.string().max(2_000),
          unit: unitSchema,
        }),
      )
      .output(projectInfoSchema),
    remove: command.input(z.object({ key: z.string() })).output(projectInfoSchema),
  },
  quality: {
    /**
     * A score with its parts, and every finding with its rows and a fix where there is one. Whether the data are up to
     * date is judged where `today` is given. It finds the further rules' lines, which changes no figure.
     */
    report: job.input(z.object({ today: z.iso.date().optional() })).output(progressOf(qualityReportSchema)),
    /** Makes a finding's fix, as one change that can be undone; `rows` cells or rows were corrected. */
    fix: job
      .input(z.object({ fix: qualityFixSchema }))
      .output(progressOf(z.object({ rows: z.number().int(), project: projectInfoSchema }))),
    /** What switching a rule over would do; changes nothing. Switch it by `source.setRule`. */
    preview: job.input(z.object({ reason: setAsideReasonSchema })).output(progressOf(rulePreviewSchema)),
  },
  segmentation: {
    run: job
      .input(
        z.object({
          method: methodSchema,
          k: kChoiceSchema,
          seed: z
            .number()
            .int()
            .min(0)
            .max(2 ** 31 - 1)
            .default(1),
          /** Feature keys to use; all numeric ones where absent. */
          features: z.array(z.string()).min(1).optional(),
          /** How they are prepared; as usual where absent. */
          preparation: prepareOptionsSchema.optional(),
        }),
      )
      .output(progressOf(segmentationSchema)),
    list: query.output(z.array(segmentationSummarySchema)),
    /** The active one where no id is given; null where there is none yet. */
    get: query.input(z.object({ id: id.optional() })).output(segmentationSchema.nullable()),
    activate: command.input(z.object({ id })).output(projectInfoSchema),
    /**
     * Who went where since the run that this one (the active one where no id is given) was made after; null for a first
     * run and where there is none yet.
     */
    flows: query.input(z.object({ id: id.optional() })).output(flowsSchema.nullable()),
    /** Finds out how repeatable a run's segments are, where that is not known yet; changes nothing else. */
    trust: job.input(z.object({ id })).output(progressOf(segmentationSchema)),
    /** Draws the map on which neighbours stay near, where it is not drawn yet; read by the route of columns. */
    neighbours: job.input(z.object({ id })).output(progressOf(segmentationSchema)),
    /** A division by plain rules to set beside a run; null where there are no orders. */
    byRules: query.input(z.object({ id: id.optional() })).output(ruleDivisionSchema.nullable()),
  },
  segment: {
    rename: command.input(z.object({ id, name: z.string().trim().min(1).max(80) })).output(projectInfoSchema),
    recolour: command.input(z.object({ id, color: z.number().int().min(0).max(47) })).output(projectInfoSchema),
  },
  tree: {
    /** Grows the tree over the customers of the active segmentation's snapshot, or returns the one that is there. */
    grow: job.output(progressOf(z.object({ treeId: id }))),
    /** The tree of the active segmentation's snapshot, folded to at most `leaves` leaves; null where none is grown. */
    get: query
      .input(z.object({ leaves: z.number().int().min(2).max(4000).default(60) }))
      .output(treeViewSchema.nullable()),
    /** Which of the k branches each drawn leaf belongs to is plain from the heights; applying it makes a segmentation. */
    cut: job.input(z.object({ treeId: id, k: z.number().int().min(1).max(30) })).output(progressOf(segmentationSchema)),
  },
  customers: {
    page: query
      .input(
        z.object({
          segmentationId: id.optional(),
          segmentIds: z.array(id).optional(),
          /** Snapshot rows, as selected in a picture. */
          rows: z.array(id).max(200_000).optional(),
          search: z.string().max(200).optional(),
          sort: z.object({ by: z.string(), descending: z.boolean() }).optional(),
          offset: z.number().int().min(0),
          limit: z.number().int().min(1).max(500),
        }),
      )
      .output(customerPageSchema),
    story: query.input(z.object({ row: id, segmentationId: id.optional() })).output(customerStorySchema),
  },
  export: {
    /**
     * segments: one line a customer with its segment; customers: the same with all features; mailingList: the chosen
     * segments' customers with the file's own name and e-mail columns; exact: a source as it was written (CSV only).
     */
    table: job
      .input(
        z.object({
          what: z.enum(['segments', 'customers', 'mailingList', 'exact']),
          format: z.enum(['csv', 'xlsx']),
          segmentationId: id.optional(),
          segmentIds: z.array(id).optional(),
          sourceId: id.optional(),
        }),
      )
      .output(progressOf(fileHandleSchema)),
    /** Computed features, one line a customer, under their keys. */
    features: job
      .input(z.object({ snapshotId: id, format: z.enum(['csv', 'xlsx']) }))
      .output(progressOf(fileHandleSchema)),
    /** One self-contained HTML page. No individual customer in it unless asked for. */
    report: job
      .input(z.object({ segmentationId: id.optional(), withCustomers: z.boolean() }))
      .output(progressOf(fileHandleSchema)),
  },
  journal: {
    list: query.output(z.array(journalEntrySchema)),
    undo: command.output(projectInfoSchema),
    redo: command.output(projectInfoSchema),
  },
};

export type Contract = typeof contract;
