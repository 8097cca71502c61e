import { Button } from '@mantine/core';
import { useState } from 'react';
import { includeCustomers, useExcluded } from '../../client/exclusions.ts';
import { useJobs } from '../../client/jobs.ts';
import { notifyProblem } from '../../client/notify.ts';
import { t } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './ExcludedCustomers.module.css';

const shownAtFirst = 5;
const shownAtMost = 200;

const bringBack = async (ids?: readonly number[]): Promise<void> => {
  const done = await includeCustomers(ids);
  if (done === null) return;
  notifyUndoable(t('own.included.done', { customers: done.customers }));
  if (done.problem !== null) notifyProblem(done.problem);
};

/** Customers whom somebody took out of everything, with what they bought, and the way back; nothing where nobody is. */
export const ExcludedCustomers = () => {
  const [all, setAll] = useState(false);
  const busy = useJobs(({ running }) => running !== null);
  const { data, isPlaceholderData } = useExcluded(all ? shownAtMost : shownAtFirst);
  if (data === undefined || data.total === 0) return null;
  const { total, lines, money, customers } = data;
  return (
    <div className={classes.excluded} aria-busy={isPlaceholderData}>
      <div className={classes.words}>
        <span className={classes.what}>{t('own.excluded.title')}</span>
        <span className={classes.why}>{t('own.excluded.why')}</span>
        <span>{t('own.excluded.figures', { customers: total, lines, money })}</span>
      </div>
      <ul className={classes.list}>
        {customers.map(({ id, key, name, lines: theirs, money: spent }) => (
          <li key={id} className={classes.one}>
            <span className={classes.words}>
              <span className={classes.name} dir="auto">
                {name ?? key}
              </span>
              <span className={classes.why}>{t('own.excluded.one', { lines: theirs, money: spent })}</span>
            </span>
            <Button
              variant="default"
              disabled={busy}
              aria-label={t('own.include.one', { name: name ?? key })}
              onClick={() => void bringBack([id])}
            >
              {t('own.include')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {total > customers.length && !all && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('own.excluded.more', { customers: Math.min(total, shownAtMost) })}
          </Button>
        )}
        {total > 1 && (
          <Button variant="default" disabled={busy} onClick={() => void bringBack()}>
            {t('own.include.all')}
          </Button>
        )}
      </div>
    </div>
  );
};
