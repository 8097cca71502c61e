import { Button, Progress } from '@mantine/core';
import { IconBinaryTree2 } from '@tabler/icons-react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { queryClient } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import classes from './tree.module.css';

/** Before the tree is grown: what it is, and the button that grows it. */
export const GrowTree = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const running = useJobs(({ running: job }) => job);
  const growing = running?.title === word('tree.growing');
  const grow = async () => {
    await change(() => startJob(word('tree.growing'), () => api.tree.grow()));
    // A tree is no change of the project, so nobody asks for it again by themselves.
    await queryClient.invalidateQueries({ queryKey: ['tree.get'] });
  };
  return (
    <EmptyState
      icon={<IconBinaryTree2 size={36} stroke={1.3} />}
      title={word(growing ? 'tree.growing' : 'tree.grow.title')}
      action={
        growing ? (
          <div className={classes.growing}>
            <Progress
              value={running.fraction * 100}
              aria-label={word('tree.growing')}
              className={classes.progress ?? ''}
            />
            <Button variant="default" disabled={running.cancelling} onClick={running.cancel}>
              {running.cancelling ? t('app.cancelling') : t('app.cancel')}
            </Button>
          </div>
        ) : (
          <Button disabled={running !== null} onClick={grow} data-tour="grow">
            {word('tree.grow')}
          </Button>
        )
      }
    >
      {word('tree.none.text')} {word('tree.none.customers', { customers: segmentation.customers })}
    </EmptyState>
  );
};
