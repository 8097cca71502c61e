import { kprototypes } from '../mixed/kprototypes.ts';
import { type Progress, part } from '../progress.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

/** k-prototypes over numbers and categories, for every number of parts; the inertia is its cost, categories included. */
export const byPrototypes = (
  { matrix, categories = [], ks, seed, restarts }: KnownInput,
  progress: Progress,
): MethodFit[] =>
  ks.map((k, i) => {
    const options = { numeric: matrix, categories, k, seed, ...(restarts === undefined ? {} : { restarts }) };
    const { labels, cost, iterations } = kprototypes(options, part(progress, i / ks.length, (i + 1) / ks.length));
    return { ...plainFit, k, labels, inertia: cost, iterations };
  });
