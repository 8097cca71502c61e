import { preparationKey } from '../../../shared/model/preparation.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { useProjectQuery } from '../../client/queries.ts';

/** Earlier runs that are looked through for the numbers that were tried. */
const looked = 6;

const usedOf = ({ preparation }: Segmentation): string =>
  preparation
    .filter(({ used }) => used)
    .map(({ feature }) => feature)
    .sort()
    .join('\n');

const isSweep = ({ scores }: Segmentation): boolean => scores.length > 1;

/** The run in which every number was tried in the same way: this one, or an earlier one over the same facts; else null. */
const findSweep = async (of: Segmentation, signal: AbortSignal): Promise<Segmentation | null> => {
  const all = await api.segmentation.list(undefined, { signal });
  const alike = all
    .filter(
      ({ id, method, asked, prepareOptions }) =>
        id !== of.id &&
        method === of.method &&
        asked === 'auto' &&
        preparationKey(prepareOptions) === preparationKey(of.prepareOptions),
    )
    .sort((a, b) => b.id - a.id)
    .slice(0, looked);
  for (const { id } of alike) {
    const one = await api.segmentation.get({ id }, { signal });
    if (one !== null && isSweep(one) && one.snapshotId === of.snapshotId && usedOf(one) === usedOf(of)) return one;
  }
  return null;
};

/** Undefined while that is asked. */
export const useSweep = (segmentation: Segmentation): Segmentation | null | undefined => {
  const own = isSweep(segmentation);
  const found = useProjectQuery(['segments.sweep', segmentation.id], (signal) => findSweep(segmentation, signal), {
    enabled: !own,
    keep: false,
  }).data;
  return own ? segmentation : found;
};
