import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconShieldCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { message } from '../../shared/model/message.ts';
import { api } from '../client/api.ts';
import { type RunningJob, useJobs } from '../client/jobs.ts';
import { useProject, useSegmentation } from '../client/project.ts';
import { clearSelection, useSelection } from '../client/selection.ts';
import { useSelectionSummary } from '../client/selection-summary.ts';
import { t, tell } from '../client/words.ts';
import { Delayed } from '../components/Delayed.tsx';
import classes from './StatusBar.module.css';

export const useHostInfo = () =>
  useQuery({ queryKey: ['host.info'], queryFn: () => api.host.info(), refetchInterval: 4000, staleTime: 0 });

export const StatusBar = ({ bare }: { readonly bare: boolean }) => {
  const project = useProject();
  const running = useJobs((jobs) => jobs.running);
  return (
    <footer className={classes.bar}>
      {project && !bare && (
        <>
          <span className={classes.part}>
            {project.totals ? t('app.status.totals', { ...project.totals }) : t('app.status.empty')}
          </span>
          <SelectionPart />
        </>
      )}
      <span className={classes.gap} />
      {running && (
        <Delayed key={running.title}>
          <JobPart job={running} />
        </Delayed>
      )}
      <InternetPart />
    </footer>
  );
};

const SelectionPart = () => {
  const summary = useSelectionSummary();
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const segments = useSegmentation().data?.segments ?? [];
  if (summary === null) return <span className={classes.part}>{t('app.status.noSelection')}</span>;
  const only = segmentIds.length === 1 ? segments.find((segment) => segment.id === segmentIds[0]) : undefined;
  return (
    <span className={classes.part} data-strong role="status">
      {t('app.status.selection', {
        name: only ? tell(only.name) : null,
        customers: summary.customers,
        share: summary.revenueShare,
      })}
      <ActionIcon size={20} aria-label={t('app.status.clear')} onClick={clearSelection} className={classes.clear}>
        <IconX size={13} />
      </ActionIcon>
    </span>
  );
};

const JobPart = ({ job }: { readonly job: RunningJob }) => (
  <span className={classes.job}>
    <span>{job.stage ? `${job.title}: ${t(`app.stage.${job.stage}`).toLowerCase()}` : job.title}</span>
    <Progress
      value={job.fraction * 100}
      className={classes.progress}
      size={6}
      aria-label={t('app.job.progress', { title: job.title, fraction: job.fraction })}
    />
    <button type="button" className={classes.cancel} onClick={job.cancel} disabled={job.cancelling}>
      {t(job.cancelling ? 'app.cancelling' : 'app.cancel')}
    </button>
  </span>
);

const InternetPart = () => {
  const info = useHostInfo().data;
  if (!info) return null;
  const hint = info.bytesSent === null ? t('app.status.internet.unmeasured') : tell(message(info.measuredBy));
  return (
    <Tooltip label={hint} maw={340} position="top-end">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must be reachable by keyboard */}
      <span className={classes.part} tabIndex={0}>
        {info.bytesSent !== null && <IconShieldCheck size={14} aria-hidden className={classes.shield} />}
        {t('app.status.internet', { bytes: info.bytesSent })}
      </span>
    </Tooltip>
  );
};
