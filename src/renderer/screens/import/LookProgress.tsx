import { Button, Progress, SegmentedControl } from '@mantine/core';
import { namesText } from '../../client/import-files.ts';
import type { ReadingStep } from '../../client/import-flow.ts';
import { useProject } from '../../client/project.ts';
import { format, t } from '../../client/words.ts';
import classes from './PreviewStep.module.css';

interface LookProgressProps {
  readonly step: ReadingStep;
  readonly onCancel: (() => void) | null;
}

/** How far the reading is, as high as the answers that will stand in its place. */
export const LookProgress = ({ step, onCancel }: LookProgressProps) => {
  const project = useProject();
  return (
    <div className={classes.answers}>
      {project?.totals && (
        <div className={classes.kept} aria-hidden>
          <SegmentedControl disabled data={[t('import.target.new')]} />
        </div>
      )}
      <div className={classes.look}>
        <Progress.Root size={8} className={classes.track}>
          <Progress.Section
            value={step.fraction * 100}
            aria-label={t('import.job', { files: namesText(step.names) })}
          />
        </Progress.Root>
        <span className={classes.share}>{format.share(Math.floor(step.fraction * 100) / 100)}</span>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
};
