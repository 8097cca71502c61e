import { ruleSegments } from '../../shared/engine/explain/rule-segments.ts';
import { asAsked } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { KChoice, Method } from '../../shared/model/segmentation.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import type { FinishedRun } from './describe-run.ts';
import { orderColumns } from './order-columns.ts';
import { isOrderData, type PreparedRun } from './prepare-run.ts';
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
  const columns = orderColumns(db, run.snapshot.id);
  if (columns === null)
    throw new AppError('badInput', {
      method: 'Dividing by plain rules',
      problem: 'it needs orders: who bought, when and for how much',
    });
  const { labels, segments } = ruleSegments(columns);
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
