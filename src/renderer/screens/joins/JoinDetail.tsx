import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Join } from '../../../shared/model/join.ts';
import { api } from '../../client/api.ts';
import { change } from '../../client/project.ts';
import { t, tell } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './joins.module.css';

const remove = async ({ id }: Join): Promise<void> => {
  const done = await change(() => api.joins.remove({ id }));
  if (done !== null) notifyUndoable(t('joins.removed'));
};

/** What a connection is good for, how its sides fit, and why we think so. */
export const JoinDetail = ({ join }: { readonly join: Join }) => {
  const { left, right, summary, doubts, use, cardinality, reasons, origin } = join;
  return (
    <div className={classes.detail}>
      <section>
        <p className={classes.summary}>{tell(summary)}</p>
        {doubts.map((doubt) => (
          <p key={doubt.key} className={classes.doubt}>
            {tell(doubt)}
          </p>
        ))}
      </section>
      <section>
        <h2 className={classes.heading}>{t('joins.use')}</h2>
        <p className={classes.text}>{t(`joins.use.${use}`)}</p>
      </section>
      <section>
        <h2 className={classes.heading}>{t('joins.how')}</h2>
        <p className={classes.text}>{t(`joins.cardinality.${cardinality}`, { left: left.name, right: right.name })}</p>
      </section>
      {reasons.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('joins.why')}</h2>
          <ul className={classes.reasons}>
            {reasons.map((reason) => (
              <li key={JSON.stringify(reason)}>{tell(reason)}</li>
            ))}
          </ul>
        </section>
      )}
      {origin === 'own' && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(join)}>
          {t('joins.remove')}
        </Button>
      )}
    </div>
  );
};
