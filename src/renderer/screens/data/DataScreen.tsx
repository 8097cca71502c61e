import { Button } from '@mantine/core';
import { IconDatabaseOff, IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { exportTable } from '../../client/exports.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { setRule, useProject, useSegmentation } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { sumAside } from '../../client/sum-aside.ts';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SetAsideList } from '../../components/SetAsideList.tsx';
import { ColumnList } from './ColumnList.tsx';
import classes from './DataScreen.module.css';
import { RowsTable } from './RowsTable.tsx';
import { SourceList } from './SourceList.tsx';
import { StaleNote } from './StaleNote.tsx';

const AddButton = () => (
  <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
    {t('data.add')}
  </Button>
);

/** What the project is made from: its files, their rows, and what does not count. */
export const DataScreen = () => {
  const project = useProject();
  const sources = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal }));
  const aside = useProjectQuery(['source.setAside'], (signal) => api.source.setAside(undefined, { signal }));
  const asOf = useSegmentation().data?.asOf ?? project?.totals?.lastDay ?? null;
  const [chosen, setChosen] = useState<number | null>(null);

  if (sources.error) {
    return (
      <Screen title={t('app.screen.data')}>
        <ErrorPanel
          error={sources.error}
          action={<Button onClick={() => sources.refetch()}>{t('app.retry')}</Button>}
        />
      </Screen>
    );
  }
  if (sources.data === undefined) return null;
  if (sources.data.length === 0) {
    return (
      <EmptyState
        icon={<IconDatabaseOff size={40} stroke={1.3} aria-hidden />}
        title={t('data.title.empty')}
        action={<AddButton />}
      >
        {t('data.empty')}
      </EmptyState>
    );
  }
  const list = sources.data;
  const source = list.find((one) => one.id === chosen) ?? list[0]!;
  const rows = list.reduce((sum, one) => sum + one.rows, 0);
  return (
    <Screen
      fill
      title={t('data.title', { rows, files: list.length, file: list[0]!.file })}
      subtitle={
        <>
          {project?.totals && t('data.subtitle', { ...project.totals })} {asOf && t('data.asOf', { day: asOf })}
        </>
      }
      actions={<AddButton />}
      inspector={
        <div className={classes.inspector}>
          <section>
            <h2 className={classes.heading}>{t('import.aside')}</h2>
            <SetAsideList
              rules={sumAside([aside.data ?? []])}
              busy={aside.isPlaceholderData}
              onSwitch={(reason, on) => setRule({ reason, on })}
            />
          </section>
          <section>
            <h2 className={classes.heading}>{t('data.columns')}</h2>
            <ColumnList source={source} />
            <Button
              variant="default"
              className={classes.save}
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() =>
                exportTable(t('data.source.original', { name: source.file }), {
                  what: 'exact',
                  format: 'csv',
                  sourceId: source.id,
                })
              }
            >
              {t('data.source.download')}
            </Button>
          </section>
        </div>
      }
    >
      <StaleNote />
      {list.length > 1 && <SourceList sources={list} chosen={source.id} onChoose={setChosen} />}
      <Panel flush fill>
        <RowsTable key={source.id} source={source} />
      </Panel>
    </Screen>
  );
};
