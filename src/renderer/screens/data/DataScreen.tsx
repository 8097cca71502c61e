import { Button } from '@mantine/core';
import { IconDatabaseOff, IconDownload, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { NumberInSentence } from '../../../shared/model/number-origin.ts';
import type { Totals } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { exportTable } from '../../client/exports.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { setRule, useProject } from '../../client/project.ts';
import { useProjectQuery, useSegmentation } from '../../client/queries.ts';
import { forgetAskedRows, useAskedRows } from '../../client/shown-rows.ts';
import { sumAside } from '../../client/sum-aside.ts';
import { format, t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SetAsideList } from '../../components/SetAsideList.tsx';
import { StaleNote } from '../../components/StaleNote.tsx';
import { ColumnList } from './ColumnList.tsx';
import { ColumnPage } from './ColumnPage.tsx';
import classes from './DataScreen.module.css';
import { ExcludedCustomers } from './ExcludedCustomers.tsx';
import { RowsTable } from './RowsTable.tsx';
import { SourceList } from './SourceList.tsx';
import { fileOrder, filtersOf, type Order, withFilter } from './use-rows.ts';
import { WatchFolder } from './WatchFolder.tsx';

const AddButton = () => (
  <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openSpreadsheet('current')}>
    {t('data.add')}
  </Button>
);

const totalNumbers = ({ customers, orders, orderLines, revenue }: Totals): NumberInSentence[] => [
  [format.number(customers), { of: 'total', figure: 'customers' }],
  ...(orders === null ? [] : [[format.number(orders), { of: 'total', figure: 'orders' }] as const]),
  ...(orderLines === null ? [] : [[format.number(orderLines), { of: 'total', figure: 'orderLines' }] as const]),
  ...(revenue === null ? [] : [[format.money(revenue), { of: 'total', figure: 'revenue' }] as const]),
];

/** What the project is made from: its files, their rows, and what does not count. */
export const DataScreen = () => {
  const project = useProject();
  const sources = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal }));
  const aside = useProjectQuery(['source.setAside'], (signal) => api.source.setAside(undefined, { signal }));
  const asOf = useSegmentation().data?.asOf ?? project?.totals?.lastDay ?? null;
  const known = useRef(project?.revision);
  if (!sources.isPlaceholderData) known.current = project?.revision;
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState<{ readonly sourceId: number; readonly order: Order } | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const inspector = useRef<HTMLDivElement>(null);
  // Somebody wants to see the rows under a number: they take the place of what was shown, once.
  const asked = useAskedRows((rows) => rows.asked);
  useEffect(() => {
    if (asked === null) return;
    setChosen(asked.sourceId);
    const filters = (asked.filters ?? []).filter((one) => one.test !== 'aside');
    setShown({ sourceId: asked.sourceId, order: { ...fileOrder, filters, aside: asked.aside } });
    forgetAskedRows();
  }, [asked]);

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
      <Screen title={t('app.screen.data')}>
        <EmptyState
          icon={<IconDatabaseOff size={40} stroke={1.3} aria-hidden />}
          title={t('data.title.empty')}
          action={<AddButton />}
        >
          {t('data.empty')}
        </EmptyState>
      </Screen>
    );
  }
  const list = sources.data;
  const source = list.find((one) => one.id === chosen) ?? list[0]!;
  const order = shown?.sourceId === source.id ? shown.order : fileOrder;
  const setOrder = (next: Order) => setShown({ sourceId: source.id, order: next });
  const filters = filtersOf(order);
  const column = source.columns.find(({ name }) => name === opened);
  const close = () => {
    setOpened(null);
    // Back to where the page was opened.
    requestAnimationFrame(() =>
      inspector.current
        ?.querySelector<HTMLElement>(`[data-column=${CSS.escape(opened ?? '')}] [data-open-column]`)
        ?.focus(),
    );
  };
  const rows = list.reduce((sum, one) => sum + one.rows, 0);
  return (
    <Screen
      fill
      title={t('data.title', {
        rows,
        tables: list.length,
        files: new Set(list.map(({ file }) => file)).size,
        file: list[0]!.file,
      })}
      subtitle={
        <>
          {project?.totals && (
            <NumbersIn numbers={totalNumbers(project.totals)}>{t('data.subtitle', { ...project.totals })}</NumbersIn>
          )}{' '}
          {asOf && t('data.asOf', { day: asOf })}
        </>
      }
      actions={<AddButton />}
      inspector={
        <div ref={inspector} className={classes.inspector}>
          {column !== undefined && (
            <ColumnPage
              key={`${source.id} ${column.name}`}
              source={source}
              column={column}
              filters={filters}
              onFilter={(filter) => setOrder(withFilter(order, column.name, filter))}
              onClose={close}
            />
          )}
          <div className={classes.inspector} hidden={column !== undefined}>
            <section data-tour="set-aside">
              <h2 className={classes.heading}>{t('import.aside')}</h2>
              <SetAsideList
                rules={sumAside([aside.data ?? []])}
                busy={aside.isPlaceholderData}
                opens
                onSwitch={(reason, on) => setRule({ reason, on })}
              />
              <ExcludedCustomers />
            </section>
            <section>
              <h2 className={classes.heading}>{t('data.columns')}</h2>
              <ColumnList
                source={source}
                filters={filters}
                onFilter={(of, filter) => setOrder(withFilter(order, of, filter))}
                onOpen={setOpened}
              />
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
            <section>
              <h2 className={classes.heading}>{t('watch.heading')}</h2>
              <WatchFolder />
            </section>
          </div>
        </div>
      }
    >
      <StaleNote />
      {list.length > 1 && (
        <SourceList
          sources={list}
          chosen={source.id}
          onChoose={(id) => {
            setChosen(id);
            setOpened(null);
          }}
        />
      )}
      <Panel flush fill>
        <RowsTable
          key={source.id}
          source={source}
          isAlone={list.length === 1}
          revision={known.current}
          order={order}
          onOrder={setOrder}
        />
      </Panel>
    </Screen>
  );
};
