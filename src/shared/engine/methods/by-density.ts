import { hdbscan } from '../density/hdbscan.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { type MethodFit, type MethodInput, plainFit } from './method-fit.ts';

/** A crowd is at least a fiftieth of all: smaller ones by the hundred would help nobody. */
const usualMinClusterSize = (rows: number): number => Math.max(5, Math.round(rows / 50));

/** HDBSCAN, which finds its number of parts; the rest is noise. */
export const byDensity = (input: MethodInput, progress: Progress): MethodFit[] => {
  const { matrix } = input;
  const { minClusterSize = usualMinClusterSize(matrix.rows) } = input;
  const { k, labels } = hdbscan({ matrix, minClusterSize }, progress);
  throwIfCancelled(progress);
  const clustered = Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0);
  const inertia = inertiaOf(
    pickRows(matrix, clustered),
    labels.filter((label) => label >= 0),
    k,
    progress,
  );
  return [{ ...plainFit, k, labels, inertia }];
};
