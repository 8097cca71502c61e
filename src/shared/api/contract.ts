import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { columnRoleSchema, columnTypeSchema } from '../model/column.ts';
import { columnSpreadSchema, shownSpreadSchema } from '../model/column-spread.ts';
import { comparisonSchema, flowCustomersSchema, monthsSchema, sideKeySchema, waysSchema } from '../model/comparison.ts';
import {
  customerColumnsSchema,
  customerLinesSchema,
  customerPageSchema,
  customerPlaceSchema,
  customerStorySchema,
  portraitFactSchema,
} from '../model/customer.ts';
import { customerViewSchema } from '../model/customer-view.ts';
import { factRelationsSchema } from '../model/fact-relations.ts';
import {
  catalogueEntrySchema,
  formulaCheckSchema,
  scoreBreaksSchema,
  snapshotSchema,
  unitSchema,
} from '../model/feature.ts';
import { firstLookSchema } from '../model/first-look.ts';
import { flowsSchema } from '../model/flow.ts';
import {
  identityDecisionSchema,
  identityGroupPageSchema,
  identityOverviewSchema,
  identityPairPageSchema,
  mergedPageSchema,
} from '../model/identity.ts';
import { fileHandleSchema, jobEventSchema } from '../model/job.ts';
import {
  joinColumnSchema,
  joinReportSchema,
  joinSchema,
  joinSideNames,
  lastJoinsSchema,
  unmatchedRowsSchema,
} from '../model/join.ts';
import { numberOriginSchema, numberRefSchema } from '../model/number-origin.ts';
import { excludedPageSchema, ownSegmentSchema, whoSchema } from '../model/own-segment.ts';
import {
  customerPredictionRequestSchema,
  customerPredictionSchema,
  keptPredictionSchema,
  outlookOfSchema,
  peopleAheadSchema,
} from '../model/prediction.ts';
import { preferencesChangeSchema, preferencesSchema } from '../model/preferences.ts';
import { prepareOptionsSchema } from '../model/preparation.ts';
import { journalEntrySchema, projectInfoSchema, recentProjectSchema } from '../model/project.ts';
import {
  findingRowsSchema,
  lastReportSchema,
  qualityFixSchema,
  qualityReportSchema,
  rulePreviewSchema,
} from '../model/quality.ts';
import {
  importOutcomeSchema,
  recipeChoiceSchema,
  recipeOfImportSchema,
  recipePreviewSchema,
  watchedFolderSchema,
} from '../model/recipe.ts';
import { reportCompositionSchema, reportFormatSchema, reportTemplateSchema } from '../model/report.ts';
import { reportMaterialSchema } from '../model/report-material.ts';
import { rowOrderSchema, rowPageSchema, shownWordsSchema } from '../model/rows.ts';
import { ruleDivisionSchema } from '../model/rule-division.ts';
import {
  kChoiceSchema,
  maxK,
  methodSchema,
  segmentationSchema,
  segmentationSummarySchema,
} from '../model/segmentation.ts';
import {
  mappingSchema,
  setAsideReasonSchema,
  setAsideSchema,
  sheetPreviewSchema,
  sourceKindSchema,
  sourceSchema,
  totalsSchema,
} from '../model/source.ts';
import { treeViewSchema } from '../model/tree.ts';
import { mostCellRows } from '../table/csv-line.ts';

/**
 * Every method of Tessera, once. A *query* reads and is answered by the reader thread, a *command* changes the project
 * in one step, a *job* takes time: it yields progress and returns its result; both go to the writer thread. *host*
 * methods are the only ones that the host answers itself. Small JSON only: big columns and files travel by the binary
 * routes (`routes.ts`). Long on purpose: it is looked up, not read through, and one object is what types, routers and
 * the test of every method go by.
 */
type MethodKind = 'query' | 'command' | 'job' | 'host';
const meta = oc.$meta<{ kind: MethodKind }>({ kind: 'query' });
const query = meta.meta({ kind: 'query' });
const command = meta.meta({ kind: 'command' });
const job = meta.meta({ kind: 'job' });
const host = meta.meta({ kind: 'host' });

