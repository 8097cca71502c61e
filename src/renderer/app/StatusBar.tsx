import { Progress, Tooltip } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { message } from '../../shared/model/message.ts';
import type { Totals as ProjectTotals } from '../../shared/model/source.ts';
import { api } from '../client/api.ts';
import { type RunningJob, useJobs } from '../client/jobs.ts';
import { usePresentation } from '../client/presentation.ts';
import { useProject } from '../client/project.ts';
import { hasSelection, useSelection } from '../client/selection.ts';
import { useTimeLeft } from '../client/time-left.ts';
import { format, t, tell } from '../client/words.ts';
import { Delayed } from '../components/Delayed.tsx';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import { NumbersIn } from '../components/NumbersIn.tsx';
import { PresentationMark } from './PresentationMark.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import classes from './StatusBar.module.css';

export const useHostInfo = () =>
  useQuery({ queryKey: ['host.info'], queryFn: () => api.host.info(), refetchInterval: 4000, staleTime: 0 });

export const StatusBar = ({ bare }: { readonly bare: boolean }) => {
  const project = useProject();
  const running = useJobs((jobs) => jobs.running);
  const selecting = useSelection(hasSelection);
  const presenting = usePresentation(({ on }) => on);
  return (
    <footer className={classes.bar}>
      {project && !bare && (
        <>
          {!presenting && (
            <span className={classes.part} data-first={!selecting}>
              {project.totals ? <Totals totals={project.totals} /> : t('app.status.empty')}
            </span>
          )}
          {(selecting || !presenting) && <SelectionBar />}
        </>
      )}
      <span className={classes.gap} />
      {running && (
        <Delayed key={running.title}>
          <JobPart job={running} />
        </Delayed>
      )}
      <PresentationMark />
      <InternetPart />
    </footer>
  );
};

const Totals = ({ totals: { customers, orders, firstDay, lastDay } }: { readonly totals: ProjectTotals }) => (
  <span>
    <NumberOrigin of={{ of: 'total', figure: 'customers' }}>
      {t('origin.unit.customers', { value: customers })}
    </NumberOrigin>
    {orders !== null && (
      <>
        {' · '}
        <NumberOrigin of={{ of: 'total', figure: 'orders' }}>{t('origin.unit.orders', { value: orders })}</NumberOrigin>
      </>
    )}
    {firstDay !== null && lastDay !== null && (
      <>
        {' · '}
        <NumbersIn
          numbers={[
            [format.day(firstDay), { of: 'total', figure: 'firstDay' }],
            [format.day(lastDay), { of: 'total', figure: 'lastDay' }],
          ]}
        >
          {t('app.status.days', { from: firstDay, to: lastDay })}
        </NumbersIn>
      </>
    )}
  </span>
);

const JobPart = ({ job }: { readonly job: RunningJob }) => {
  const left = useTimeLeft();
  return (
    <span className={classes.job}>
      <span>{job.stage ? `${job.title}: ${t(`app.stage.${job.stage}`).toLowerCase()}` : job.title}</span>
      <Progress
        value={job.fraction * 100}
        className={classes.progress}
        size={6}
        aria-label={t('app.job.progress', { title: job.title, fraction: job.fraction })}
      />
      {left !== null && <span className={classes.left}>{t('compare.timeLeft', { seconds: left })}</span>}
      <button type="button" className={classes.cancel} onClick={job.cancel} disabled={job.cancelling}>
        {t(job.cancelling ? 'app.cancelling' : 'app.cancel')}
      </button>
    </span>
  );
};

const InternetPart = () => {
  const info = useHostInfo().data;
  if (!info) return null;
  const hint = info.bytesSent === null ? t('app.status.internet.unmeasured') : tell(message(info.measuredBy));
  return (
    <Tooltip label={hint} maw={340} position="top-end">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must be reachable by keyboard */}
      <span className={classes.part} data-whole tabIndex={0}>
        {info.bytesSent !== null && <IconShieldCheck size={14} aria-hidden className={classes.shield} />}
        {t('app.status.internet', { bytes: info.bytesSent })}
      </span>
    </Tooltip>
  );
};
