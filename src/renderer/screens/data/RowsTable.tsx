import { Button } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../../../shared/model/column.ts';
import { type Source, setAsideReasons } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { exportRows } from '../../client/exports.ts';
import { isYearColumn } from '../../client/feature-text.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import type { TableFormat } from '../../client/take-table.ts';
import { format, t } from '../../client/words.ts';
import { ColumnFilter } from '../../components/ColumnFilter.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { isIdentity } from '../../components/row-filters.ts';
import type { TableColumn, TableSort } from '../../components/table-column.ts';
import { RowsBar } from './RowsBar.tsx';
import classes from './RowsTable.module.css';
import { fileOrder, filtersOf, type Order, type ShownRow, useRows, withFilter } from './use-rows.ts';

const isNumber = ({ type }: Column) => type === 'integer' || type === 'decimal';

const cellText = (value: string | number | null, column: Column): string => {
  if (value === null) return '';
  if (typeof value === 'number' && column.type === 'boolean') return t(value === 0 ? 'rows.no' : 'rows.yes');
  if (typeof value === 'number' && column.type === 'integer' && isYearColumn(column.name)) return String(value);
  if (typeof value === 'number' && isNumber(column) && !isIdentity(column)) {
    return format.number(value, Number.isInteger(value) ? 0 : 2);
  }
  return column.type === 'timestamp' ? String(value).replace('T', ' ') : String(value);
};

const widthOf = (column: Column): number => {
  // A time stamp is shown with its seconds, whether the file wrote them or not.
  const least = column.type === 'timestamp' ? 19 : 0;
  const longest = Math.max(least, column.name.length + 6, ...column.examples.map((example) => example.length));
  return Math.max(96, Math.min(300, 32 + longest * 7.8));
};

/** Columns of ours have names that none of the file's has: those are numbered. */
const rowColumn = 'row';
const nameOf = (at: number): string => `column ${at}`;

const oddCell = (text: string, column: Column) => {
  const why = t('rows.odd', { type: column.type });
  return (
    <span className={classes.odd} title={why}>
      {text}
      <span className={classes.spoken}> ({why})</span>
    </span>
  );
};

const columnsOf = (source: Source, withReasons: boolean): TableColumn<ShownRow>[] => [
  {
    id: rowColumn,
    header: t('rows.row'),
    width: Math.max(72, 40 + String(source.rows).length * 8.5),
    numeric: true,
    sortable: true,
    cell: ({ number }) => <span className={classes.number}>{format.number(number)}</span>,
    value: ({ number }) => number,
  },
  ...(withReasons
    ? [
        {
          id: 'aside',
          header: t('rows.aside'),
          width: 128,
          cell: ({ aside }: ShownRow) =>
            aside === null ? '' : <span title={t(`aside.${aside}.why`)}>{t(`rows.aside.${aside}`)}</span>,
        },
      ]
    : []),
  ...source.columns.map(
    (column, at): TableColumn<ShownRow> => ({
      id: nameOf(at),
      header: column.name,
      width: widthOf(column),
      numeric: isNumber(column) && !isIdentity(column),
      sortable: true,
      cell: ({ cells, odd }) => {
        const text = cellText(cells[at] ?? null, column);
        return odd.includes(at) ? oddCell(text, column) : text;
      },
      value: ({ cells, odd }) => {
        const cell = cells[at] ?? null;
        return typeof cell === 'number' && column.type !== 'boolean' && !odd.includes(at)
          ? cell
          : cellText(cell, column);
      },
    }),
  ),
];

