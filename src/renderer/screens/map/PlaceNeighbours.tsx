import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { neighbourMapAtMost, type Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { queryClient } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import classes from './map.module.css';

const place = async (id: number): Promise<void> => {
  await change(() => startJob(t('neighbours.job'), () => api.segmentation.neighbours({ id })));
  await queryClient.invalidateQueries({ queryKey: ['segmentation.get'] });
};

/** Finds a place for everybody beside their neighbours: at once when it is asked for first, with a way out. */
export const PlaceNeighbours = ({ segmentation: { id, customers } }: { readonly segmentation: Segmentation }) => {
  const running = useJobs((jobs) => jobs.running);
  const isOwn = running?.title === t('neighbours.job');
  const tooMany = customers > neighbourMapAtMost;
  const asked = useRef<number | null>(null);
  const idle = running === null;
  useEffect(() => {
    if (tooMany || !idle || asked.current === id) return;
    asked.current = id;
    void place(id);
  }, [id, tooMany, idle]);
  if (tooMany) return <p className={classes.place}>{t('neighbours.tooMany', { limit: neighbourMapAtMost })}</p>;
  return (
    <div className={classes.place}>
      {isOwn ? (
        <JobProgress
          label={t('neighbours.job')}
          stage={running.stage === 'mapping' ? 'mapping' : null}
          fraction={running.fraction}
          cancelling={running.cancelling}
          onCancel={running.cancel}
        />
      ) : (
        <Button disabled={!idle} onClick={() => place(id)}>
          {t('neighbours.place')}
        </Button>
      )}
      <p>{t('neighbours.place.text')}</p>
    </div>
  );
};
