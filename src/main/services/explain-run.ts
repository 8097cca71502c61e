import type { Explanation } from '../../shared/model/explanation.ts';
import type { Compute } from './compute.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What sets a run's segments apart, their neighbours, and their typical and borderline customers. */
export const explainRun = (
  compute: Compute,
  { raw, prepared, preparation }: PreparedRun,
  { labels, k, seed }: { readonly labels: Int32Array; readonly k: number; readonly seed: number },
  signal: AbortSignal,
): Promise<Explanation> =>
  compute.run('explainSegments', { raw, prepared, preparation: [...preparation], labels, k, seed }, { signal });