const id = z.number().int();
const seedSchema = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const progressOf = <Result extends z.ZodType>(result: Result) => eventIterator(jobEventSchema, result);
const pageInput = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) });
/** No system takes a zero character in a path, and some stop reading at it. */
const path = z
  .string()
  .min(1)
  .refine((text) => !text.includes('\0'), 'it is no path');
const paths = z.array(path).min(1).max(50);

const exclusionOutcomeSchema = z.object({
  customers: id,
  ...importOutcomeSchema.pick({ segmentationId: true, moved: true, problem: true }).shape,
  project: projectInfoSchema,
});

const recipeInput = z.object({
  paths,
  /** `auto` where absent. */
  recipe: recipeChoiceSchema.optional(),
  /** By sheet order; null: as the recipe has it, or by guessing. */
  mapping: z.array(mappingSchema.nullable()).optional(),
  keep: z.array(setAsideReasonSchema).optional(),
});

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
  /** How a person likes the app; the host gives them to the page with its first byte. */
  preferences: { set: command.input(preferencesChangeSchema).output(preferencesSchema) },
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
    sample: job
      .input(z.object({ locale: z.string().max(60).optional() }).optional())
      .output(progressOf(projectInfoSchema)),
  },
  source: {
    /**
     * What the beginning of the first of these files that is a text file says, at once and provisionally; null where none
     * is. `wholeBytes`: the size of the whole, where only its beginning stands at the path.
     */
    look: job
      .input(z.object({ paths, wholeBytes: z.number().int().min(0).optional() }))
      .output(progressOf(firstLookSchema.nullable())),
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
    /**
     * Reads columns of a table as another type, role or format, from what the project keeps of it. Segments are brought
     * up to date; one undo takes all of it back.
     */
    reread: job
      .input(
        z.object({
          sourceId: id,
          kind: sourceKindSchema.optional(),
          columns: z
            .array(
              z.object({
                name: z.string(),
                type: columnTypeSchema.optional(),
                role: columnRoleSchema.optional(),
                format: z.string().nullable().optional(),
              }),
            )
            .min(1),
        }),
      )
      .output(progressOf(importOutcomeSchema)),
    list: query.output(z.array(sourceSchema)),
    /** A page of rows in any order, with what is odd about them. */
    rows: query
      .input(
        rowOrderSchema.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }).strict(),
      )
      .output(rowPageSchema),
    /**
     * Where in that order the row of this number stands, or in the order of the file the next one after it; null where
     * it is not among them, and while the order is still being made.
     */
    place: query
      .input(rowOrderSchema.extend({ row: z.number().int().min(0) }).strict())
      .output(z.object({ index: id.nullable(), arranging: z.number().nullable() })),
    /**
     * What stands in a column, from all rows; and in those that filters let through, where there are any. Null and how far
     * it is, where it takes longer to count than one waits.
     */
    spread: query.input(rowOrderSchema.omit({ sort: true }).extend({ column: z.string() }).strict()).output(
      z.object({
        spread: columnSpreadSchema.nullable(),
        shown: shownSpreadSchema.nullable(),
        arranging: z.number().nullable(),
      }),
    ),
    /** Of all sources, or of one. */
    setAside: query.input(z.strictObject({ sourceId: id.optional() }).optional()).output(z.array(setAsideSchema)),
    setRule: command.input(z.object({ reason: setAsideReasonSchema, on: z.boolean() })).output(projectInfoSchema),
  },
  recipe: {
    /** Every standing import as a recipe, newest first. */
    list: query.output(z.array(recipeOfImportSchema)),
    /**
     * As `source.preview`, with what the project's recipes know of the files: how they differ, and what bringing them in
     * would replace and add. Writes nothing. `mapping` overrides a recipe, by sheet order.
     */
    preview: job.input(recipeInput).output(progressOf(z.array(recipePreviewSchema))),
    /**
     * Brings the files in as `preview` said: what recipes know takes the place of what stands, the rest is added beside.
     * Where there is a segmentation it is made again with the same options, unless `update` says no. One undo takes back
     * all of it.
     */
    import: job.input(recipeInput.extend({ update: z.boolean().optional() })).output(progressOf(importOutcomeSchema)),
    /**
     * The project looks at this folder by itself, as long as it is open in a window: a new or changed file that recipes
     * know comes in where nothing is to be asked; others wait (`watched`).
     */
    watch: command.input(z.object({ folder: path })).output(projectInfoSchema),
    unwatch: command.output(projectInfoSchema),
    watched: query.output(watchedFolderSchema.nullable()),
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
    /**
     * How facts of a snapshot go together and what is missing for whom, by segment of a segmentation where one is named.
     * Only looks; nothing is kept.
     */
    relations: job
      .input(
        z.strictObject({
          snapshotId: id,
          features: z.array(z.string()).min(1).max(60),
          segmentationId: id.optional(),
        }),
      )
      .output(progressOf(factRelationsSchema)),
    /** Whether a formula can be read, and what it gives for the first customers of a snapshot; keeps nothing. */
    check: query.input(z.object({ formula: z.string().max(2_000), snapshotId: id })).output(formulaCheckSchema),
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
    /** The last report that was made; null where there is none. */
    last: query.output(lastReportSchema.nullable()),
    /** A page of the rows of one of the last report's findings, by its id; none where it has no rows of its own. */
    rows: query
      .input(
        z.object({ finding: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
      )
      .output(findingRowsSchema),
    /** Makes a finding's fix, as one change that can be undone; `rows` cells or rows were corrected. */
    fix: job
      .input(z.object({ fix: qualityFixSchema }))
      .output(progressOf(z.object({ rows: z.number().int(), project: projectInfoSchema }))),
    /** What switching a rule over would do; changes nothing. Switch it by `source.setRule`. */
    preview: job.input(z.object({ reason: setAsideReasonSchema })).output(progressOf(rulePreviewSchema)),
  },
  identity: {
    /** Looks for customers that stand several times; puts nobody together. What was found is kept until the next look. */
    find: job.output(progressOf(z.object({ project: projectInfoSchema }))),
    get: query.output(identityOverviewSchema),
    /** Customers that surely are one, a page at a time. */
    sure: query.input(pageInput).output(identityGroupPageSchema),
    /** Pairs for a person to decide, the likeliest first. */
    queue: query.input(pageInput).output(identityPairPageSchema),
    /** Customers that were put together, with their records. */
    merged: query.input(pageInput).output(mergedPageSchema),
    /** Puts together all that surely are one, as one change; `moved` records count as another customer now. */
    mergeSure: job.output(progressOf(z.object({ moved: id, project: projectInfoSchema }))),
    /** What a person says of pairs, as one change; remembered for ever. */
    decide: job
      .input(z.object({ decisions: z.array(identityDecisionSchema).min(1).max(1_000) }))
      .output(progressOf(z.object({ moved: id, project: projectInfoSchema }))),
    /** Takes one record out of a customer, or all apart where none is named; they stay apart for ever. */
    split: job
      .input(z.object({ customerId: id, identityId: id.optional() }))
      .output(progressOf(z.object({ moved: id, project: projectInfoSchema }))),
  },
  joins: {
    /**
     * Guesses by which columns the tables belong together, and counts over all rows what finds a partner; at once where the
     * last report is of the project as it stands.
     */
    find: job.output(progressOf(joinReportSchema)),
    /** The last report with what people switched since; null where none was made. Own joins taken back are not in it. */
    list: query.output(lastJoinsSchema.nullable()),
    /** A page of the rows of one side whose value the other has not. */
    unmatched: query
      .input(pageInput.extend({ id: z.string(), side: z.enum(joinSideNames) }))
      .output(unmatchedRowsSchema),
    switch: command.input(z.object({ id: z.string(), on: z.boolean() })).output(projectInfoSchema),
    /** Counts what joining by these columns would find; keeps nothing. */
    try: job.input(z.object({ left: joinColumnSchema, right: joinColumnSchema })).output(progressOf(joinSchema)),
    /** Adds a join of one's own, as one change. */
    add: job
      .input(z.object({ left: joinColumnSchema, right: joinColumnSchema }))
      .output(progressOf(z.object({ join: joinSchema, project: projectInfoSchema }))),
    /** Takes a join of one's own away; guessed ones are switched off instead. */
    remove: command.input(z.object({ id: z.string() })).output(projectInfoSchema),
  },
  segmentation: {
    run: job
      .input(
        z.object({
          method: methodSchema,
          k: kChoiceSchema,
          seed: seedSchema.default(1),
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
    /**
     * Puts segments of the active segmentation together, as a new segmentation of the same customers: the largest one's
     * id, name and colour hold for all of them, and every other segment stays what it was.
     */
    merge: job.input(z.object({ ids: z.array(id).min(2).max(maxK) })).output(progressOf(segmentationSchema)),
    /** Divides one segment of the active segmentation by k-means, the same way; its largest part goes on as it, or the one that it was before others came to it. */
    split: job
      .input(
        z.object({
          id,
          parts: z.number().int().min(2).max(6),
          seed: seedSchema.default(1),
        }),
      )
      .output(progressOf(segmentationSchema)),
    /** A frozen segment keeps its customers, those who are still there, whenever segments are found again. */
    freeze: command.input(z.object({ id, on: z.boolean() })).output(projectInfoSchema),
  },
  selection: {
    /** Keeps customers under a name of one's own, in a colour that is free where none is given. */
    save: command
      .input(
        whoSchema.extend({
          name: z.string().trim().min(1).max(80),
          color: z.number().int().min(0).max(47).optional(),
        }),
      )
      .output(z.object({ id, project: projectInfoSchema })),
    /** Oldest first, with their figures in the segmentation in use; their rows are read by the route of columns. */
    list: query.output(z.array(ownSegmentSchema)),
    rename: command.input(z.object({ id, name: z.string().trim().min(1).max(80) })).output(projectInfoSchema),
    recolour: command.input(z.object({ id, color: z.number().int().min(0).max(47) })).output(projectInfoSchema),
    remove: command.input(z.object({ id })).output(projectInfoSchema),
  },
  tree: {
    /** Grows the tree over the customers of the active segmentation's snapshot, or returns the one that is there. */
    grow: job.output(progressOf(z.object({ treeId: id }))),
    /** The tree of the active segmentation's snapshot, folded to at most `leaves` leaves; null where none is grown. */
    get: query
      .input(z.object({ leaves: z.number().int().min(2).max(4000).default(60) }))
      .output(treeViewSchema.nullable()),
    /**
     * Makes a segmentation of the branches below a straight cut into k, or below one that goes branch by branch: the
     * merges `undone`, by their ids in the tree (its customers and up; the route of columns has them), and all above them.
     */
    cut: job
      .input(
        z
          .object({
            treeId: id,
            k: z.number().int().min(1).max(maxK).optional(),
            undone: z
              .array(id)
              .min(1)
              .max(maxK - 1)
              .optional(),
          })
          .refine(({ k, undone }) => (k === undefined) !== (undone === undefined), 'it needs either k or undone'),
      )
      .output(progressOf(segmentationSchema)),
  },
  customers: {
    page: query
      .input(
        customerViewSchema.extend({
          /** Facts whose values are wanted, `sureness` among them; all facts where absent. */
          columns: z.array(z.string()).max(500).optional(),
          /** Answers by then with how far it is, where the order takes longer to make; waits where absent. */
          patienceMs: z.number().int().min(0).max(60_000).optional(),
          offset: z.number().int().min(0),
          limit: z.number().int().min(1).max(500),
        }),
      )
      .output(customerPageSchema),
    /** What can be shown of every customer. */
    columns: query.input(z.object({ segmentationId: id.optional() })).output(customerColumnsSchema),
    /** Everybody who matches, or those at these places of the order, as bits of snapshot rows (`row-bits.ts`). */
    matching: query
      .input(
        customerViewSchema.extend({
          from: z.number().int().min(0).optional(),
          to: z.number().int().min(0).optional(),
        }),
      )
      .output(z.object({ total: id, rows: z.string() })),
    /** Where a customer stands in the order, and who stands beside. */
    place: query.input(customerViewSchema.extend({ row: id })).output(customerPlaceSchema),
    /**
     * Takes customers out of all figures, features and segments from now on; the segmentation in use is brought up to
     * date. One undo takes all of it back.
     */
    exclude: job.input(whoSchema).output(progressOf(exclusionOutcomeSchema)),
    /** Brings these of them back, or all of them, the same way. */
    include: job.input(z.object({ ids: z.array(id).min(1).optional() })).output(progressOf(exclusionOutcomeSchema)),
    /** Who is taken out, the last ones first, with the lines and money that would count. */
    excluded: query.input(pageInput).output(excludedPageSchema),
    /** One customer, by its row or by its id, which holds for ever. */
    story: query
      .input(
        z
          .object({ row: id.optional(), customerId: id.optional(), segmentationId: id.optional() })
          .refine(
            ({ row, customerId }) => (row === undefined) !== (customerId === undefined),
            'it needs a row or an id',
          ),
      )
      .output(customerStorySchema),
    /** The lines of one of its orders. */
    lines: query.input(z.object({ customerId: id, sourceId: id, number: id })).output(customerLinesSchema),
    /** Its facts among those of its segment and of everybody. */
    portrait: query.input(z.object({ row: id, segmentationId: id.optional() })).output(z.array(portraitFactSchema)),
  },
  compare: {
    /**
     * Two segmentations side by side, also of different months: who went where and why, which segment is which, and how
     * far they agree.
     */
    runs: query.input(z.object({ a: sideKeySchema, b: sideKeySchema })).output(comparisonSchema),
    /** A page of the customers of one flow, by its code. */
    customers: query
      .input(pageInput.extend({ a: sideKeySchema, b: sideKeySchema, code: z.number().int().min(0) }))
      .output(flowCustomersSchema),
    /** The segmentations of different days that led to the one in use, and earlier month ends that were rebuilt. */
    months: query.output(monthsSchema),
    /** Finds the segments in use as of so many earlier month ends, from the same data; they are kept beside the run. */
    rebuild: job.input(z.object({ months: z.number().int().min(1).max(23) })).output(progressOf(monthsSchema)),
    /** Tries ways of finding segments, for the same number or each for its own; keeps nothing. */
    ways: job
      .input(z.object({ methods: z.array(methodSchema).min(1).max(methodSchema.options.length), k: kChoiceSchema }))
      .output(progressOf(waysSchema)),
  },
  explain: {
    /** Where a number comes from: its formula's parts, the same counted anew, and what made it. */
    number: query.input(z.object({ of: numberRefSchema })).output(numberOriginSchema),
    /**
     * Counts one anew that `number` could not while somebody waits: from all rows of the files, or by the method itself.
     * The two are the same within `tolerance`; null where the data it was made from are gone. Changes nothing.
     */
    recount: job
      .input(z.object({ of: numberRefSchema }))
      .output(progressOf(z.object({ value: z.number().nullable(), tolerance: z.number() }))),
  },
  predict: {
    /**
     * What customers will do within a horizon: tried on the last days first, then fitted to everything. What was found last
     * is kept; asked for another horizon of the same orders, the same models look ahead anew.
     */
    customers: job.input(customerPredictionRequestSchema).output(progressOf(customerPredictionSchema)),
    /** The last prediction by groups of customers; null where there is none. */
    last: query.output(keptPredictionSchema.nullable()),
    /** Who is in one of its groups: the first of them by name, all of them by their rows in the run in use. */
    people: query
      .input(z.object({ of: outlookOfSchema, limit: z.number().int().min(0).max(500) }))
      .output(peopleAheadSchema),
  },
  export: {
    /**
     * segments: one line a customer with its segment; customers: the same with all features; mailingList: customers with
     * the file's own name and e-mail columns; each of everybody, or of some segments, rows, or a segment of one's own.
     * exact: a source as it was written (CSV only).
     */
    table: job
      .input(
        z.object({
          what: z.enum(['segments', 'customers', 'mailingList', 'exact']),
          format: z.enum(['csv', 'xlsx']),
          ...whoSchema.shape,
          segmentIds: z.array(id).optional(),
          sourceId: id.optional(),
          /** Names of segments and facts are said in its language; English where absent. */
          locale: z.string().max(60).optional(),
        }),
      )
      .output(progressOf(fileHandleSchema)),
    /**
     * The rows of a table as the screen shows them: in its order, through its filters, all of them. Where a sheet of Excel
     * is full the next one goes on.
     */
    rows: job
      .input(
        rowOrderSchema
          .omit({ patienceMs: true })
          .extend({ format: z.enum(['csv', 'xlsx']), words: shownWordsSchema })
          .strict(),
      )
      .output(progressOf(fileHandleSchema)),
    /** Computed features, one line a customer, under their keys. */
    features: job
      .input(z.object({ snapshotId: id, format: z.enum(['csv', 'xlsx']), locale: z.string().max(60).optional() }))
      .output(progressOf(fileHandleSchema)),
    /** An Excel file of a table that the page has already, e.g. the figures behind a picture. */
    workbook: job
      .input(
        z.strictObject({
          title: z.string().min(1),
          header: z.array(z.string()).min(1).max(2_000),
          rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).max(mostCellRows),
        }),
      )
      .output(progressOf(fileHandleSchema)),
    /** Customers as a table shows them: those who match, in its order, its columns under its headings. */
    customers: job
      .input(
        customerViewSchema.extend({
          title: z.string().min(1).max(200),
          columns: z
            .array(z.object({ id: z.string(), header: z.string() }))
            .min(1)
            .max(500),
          format: z.enum(['csv', 'xlsx']),
          locale: z.string().max(60).optional(),
        }),
      )
      .output(progressOf(fileHandleSchema)),
    /** The customers of one flow between two segmentations, with what they were and are. */
    flow: job
      .input(
        z.object({
          a: sideKeySchema,
          b: sideKeySchema,
          code: z.number().int().min(0),
          format: z.enum(['csv', 'xlsx']),
          locale: z.string().max(60).optional(),
        }),
      )
      .output(progressOf(fileHandleSchema)),
    /**
     * The project's report as a file, or that of a template. No individual customer in it unless `withCustomers` says so;
     * then every segment's are listed at the end where no card lists them. Words and numbers as in `locale`.
     */
    report: job
      .input(
        z.object({
          segmentationId: id.optional(),
          withCustomers: z.boolean(),
          format: reportFormatSchema.default('html'),
          template: reportTemplateSchema.optional(),
          locale: z.string().max(60).optional(),
        }),
      )
      .output(progressOf(fileHandleSchema)),
  },
  report: {
    /** What the project's report is made of; the owner's template, and `isOwn` false, until somebody changes it. */
    get: query.output(z.object({ composition: reportCompositionSchema, isOwn: z.boolean() })),
    /** Everything that reports of a run tell of, small; with `named` the first few customers of each segment. */
    material: query
      .input(z.object({ segmentationId: id.optional(), named: z.boolean().default(false) }))
      .output(reportMaterialSchema),
    /** Puts it together anew, as one change. */
    compose: command.input(z.object({ composition: reportCompositionSchema })).output(projectInfoSchema),
  },
  journal: {
    list: query.output(z.array(journalEntrySchema)),
    undo: command.output(projectInfoSchema),
    redo: command.output(projectInfoSchema),
  },
};

export type Contract = typeof contract;
