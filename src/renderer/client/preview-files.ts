import { AppError } from '../../shared/errors.ts';
import type { RecipePreview } from '../../shared/model/recipe.ts';
import type { Mapping, SetAsideReason } from '../../shared/model/source.ts';
import { api } from './api.ts';
import type { Answers } from './import-flow.ts';
import { runOnScreen } from './jobs.ts';

interface Listening {
  readonly signal: AbortSignal;
  readonly onFraction: (fraction: number) => void;
}

/** What is asked for only where somebody answered. */
export const asked = (
  paths: readonly string[],
  { mapping, keep }: Pick<Answers, 'mapping' | 'keep'>,
): { paths: string[]; mapping?: Mapping[]; keep?: SetAsideReason[] } => ({
  paths: [...paths],
  ...(mapping ? { mapping: [...mapping] } : {}),
  ...(keep ? { keep: [...keep] } : {}),
});

/**
 * What files hold by themselves, or as the next ones of a kind that the open project knows.
 * @throws AppError `cancelled` even where the reading was past stopping: nothing was written by it
 */
export const previewFiles = async (
  paths: readonly string[],
  answers: Answers,
  { signal, onFraction }: Listening,
): Promise<RecipePreview[]> => {
  const options = { signal, onProgress: ({ fraction }: { fraction: number }) => onFraction(fraction) };
  const sheets =
    answers.target === 'current'
      ? await runOnScreen(() => api.recipe.preview(asked(paths, answers)), options)
      : await runOnScreen(() => api.source.preview(asked(paths, answers)), options);
  if (signal.aborted) throw new AppError('cancelled');
  return sheets.map((sheet) => ({ recipe: null, ...sheet }));
};

/** Rules that do not take anything out, as the figures of these tables are counted. */
export const keptIn = (sheets: readonly Pick<RecipePreview, 'setAside'>[]): SetAsideReason[] => [
  ...new Set(sheets.flatMap(({ setAside }) => setAside.filter(({ on }) => !on).map(({ reason }) => reason))),
];

/** The very columns that the project knows; with others it may as well be another shop's. */
const isNext = ({ recipe }: RecipePreview): boolean =>
  recipe?.isReplayed === true &&
  recipe.differences.every(({ kind }) => kind !== 'newColumn' && kind !== 'missingColumn');

/**
 * Files seen for the first time: those with the columns of a kind that the open project knows belong to it, wherever they were
 * dropped.
 */
export const firstPreview = async (
  paths: readonly string[],
  answers: Answers,
  listening: Listening,
): Promise<{ readonly sheets: RecipePreview[]; readonly answers: Answers }> => {
  const project = await api.project.info();
  if (project?.totals == null) return { sheets: await previewFiles(paths, answers, listening), answers };
  const current: Answers = { ...answers, target: 'current' };
  const sheets = await previewFiles(paths, current, listening);
  if (answers.target === 'current' || sheets.some(isNext)) return { sheets, answers: current };
  // A project of its own follows no rules and no recipes of the open one.
  const isByItself = keptIn(sheets).length === 0 && sheets.every(({ recipe }) => recipe === null);
  return { sheets: isByItself ? sheets : await previewFiles(paths, answers, listening), answers };
};
