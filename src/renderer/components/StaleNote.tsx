import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { api } from '../client/api.ts';
import { useFactChoice } from '../client/fact-choice.ts';
import { startJob, useJobs } from '../client/jobs.ts';
import { goTo } from '../client/navigation.ts';
import { change, useProject, useSegmentations } from '../client/project.ts';
import { useSegmentation } from '../client/queries.ts';
import { t } from '../client/words.ts';
import classes from './StaleNote.module.css';

/** Offers new segments where the data changed since they were made, or where there are none yet. */
export const StaleNote = () => {
  const project = useProject();
  const segmentation = useSegmentation();
  const active = useSegmentations().data?.find((one) => one.active);
  const facts = useFactChoice(project?.path);
  const running = useJobs((jobs) => jobs.running);
  const none = segmentation.data === null && project?.totals !== null;
  if (!none && !active?.stale) return null;
  const again = async () => {
    const done = await change(() =>
      startJob(t('import.job.segments'), () =>
        api.segmentation.run({
          method: active?.method ?? 'kmeans',
          k: active?.asked ?? 'auto',
          ...(active === undefined ? {} : { preparation: active.prepareOptions }),
          ...(facts === null ? {} : { features: [...facts] }),
        }),
      ),
    );
    if (done) goTo('segments');
  };
  return (
    <div className={classes.note} role="status">
      <IconRefresh size={17} aria-hidden className={classes.icon} />
      <span className={classes.text}>{t(none ? 'data.noSegments' : 'data.stale')}</span>
      <Button variant="default" onClick={again} disabled={running !== null}>
        {t(none ? 'import.go' : 'data.segmentAgain')}
      </Button>
    </div>
  );
};
