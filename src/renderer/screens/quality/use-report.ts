import { api } from '../../client/api.ts';
import { useKeptReport } from '../../client/kept-report.ts';
import { look } from '../../client/look.ts';
import { queryClient, useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';

/** This computer's day. */
const todayHere = (): string => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** The last report on the project's tables, and a newer one as soon as the project changed. */
export const useReport = () => {
  const { last, ...view } = useKeptReport(
    useProjectQuery(['quality.last'], (signal) => api.quality.last(undefined, { signal })),
    ({ current, report }) => current && report.today === todayHere(),
    async () => {
      await look(t('mend.job'), () => api.quality.report({ today: todayHere() }));
      await queryClient.invalidateQueries({ queryKey: ['quality.last'] });
      // The further rules’ lines are known only now.
      await queryClient.invalidateQueries({ queryKey: ['source.setAside'] });
    },
  );
  return { ...view, report: last == null ? last : last.report };
};
export type ReportView = ReturnType<typeof useReport>;
