import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '../../shared/errors.ts';
import type { ExcludedPage, Who } from '../../shared/model/own-segment.ts';
import { api } from './api.ts';
import { startJob } from './jobs.ts';
import { change } from './project.ts';
import { useProjectQuery } from './queries.ts';
import { t } from './words.ts';

/** The first of those who are excluded. */
export const useExcluded = (limit: number): UseQueryResult<ExcludedPage, AppError> =>
  useProjectQuery(['customers.excluded', limit], (signal) => api.customers.excluded({ offset: 0, limit }, { signal }));

/** Takes customers out of all figures; null where it failed or was cancelled, which is said. */
export const excludeCustomers = (who: Who) =>
  change(() => startJob(t('own.job.exclude'), () => api.customers.exclude(who)));

/** Brings these of them back, or all. */
export const includeCustomers = (ids?: readonly number[]) =>
  change(() => startJob(t('own.job.include'), () => api.customers.include(ids === undefined ? {} : { ids: [...ids] })));
