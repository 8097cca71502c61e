import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ColumnSpec } from '../../shared/api/routes.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import { api, type ColumnOf, fetchColumn } from './api.ts';
import { toAppError } from './to-app-error.ts';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
});

const infoKey = ['project.info'];

/** The open project; null where none is. Another window may have changed it, so it is asked again on focus. */
export const useProjectInfo = (): UseQueryResult<ProjectInfo | null, AppError> =>
  useQuery({
    queryKey: infoKey,
    queryFn: ({ signal }) => asAppError(api.project.info(undefined, { signal })),
    refetchOnWindowFocus: 'always',
  });

export const setProjectInfo = (info: ProjectInfo | null): void => {
  queryClient.setQueryData(infoKey, info);
};
export const refreshProjectInfo = (): Promise<void> => queryClient.invalidateQueries({ queryKey: infoKey });

const asAppError = async <Result>(promise: Promise<Result>): Promise<Result> => {
  try {
    return await promise;
  } catch (error) {
    throw toAppError(error);
  }
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
