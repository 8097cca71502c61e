import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { isCancelled } from '../../shared/errors.ts';
import { useJobs } from '../client/jobs.ts';
import type { KeptReport } from '../client/kept-report.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { JobProgress } from './JobProgress.tsx';
import classes from './NoReport.module.css';
import { Screen } from './Screen.tsx';

interface NoReportProps {
  readonly view: Pick<KeptReport<unknown>, 'problem' | 'again'>;
  readonly title: string;
  /** What is being done. */
  readonly job: string;
  readonly again: string;
  readonly cancelled: { readonly title: string; readonly text: string };
}

/** Before the first report: it is being made, was stopped, or could not be made. */
export const NoReport = ({ view, title, job, again, cancelled }: NoReportProps) => {
  const running = useJobs((jobs) => jobs.running);
  if (view.problem === null)
    return (
      <Screen title={title}>
        <div className={classes.looking}>
          <JobProgress
            label={job}
            stage={running?.stage ?? 'checking'}
            fraction={running?.fraction ?? 0}
            cancelling={running?.cancelling ?? false}
            onCancel={running?.cancel ?? null}
          />
        </div>
      </Screen>
    );
  const action = <Button onClick={view.again}>{again}</Button>;
  return (
    <Screen title={title}>
      {isCancelled(view.problem) ? (
        <EmptyState icon={<IconSearch size={40} stroke={1.3} aria-hidden />} title={cancelled.title} action={action}>
          {cancelled.text}
        </EmptyState>
      ) : (
        <ErrorPanel error={view.problem} action={action} />
      )}
    </Screen>
  );
};
