import { message } from '../../../shared/model/message.ts';
import type { RecipeChanges, RecipePreview } from '../../../shared/model/recipe.ts';
import type { SetAsideReason, SheetPreview } from '../../../shared/model/source.ts';
import type { Importer } from '../../import/types.ts';
import { standingCustomers } from '../../store/repositories/recipes.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { inTurn } from '../in-turn.ts';
import type { JobContext } from '../services.ts';
import { type Session, spanOf } from '../session.ts';
import { createCollector } from './collect-places.ts';
import { changesOf } from './count-changes.ts';
import { describeRecipe } from './describe-recipe.ts';
import { findReplaced } from './find-replaced.ts';
import { fingerprintsOf, identicalImport, isOfImport } from './known-files.ts';
import { type PlaceSet, placesAmong } from './line-places.ts';
import { recipeSheetOf } from './list-recipes.ts';
import { hasTables, planDifferences, planRecipes, type RecipeInput, type RecipePlan } from './plan-recipes.ts';
import { isSameKind } from './recognise.ts';

/** Where each part ends, as shares of the whole. */
const ends = { planned: 0.4, previewed: 0.7, read: 0.85 };

/** More lines than this that cannot be read are a sign that the recipe reads them wrongly. */
const unreadableShare = 0.1;

/** What bringing in each replayed sheet would change; null for the others. */
const countAll = async (
  db: Sqlite,
  importer: Importer,
  plan: RecipePlan,
  previews: readonly SheetPreview[],
  kept: readonly SetAsideReason[],
  job: JobContext,
): Promise<(RecipeChanges | null)[]> => {
  const at = plan.sheets.flatMap(({ isReplayed }, i) => (isReplayed ? [i] : []));
  const sheets = at.map((i) => previews[i]!);
  const known = standingCustomers(db);
  const collector = createCollector(sheets, (key) => known.get(key), activeMask(kept));
  const onRead = spanOf(job, 'checking', ends.previewed, ends.read);
  if (sheets.length > 0)
    for await (const batch of importer.read(sheets, { signal: job.signal, onProgress: onRead })) collector.add(batch);
  const prints = await fingerprintsOf(sheets);
  const changes: (RecipeChanges | null)[] = previews.map(() => null);
  const before: PlaceSet[] = [];
  const step = (1 - ends.read) / Math.max(1, sheets.length);
  for (const [n, sheet] of sheets.entries()) {
    const collected = collector.sheets[n]!;
    const { places } = collected;
    const standing = listSources(db).filter((source) => isSameKind(recipeSheetOf(source), sheet));
    const identical = identicalImport(db, prints.get(sheet.path) ?? null, sheet.sheet);
    const onProgress = spanOf(job, 'checking', ends.read + n * step, ends.read + (n + 1) * step);
    const left = {
      has: (row: Parameters<PlaceSet['has']>[0]) => places.has(row) && !before.some((one) => one.has(row)),
    };
    const found = await findReplaced(
      db,
      standing,
      left,
      placesAmong(sheet.kind, collected.counted),
      isOfImport(identical, sheet.sheet),
      job,
      onProgress,
    );
    changes[at[n]!] = changesOf(sheet, collected, found, identical, (customer) => customer > 0);
    before.push(places);
  }
  return changes;
};

/**
 * What files hold, read by the recipes that know them, and what bringing them in would change. Reads the files through
 * up to three times and the project's tables of that kind once; writes nothing.
 * @throws AppError `notFound`, `cancelled`, and what reading meets
 */
export const previewRecipes = async (
  session: Session,
  importer: Importer,
  input: RecipeInput,
  job: JobContext,
): Promise<RecipePreview[]> => {
  const db = session.project?.db ?? null;
  const { signal } = job;
  const onProgress = spanOf(job, 'reading', 0, ends.planned);
  const plan = await planRecipes(db, importer, input, { signal, onProgress });
  const kept = db === null ? [] : keptReasons(db);
  const ofFile = typeof input.recipe === 'object' ? (input.recipe.keep ?? []) : [];
  const keptThen = input.keep ?? [...new Set([...kept, ...ofFile])];
  const previews = await importer.preview(input.paths, {
    mapping: plan.mapping,
    isBeside: hasTables(db),
    keep: keptThen,
    signal,
    onProgress: spanOf(job, 'reading', ends.planned, ends.previewed),
  });
  const differences = planDifferences(plan, previews);
  const changes =
    db === null
      ? previews.map(() => null)
      : await inTurn(session, 'recipe.preview', job, () => countAll(db, importer, plan, previews, keptThen, job));
  job.progress('checking', 1);
  return previews.map((preview, i): RecipePreview => {
    const sheet = plan.sheets[i]!;
    const unreadable = preview.setAside.find(({ reason }) => reason === 'unreadable')?.lines ?? 0;
    const doubts =
      sheet.isReplayed && unreadable > preview.rows * unreadableShare
        ? [...preview.doubts, message('source.doubt.unreadable', { lines: unreadable, rows: preview.rows })]
        : preview.doubts;
    const recipe = describeRecipe(sheet, differences[i]!, changes[i]!, doubts.length > 0);
    return { ...preview, doubts, confident: doubts.length === 0 && recipe?.isQuestion !== true, recipe };
  });
};
