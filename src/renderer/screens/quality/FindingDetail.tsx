import { Button } from '@mantine/core';
import { IconArrowBackUp, IconUsersGroup, IconWand } from '@tabler/icons-react';
import type { Finding } from '../../../shared/model/quality.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { goTo } from '../../client/navigation.ts';
import { change, setRule } from '../../client/project.ts';
import { t, tell } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './quality.module.css';

type Fix = NonNullable<Finding['fix']>;

const mostPairs = 12;

/** Makes the fix as one change, and offers to take it back. */
const mend = async ({ change: fix, rows }: Fix): Promise<void> => {
  if (fix.kind === 'rule') {
    if (await setRule({ reason: fix.reason, on: true })) notifyUndoable(t('mend.fix.done', { rows }));
    return;
  }
  const made = await change(() => startJob(t('mend.fix.job'), () => api.quality.fix({ fix })));
  if (made !== null) notifyUndoable(t('mend.fix.done', { rows: made.rows }));
};

/** Which spellings become which. */
const Spellings = ({ fix }: { readonly fix: Fix['change'] & { kind: 'merge' } }) => {
  const pairs = fix.groups.flatMap(({ from, to }) => from.map((one) => ({ from: one, to })));
  return (
    <ul className={classes.pairs}>
      {pairs.slice(0, mostPairs).map((pair) => (
        <li key={`${pair.from} ${pair.to}`}>{t('mend.fix.merge.pair', pair)}</li>
      ))}
      {pairs.length > mostPairs && <li>{t('mend.fix.merge.more', { count: pairs.length - mostPairs })}</li>}
    </ul>
  );
};

/** One finding: what it is, where, and what could be done, told before it is done. */
export const FindingDetail = ({ finding, stale }: { readonly finding: Finding; readonly stale: boolean }) => {
  const { message, severity, file, sheet, column, fix, kind } = finding;
  const busy = useJobs(({ running }) => running !== null);
  return (
    <div className={classes.detail}>
      <section>
        <span className={classes.severity} data-severity={severity}>
          {t(`mend.severity.${severity}`)}
        </span>
        <p className={classes.what}>{tell(message)}</p>
      </section>
      <section>
        <h2 className={classes.heading}>{t('mend.where')}</h2>
        <p className={classes.place}>{[file, sheet].filter(Boolean).join(' · ')}</p>
        {column !== null && <p className={classes.place}>{t('mend.where.column', { column })}</p>}
      </section>
      <section>
        <h2 className={classes.heading}>{t('mend.fix')}</h2>
        {fix === null ? (
          <p className={classes.place}>{t(severity === 'info' ? 'mend.fix.info' : 'mend.fix.none')}</p>
        ) : (
          <>
            <p className={classes.place}>{t(`mend.fix.${fix.change.kind}`, { rows: fix.rows, money: fix.money })}</p>
            {fix.change.kind === 'merge' && <Spellings fix={fix.change} />}
            <Button
              fullWidth
              className={classes.do ?? ''}
              leftSection={<IconWand size={16} aria-hidden />}
              disabled={busy || stale}
              onClick={() => mend(fix)}
            >
              {tell(fix.what)}
            </Button>
            <p className={classes.undo}>
              <IconArrowBackUp size={14} aria-hidden /> {t('mend.fix.undo')}
            </p>
          </>
        )}
        {kind === 'nearDuplicates' && (
          <Button
            variant="default"
            className={classes.do ?? ''}
            leftSection={<IconUsersGroup size={16} aria-hidden />}
            onClick={() => goTo('identity')}
          >
            {t('mend.fix.identity')}
          </Button>
        )}
      </section>
    </div>
  );
};
