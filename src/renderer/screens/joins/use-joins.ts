import { api } from '../../client/api.ts';
import { useKeptReport } from '../../client/kept-report.ts';
import { look } from '../../client/look.ts';
import { queryClient, useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';

/** What belongs together, looked for anew as soon as the project changed. */
export const useJoins = () =>
  useKeptReport(
    useProjectQuery(['joins.list'], (signal) => api.joins.list(undefined, { signal })),
    ({ current }) => current,
    async () => {
      await look(t('joins.job'), () => api.joins.find());
      await queryClient.invalidateQueries({ queryKey: ['joins.list'] });
    },
  );
