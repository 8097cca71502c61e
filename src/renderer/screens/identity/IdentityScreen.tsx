import { Button, SegmentedControl } from '@mantine/core';
import { IconAddressBook, IconCircleCheck, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { IdentityOverview } from '../../../shared/model/identity.ts';
import { api } from '../../client/api.ts';
import { useJobs } from '../../client/jobs.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { StaleNote } from '../../components/StaleNote.tsx';
import classes from './IdentityScreen.module.css';
import { find, mergeSure } from './identity-jobs.ts';
import { MergedList } from './MergedList.tsx';
import { ReviewQueue } from './ReviewQueue.tsx';
import { comparedBy } from './record-words.ts';
import { SearchMethod } from './SearchMethod.tsx';
import { SureList } from './SureList.tsx';

const views = ['sure', 'queue', 'merged'] as const;
type View = (typeof views)[number];

const titleOf = ({ search, sure, doubtful, merged }: IdentityOverview): string => {
  if (search === null) return t('same.ask.title');
  if (sure + doubtful > 0) return t('same.title', { sure, doubtful });
  return merged > 0 ? t('same.title.done', { merged }) : t('same.title.none');
};

/** Where to begin: with what one click settles, then with what must be looked at. */
const firstView = ({ sure, doubtful }: IdentityOverview): View =>
  sure > 0 ? 'sure' : doubtful > 0 ? 'queue' : 'merged';

/** Customers that stand several times: what surely is one, what to look at, and what was put together. */
export const IdentityScreen = () => {
  const overview = useProjectQuery(['identity.get'], (signal) => api.identity.get(undefined, { signal }));
  const isBusy = useJobs((jobs) => jobs.running !== null);
  const [chosen, setChosen] = useState<View | null>(null);
  if (overview.error)
    return (
      <Screen title={t('app.screen.identity')}>
        <ErrorPanel
          error={overview.error}
          action={<Button onClick={() => overview.refetch()}>{t('app.retry')}</Button>}
        />
      </Screen>
    );
  if (overview.data === undefined) return null;
  const { data } = overview;
  const { search, sure, doubtful, merged } = data;
  if (!data.canSearch && merged === 0)
    return (
      <Screen title={t('app.screen.identity')}>
        <EmptyState
          icon={<IconAddressBook size={40} stroke={1.3} aria-hidden />}
          title={t('same.missing.title')}
          action={
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
              {t('same.missing.add')}
            </Button>
          }
        >
          {t('same.missing.text')}
        </EmptyState>
      </Screen>
    );
  const look = async () => {
    if (await find()) setChosen(null);
  };
  const merge = async () => {
    if (await mergeSure()) setChosen(doubtful > 0 ? 'queue' : 'merged');
  };
  if (search === null && merged === 0)
    return (
      <Screen title={titleOf(data)}>
        <EmptyState
          icon={<IconUsersGroup size={40} stroke={1.3} aria-hidden />}
          title={t('same.ask.heading')}
          action={
            <Button onClick={look} disabled={isBusy}>
              {t('same.find')}
            </Button>
          }
        >
          {t('same.ask.text', { fields: comparedBy(data.atHand) })}
        </EmptyState>
      </Screen>
    );
  const view = chosen ?? firstView(data);
  const counts: Record<View, number> = { sure, queue: doubtful, merged };
  return (
    <Screen
      title={titleOf(data)}
      subtitle={
        search === null ? undefined : t('same.subtitle', { records: search.records, fields: comparedBy(search.fields) })
      }
      actions={
        <>
          {data.canSearch && (
            <Button variant="default" onClick={look} disabled={isBusy}>
              {t(search === null ? 'same.find' : 'same.findAgain')}
            </Button>
          )}
          {sure > 0 && (
            <Button onClick={merge} disabled={isBusy}>
              {t('same.merge', { count: sure })}
            </Button>
          )}
        </>
      }
    >
      {merged > 0 && <StaleNote />}
      {data.isStale && (
        <div className={classes.stale} role="status">
          {t('same.stale')}
        </div>
      )}
      {sure + doubtful + merged === 0 && search !== null ? (
        <Panel>
          <EmptyState icon={<IconCircleCheck size={36} stroke={1.4} aria-hidden />} title={t('same.title.none')}>
            {t('same.none.text', { records: search.records, fields: comparedBy(search.fields) })}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <SegmentedControl
            className={classes.views}
            aria-label={t('same.views')}
            value={view}
            onChange={(value) => setChosen(value as View)}
            data={views.map((value) => ({ value, label: t(`same.view.${value}`, { count: counts[value] }) }))}
          />
          {view === 'sure' && <SureList />}
          {view === 'queue' && <ReviewQueue />}
          {view === 'merged' && <MergedList />}
        </>
      )}
      {search !== null && <SearchMethod search={search} />}
    </Screen>
  );
};
