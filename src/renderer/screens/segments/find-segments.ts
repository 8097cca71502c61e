import type { PrepareOptions } from '../../../shared/model/preparation.ts';
import type { KChoice, Method } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { startJob } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { clearSelection } from '../../client/selection.ts';

const seed = 1;

/** Finds segments and makes them the ones that are shown; the earlier ones are kept. */
export const findSegments = async (
  method: Method,
  k: KChoice,
  preparation: PrepareOptions,
  features: readonly string[] | null,
): Promise<void> => {
  const chosen = features === null ? {} : { features: [...features] };
  const made = await change(() =>
    startJob(word('segments.find'), () => api.segmentation.run({ method, k, seed, preparation, ...chosen })),
  );
  if (made !== null) clearSelection();
};
