import { useDebouncedCallback } from '@mantine/hooks';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo } from 'react';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { customersInNone, noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { halves, widthOf } from '../../charts/text-width.ts';
import { askedView, type CustomersView, changeCustomersView, viewKey } from '../../client/customers-view.ts';
import { exportCustomers } from '../../client/exports.ts';
import { featureText } from '../../client/feature-text.ts';
import { customerAddress, openCustomer } from '../../client/navigation.ts';
import { useOwnSegments } from '../../client/own-segments.ts';
import { useProject } from '../../client/project.ts';
import { showCustomer } from '../../client/selection.ts';
import { locale, t, tell } from '../../client/words.ts';
import { ColumnFilter } from '../../components/ColumnFilter.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NoSegmentTile, SegmentTile } from '../../components/SegmentTile.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { ChoiceFilter } from './ChoiceFilter.tsx';
import classes from './CustomersTable.module.css';
import type { CustomerField } from './customer-fields.ts';
import { certainties, questionsOfField, typedFilter, withTicked, withTyped } from './customer-filters.ts';
import { useCustomerPages } from './use-customer-pages.ts';
import { useRowMarks } from './use-row-marks.ts';

interface CustomersTableProps {
  readonly segmentation: Segmentation | null;
  /** Columns, in their order. */
  readonly shown: readonly CustomerField[];
  readonly of: string;
  readonly view: CustomersView;
  readonly onTotal: (total: number) => void;
  /** How far a new order is; null where it is there. */
  readonly onFraction: (fraction: number | null) => void;
  readonly chosenRow: number | null;
  readonly show: { readonly index: number; readonly near?: boolean } | null;
  readonly empty: ReactNode;
}

/** Room in a heading beside its words: edges, the arrow of the order, the funnel. */
const besideHeading = 70;
const widths: Readonly<Record<string, number>> = { key: 118, name: 156, email: 210, sureness: 128 };

/** Wide enough for the longest name of a segment, within reason. */
const segmentWidth = ({ segments }: Segmentation): number =>
  Math.ceil(
    Math.max(
      150,
      Math.min(
        270,
        48 +
          widthOf(
            segments.map(({ name }) => tell(name)),
            13,
          ),
      ),
    ),
  );

/** Who it is, as a way to their own page. */
const Who = ({ id, children }: { readonly id: number; readonly children: ReactNode }) => (
  <a
    href={customerAddress(id)}
    tabIndex={-1}
    className={classes.who}
    dir="auto"
    onClick={(event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      openCustomer(id);
    }}
  >
    {children}
  </a>
);

const columnsOf = (
  shown: readonly CustomerField[],
  segmentation: Segmentation | null,
): { columns: TableColumn<CustomerRow>[]; asked: string[] } => {
  const segments = new Map(segmentation?.segments.map((segment) => [segment.id, segment]) ?? []);
  const asked = shown.flatMap(({ id, feature }) => (feature !== null || id === 'sureness' ? [id] : []));
  const columns = shown.map(({ id, label, feature }): TableColumn<CustomerRow> => {
    const base = { id, header: label, sortable: true } as const;
    const at = asked.indexOf(id);
    if (feature !== null)
      return {
        ...base,
        // A long heading has two lines, so that more facts are seen at once.
        width: Math.ceil(Math.max(96, Math.min(280, widthOf(halves(label, 12, 550), 12, 550) + besideHeading))),
        numeric: true,
        cell: ({ values }) => featureText(feature, values[at] ?? null),
        value: ({ values }) => values[at] ?? null,
      };
    if (id === 'segment')
      return {
        ...base,
        width: segmentation === null ? 160 : segmentWidth(segmentation),
        cell: ({ segmentId }) => {
          const segment = segmentId === null ? undefined : segments.get(segmentId);
          return (
            <span className={classes.segment}>
              {segment ? <SegmentTile color={segment.color} /> : <NoSegmentTile />}
              <span className={segment ? classes.name : classes.nobody} dir="auto">
                {segment ? tell(segment.name) : t('trust.none')}
              </span>
            </span>
          );
        },
      };
    if (id === 'sureness')
      return {
        ...base,
        width: widths[id]!,
        cell: ({ certainty }) => (certainty == null ? '' : t(`customers.sureness.${certainty}`)),
      };
    const text = (row: CustomerRow) => row[id as 'key' | 'name' | 'email'] ?? '';
    return {
      ...base,
      width: widths[id] ?? 150,
      cell: (row) => (id === 'email' ? text(row) : text(row) === '' ? '' : <Who id={row.id}>{text(row)}</Who>),
      value: (row) => text(row) || null,
    };
  });
  return { columns, asked };
};

/** Everybody who is wanted, one line each: marked by their boxes, opened by their names. */
export const CustomersTable = (props: CustomersTableProps) => {
  const { segmentation, shown, of, view, onTotal, onFraction, chosenRow, show, empty } = props;
  const project = useProject();
  const own = useOwnSegments().data ?? [];
  const { columns, asked } = useMemo(() => columnsOf(shown, segmentation), [shown, segmentation]);
  const wanted = useMemo(() => askedView(view, segmentation?.id), [view, segmentation?.id]);
  const { fetchPage, fraction, problem } = useCustomerPages(wanted, asked);
  useEffect(() => onFraction(fraction), [fraction, onFraction]);
  const key = viewKey(view);
  const marks = useRowMarks({ segmentation, view: wanted, viewKey: key });
  const follow = useDebouncedCallback((row: number) => showCustomer(row), 120);
  const { filters } = view;
  const originOf = useCallback(
    ({ row, certainty }: CustomerRow, column: string): NumberRef | null => {
      if (column === 'sureness') return certainty == null ? null : { of: 'sureness', row };
      const feature = shown.find(({ id }) => id === column)?.feature ?? null;
      return feature === null ? null : { of: 'customer', row, feature: feature.key };
    },
    [shown],
  );

  const headingTool = useCallback(
    ({ id }: TableColumn<CustomerRow>) => {
      const field = shown.find((one) => one.id === id);
      if (field === undefined) return undefined;
      const change = (next: typeof filters) => changeCustomersView(of, { filters: next });
      if (id === 'segment') {
        const chosen = filters.flatMap((one) =>
          one.test === 'segments'
            ? one.ids.map((segmentId) => `segment ${segmentId}`)
            : one.test === 'own'
              ? one.ids.map((ownId) => `own ${ownId}`)
              : [],
        );
        const numbers = (ids: readonly string[], kind: string) =>
          ids.flatMap((one) => (one.startsWith(`${kind} `) ? [Number(one.slice(kind.length + 1))] : []));
        return (
          <ChoiceFilter
            column={field.label}
            groups={[
              {
                heading: t('customers.filter.segments'),
                choices: [
                  ...(segmentation?.segments ?? []).map((segment) => ({
                    id: `segment ${segment.id}`,
                    label: tell(segment.name),
                    mark: <SegmentTile color={segment.color} />,
                  })),
                  ...(segmentation !== null && customersInNone(segmentation) > 0
                    ? [{ id: `segment ${noSegmentId}`, label: t('trust.none'), mark: <NoSegmentTile /> }]
                    : []),
                ],
              },
              ...(own.length === 0
                ? []
                : [
                    {
                      heading: t('own.title'),
                      choices: own.map((one) => ({
                        id: `own ${one.id}`,
                        label: one.name,
                        mark: <SegmentTile color={one.color} />,
                      })),
                    },
                  ]),
            ]}
            chosen={chosen}
            onChoose={(ids) => {
              const [inSegments, inOwn] = [numbers(ids, 'segment'), numbers(ids, 'own')];
              change(
                withTicked(
                  withTicked(
                    filters,
                    'segments',
                    inSegments.length === 0 ? null : { test: 'segments', ids: inSegments },
                  ),
                  'own',
                  inOwn.length === 0 ? null : { test: 'own', ids: inOwn },
                ),
              );
            }}
          />
        );
      }
      if (id === 'sureness') {
        const chosen = filters.flatMap((one) => (one.test === 'certainty' ? one.any : []));
        return (
          <ChoiceFilter
            column={field.label}
            groups={[
              {
                heading: field.label,
                choices: certainties.map((one) => ({ id: one, label: t(`customers.sureness.${one}`) })),
              },
            ]}
            chosen={chosen}
            onChoose={(ids) => {
              const any = certainties.filter((one) => ids.includes(one));
              change(withTicked(filters, 'certainty', any.length === 0 ? null : { test: 'certainty', any }));
            }}
          />
        );
      }
      return (
        <ColumnFilter
          column={{ name: field.label, type: field.feature === null ? 'text' : 'decimal', role: 'none' }}
          id={id}
          of="customers"
          questions={questionsOfField(field)}
          filter={typedFilter(filters, id)}
          onFilter={(filter) => change(withTyped(filters, id, filter))}
        />
      );
    },
    [shown, filters, of, segmentation, own],
  );

  if (problem !== null) return <ErrorPanel error={problem} />;
  return (
    <DataTable<CustomerRow>
      label={t('customers.table')}
      columns={columns}
      pagesKey={['customers.page', project?.path, project?.revision, segmentation?.id, asked, ...key]}
      fetchPage={fetchPage}
      onTotal={onTotal}
      sort={view.sort}
      onSort={(sort) => changeCustomersView(of, { sort })}
      originOf={originOf}
      headingTool={headingTool}
      marks={marks}
      isSelected={({ row }) => row === chosenRow}
      onChoose={({ row }) => showCustomer(row)}
      onCursor={({ row }) => follow(row)}
      onOpen={({ id }) => openCustomer(id)}
      onSave={(as) =>
        void exportCustomers(t('customers.table'), {
          ...wanted,
          title: t('customers.table'),
          columns: shown.map(({ id, label }) => ({ id, header: label })),
          format: as,
          locale,
        })
      }
      show={show}
      empty={empty}
    />
  );
};
