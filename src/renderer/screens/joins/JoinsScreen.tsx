import { Button } from '@mantine/core';
import { IconLink, IconLinkOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { openSpreadsheet } from '../../client/open-files.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NoReport } from '../../components/NoReport.tsx';
import { Screen } from '../../components/Screen.tsx';
import { AddJoin } from './AddJoin.tsx';
import { JoinDetail } from './JoinDetail.tsx';
import { JoinList } from './JoinList.tsx';
import classes from './joins.module.css';
import { UnmatchedRows } from './UnmatchedRows.tsx';
import { useJoins } from './use-joins.ts';

/** Which tables belong together and by which columns, what finds nothing, and how to say otherwise. */
export const JoinsScreen = () => {
  const view = useJoins();
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { last } = view;
  if (last === undefined) return null;
  if (last === null)
    return (
      <NoReport
        view={view}
        title={t('app.screen.joins')}
        job={t('joins.job')}
        again={t('app.retry')}
        cancelled={{ title: t('joins.cancelled.title'), text: t('joins.cancelled') }}
      />
    );
  const { tables, joins } = last;
  if (tables.length < 2)
    return (
      <Screen title={t('app.screen.joins')}>
        <EmptyState
          icon={<IconLink size={40} stroke={1.3} aria-hidden />}
          title={t('joins.alone.title')}
          action={
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
              {t('data.add')}
            </Button>
          }
        >
          {t('joins.alone')}
        </EmptyState>
      </Screen>
    );
  const join = joins.find(({ id }) => id === chosen) ?? joins[0];
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('joins.add')}
    </Button>
  );
  return (
    <Screen
      fill
      title={t('joins.title', { on: joins.filter(({ on }) => on).length, tables: tables.length })}
      subtitle={<span aria-live="polite">{t(view.current ? 'joins.subtitle' : 'joins.subtitle.before')}</span>}
      actions={joins.length > 0 && add}
      inspector={join === undefined ? null : <JoinDetail key={join.id} join={join} />}
    >
      {join === undefined ? (
        <EmptyState
          icon={<IconLinkOff size={40} stroke={1.3} aria-hidden />}
          title={t('joins.none.title')}
          action={add}
        >
          {t('joins.none')}
        </EmptyState>
      ) : (
        <div className={classes.work}>
          <JoinList joins={joins} chosen={join.id} onChoose={setChosen} />
          <UnmatchedRows key={join.id} join={join} />
        </div>
      )}
      <AddJoin tables={tables} opened={adding} onClose={() => setAdding(false)} onAdded={setChosen} />
    </Screen>
  );
};
