import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportOutcome, RecipeChanges } from '../../../../shared/model/recipe.ts';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import type { SetAside, SetAsideReason, Source } from '../../../../shared/model/source.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import { follow, showProgress } from '../progress.ts';
import { segmentationJson } from './describe.ts';
import { mappingOf, type RoleChoice } from './map-roles.ts';
import { countSetAside, openProject, toCents } from './project.ts';
import { readRecipeOption } from './recipe-file.ts';

export interface ImportOptions {
  readonly keep?: SetAsideReason[];
  readonly map?: RoleChoice[];
  /** `auto`, `none`, the number of an import, or the path of a file that `tessera recipe` wrote. */
  readonly recipe?: string;
}

const sourceJson = (source: Source, rules: readonly SetAside[]) => ({
  name: source.name,
  sheet: source.sheet,
  kind: source.kind,
  rows: source.rows,
  columns: source.columns.map(({ name, type, role, format, missing, odd }) => ({
    name,
    type,
    role,
    format,
    missing,
    odd,
  })),
  encoding: source.encoding,
  delimiter: source.delimiter,
  headerRow: source.headerRow,
  setAside: countSetAside(rules),
});

/** Sheets of a call with what recipes said and did, as `--json` prints it. */
const recipeJson = ({ sources, recipes, moved, problem }: ImportOutcome, segmentation: Segmentation | null) => {
  const changes = recipes.flatMap((one) => one?.changes ?? []);
  const sum = (pick: (change: RecipeChanges) => number | undefined) =>
    changes.reduce((all, change) => all + (pick(change) ?? 0), 0);
  return {
    recognised: recipes.some((one) => one?.isReplayed),
    sheets: recipes.map((one, i) => ({
      name: sources[i]!.name,
      sheet: sources[i]!.sheet,
      recognised: one?.isReplayed ?? false,
      as: one && { importId: one.importId, file: one.file, at: one.at },
      differences: (one?.differences ?? []).map(({ kind, column, text }) => ({ kind, column, text: say(text) })),
      changes: one?.changes ?? null,
      summary: (one?.summary ?? []).map((text) => say(text)),
    })),
    differences: recipes.flatMap((one) => one?.differences ?? []).map(({ text }) => say(text)),
    replaced: { rows: sum(({ rowsReplaced }) => rowsReplaced), orders: sum(({ orders }) => orders?.known) },
    added: {
      rows: sum(({ rows }) => rows),
      orders: sum(({ orders }) => orders?.added),
      customers: sum(({ customers }) => customers?.added),
    },
    moved,
    segmentation: segmentation && segmentationJson(segmentation),
    problem: problem && say(problem),
  };
};

/** The same for people; nothing where no recipe knew the files. */
export const recipeLines = ({ sheets, moved, problem }: ReturnType<typeof recipeJson>): string[] => {
  const format = formatOf('en-GB');
  return [
    ...sheets.flatMap(({ summary, differences }) => [...summary, ...differences.map(({ text }) => `  ${text}`)]),
    ...(moved === null
      ? []
      : [
          `Segments are up to date: ${format.count(moved.moved, 'customer', 'customers')} moved, ${format.number(moved.stayed)} stayed, ${format.number(moved.arrived)} are new.`,
        ]),
    ...(problem === null ? [] : [`The segments could not be brought up to date. ${problem}`]),
  ];
};

/** Imports files into a project, which is made where there is none; one made for files that cannot be read goes again. */
export const importFiles = async (
  core: Core,
  project: string,
  files: readonly string[],
  { keep, map, recipe: asked = 'auto' }: ImportOptions,
  signal: AbortSignal,
) => {
  const isNew = !existsSync(resolve(project));
  await openProject(core, project, true);
  const show = showProgress();
  try {
    const paths = files.map((file) => resolve(file));
    const recipe = await readRecipeOption(asked);
    const chosen = { paths, recipe, ...(keep ? { keep } : {}) };
    const mapping = map
      ? mappingOf(await follow(core.client, core.client.recipe.preview(chosen), signal, show), map)
      : null;
    const input = { ...chosen, ...(mapping ? { mapping } : {}) };
    const outcome = await follow(core.client, core.client.recipe.import(input), signal, show);
    const { sources, segmentationId } = outcome;
    const segmentation = segmentationId === null ? null : await core.client.segmentation.get({ id: segmentationId });
    const ofEach = await Promise.all(sources.map(({ id }) => core.client.source.setAside({ sourceId: id })));
    const [info, rules] = await Promise.all([core.client.project.info(), core.client.source.setAside()]);
    const { customers = null, orders = null, orderLines = null, revenue = null } = info?.totals ?? {};
    return {
      sources: sources.map((source, i) => sourceJson(source, ofEach[i]!)),
      customers,
      orders,
      orderLines,
      revenue: toCents(revenue),
      setAside: countSetAside(rules),
      recipe: recipeJson(outcome, segmentation),
    };
  } catch (error) {
    if (isNew) {
      await core.client.project.close();
      await rm(resolve(project), { force: true });
    }
    throw error;
  } finally {
    show.end();
  }
};
