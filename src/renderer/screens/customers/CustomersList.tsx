import { Button, Pill, Progress, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import {
  changeCustomersView,
  type Only,
  selectedNow,
  showEverybody,
  useCustomersView,
  useWantedOnly,
} from '../../client/customers-view.ts';
import { goTo } from '../../client/navigation.ts';
import { useOwnSegments } from '../../client/own-segments.ts';
import { remember, useRemembered } from '../../client/preferences.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery, useSegmentation } from '../../client/queries.ts';
import { useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { CustomerStoryView } from './CustomerStoryView.tsx';
import classes from './CustomersScreen.module.css';
import { CustomersTable } from './CustomersTable.tsx';
import { fieldChoiceSchema, fieldsOf, shownFields, usualChoice } from './customer-fields.ts';
import { customerFilterText } from './customer-filters.ts';

const choiceName = 'customers.columns';

/** Which customers somebody wanted to see alone: their segments by name, or how many were picked. */
const onlyText = ({ rows, segmentIds }: Only, segmentation: Segmentation | null): string => {
  if (rows !== null) return t('customers.only', { count: rows.length });
  if (segmentIds.length === 1 && segmentIds[0] === noSegmentId) return t('trust.none');
  const names = segmentIds.flatMap((id) => {
    if (id === noSegmentId) return [t('trust.none.within')];
    const found = segmentation?.segments.find((one) => one.id === id);
    return found ? [tell(found.name)] : [];
  });
  return t('customers.where.in', { names: format.list(names) });
};

interface CustomersListProps {
  /** Where to stand, once for each new object. */
  readonly show: { readonly index: number; readonly near: boolean } | null;
}

/** Everybody, or those who are wanted, one line each. */
export const CustomersList = ({ show }: CustomersListProps) => {
  const project = useProject();
  const segmentation = useSegmentation().data ?? null;
  const of = `${project?.path} ${segmentation?.id ?? 0}`;
  const view = useCustomersView(of);
  const own = useOwnSegments().data ?? [];
  const customerRow = useSelection((selection) => selection.customerRow);
  const choice = useRemembered(choiceName, fieldChoiceSchema) ?? usualChoice;
  const columns = useProjectQuery(['customers.columns', segmentation?.id], (signal) =>
    api.customers.columns(segmentation === null ? {} : { segmentationId: segmentation.id }, { signal }),
  );
  const fields = useMemo(
    () => (columns.data === undefined ? [] : fieldsOf(columns.data, segmentation)),
    [columns.data, segmentation],
  );
  const shown = useMemo(() => shownFields(fields, choice), [fields, choice]);
  const [total, setTotal] = useState<number | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const [typed, setTyped] = useState(view.search);
  const [searched] = useDebouncedValue(typed, 200);
  useEffect(() => changeCustomersView(of, { search: searched }), [of, searched]);

  // Whoever comes with a selection comes to see those.
  const came = useRef<string | null>(null);
  const isThere = project !== null && segmentation !== null;
  useEffect(() => {
    if (!isThere || came.current === of) return;
    came.current = of;
    const only = selectedNow();
    if (only !== null) changeCustomersView(of, { only });
  }, [isThere, of]);
  const wantedOnly = useWantedOnly(({ only }) => only);
  useEffect(() => {
    if (!isThere || wantedOnly === null) return;
    useWantedOnly.setState({ only: null });
    changeCustomersView(of, { only: wantedOnly });
  }, [isThere, of, wantedOnly]);

  if (project === null) return null;
  if (project.totals === null) {
    return (
      <Screen title={t('app.screen.customers')}>
        <EmptyState
          icon={<IconUsers size={40} stroke={1.3} aria-hidden />}
          title={t('app.status.empty')}
          action={<Button onClick={() => goTo('data')}>{t('app.screen.data')}</Button>}
        >
          {t('data.empty')}
        </EmptyState>
      </Screen>
    );
  }
  const all = segmentation?.customers ?? project.totals.customers;
  const narrowed = view.search.trim() !== '' || view.only !== null || view.filters.length > 0;
  const showAll = () => {
    setTyped('');
    showEverybody(of);
  };
  const names = { fields, segmentation, own };
  return (
    <Screen
      fill
      title={
        narrowed && total !== null && total !== all
          ? t('customers.title.of', { total, all })
          : t('customers.title', { total: all })
      }
      subtitle={t('customers.subtitle.keys')}
      inspector={<CustomerStoryView row={customerRow} segmentation={segmentation} />}
    >
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          leftSection={<IconSearch size={15} aria-hidden />}
          placeholder={t('customers.search')}
          aria-label={t('customers.search')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span className={classes.space} />
        <ColumnsMenu fields={fields} choice={choice} onChoice={(next) => remember(choiceName, next)} />
      </div>
      <Panel flush fill>
        <div className={classes.bar}>
          <div className={classes.pills}>
            {fraction === null && !narrowed && <span className={classes.hint}>{t('customers.narrow')}</span>}
            {fraction !== null && (
              <span className={classes.progress} role="status">
                {t('customers.arranging')}
                <Progress.Root size={6} className={classes.track}>
                  <Progress.Section value={fraction * 100} aria-label={t('customers.arranging')} />
                </Progress.Root>
              </span>
            )}
            {[
              ...(view.only === null
                ? []
                : [
                    {
                      key: 'only',
                      what: onlyText(view.only, segmentation),
                      remove: () => changeCustomersView(of, { only: null }),
                    },
                  ]),
              ...view.filters.map((filter) => ({
                key: JSON.stringify(filter),
                what: customerFilterText(filter, names),
                remove: () => changeCustomersView(of, { filters: view.filters.filter((one) => one !== filter) }),
              })),
            ].map(({ key, what, remove }) => (
              <Pill
                key={key}
                size="md"
                withRemoveButton
                removeButtonProps={{
                  'aria-label': t('rows.filter.remove', { what }),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
                onRemove={remove}
                title={what}
              >
                <span dir="auto">{what}</span>
              </Pill>
            ))}
          </div>
          {narrowed && (
            <Button variant="subtle" size="compact-sm" onClick={showAll} className={classes.all ?? ''}>
              {t('customers.showAll')}
            </Button>
          )}
        </div>
        {columns.error ? (
          <ErrorPanel error={columns.error} />
        ) : (
          fields.length > 0 && (
            <CustomersTable
              segmentation={segmentation}
              shown={shown}
              of={of}
              view={view}
              onTotal={setTotal}
              onFraction={setFraction}
              chosenRow={customerRow}
              show={show}
              empty={
                <EmptyState
                  title={t('customers.none')}
                  action={<Button onClick={showAll}>{t('customers.showAll')}</Button>}
                >
                  {t('customers.none.text')}
                </EmptyState>
              }
            />
          )
        )}
      </Panel>
    </Screen>
  );
};
