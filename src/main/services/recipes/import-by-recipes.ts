import type { ImportOutcome } from '../../../shared/model/recipe.ts';
import type { PlannedSheet } from '../../import/types.ts';
import { endsOfUpdate, importPlanned, type SourceDependencies } from '../import-planned.ts';
import type { JobContext, WriterServices } from '../services.ts';
import { spanOf } from '../session.ts';
import { describeRecipe } from './describe-recipe.ts';
import { fingerprintsOf } from './known-files.ts';
import { hasTables, planDifferences, planRecipes, type RecipePlan } from './plan-recipes.ts';

/**
 * Brings files in by the recipes that know them: see `recipe.import`.
 * @throws AppError `notFound`, `cancelled`, and what reading meets
 */
export const importByRecipes = (
  dependencies: SourceDependencies,
  input: Parameters<WriterServices['recipe']['import']>[0],
  job: JobContext,
): Promise<ImportOutcome> => {
  const { session, importer } = dependencies;
  return session.exclusive('recipe.import', () => {
    let plan: RecipePlan | null = null;
    let read: readonly PlannedSheet[] = [];
    return importPlanned(
      dependencies,
      job,
      async (db) => {
        const { signal } = job;
        const { reading } = endsOfUpdate;
        const onProgress = spanOf(job, 'reading', 0, reading * 0.9);
        plan = await planRecipes(db, importer, input, { signal, onProgress });
        read = await importer.plan(input.paths, {
          mapping: plan.mapping,
          isBeside: hasTables(db),
          signal,
          onProgress: spanOf(job, 'reading', reading * 0.9, reading),
        });
        const isReplayed = plan.sheets.map((sheet) => sheet.isReplayed);
        const ofFile = typeof input.recipe === 'object' ? (input.recipe.keep ?? undefined) : undefined;
        const setting = {
          keep: input.keep ?? ofFile,
          fingerprints: await fingerprintsOf(read),
          isReplayed,
          update: input.update ?? isReplayed.some((is) => is),
        };
        return { sheets: read, setting };
      },
      ({ sources, changes, brought }): ImportOutcome => {
        const differences = planDifferences(plan!, read);
        const { segmentationId = null, moved = null, problem = null } = brought ?? {};
        const recipes = plan!.sheets.map((sheet, i) =>
          describeRecipe(sheet, differences[i]!, changes[i]!, read[i]!.doubts.length > 0),
        );
        return { sources, recipes, segmentationId, moved, problem };
      },
    );
  });
};
