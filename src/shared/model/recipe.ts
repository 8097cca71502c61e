import * as z from 'zod';
import { columnRoleSchema, columnTypeSchema } from './column.ts';
import { messageSchema } from './message.ts';
import { setAsideReasonSchema, sheetPreviewSchema, sourceKindSchema, sourceSchema } from './source.ts';

/** How one sheet was read: what a row is, and each column's type, role and format by its heading. */
const recipeSheetSchema = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  kind: sourceKindSchema,
  encoding: z.string(),
  delimiter: z.string().nullable(),
  /** 1-based row of the header in the file; 0 where there is none. */
  headerRow: z.number().int(),
  /** Whether an order's customer and day stand on its first line only; as the lines look where absent. */
  isOrderOnFirstLine: z.boolean().optional(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: columnTypeSchema,
      role: columnRoleSchema,
      format: z.string().nullable(),
    }),
  ),
});
export type RecipeSheet = z.infer<typeof recipeSheetSchema>;

/** What an import was told and what it found: enough to read next month's file the same way, in any project. */
export const recipeSchema = z.object({
  /** Rules that were switched off with the import; null where nobody said. */
  keep: z.array(setAsideReasonSchema).nullable().default(null),
  sheets: z.array(recipeSheetSchema).min(1).max(500),
});
export type Recipe = z.input<typeof recipeSchema>;

/** A standing import of the project, as a recipe; newest first in a list. */
export const recipeOfImportSchema = recipeSchema.extend({
  importId: z.number().int(),
  /** ISO time of the import. */
  at: z.string(),
});
export type RecipeOfImport = z.infer<typeof recipeOfImportSchema>;

/**
 * What files are read by. `auto`: those that standing imports know, as they were read then; `none`: guess anew and add
 * beside what is there; a number: as that import; else a recipe out of a file.
 */
export const recipeChoiceSchema = z.union([z.enum(['auto', 'none']), z.number().int(), recipeSchema]);
export type RecipeChoice = z.input<typeof recipeChoiceSchema>;

/**
 * How a file differs from the recipe it is read by. `isQuestion`: somebody should look before it comes in; a watched
 * folder leaves such a file alone. `newColumn`, `missingColumn` (`isNeeded`: nothing can be read without it),
 * `type` and `format` (the file proves another one, e.g. the month before the day; that one counts), `reading`
 * (encoding, delimiter or header row: for information only).
 */
const recipeDifferenceSchema = z.object({
  kind: z.enum(['newColumn', 'missingColumn', 'type', 'format', 'reading', 'noKey']),
  /** Of the new file, of the recipe where it is missing; null where it is about the file. */
  column: z.string().nullable(),
  isNeeded: z.boolean(),
  isQuestion: z.boolean(),
  text: messageSchema,
});
export type RecipeDifference = z.infer<typeof recipeDifferenceSchema>;

const span = z.object({ from: z.string(), to: z.string() });

/**
 * What bringing in a sheet does to the project, exactly. What stands for an order number and day (without numbers: for
 * a customer and day; in tables of customers and products: for a key) is replaced as a whole by what the new file says.
 */
const recipeChangesSchema = z.object({
  /** Rows of the file. */
  rows: z.number().int(),
  /** Standing rows that the file's rows take the place of; they stay in their table and do not count any more. */
  rowsReplaced: z.number().int(),
  /** Orders (of a day) of the file that the project has, and those that are new; null where there are no orders. */
  orders: z.object({ known: z.number().int(), added: z.number().int() }).nullable(),
  /** Customers of the file by key; null where it names none. */
  customers: z.object({ known: z.number().int(), added: z.number().int() }).nullable(),
  /** ISO days of the file, first and last. */
  period: span.nullable(),
  /** First and last day of the rows that are replaced. */
  overlap: span.nullable(),
  /** The same file, byte for byte as far as can be told without keeping it, is in the project; when it came in. */
  identical: z.object({ importId: z.number().int(), file: z.string(), at: z.string() }).nullable(),
});
export type RecipeChanges = z.infer<typeof recipeChangesSchema>;

/** What is known of a sheet that a recipe recognised. */
const sheetRecipeSchema = z.object({
  /** The import whose recipe it is; null where the recipe came out of a file. */
  importId: z.number().int().nullable(),
  file: z.string(),
  /** When that import was made; null where the recipe came out of a file. */
  at: z.string().nullable(),
  /** false: a needed column is missing, so the sheet was read by guessing and would be added beside. */
  isReplayed: z.boolean(),
  differences: z.array(recipeDifferenceSchema),
  /** Null where it is not replayed. */
  changes: recipeChangesSchema.nullable(),
  /** In sentences: what it was recognised as and what will happen; differences speak for themselves. */
  summary: z.array(messageSchema),
  /** Somebody should look at it before it comes in. */
  isQuestion: z.boolean(),
});
export type SheetRecipe = z.infer<typeof sheetRecipeSchema>;

/** A preview with what the recipes say of it; null where none knows such a sheet. */
export const recipePreviewSchema = sheetPreviewSchema.extend({ recipe: sheetRecipeSchema.nullable() });
export type RecipePreview = z.infer<typeof recipePreviewSchema>;

/** Customers by what became of them since the run before: see `segmentation.flows` for who went where. */
const movedSchema = z.object({
  stayed: z.number().int(),
  moved: z.number().int(),
  /** In the new run only. */
  arrived: z.number().int(),
  /** In the run before only. */
  left: z.number().int(),
});
export type Moved = z.infer<typeof movedSchema>;

/** What an import did, as one step that can be undone. */
export const importOutcomeSchema = z.object({
  sources: z.array(sourceSchema),
  /** By source; null where no recipe knew it and it was added beside. */
  recipes: z.array(sheetRecipeSchema.nullable()),
  /** The run that brings the active one up to date; null where there was none, or it could not be made. */
  segmentationId: z.number().int().nullable(),
  moved: movedSchema.nullable(),
  /** Why the segments could not be brought up to date, to be said as it is; null where nothing stood in the way. */
  problem: messageSchema.nullable(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What became of a file in the watched folder. */
export const watchedFileSchema = z.object({
  path: z.string(),
  file: z.string(),
  /** `imported`; `waiting`: somebody should look (`why`); `failed`: it could not be read (`why`). */
  state: z.enum(['imported', 'waiting', 'failed']),
  why: messageSchema.nullable(),
  /** An error's code where it failed, else null. */
  code: z.string().nullable(),
  at: z.string(),
});
export type WatchedFile = z.infer<typeof watchedFileSchema>;

/** The folder that the project looks at by itself; null where it does not. */
export const watchedFolderSchema = z.object({
  folder: z.string(),
  /** Why nothing can be seen there; null where it can. */
  problem: messageSchema.nullable(),
  /** Newest first. */
  files: z.array(watchedFileSchema),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;
