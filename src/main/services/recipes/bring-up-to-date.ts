import { isAppError, isCancelled } from '../../../shared/errors.ts';
import type { Flows } from '../../../shared/model/flow.ts';
import { message } from '../../../shared/model/message.ts';
import { optionsOf, type PrepareOptions } from '../../../shared/model/preparation.ts';
import type { ImportOutcome, Moved } from '../../../shared/model/recipe.ts';
import type { Change } from '../../store/repositories/journal.ts';
import { activeSegmentationOf, setActiveSegmentation } from '../../store/repositories/meta.ts';
import { addSegmentation, type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Compute } from '../compute.ts';
import { definitionsOf } from '../features/catalogue.ts';
import { resolveFeature } from '../features/own.ts';
import { flowsView } from '../flows-view.ts';
import { makeSegmentation } from '../segmentations.ts';
import type { JobContext } from '../services.ts';
import { sameSegments, wasEdited } from './former-centers.ts';

export interface BroughtUpToDate extends Pick<ImportOutcome, 'segmentationId' | 'moved' | 'problem'> {
  readonly changes: readonly Change[];
}

/** What became of customers between two runs. */
const movedOf = ({ moves }: Pick<Flows, 'moves'>): Moved => {
  const sum = (isMeant: (move: Flows['moves'][number]) => boolean) =>
    moves.filter(isMeant).reduce((all, { customers }) => all + customers, 0);
  return {
    stayed: sum(({ from, to }) => from === to),
    moved: sum(({ from, to }) => from !== to && from !== 'absent' && to !== 'absent'),
    arrived: sum(({ from }) => from === 'absent'),
    left: sum(({ to }) => to === 'absent'),
  };
};

/** As the run was asked, and transformed as it found best then: otherwise a feature could be another one each month. */
export const samePreparation = ({ prepareOptions, preparation }: StoredSegmentation): PrepareOptions => {
  const own = preparation
    .filter(({ feature }) => ['auto', 'suggested'].includes(optionsOf(prepareOptions, feature).transform))
    .map(({ feature, transform }) => [feature, { ...prepareOptions.features[feature], transform }] as const);
  return { ...prepareOptions, features: { ...prepareOptions.features, ...Object.fromEntries(own) } };
};

/**
 * Makes the active segmentation again from what the project holds now: the same method, seed, facts and preparation, and
 * as many segments, so that they are the same segments a month later. Those of k-means are kept by their middles. Facts that are not there any more are left out.
 * Inside the caller's transaction.
 * @returns nothing new where there is no segmentation; why where it could not be made
 * @throws AppError `cancelled`
 */
export const bringUpToDate = async (
  db: Sqlite,
  compute: Compute,
  at: Date,
  job: JobContext,
): Promise<BroughtUpToDate> => {
  const none = { segmentationId: null, moved: null, problem: null, changes: [] };
  const before = activeSegmentationOf(db);
  const run = before === null ? null : segmentationById(db, before);
  if (run === null) return none;
  try {
    const entries = definitionsOf(db, { asOf: null, isChosen: false, breaks: {} });
    const features = run.preparation
      .map(({ feature }) => feature)
      .filter((key) => resolveFeature(entries, key) !== null);
    const made = await makeSegmentation(
      db,
      compute,
      at,
      {
        method: run.method,
        k: run.k,
        seed: run.seed,
        preparation: samePreparation(run),
        ...(features.length > 0 ? { features } : {}),
      },
      job,
      run,
    );
    const { k, reason } = made.result;
    // Only middles lead back through what a person changed; segments that are found anew know nothing of it.
    const anew = message(wasEdited(db, run) ? 'recipe.sameNumber.edited' : 'recipe.sameNumber', { k });
    const why = reason.key === sameSegments ? reason : anew;
    const id = addSegmentation(db, { ...made, result: { ...made.result, reason: why } });
    setActiveSegmentation(db, id);
    const flows = flowsView(db, id);
    return {
      segmentationId: id,
      moved: flows === null ? null : movedOf(flows),
      problem: null,
      changes: [
        { kind: 'segmentation', id },
        { kind: 'activate', before, after: id },
      ],
    };
  } catch (error) {
    if (!isAppError(error) || isCancelled(error) || error.code === 'internal') throw error;
    return { ...none, problem: message(`error.${error.code}`, { ...error.details }) };
  }
};
