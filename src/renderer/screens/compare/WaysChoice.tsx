import { Button, Checkbox, Select } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { KChoice, Method } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { useJobs } from '../../client/jobs.ts';
import { useTimeLeft } from '../../client/time-left.ts';
import { format, t } from '../../client/words.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Panel } from '../../components/Panel.tsx';
import { wayName } from './way-words.ts';
import classes from './ways.module.css';

const usual = ['kmeans', 'ward', 'kmedoids', 'gmm', 'hdbscan', 'rules'] as const satisfies Method[];
const further = ['microward', 'average', 'complete', 'single', 'weighted'] as const satisfies Method[];
const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const textOf = (method: Method): string =>
  method === 'kmeans' || method === 'ward' ? word(`segments.way.${method}.text`) : t(`trust.way.${method}.text`);

interface WaysChoiceProps {
  readonly k: number;
  /** Plain rules need them. */
  readonly hasOrders: boolean;
  readonly again: boolean;
  readonly onTry: (methods: readonly Method[], k: KChoice) => void;
}

/** Which ways to try, for how many segments, and how far the trying is. */
export const WaysChoice = ({ k: now, hasOrders, again, onTry }: WaysChoiceProps) => {
  const offered = usual.filter((method) => hasOrders || method !== 'rules');
  const [chosen, setChosen] = useState<readonly Method[]>(offered);
  const [k, setK] = useState<KChoice>(now);
  const [open, setOpen] = useState(false);
  const running = useJobs((jobs) => jobs.running);
  const left = useTimeLeft();
  const shown: readonly Method[] = open ? [...offered, ...further] : offered;
  const toggle = (method: Method, on: boolean) =>
    setChosen([...usual, ...further].filter((one) => (one === method ? on : chosen.includes(one))));
  const isTrying = running?.title === t('compare.ways.job');
  return (
    <Panel heading={t('compare.ways.choose')}>
      <p className={classes.text}>{t('compare.ways.text')}</p>
      <div className={classes.ways}>
        {shown.map((method) => (
          <Checkbox
            key={method}
            label={wayName(method)}
            description={textOf(method)}
            checked={chosen.includes(method)}
            onChange={(event) => toggle(method, event.currentTarget.checked)}
          />
        ))}
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.further ?? ''}
        aria-expanded={open}
        leftSection={<IconChevronRight size={14} className={classes.mark} data-open={open} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {t('compare.ways.more')}
      </Button>
      <div className={classes.start}>
        <Select
          w={210}
          label={t('compare.ways.number')}
          allowDeselect={false}
          value={String(k)}
          data={[
            { value: 'auto', label: t('compare.ways.own') },
            ...[...new Set([...counts, now])]
              .sort((a, b) => a - b)
              .map((count) => ({ value: String(count), label: format.number(count) })),
          ]}
          onChange={(value) => setK(value === null || value === 'auto' ? 'auto' : Number(value))}
        />
        <Button disabled={chosen.length === 0 || running !== null} onClick={() => onTry(chosen, k)}>
          {t(again ? 'compare.ways.again' : 'compare.ways.go')}
        </Button>
      </div>
      {isTrying && running !== null && (
        <div className={classes.progress}>
          <JobProgress
            label={t('compare.ways.job')}
            stage={running.stage}
            fraction={running.fraction}
            cancelling={running.cancelling}
            onCancel={running.cancel}
          />
          <p className={classes.left}>{left === null ? '' : t('compare.timeLeft', { seconds: left })}</p>
        </div>
      )}
    </Panel>
  );
};
