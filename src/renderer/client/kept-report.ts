import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { useProject } from './project.ts';
import { toAppError } from './to-app-error.ts';

export interface KeptReport<Last> {
  /** The last one; undefined while that is not known, null where none was made yet. */
  readonly last: Last | null | undefined;
  /** Whether it is of the project as it stands. */
  readonly current: boolean;
  readonly looking: boolean;
  /** Why there is no newer one; `cancelled` included. */
  readonly problem: AppError | null;
  again(): void;
}

/**
 * A report that the project keeps, and a newer one as soon as the project changed.
 * @param query the last one
 * @param lookAgain makes it anew and lets `query` ask again; once for each state of the project, until `again`
 */
export const useKeptReport = <Last>(
  query: UseQueryResult<Last | null, AppError>,
  isCurrent: (last: Last) => boolean,
  lookAgain: () => Promise<void>,
): KeptReport<Last> => {
  const project = useProject();
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<{ readonly at: string; readonly error: AppError } | null>(null);
  const newest = useRef(lookAgain);
  newest.current = lookAgain;
  const at = `${project?.path} ${project?.revision}`;
  const isKnown = query.data !== undefined && !query.isPlaceholderData;
  const current = query.data != null && isCurrent(query.data);
  const due = isKnown && !query.isFetching && !current && project?.totals != null && problem?.at !== at;
  useEffect(() => {
    if (!due || looking) return;
    const look = async () => {
      setLooking(true);
      try {
        await newest.current();
      } catch (error) {
        setProblem({ at, error: toAppError(error) });
      } finally {
        setLooking(false);
      }
    };
    void look();
  }, [due, looking, at]);
  const again = useCallback(() => setProblem(null), []);
  return {
    last: query.error ? null : query.data,
    current: current || !isKnown,
    looking: looking || due,
    problem: query.error ?? (problem?.at === at ? problem.error : null),
    again,
  };
};
