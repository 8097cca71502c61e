import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MatrixMethod } from '../../../../shared/engine/methods/method-fit.ts';
import type { Covariance } from '../../../../shared/engine/mixture/covariance.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Scale } from '../../../../shared/model/preparation.ts';
import type { KChoice } from '../../../../shared/model/segmentation.ts';
import { readMatrix } from '../../../import/read-matrix.ts';
import { clusterMatrix } from '../../../services/cluster-matrix.ts';
import { createComputePool } from '../../../workers/pool.ts';
import { writeError } from '../../core/write-error.ts';
import { resetPeak, residentPeak } from '../resident-peak.ts';

export interface ClusterOptions {
  readonly columns?: string;
  readonly method: MatrixMethod;
  readonly k?: KChoice;
  readonly sweep?: readonly number[];
  readonly scale: Scale;
  readonly init?: string;
  readonly tol?: number;
  readonly restarts?: number;
  readonly covariance: Covariance;
  readonly minClusterSize: number;
  readonly stability?: boolean;
  readonly threads: number;
  readonly labels?: string;
  readonly seed: number;
}

function* labelLines(labels: Int32Array): Generator<string> {
  for (let from = 0; from < labels.length; from += 65_536) yield `${labels.subarray(from, from + 65_536).join('\n')}\n`;
}

const writeLabels = async (path: string, labels: Int32Array): Promise<void> => {
  try {
    await pipeline(Readable.from(labelLines(labels)), createWriteStream(path));
  } catch (error) {
    throw writeError(error, basename(path));
  }
};

const rounded = (seconds: number) => Number(seconds.toFixed(4));

const ksOf = ({ k, sweep, method }: ClusterOptions): readonly number[] | 'sweep' => {
  if (sweep !== undefined) return sweep;
  if (k === 'auto') return 'sweep';
  if (k !== undefined) return [k];
  // It finds its own number.
  if (method === 'hdbscan') return [1];
  throw new AppError('wrongUsage', { problem: 'Say how many parts: --k N, --k auto or --sweep 2..12.' });
};

/**
 * Clusters a matrix file without a project: the analyst's and the benchmark's way in. `compute` is scaling and
 * clustering; `validate` is what says how good it is: the silhouettes (that of the result is null above 20,000 rows),
 * whether there is structure, and how repeatable the parts are.
 */
export const clusterFile = async (path: string, options: ClusterOptions, signal: AbortSignal) => {
  const { method, scale, seed, tol, restarts, covariance, minClusterSize, threads, stability = false } = options;
  const ks = ksOf(options);
  const began = performance.now();
  const columns = options.columns?.split(',').map((name) => name.trim()) ?? null;
  const { matrix, names, textColumns, categories } = await readMatrix(path, columns, method === 'kprototypes');
  const init = options.init
    ? (await readMatrix(options.init, options.init.endsWith('.f64') ? [String(matrix.columns)] : null)).matrix
    : undefined;
  const read = (performance.now() - began) / 1000;
  const compute = createComputePool({ threads: 1, crew: threads });
  compute.warm();
  try {
    // The threads are up and their code is warm before the clock starts.
    await compute.run('warmWhole', null, { signal });
    const residentBefore = resetPeak();
    const { fit, silhouette, chosen, seconds, ...found } = await clusterMatrix(
      compute,
      {
        ...{ matrix, method, ks, scale, seed, covariance, minClusterSize, stability },
        ...(init ? { init } : {}),
        ...(tol === undefined ? {} : { tolerance: tol }),
        ...(restarts === undefined ? {} : { restarts }),
        ...(categories.length > 0 ? { categories: categories.map(({ codes }) => codes) } : {}),
      },
      signal,
    );
    const peakMb = Number((Math.max(0, residentPeak() - residentBefore) / 1_048_576).toFixed(1));
    if (options.labels) await writeLabels(options.labels, fit.labels);
    const { verdict, pValue } = chosen?.structure ?? {};
    return {
      textColumns,
      columns: [...names, ...categories.map(({ name }) => name)],
      json: {
        n: matrix.rows,
        d: names.length + categories.length,
        method,
        k: fit.k,
        seed,
        inertia: fit.inertia,
        silhouette,
        iterations: fit.iterations,
        heights: fit.heights,
        ...(fit.logLikelihood === null ? {} : { logLikelihood: fit.logLikelihood }),
        ...(chosen === null
          ? {}
          : {
              recommendedK: chosen.recommendedK,
              structure: { verdict, pValue },
              sweep: chosen.scores,
            }),
        ...(found.stability === null
          ? {}
          : { stability: found.stability.map(({ jaccard }, segment) => ({ segment, jaccard })) }),
        secondOpinion: found.secondOpinion,
        threads,
        seconds: { read: rounded(read), compute: rounded(seconds.compute), validate: rounded(seconds.validate) },
        peakMb,
      },
    };
  } finally {
    await compute.close();
  }
};
