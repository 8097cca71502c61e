import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { customersInNone, noSegmentId } from '../../../shared/model/segmentation.ts';
import { goTo } from '../../client/navigation.ts';
import { useProject, useSegmentation } from '../../client/project.ts';
import { clearSelection, selectSegments, showCustomer, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';
import type { TableSort } from '../../components/table-column.ts';
import { CustomerStoryView } from './CustomerStoryView.tsx';
import classes from './CustomersScreen.module.css';
import { CustomersTable } from './CustomersTable.tsx';

/** Everybody, or the customers of the selection, one line each. */
export const CustomersScreen = () => {
  const project = useProject();
  const segmentation = useSegmentation().data ?? null;
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const customerRow = useSelection((selection) => selection.customerRow);
  const [search, setSearch] = useState('');
  const [searched] = useDebouncedValue(search.trim(), 200);
  const [sort, setSort] = useState<TableSort | null>(null);
  const [total, setTotal] = useState<number | null>(null);

  if (project === null) return null;
  if (project.totals === null) {
    return (
      <EmptyState
        icon={<IconUsers size={40} stroke={1.3} aria-hidden />}
        title={t('app.status.empty')}
        action={<Button onClick={() => goTo('data')}>{t('app.screen.data')}</Button>}
      >
        {t('data.empty')}
      </EmptyState>
    );
  }
  const segments = segmentation?.segments ?? [];
  const hasNobodys = segmentation !== null && customersInNone(segmentation) > 0;
  const groups = [
    ...segments.map(({ id, name }) => ({ id, name: tell(name) })),
    ...(hasNobodys ? [{ id: noSegmentId, name: t('trust.none') }] : []),
  ];
  const chosen = groups.filter(({ id }) => segmentIds.includes(id));
  const all = segmentation?.customers ?? project.totals.customers;
  const narrowed = searched !== '' || rows !== null || chosen.length > 0;
  const showAll = () => {
    setSearch('');
    clearSelection();
  };
  return (
    <Screen
      fill
      title={
        narrowed && total !== null && total !== all
          ? t('customers.title.of', { total, all })
          : t('customers.title', { total: all })
      }
      subtitle={
        rows !== null
          ? t('customers.subtitle.rows')
          : chosen.length > 0
            ? t('customers.subtitle.segments', {
                names: format.list(chosen.map(({ id, name }) => (id === noSegmentId ? t('trust.none.within') : name))),
              })
            : t('customers.subtitle')
      }
      inspector={<CustomerStoryView row={customerRow} segmentation={segmentation} />}
    >
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          leftSection={<IconSearch size={15} aria-hidden />}
          placeholder={t('customers.search')}
          aria-label={t('customers.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {segments.length > 0 && (
          <MultiSelect
            className={classes.filter}
            aria-label={t('customers.segments')}
            placeholder={chosen.length === 0 ? t('customers.segments.all') : ''}
            data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={chosen.map(({ id }) => String(id))}
            onChange={(ids) => selectSegments(ids.map(Number))}
            renderOption={({ option }) => {
              const segment = segments.find(({ id }) => String(id) === option.value);
              return (
                <span className={classes.option}>
                  {segment ? <SegmentTile color={segment.color} /> : <NoSegmentTile />}
                  {option.label}
                </span>
              );
            }}
          />
        )}
        {narrowed && (
          <Button variant="default" onClick={showAll} className={classes.all}>
            {t('customers.showAll')}
          </Button>
        )}
      </div>
      <Panel flush fill>
        <CustomersTable
          segmentation={segmentation}
          segmentIds={segmentIds}
          rows={rows}
          search={searched}
          sort={sort}
          onSort={setSort}
          onTotal={setTotal}
          chosenRow={customerRow}
          onChoose={(row) => showCustomer(row)}
          empty={
            <EmptyState
              title={t('customers.none')}
              action={<Button onClick={showAll}>{t('customers.showAll')}</Button>}
            >
              {t('customers.none.text')}
            </EmptyState>
          }
        />
      </Panel>
    </Screen>
  );
};
