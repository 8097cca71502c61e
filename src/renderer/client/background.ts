import { useEffect } from 'react';
import { create } from 'zustand';
import { isCancelled } from '../../shared/errors.ts';
import { api } from './api.ts';
import { queryClient, useProjectInfo, useSegmentation } from './queries.ts';
import { runJob } from './run-job.ts';
import { toAppError } from './to-app-error.ts';

interface Background {
  /** The run whose repeatability is being found out; null while none is. */
  readonly checking: number | null;
}

/** What goes on without being shown as a job: nobody waits for it. */
export const useBackground = create<Background>(() => ({ checking: null }));

let stop = new AbortController();
/** Runs that were looked at since the page is there: what failed once is not tried again and again. */
const tried = new Set<string>();

/** Ends what goes on in the background; to be called before the project is closed. */
export const stopBackground = (): void => {
  stop.abort();
  useBackground.setState({ checking: null });
};

/**
 * Finds out how repeatable a run's segments are. Silent: a failure only leaves the screen without that word.
 * @returns whether it is known now
 */
export const findTrust = async (
  path: string,
  id: number,
  call: typeof api.segmentation.trust = (input) => api.segmentation.trust(input),
  cancel?: (jobId: string) => Promise<unknown>,
): Promise<boolean> => {
  const key = `${path} ${id}`;
  if (tried.has(key)) return false;
  tried.add(key);
  stop.abort();
  const own = new AbortController();
  stop = own;
  useBackground.setState({ checking: id });
  try {
    await runJob(() => call({ id }), { signal: own.signal, ...(cancel ? { cancel } : {}) });
    return true;
  } catch (error) {
    const known = toAppError(error);
    if (isCancelled(known)) tried.delete(key);
    // Nobody is told; whoever looks for the cause finds it.
    else console.warn('How repeatable segments are was not found out:', known.message);
    return false;
  } finally {
    if (stop === own) useBackground.setState({ checking: null });
  }
};

/** As long as a run is on screen of which it is not known how repeatable its segments are, that is found out. */
export const useBackgroundTrust = (): void => {
  const path = useProjectInfo().data?.path ?? null;
  const { data, isPlaceholderData } = useSegmentation();
  const id = data != null && !isPlaceholderData && data.trust === null ? data.id : null;
  useEffect(() => {
    if (path === null || id === null) return;
    void findTrust(path, id).then((found) =>
      found ? queryClient.invalidateQueries({ queryKey: ['segmentation.get'] }) : undefined,
    );
  }, [path, id]);
  useEffect(() => {
    if (path === null) stopBackground();
  }, [path]);
};
