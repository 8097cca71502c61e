import { ruleSegments } from '../../shared/engine/explain/rule-segments.ts';
import type { MatrixMethod, MethodFit } from '../../shared/engine/methods/method-fit.ts';
import { asAsked, chooseK } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { KChoice, KScore, Method } from '../../shared/model/segmentation.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import type { FinishedRun } from './describe-run.ts';
import { orderColumns } from './order-columns.ts';
import { isOrderData, type PreparedRun } from './prepare-run.ts';
import type { JobContext } from './services.ts';
import { spanOf } from './session.ts';

/** The methods that any number of customers' segments can be found by besides k-means and the kept tree. */
export type FitMethod = Exclude<Method, 'kmeans' | 'ward' | 'rules'>;

/** A method that finds its number itself, whatever is asked. */
const isFinding = (method: FitMethod): boolean => method === 'hdbscan';

/** Where nobody crowds, a density method puts everybody in no part; they are one then. */
const withSomebody = (fit: MethodFit): MethodFit =>
  fit.k > 0 ? fit : { ...fit, k: 1, labels: new Int32Array(fit.labels.length) };

const statisticsOf = (scores: readonly KScore[]) => {
  const { statisticalK, statisticalReason, indices } = chooseK(scores, 'silhouette');
  return { statisticalK, statisticalReason, indices };
};

/**
 * Segments by any method that keeps nothing but its labels. A method's own criterion chooses the number where it has one
 * (BIC of a Gaussian mixture), else the rule that k-means goes by.
 */
export const fitRun = async (
  compute: Compute,
  run: PreparedRun,
  method: FitMethod,
  asked: KChoice,
  seed: number,
  job: JobContext,
): Promise<FinishedRun> => {
  const { prepared: matrix } = run;
  const ks = asked === 'auto' ? ('sweep' as const) : [asked];
  const input = { matrix, method: method satisfies MatrixMethod, ks, seed };
  const found = await compute.run('fitMethod', input, {
    signal: job.signal,
    onProgress: spanOf(job, asked === 'auto' ? 'choosing' : 'clustering', 0.05, 0.7),
  });
  const fits = found.map(withSomebody);
  const scored = await compute.run(
    'scoreFits',
    { matrix, fits: fits.map(({ k, labels }) => ({ k, labels })), seed },
    { signal: job.signal, onProgress: spanOf(job, 'choosing', 0.7, 0.85) },
  );
  const scores = scored.map(({ score }) => score);
  const byCriterion = fits.every(({ criterion }) => criterion !== null)
    ? fits.reduce((best, fit) => (fit.criterion! < best.criterion! ? fit : best)).k
    : null;
  const chosen =
    fits.length === 1
      ? {
          ...asAsked(fits[0]!.k),
          ...(found[0]!.k === 0
            ? { reason: message('segmentation.reason.nowhere') }
            : isFinding(method)
              ? { reason: message('segmentation.reason.itself', { k: fits[0]!.k }) }
              : {}),
        }
      : byCriterion === null
        ? chooseK(scores, isOrderData(run.snapshot) ? 'serves' : 'silhouette')
        : {
            ...asAsked(byCriterion),
            ...statisticsOf(scores),
            reason: message('segmentation.reason.likelihood', { k: byCriterion }),
          };
  const at = fits.findIndex(({ k }) => k === chosen.k);
  const { labels, inertia, iterations } = fits[at]!;
  const { score, silhouettes } = scored[at]!;
  return {
    ...chosen,
    ...{ method, asked, seed, treeId: null, labels, inertia, iterations, scores },
    silhouette: score.silhouette,
    silhouettes,
  };
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
