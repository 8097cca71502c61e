import { hdbscan } from '../density/hdbscan.ts';
import type { Progress } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { type MethodFit, type MethodInput, plainFit } from './method-fit.ts';

const usualMinClusterSize = 5;

/** HDBSCAN, which finds its number of parts; the rest is noise. */
export const byDensity = (input: MethodInput, progress: Progress): MethodFit[] => {
  const { matrix, minClusterSize = usualMinClusterSize } = input;
  const { k, labels } = hdbscan({ matrix, minClusterSize }, progress);
  const clustered = Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0);
  const inertia = inertiaOf(
    pickRows(matrix, clustered),
    labels.filter((label) => label >= 0),
    k,
  );
  return [{ ...plainFit, k, labels, inertia }];
};
