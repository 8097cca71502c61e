import { create } from 'zustand';
import type { WayResult, Ways } from '../../../shared/model/comparison.ts';
import type { KChoice, Method } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { startJob } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { t } from '../../client/words.ts';

interface TriedWays {
  /** Of which customers: the project and what it counts. */
  readonly of: string | null;
  readonly found: Ways | null;
}

/** Ways that were tried since the page is there; they are kept nowhere else. */
const useTried = create<TriedWays>(() => ({ of: null, found: null }));

/** What was tried of these customers; null where nothing was, or the customers are others by now. */
export const useTriedWays = (of: string): Ways | null => useTried((tried) => (tried.of === of ? tried.found : null));

/** A way was used: from now on its run is kept. */
export const noteUsed = (way: WayResult, runId: number): void =>
  useTried.setState(({ found }) => ({
    found: found && { ...found, ways: found.ways.map((one) => (one.method === way.method ? { ...one, runId } : one)) },
  }));

export const tryWays = async (of: string, methods: readonly Method[], k: KChoice): Promise<void> => {
  const found = await change(() =>
    startJob(t('compare.ways.job'), () => api.compare.ways({ methods: [...methods], k })),
  );
  if (found !== null) useTried.setState({ of, found });
};
