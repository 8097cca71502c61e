import { ruleSegments } from '../../shared/engine/explain/rule-segments.ts';
import { asAsked } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { KChoice, Method } from '../../shared/model/segmentation.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import type { FinishedRun } from './describe-run.ts';
import type { KeptSegments } from './kept-segments.ts';
import { orderColumns } from './order-columns.ts';
import { pickValues } from './pick-rows.ts';
import { isOrderData, type PreparedRun } from './prepare-run.ts';
import { divideAgain } from './recipes/divide-again.ts';
import { type FormerDivision, sameSegments } from './recipes/former-centers.ts';
import type { JobContext } from './services.ts';
import { spanOf } from './session.ts';

/** The methods that keep nothing but their labels, and find them in the prepared customers. */
type FitMethod = Exclude<Method, 'ward' | 'rules'>;

/** Segments by any method that keeps nothing but its labels. */
export const fitRun = async (
  compute: Compute,
  run: PreparedRun,
  method: FitMethod,
  asked: KChoice,
  seed: number,
  job: JobContext,
): Promise<FinishedRun> => {
  const rule = isOrderData(run.snapshot) ? 'serves' : 'silhouette';
  const result = await compute.run(
    'runMethod',
    { matrix: run.prepared, method, k: asked, rule, seed },
    { signal: job.signal, onProgress: spanOf(job, asked === 'auto' ? 'choosing' : 'clustering', 0.05, 0.85) },
  );
  return { ...result, method, asked, seed, treeId: null };
};

/**
 * Segments by plain rules on days since the last order, orders and money.
 * @throws AppError `badInput` where the project has none of the three
 */
export const rulesRun = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  seed: number,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  const all = orderColumns(db, run.snapshot.id);
  if (all === null)
    throw new AppError('badInput', {
      method: 'Dividing by plain rules',
      problem: 'it needs orders: who bought, when and for how much',
    });
  const pick = (values: Float64Array | null) =>
    values === null || run.rows === undefined ? values : pickValues(values, run.rows);
  const { labels, segments } = ruleSegments({
    days: pick(all.days),
    orders: pick(all.orders),
    spent: pick(all.spent),
  });
  const k = segments.length;
  const [scored] = await compute.run('scoreFits', { matrix: run.prepared, fits: [{ k, labels }], seed }, { signal });
  const { score, silhouettes } = scored!;
  return {
    ...asAsked(k),
    reason: message('segmentation.reason.rules', { k }),
    ...{ method: 'rules', asked: k, seed, treeId: null, labels, inertia: score.inertia, iterations: 0 },
    ...{ scores: [score], silhouette: score.silhouette, silhouettes },
    named: segments.map(({ name, rule }) => ({ name, why: rule })),
  };
};

/**
 * The segments of an earlier run as of now: every customer belongs where the nearest of their middles is, and those of
 * frozen segments stay. Nothing is fitted, so that a segment stays what it was.
 * @param division prepared as the customers are
 * @returns null where a segment would have nobody left: then they are not the same segments any more
 * @throws AppError `cancelled`
 */
export const scoreRun = async (
  compute: Compute,
  run: PreparedRun,
  method: Method,
  division: FormerDivision,
  kept: KeptSegments | null,
  seed: number,
  job: JobContext,
): Promise<FinishedRun | null> => {
  const labels = await divideAgain(run.prepared, division, kept, job);
  const { k } = division;
  const taken = new Set(labels);
  if (taken.size < k) return null;
  const [scored] = await compute.run('scoreFits', { matrix: run.prepared, fits: [{ k, labels }], seed }, job);
  const { score, silhouettes } = scored!;
  return {
    ...asAsked(k),
    reason: message(sameSegments, { k }),
    ...{ method, asked: k, seed, treeId: null, labels, inertia: score.inertia, iterations: 0 },
    ...{ scores: [score], silhouette: score.silhouette, silhouettes },
  };
};
