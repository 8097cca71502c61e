import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ColumnSpec } from '../../shared/api/routes.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { api, type ColumnOf, fetchColumn } from './api.ts';
import { beforeSwitching } from './presentation.ts';
import { toAppError } from './to-app-error.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
});

const infoKey = ['project.info'];
const segmentationKey = 'segmentation.get';

/** What was answered with names, or without them, is asked anew; what the project is holds either way. */
beforeSwitching(() => {
  const info = queryClient.getQueryData(infoKey);
  void queryClient.cancelQueries();
  queryClient.clear();
  queryClient.setQueryData(infoKey, info);
});

const asAppError = async <Result>(promise: Promise<Result>): Promise<Result> => {
  try {
    return await promise;
  } catch (error) {
    throw toAppError(error);
  }
};

const askSegmentation = ({ signal }: { readonly signal: AbortSignal }): Promise<Segmentation | null> =>
  asAppError(api.segmentation.get({}, { signal }));

/**
 * Has the segmentation at hand before anybody hears of a new revision: whatever is asked about it then is asked about
 * the one that is there now, and never about one that an undo has just taken away.
 */
const withSegmentation = async (info: ProjectInfo | null): Promise<ProjectInfo | null> => {
  if (info !== null) {
    await queryClient.prefetchQuery({
      queryKey: [segmentationKey, info.path, info.revision],
      queryFn: askSegmentation,
    });
  }
  return info;
};

/** The open project; null where none is. Another window may have changed it, so it is asked again on focus. */
export const useProjectInfo = (): UseQueryResult<ProjectInfo | null, AppError> =>
  useQuery({
    queryKey: infoKey,
    queryFn: async ({ signal }) => withSegmentation(await asAppError(api.project.info(undefined, { signal }))),
    refetchOnWindowFocus: 'always',
  });

let told = 0;

const listeners = new Set<() => void>();

/** Hears of every change that was made in this window. */
export const whenChanged = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const tellChange = (): void => {
  for (const listener of listeners) listener();
};

/** What a change answered about the project; whatever is told or asked after it counts instead. */
export const setProjectInfo = async (info: ProjectInfo | null): Promise<void> => {
  told += 1;
  const mine = told;
  tellChange();
  await withSegmentation(info);
  if (mine === told) queryClient.setQueryData(infoKey, info);
};

/** Asks about the project once more, after something changed it that did not say how it is now. */
export const refreshProjectInfo = (): Promise<void> => {
  tellChange();
  return hearOfChange();
};

/** The same after a change that another window made. */
export const hearOfChange = (): Promise<void> => {
  told += 1;
  return queryClient.invalidateQueries({ queryKey: infoKey });
};

/**
 * An answer about the open project, asked again when the project’s revision grows; meanwhile the last answer stays, so
 * that nothing flickers. Without a project nothing is asked.
 */
export const useProjectQuery = <Result>(
  key: readonly unknown[],
  ask: (signal: AbortSignal) => Promise<Result>,
  { enabled = true, keep = true }: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Result, AppError> => {
  const project = useProjectInfo().data ?? null;
  return useQuery<Result, AppError>({
    queryKey: [...key, project?.path, project?.revision],
    queryFn: ({ signal }) => asAppError(ask(signal)),
    enabled: enabled && project !== null,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
};

/** The active segmentation; null where there is none yet. */
export const useSegmentation = (): UseQueryResult<Segmentation | null, AppError> =>
  useProjectQuery([segmentationKey], (signal) => askSegmentation({ signal }));

/** A binary column; null asks nothing. Columns of a snapshot never change, so they outlive revisions. */
export const useColumn = <Spec extends ColumnSpec>(spec: Spec | null): UseQueryResult<ColumnOf<Spec>, AppError> => {
  const project = useProjectInfo().data ?? null;
  return useQuery<ColumnOf<Spec>, AppError>({
    queryKey: ['column', project?.path, spec],
    queryFn: ({ signal }) => asAppError(fetchColumn(spec!, signal)),
    enabled: spec !== null && project !== null,
    gcTime: 60_000,
  });
};
