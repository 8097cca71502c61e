import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { queryClient } from '../../client/queries.ts';
import { useTimeLeft } from '../../client/time-left.ts';
import { t } from '../../client/words.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import classes from './months.module.css';

/** So many show a year with the month in use. */
const usual = 11;

const optionsOf = (most: number): number[] =>
  [...new Set([3, 5, usual, 23, most])].filter((n) => n <= most).sort((a, b) => a - b);

/** Looks back: how many earlier months to find from the data at hand, and how far that is. */
export const RebuildMonths = ({ most }: { readonly most: number }) => {
  const [months, setMonths] = useState(Math.min(most, usual));
  const running = useJobs((jobs) => jobs.running);
  const left = useTimeLeft();
  const count = Math.min(most, months);
  const rebuild = async () => {
    await change(() => startJob(t('compare.months.job'), () => api.compare.rebuild({ months: count })));
    // It is no change of the project, so that nothing is asked again by itself.
    await queryClient.invalidateQueries({ queryKey: ['compare.months'] });
  };
  if (running?.title === t('compare.months.job')) {
    return (
      <div className={classes.progress}>
        <JobProgress
          label={t('compare.months.job')}
          stage={running.stage}
          fraction={running.fraction}
          cancelling={running.cancelling}
          onCancel={running.cancel}
        />
        <p className={classes.left}>{left === null ? '' : t('compare.timeLeft', { seconds: left })}</p>
      </div>
    );
  }
  return (
    <div className={classes.rebuild}>
      <Select
        w={140}
        aria-label={t('compare.months.rebuild.many')}
        allowDeselect={false}
        value={String(count)}
        data={optionsOf(most).map((value) => ({
          value: String(value),
          label: t('compare.months.rebuild.option', { months: value }),
        }))}
        onChange={(value) => value !== null && setMonths(Number(value))}
      />
      <Button disabled={running !== null} onClick={() => void rebuild()}>
        {t('compare.months.rebuild', { months: count })}
      </Button>
    </div>
  );
};
