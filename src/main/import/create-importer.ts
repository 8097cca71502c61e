import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Mapping, SetAsideReason, SheetPreview } from '../../shared/model/source.ts';
import { expandPaths } from './expand-paths.ts';
import { fileError } from './file-error.ts';
import { firstLook } from './first-look.ts';
import { createKeyIndex } from './key-index.ts';
import { openTables } from './open-tables.ts';
import { isOrderKind } from './preview/line-reader.ts';
import { planTable, type TablePlan } from './preview/plan-table.ts';
import { plannedSheet, previewTable } from './preview/preview-table.ts';
import { checkNeeds } from './preview/read-mapping.ts';
import { rowsInSlices, throwIfCancelled } from './preview/rows-in-slices.ts';
import { surveyTable, type TableSurvey } from './preview/survey-table.ts';
import { createRowTyper, type ReadKeys } from './preview/type-rows.ts';
import type { Importer, PlannedSheet, PlanOptions, ReadOptions, TypedBatch } from './types.ts';

interface FileState {
  readonly bytes: number;
  readonly modifiedMs: number;
}

interface SurveyedFile extends FileState {
  readonly surveys: readonly TableSurvey[];
}

/** Shares of the work on one file: opening it, looking at all rows, adding up. */
const ends = { opened: 0.15, surveyed: 0.6 };

const within = (options: ReadOptions, from: number, to: number): ReadOptions => ({
  signal: options.signal,
  onProgress: (fraction) => options.onProgress?.(from + Math.min(1, Math.max(0, fraction)) * (to - from)),
});

const stateOf = async (path: string): Promise<FileState> => {
  try {
    const { size, mtimeMs } = await stat(path);
    return { bytes: size, modifiedMs: mtimeMs };
  } catch (error) {
    throw fileError(error, basename(path));
  }
};

const isSame = (a: FileState, b: FileState): boolean => a.bytes === b.bytes && a.modifiedMs === b.modifiedMs;

const surveyFile = async (path: string, state: FileState, options: ReadOptions): Promise<SurveyedFile> => {
  const tables = await openTables(path, within(options, 0, ends.opened / ends.surveyed));
  const surveys: TableSurvey[] = [];
  const step = (1 - ends.opened / ends.surveyed) / Math.max(1, tables.length);
  for (const [i, table] of tables.entries()) {
    const from = ends.opened / ends.surveyed + i * step;
    surveys.push(await surveyTable(table, within(options, from, from + step)));
  }
  return { ...state, surveys };
};

const isComplete = ({ kind, columns }: TablePlan): boolean => {
  if (kind === 'customers') return true;
  return isOrderKind(kind) && ['customer', 'date'].every((role) => columns.some((column) => column.role === role));
};

/**
 * What each table of a call is. Orders that do not say who and when are put by where another table says it: they
 * stay in the project, but nothing is asked about them.
 * @param isBeside whether there are tables already: texts alone may say more about these
 * @throws AppError `noNumbers` where there are texts alone, `mappingIncomplete`
 */
const planAll = (
  files: readonly SurveyedFile[],
  mapping: readonly (Mapping | null)[] | undefined,
  isBeside: boolean,
): TablePlan[] => {
  const surveys = files.flatMap((file) => file.surveys);
  const plans = surveys.map((survey, i) => planTable(survey, mapping?.[i] ?? null));
  if (!isBeside && plans.every(({ hasNumbers }) => !hasNumbers))
    throw new AppError('noNumbers', { file: surveys[0]!.table.file });
  if (!plans.some(isComplete)) return plans;
  return plans.map((plan) =>
    plan.isMapped || !isOrderKind(plan.kind) || isComplete(plan) ? plan : planTable(plan.survey, null, 'events'),
  );
};

/**
 * The import layer as one object. What it learnt about the files of the last preview it remembers, so that a changed
 * answer or the import itself reads them once instead of three times; a file that changed since is looked at anew.
 */
