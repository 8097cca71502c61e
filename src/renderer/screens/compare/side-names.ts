import type { ComparedSide, SideKey } from '../../../shared/model/comparison.ts';
import type { SegmentationSummary } from '../../../shared/model/segmentation.ts';
import { t } from '../../client/words.ts';

export interface SideChoice {
  readonly key: SideKey;
  readonly name: string;
}

type Named = Pick<ComparedSide, 'method' | 'k' | 'asOf'> & { readonly rebuilt?: boolean };

/** “6 segments, quick way, 31 Oct 2023”. */
export const sideName = ({ method, k, asOf, rebuilt = false }: Named): string =>
  rebuilt
    ? t('compare.run.rebuilt', { asOf })
    : t('compare.run', { name: t(`app.segmentation.${method}`, { k }), asOf });

/** Kept runs, newest first, each with a name of its own. */
export const sideChoices = (
  runs: readonly (SegmentationSummary & { readonly asOf: string | null })[],
): SideChoice[] => {
  const several = new Set(runs.map(({ asOf }) => asOf)).size > 1;
  const nameOf = (run: (typeof runs)[number]) => sideName({ ...run, asOf: several ? run.asOf : null });
  const count = new Map<string, number>();
  for (const run of runs) count.set(nameOf(run), (count.get(nameOf(run)) ?? 0) + 1);
  return runs.map((run) => {
    const plain = nameOf(run);
    const name = count.get(plain)! > 1 ? t('compare.run.number', { name: plain, number: run.id }) : plain;
    return { key: run.id, name: run.active ? t('compare.run.inUse', { name }) : name };
  });
};
