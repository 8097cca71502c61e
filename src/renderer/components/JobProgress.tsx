import { Button, Progress } from '@mantine/core';
import type { JobStage } from '../../shared/model/job.ts';
import { format, t } from '../client/words.ts';
import classes from './JobProgress.module.css';

interface JobProgressProps {
  readonly label: string;
  readonly stage: JobStage | null;
  /** 0 to 1. */
  readonly fraction: number;
  readonly cancelling?: boolean;
  /** Null where it cannot be stopped. */
  readonly onCancel: (() => void) | null;
}

/** How far a job is, in words and as a bar, and a way out. */
export const JobProgress = ({ label, stage, fraction, cancelling = false, onCancel }: JobProgressProps) => (
  <div className={classes.job}>
    <div className={classes.line}>
      <span className={classes.stage} aria-live="polite">
        {stage ? t(`app.stage.${stage}`) : label}
      </span>
      <span className={classes.share}>{format.share(Math.floor(fraction * 100) / 100)}</span>
    </div>
    <div className={classes.line}>
      <Progress.Root size={8} className={classes.bar}>
        <Progress.Section value={fraction * 100} aria-label={label} />
      </Progress.Root>
      {onCancel && (
        <Button variant="default" onClick={onCancel} disabled={cancelling}>
          {t(cancelling ? 'app.cancelling' : 'app.cancel')}
        </Button>
      )}
    </div>
  </div>
);