export const createImporter = (): Importer => {
  let remembered = new Map<string, SurveyedFile>();

  const look = async (path: string, options: ReadOptions): Promise<SurveyedFile> => {
    const state = await stateOf(path);
    const known = remembered.get(path);
    return known && isSame(known, state) ? known : surveyFile(path, state, options);
  };

  /** Everything up to the counting, which takes progress from 0 to `surveyed`. */
  const planPaths = async (
    given: readonly string[],
    { mapping, isBeside = false, ...options }: PlanOptions,
    surveyed: number,
  ): Promise<TablePlan[]> => {
    throwIfCancelled(options);
    const paths = await expandPaths(given);
    const states = [];
    for (const path of paths) states.push(await stateOf(path));
    const allBytes = states.reduce((sum, { bytes }) => sum + bytes, 0) || 1;
    const files: SurveyedFile[] = [];
    let bytes = 0;
    for (const [i, path] of paths.entries()) {
      const from = (bytes / allBytes) * surveyed;
      bytes += states[i]!.bytes;
      files.push(await look(path, within(options, from, (bytes / allBytes) * surveyed)));
    }
    remembered = new Map(paths.map((path, i) => [path, files[i]!]));
    return planAll(files, mapping, isBeside);
  };

  const readSheet = async function* (
    sheet: PlannedSheet,
    keys: ReadKeys,
    options: ReadOptions,
  ): AsyncGenerator<Omit<TypedBatch, 'sheet'>> {
    checkNeeds(sheet.file, sheet.kind, sheet.columns);
    throwIfCancelled(options);
    if (!isSame(await stateOf(sheet.path), sheet)) throw new AppError('fileChanged', { file: sheet.file });
    const { surveys } = await look(sheet.path, { signal: options.signal });
    const survey = surveys.find(({ table }) => table.sheet === sheet.sheet);
    const isOther = survey?.names.length !== sheet.columns.length;
    if (!survey || isOther) throw new AppError('fileChanged', { file: sheet.file });
    const { cancelled } = planTable(survey, {
      sheet: sheet.sheet,
      kind: sheet.kind,
      columns: sheet.columns.map(({ name, type, role, format }) => ({ name, type, role, format })),
      ...(sheet.isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine: sheet.isOrderOnFirstLine }),
    });
    const typeRows = createRowTyper(sheet.kind, sheet.columns, cancelled, keys);
    for await (const batch of rowsInSlices(survey.table, options)) yield typeRows(batch);
  };

  return {
    look: async (paths, options) => {
      for (const path of await expandPaths(paths)) {
        throwIfCancelled(options);
        const found = await firstLook(path, options);
        if (found !== null) return found;
      }
      return null;
    },

    plan: async (paths, options) => {
      const plans = await planPaths(paths, options, 1);
      options.onProgress?.(1);
      return plans.map(plannedSheet);
    },

    preview: async (paths, { keep = [], ...options }) => {
      const kept: readonly SetAsideReason[] = keep.filter((reason) => reason !== 'unreadable');
      const plans = await planPaths(paths, options, ends.surveyed);
      const allRows = plans.reduce((sum, plan) => sum + plan.survey.rows, 0) || 1;
      const previews: SheetPreview[] = [];
      let rows = 0;
      for (const plan of plans) {
        const from = ends.surveyed + (rows / allRows) * (1 - ends.surveyed);
        rows += plan.survey.rows;
        const to = ends.surveyed + (rows / allRows) * (1 - ends.surveyed);
        previews.push(await previewTable(plan, kept, within(options, from, to)));
      }
      options.onProgress?.(1);
      return previews;
    },

    async *read(sheets, options): AsyncGenerator<TypedBatch> {
      const keys: ReadKeys = { customers: createKeyIndex(), orders: createKeyIndex() };
      const allRows = sheets.reduce((sum, { rows }) => sum + rows, 0) || 1;
      let rows = 0;
      for (const [i, sheet] of sheets.entries()) {
        const from = rows / allRows;
        rows += sheet.rows;
        for await (const batch of readSheet(sheet, keys, within(options, from, rows / allRows)))
          yield { sheet: i, ...batch };
      }
    },
  };
};
