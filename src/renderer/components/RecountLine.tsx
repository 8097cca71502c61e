import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { isCancelled } from '../../shared/errors.ts';
import type { NumberOrigin } from '../../shared/model/number-origin.ts';
import { api } from '../client/api.ts';
import { startJob, useJobs } from '../client/jobs.ts';
import { notifyError } from '../client/notify.ts';
import { isSame, numberText, originName } from '../client/origin-text.ts';
import { toAppError } from '../client/to-app-error.ts';
import { t } from '../client/words.ts';
import classes from './OriginCard.module.css';

interface Counted {
  readonly value: number;
  readonly tolerance: number;
  readonly from: NumberOrigin['recountedFrom'];
}

/** Whether counting again gives the same; a button where that takes a while. */
export const RecountLine = ({ origin }: { readonly origin: NumberOrigin }) => {
  const { ref, value, unit, recount, recountedFrom } = origin;
  const isBusy = useJobs(({ running }) => running !== null);
  const [again, setAgain] = useState<Counted | null>(null);
  const counted = again ?? (recount === null ? null : { value: recount, tolerance: 1e-9, from: recountedFrom });
  const countAgain = async () => {
    try {
      const found = await startJob(t('origin.countAgain.job', { name: originName(origin) }), () =>
        api.explain.recount({ of: ref }),
      );
      if (found.value !== null) setAgain({ value: found.value, tolerance: found.tolerance, from: 'rows' });
    } catch (error) {
      const known = toAppError(error);
      if (!isCancelled(known)) notifyError(known);
    }
  };
  if (value === null) return null;
  if (counted === null)
    return origin.countable ? (
      <p className={classes.check}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconRefresh size={13} aria-hidden />}
          disabled={isBusy}
          onClick={countAgain}
        >
          {t('origin.countAgain')}
        </Button>
      </p>
    ) : null;
  const same = isSame(value, counted.value, counted.tolerance);
  return (
    <p className={classes.check} data-differs={!same} role="status">
      {same ? <IconCircleCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
      {same
        ? t('origin.same', { from: counted.from })
        : t('origin.differs', { recount: numberText(counted.value, unit) })}
    </p>
  );
};
