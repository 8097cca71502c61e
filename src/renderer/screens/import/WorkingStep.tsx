import { IconCheck } from '@tabler/icons-react';
import type { JobStage } from '../../../shared/model/job.ts';
import { namesText } from '../../client/import-files.ts';
import type { ImportStep } from '../../client/import-flow.ts';
import { t } from '../../client/words.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import classes from './WorkingStep.module.css';

interface WorkingStepProps {
  readonly step: Extract<ImportStep, { at: 'working' }>;
  readonly onCancel: (() => void) | null;
}

/** From the file to segments, in the order in which it happens; the data is in from `choosing` on. */
const stages: readonly JobStage[] = [
  'reading',
  'storing',
  'features',
  'finishing',
  'choosing',
  'clustering',
  'explaining',
];

export const WorkingStep = ({ step, onCancel }: WorkingStepProps) => {
  const files = namesText(step.names);
  const now = step.stage === null ? -1 : stages.indexOf(step.stage);
  const isIn = now >= stages.indexOf('choosing');
  return (
    <Screen
      title={t('import.working.title', { files })}
      subtitle={t(isIn ? 'import.working.in' : 'import.working.text')}
    >
      <div className={classes.box}>
        <Panel>
          <div className={classes.inside}>
            <JobProgress
              label={t('import.job', { files })}
              stage={step.stage}
              fraction={step.fraction}
              onCancel={onCancel}
            />
            <ol className={classes.steps} aria-label={t('import.working.steps')}>
              {stages.map((stage, at) => (
                <li key={stage} className={classes.step} data-state={at < now ? 'done' : at === now ? 'now' : 'later'}>
                  <span className={classes.mark}>{at < now && <IconCheck size={13} stroke={2.5} aria-hidden />}</span>
                  {t(`app.stage.${stage}`)}
                </li>
              ))}
            </ol>
          </div>
        </Panel>
      </div>
    </Screen>
  );
};