interface RowsTableProps {
  readonly source: Source;
  /** There is no other file that could have taken the place of its rows. */
  readonly isAlone: boolean;
  /** The project's revision that the source is known to stand in: of a later one it may be gone. */
  readonly revision: number | undefined;
  /** Which rows are shown, in which order. */
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Every row of a source, fetched as it comes into view, sorted and chosen by any column. */
export const RowsTable = ({ source, isAlone, revision, order, onOrder }: RowsTableProps) => {
  const project = useProject();
  const { fraction, problem, fetchPage, stop, placeOf } = useRows(source, order, onOrder);
  const [total, setTotal] = useState<number | null>(null);
  const [show, setShow] = useState<{ index: number } | null>(null);
  const aside = useProjectQuery(['source.setAside', source.id], (signal) =>
    api.source.setAside({ sourceId: source.id }, { signal }),
  );
  const replaced = useProjectQuery(
    ['source.rows.replaced', source.id],
    (signal) =>
      api.source.rows(
        { sourceId: source.id, filters: [{ test: 'aside', reason: 'replaced' }], offset: 0, limit: 1 },
        { signal },
      ),
    { enabled: !isAlone },
  );
  const hasReplaced = (replaced.data?.total ?? 0) > 0;
  const reasons = useMemo(
    () => [
      ...(aside.data ?? []).flatMap(({ reason, lines, on }) => (on && lines > 0 ? [reason] : [])),
      ...(hasReplaced ? (['replaced'] as const) : []),
    ],
    [aside.data, hasReplaced],
  );
  // Also where the rule is off just now: a switch must not move the columns.
  const withReasons = hasReplaced || (aside.data ?? []).some(({ lines }) => lines > 0);
  const columns = useMemo(() => columnsOf(source, withReasons), [source, withReasons]);
  const columnById = useMemo(() => new Map(source.columns.map((column, at) => [nameOf(at), column])), [source]);
  // Another order is looked at from its beginning.
  const former = useRef(order);
  useEffect(() => {
    if (former.current !== order) setShow({ index: -1 });
    former.current = order;
  }, [order]);
  const save = (format: TableFormat) => {
    const { sort: by, ...shown } = order;
    const filters = filtersOf(shown);
    void exportRows({
      sourceId: source.id,
      format,
      ...(by === null ? {} : { sort: by }),
      ...(filters.length === 0 ? {} : { filters }),
      words: {
        title: t('data.table', { name: source.name }),
        row: t('rows.row'),
        aside: withReasons ? t('rows.aside') : null,
        reasons: Object.fromEntries(
          [...setAsideReasons, 'replaced' as const].map((reason) => [reason, t(`rows.aside.${reason}`)]),
        ),
        yes: t('rows.yes'),
        no: t('rows.no'),
      },
    });
  };
  const sortedBy = source.columns.findIndex(({ name }) => name === order.sort?.column);
  const sort: TableSort =
    sortedBy < 0 ? { by: rowColumn, descending: false } : { by: nameOf(sortedBy), descending: order.sort!.descending };

  return (
    <>
      <RowsBar
        source={source}
        order={order}
        total={total}
        fraction={fraction}
        reasons={reasons}
        onOrder={onOrder}
        onStop={stop}
        onGoTo={async (row) => {
          const index = await placeOf(row);
          if (index !== null) setShow({ index });
          return index !== null;
        }}
      />
      {problem && (
        <ErrorPanel error={problem} action={<Button onClick={() => onOrder(fileOrder)}>{t('rows.clear')}</Button>} />
      )}
      {(aside.data !== undefined || aside.error) && (
        <DataTable<ShownRow>
          label={t('data.table', { name: source.name })}
          columns={columns}
          pagesKey={['source.rows', project?.path, revision, source.id, order]}
          fetchPage={fetchPage}
          saysErrors={false}
          onTotal={setTotal}
          sort={sort}
          onSort={({ by, descending }) => {
            const column = columnById.get(by);
            onOrder({ ...order, sort: column === undefined ? null : { column: column.name, descending } });
          }}
          headingTool={({ id }) => {
            const column = columnById.get(id);
            return (
              column && (
                <ColumnFilter
                  column={column}
                  filter={order.filters.find((filter) => filter.column === column.name)}
                  onFilter={(filter) => onOrder(withFilter(order, column.name, filter))}
                />
              )
            );
          }}
          onSave={save}
          isFaint={(row) => row.aside !== null}
          show={show}
          empty={
            <EmptyState
              icon={<IconTableOff size={36} stroke={1.3} aria-hidden />}
              title={t('rows.none')}
              action={
                <Button variant="default" onClick={() => onOrder({ ...fileOrder, sort: order.sort })}>
                  {t('rows.clear')}
                </Button>
              }
            >
              {t('rows.none.text')}
            </EmptyState>
          }
        />
      )}
    </>
  );
};
