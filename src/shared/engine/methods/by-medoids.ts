import { kmedoids } from '../medoids/kmedoids.ts';
import { type Progress, part } from '../progress.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

/** k-medoids by euclidean distance, for every number of parts. */
export const byMedoids = ({ matrix, ks, seed, restarts }: KnownInput, progress: Progress): MethodFit[] =>
  ks.map((k, i) => {
    const options = { data: { matrix }, k, seed, ...(restarts === undefined ? {} : { restarts }) };
    const { labels, swaps } = kmedoids(options, part(progress, i / ks.length, (i + 1) / ks.length));
    return { ...plainFit, k, labels, inertia: inertiaOf(matrix, labels, k, progress), iterations: swaps };
  });
