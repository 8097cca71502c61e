import { asAsked } from '../../shared/engine/validate/choose-k.ts';
import type { IndexChoice, KChoice, KScore, Method } from '../../shared/model/segmentation.ts';
import type { Compute } from './compute.ts';
import type { FinishedRun } from './describe-run.ts';
import type { KeptSegments } from './kept-segments.ts';
import { fewestCustomers, type PreparedRun, someOf } from './prepare-run.ts';
import type { JobContext } from './services.ts';

/** What was asked for. */
type Asked = Pick<FinishedRun, 'method' | 'asked' | 'seed'>;

const undivided = (k: 0 | 1, asked: Asked, customers: number): FinishedRun => ({
  ...asAsked(k),
  ...{
    method: asked.method,
    asked: asked.asked,
    seed: asked.seed,
    treeId: null,
    labels: new Int32Array(customers),
    inertia: 0,
    iterations: 0,
  },
  ...{ scores: [], silhouette: null, silhouettes: null },
});

/** Divides everybody else, where there are enough of them to divide. */
const divideRest = (
  { segments, rest }: KeptSegments,
  asked: Asked,
  divide: (k: KChoice) => Promise<FinishedRun>,
): Promise<FinishedRun> | FinishedRun => {
  if (rest.length < fewestCustomers) return undivided(rest.length === 0 ? 0 : 1, asked, rest.length);
  return divide(asked.asked === 'auto' ? 'auto' : Math.min(rest.length, Math.max(1, asked.asked - segments.length)));
};

/**
 * Everybody: the division of the others, and the kept segments after it. Numbers of segments count the kept ones.
 * @throws AppError `cancelled`
 */
const joinKept = async (
  compute: Compute,
  run: PreparedRun,
  kept: KeptSegments,
  divided: FinishedRun,
  asked: KChoice,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  const more = kept.segments.length;
  const k = divided.k + more;
  const labels = kept.placeOf.map((place) => (place < 0 ? -1 : divided.k + place));
  kept.rest.forEach((row, at) => {
    labels[row] = divided.labels[at]!;
  });
  const fit = { matrix: run.prepared, fits: [{ k, labels }], seed: divided.seed };
  const [scored] = await compute.run('scoreFits', fit, { signal });
  const { score, silhouettes } = scored!;
  const wider = <One extends KScore | IndexChoice>(one: One): One => ({
    ...one,
    k: one.k === null ? null : one.k + more,
  });
  return {
    ...divided,
    ...{ k, asked, labels, silhouettes, silhouette: score.silhouette, inertia: score.inertia, treeId: null },
    statisticalK: divided.statisticalK + more,
    scores: divided.scores.length > 1 ? divided.scores.map(wider) : [score],
    indices: divided.indices.map(wider),
  };
};

/**
 * Frozen segments keep their customers; everybody else is divided, prepared as they are among everybody.
 * @param divide those others into so many parts
 * @throws AppError `cancelled`, and as `divide` does
 */
export const divideBesideKept = async (
  compute: Compute,
  run: PreparedRun,
  kept: KeptSegments,
  { method, k, seed }: { readonly method: Method; readonly k: KChoice; readonly seed: number },
  job: Pick<JobContext, 'signal'>,
  divide: (others: PreparedRun, k: KChoice) => Promise<FinishedRun>,
): Promise<FinishedRun> => {
  const others = someOf(run, kept.rest);
  const divided = await divideRest(kept, { method, asked: k, seed }, (parts) => divide(others, parts));
  return joinKept(compute, run, kept, divided, k, job.signal);
};

/**
 * A division of everybody in which frozen segments keep their customers all the same; parts that nobody is left in go.
 * @throws AppError `cancelled`
 */
export const keepIn = async (
  compute: Compute,
  run: PreparedRun,
  kept: KeptSegments | null,
  finished: FinishedRun,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  if (kept === null) return finished;
  const others = Int32Array.from(kept.rest, (row) => finished.labels[row]!);
  const places = new Map([...new Set(others)].sort((a, b) => a - b).map((label, place) => [label, place]));
  const divided = { ...finished, k: places.size, labels: others.map((label) => places.get(label)!) };
  return joinKept(compute, run, kept, divided, finished.asked, signal);
};
