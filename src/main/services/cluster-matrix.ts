import type { Matrix } from '../../shared/engine/matrix.ts';
import { chooseFit } from '../../shared/engine/methods/choose-fit.ts';
import type { MethodFit, MethodInput } from '../../shared/engine/methods/method-fit.ts';
import { silhouetteAtMost } from '../../shared/engine/validate/score-parts.ts';
import type { Structure } from '../../shared/engine/validate/structure.ts';
import type { Scale } from '../../shared/model/preparation.ts';
import type { KScore } from '../../shared/model/segmentation.ts';
import type { PartStability, SecondOpinion } from '../../shared/model/trust.ts';
import type { Compute } from './compute.ts';

export interface ClusterMatrixInput extends Omit<MethodInput, 'ks' | 'matrix'> {
  /** As read. */
  readonly matrix: Matrix;
  readonly scale: Scale;
  /** One number, or those to choose from. */
  readonly ks: readonly number[] | 'sweep';
  /** Whether to say how repeatable each part is. */
  readonly stability: boolean;
}

export interface ClusteredMatrix {
  readonly fit: MethodFit;
  /** Mean over all rows that are in a part; null above 20,000 rows, and where there are fewer than two parts. */
  readonly silhouette: number | null;
  /** Null where one number was asked for. */
  readonly chosen: {
    /** Null where there is no structure to speak of; `fit.k` is the least bad then. */
    readonly recommendedK: number | null;
    readonly structure: Structure;
    readonly scores: readonly KScore[];
  } | null;
  readonly stability: readonly PartStability[] | null;
  /** What independent code says of it, on a sample; null for methods that none does. */
  readonly secondOpinion: SecondOpinion | null;
  /** Clustering alone, scaling included; and everything that says how good it is. */
  readonly seconds: { readonly compute: number; readonly validate: number };
}

const timer = () => {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
};

/**
 * Clusters a matrix without a project, by any method, for one number of parts or the best of several.
 * @throws AppError as `fitMethod`
 */
export const clusterMatrix = async (
  compute: Compute,
  { matrix, scale, stability: wantsStability, ks, ...rest }: ClusterMatrixInput,
  signal: AbortSignal,
): Promise<ClusteredMatrix> => {
  const sweeps = ks === 'sweep' || ks.length > 1;
  const computing = timer();
  const scaled = await compute.run('scaleMatrix', { matrix, scale }, { signal });
  const fits = await compute.run('fitMethod', { ...rest, matrix: scaled, ks }, { signal });
  const computed = computing();
  const validating = timer();
  const { seed, method } = rest;
  const scored =
    sweeps || matrix.rows <= silhouetteAtMost
      ? await compute.run(
          'scoreFits',
          { matrix: scaled, fits: fits.map(({ k, labels }) => ({ k, labels })), seed },
          { signal },
        )
      : null;
  const scores = scored?.map(({ score }) => score) ?? [];
  const asked = sweeps ? 'auto' : fits[0]!.k;
  const { at } = chooseFit({ method, asked, rule: 'silhouette' }, fits, scores);
  const structure = sweeps ? await compute.run('structureOf', { matrix: scaled, seed }, { signal }) : null;
  const fit = fits[at]!;
  const { init: _, ...again } = rest;
  const stability =
    wantsStability && fit.k > 0
      ? await compute.run('stabilityOf', { ...again, matrix: scaled, method, k: fit.k, labels: fit.labels }, { signal })
      : null;
  const { k: parts, labels } = fit;
  const found = { matrix: scaled, method, k: parts, labels, seed };
  const secondOpinion = parts > 1 ? await compute.run('secondOpinion', found, { signal }) : null;
  return {
    fit,
    secondOpinion,
    silhouette: matrix.rows <= silhouetteAtMost ? (scores[at]?.silhouette ?? null) : null,
    chosen: structure && {
      recommendedK: structure.verdict === 'none' ? null : fit.k,
      structure,
      scores,
    },
    stability: stability?.parts ?? null,
    seconds: { compute: computed, validate: validating() },
  };
};
