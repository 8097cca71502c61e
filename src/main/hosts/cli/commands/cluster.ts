import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { matrixFromRows } from '../../../../shared/engine/matrix.ts';
import { silhouetteAtMost } from '../../../../shared/engine/validate/score-parts.ts';
import type { KChoice, Method } from '../../../../shared/model/segmentation.ts';
import { readMatrix } from '../../../import/read-matrix.ts';
import { createComputePool } from '../../../workers/pool.ts';
import { writeError } from '../../core/write-error.ts';

export interface ClusterOptions {
  readonly columns?: string;
  readonly method: Method;
  readonly k: KChoice;
  readonly scale: 'none' | 'zscore';
  readonly init?: string;
  readonly tol?: number;
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

const secondsSince = (start: number) => Number(((performance.now() - start) / 1000).toFixed(4));

/**
 * Clusters a matrix file without a project: the analyst's and the benchmark's way in. `compute` is scaling and
 * clustering, with the silhouettes that `auto` chooses by; `validate` is the silhouette of the result, which is null
 * above 20,000 rows.
 */
export const clusterFile = async (path: string, options: ClusterOptions, signal: AbortSignal) => {
  const began = performance.now();
  const columns = options.columns?.split(',').map((name) => name.trim()) ?? null;
  const { matrix, names, textColumns } = await readMatrix(path, columns);
  const init = options.init
    ? (await readMatrix(options.init, options.init.endsWith('.f64') ? [String(matrix.columns)] : null)).matrix
    : undefined;
  const read = secondsSince(began);
  const residentBefore = process.memoryUsage.rss();
  const compute = createComputePool({ threads: 1 });
  try {
    const { method, k, scale, seed, tol } = options;
    // The thread is up before the clock starts.
    await compute.run('silhouette', { matrix: matrixFromRows([[0]]), labels: new Int32Array(1) }, { signal });
    const computing = performance.now();
    const { scaled, ...result } = await compute.run(
      'clusterMatrix',
      { matrix, method, k, scale, seed, ...(init ? { init } : {}), ...(tol === undefined ? {} : { tolerance: tol }) },
      { signal },
    );
    const computed = secondsSince(computing);
    const validating = performance.now();
    const silhouette =
      matrix.rows <= silhouetteAtMost
        ? (await compute.run('silhouette', { matrix: scaled, labels: result.labels }, { signal })).mean
        : null;
    const validated = secondsSince(validating);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    if (options.labels) await writeLabels(options.labels, result.labels);
    return {
      textColumns,
      columns: names,
      json: {
        n: matrix.rows,
        d: matrix.columns,
        method,
        k: result.k,
        seed,
        inertia: result.inertia,
        silhouette,
        iterations: result.iterations,
        heights: result.heights,
        seconds: { read, compute: computed, validate: validated },
        peakMb: Number((Math.max(0, peakBytes - residentBefore) / 1_048_576).toFixed(1)),
      },
    };
  } finally {
    await compute.close();
  }
};
