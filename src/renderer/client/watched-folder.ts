import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { WatchedFolder } from '../../shared/model/recipe.ts';
import { api } from './api.ts';
import { notify } from './notify.ts';
import { change, useProject } from './project.ts';
import { refreshProjectInfo } from './queries.ts';
import { toAppError } from './to-app-error.ts';
import { t } from './words.ts';

/** What happens in the folder is the host’s doing: nobody tells the page, so it looks. */
const lookEveryMs = 4_000;

/** The folder that the open project looks at by itself; null where it looks at none. */
export const useWatchedFolder = (): UseQueryResult<WatchedFolder | null, AppError> => {
  const project = useProject();
  return useQuery<WatchedFolder | null, AppError>({
    queryKey: ['recipe.watched', project?.path, project?.revision],
    queryFn: async ({ signal }) => {
      try {
        return await api.recipe.watched(undefined, { signal });
      } catch (error) {
        throw toAppError(error);
      }
    },
    enabled: project !== null,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data == null ? false : lookEveryMs),
  });
};

/** Lets every screen follow when a file came in by itself, and says so. */
export const useFollowWatched = (): void => {
  const { data } = useWatchedFolder();
  const path = useProject()?.path;
  const newest = data?.files.find(({ state }) => state === 'imported') ?? null;
  const known = useRef<{ path: string | undefined; at: string | null } | null>(null);
  const at = newest?.at ?? null;
  const file = newest?.file ?? null;
  useEffect(() => {
    const before = known.current;
    known.current = { path, at };
    if (before === null || before.path !== path || before.at === at || at === null) return;
    void refreshProjectInfo();
    notify(t('watch.imported', { file }));
  }, [path, at, file]);
};

export const watchFolder = (folder: string) => change(() => api.recipe.watch({ folder }));
export const unwatchFolder = () => change(() => api.recipe.unwatch());
