import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconRoute } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isCancelled } from '../../../shared/errors.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { goTo } from '../../client/navigation.ts';
import { notifyError } from '../../client/notify.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { setProjectInfo } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { offerTour, startTour } from '../../client/tour.ts';
import { locale, t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Logo } from '../../components/Logo.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import classes from './StartScreen.module.css';

/** The first screen: what Tessera wants, and two buttons. */
export const StartScreen = () => {
  const [opening, setOpening] = useState(false);
  const running = useJobs((jobs) => jobs.running);
  useEffect(() => {
    document.title = t('app.name');
  }, []);

  const openSample = async (afterwards: () => void) => {
    setOpening(true);
    try {
      await setProjectInfo(await startJob(t('app.job.sample'), () => api.project.sample({ locale })));
      goTo('segments');
      afterwards();
    } catch (error) {
      const known = toAppError(error);
      if (!isCancelled(known)) notifyError(known);
    } finally {
      setOpening(false);
    }
  };

  return (
    <div className={classes.screen}>
      <div className={classes.hero}>
        <Logo size={64} />
        <h1 className={classes.title}>{t('start.title')}</h1>
        <p className={classes.text}>
          {t('start.need')}
          <br />
          {t('start.stays')}
        </p>
        <div className={classes.buttons} data-hidden={opening}>
          <Button size="lg" onClick={() => openSample(offerTour)} disabled={opening}>
            {t('start.sample')}
          </Button>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} stroke={1.7} aria-hidden />}
            onClick={() => openSpreadsheet()}
            disabled={opening}
          >
            {t('start.open')}
          </Button>
        </div>
        <div className={classes.under}>
          {opening ? (
            <Delayed>
              <JobProgress
                stage={running?.stage ?? null}
                fraction={running?.fraction ?? 0}
                label={t('start.sample.progress')}
                cancelling={running?.cancelling ?? false}
                onCancel={running?.cancel ?? null}
              />
            </Delayed>
          ) : (
            <>
              <p className={classes.kinds}>{t('start.kinds')}</p>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconRoute size={15} stroke={1.7} aria-hidden />}
                onClick={() => openSample(startTour)}
              >
                {t('start.tour')}
              </Button>
            </>
          )}
        </div>
        <RecentProjects disabled={opening} />
      </div>
    </div>
  );
};
