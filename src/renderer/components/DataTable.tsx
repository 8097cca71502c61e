import { type ColumnDef, type RowData, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './DataTable.module.css';
import { DataTableHeading } from './DataTableHeading.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import { type FetchPage, usePages } from './use-pages.ts';

const rowHeight = 32;
const features = tableFeatures({ rowSortingFeature });

interface DataTableProps<Row extends RowData> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  /** What the rows are; a new key asks for new rows. */
  readonly pagesKey: readonly unknown[];
  readonly fetchPage: FetchPage<Row>;
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  readonly isSelected?: (row: Row) => boolean;
  readonly onChoose?: (row: Row) => void;
  /** Told how many rows there are, whenever that is known anew. */
  readonly onTotal?: (total: number) => void;
  /** Stands in the place of the rows where there are none. */
  readonly empty?: ReactNode;
}

/** A table over any number of rows: only what is seen is fetched and drawn. Arrows move, Enter chooses. */
export const DataTable = <Row extends RowData>(props: DataTableProps<Row>) => {
  const { label, columns, pagesKey, fetchPage, sort = null, onSort, isSelected, onChoose, onTotal, empty } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const { total, rowAt, settled } = usePages(pagesKey, fetchPage, range);
  useEffect(() => {
    if (settled) onTotal?.(total);
  }, [settled, total, onTotal]);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
    onChange: ({ range: seen }) => {
      const next = { first: seen?.startIndex ?? 0, last: seen?.endIndex ?? 0 };
      setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
    },
  });
  const seen = virtual.getVirtualItems();
  const loaded = seen.map(({ index }) => rowAt(index)).filter((row) => row !== undefined);
  const table = useTable({
    features,
    data: loaded,
    columns: columns.map(
      ({ id, header, sortable, cell }): ColumnDef<typeof features, Row> => ({
        id,
        header,
        enableSorting: sortable ?? false,
        cell: ({ row }) => cell(row.original),
      }),
    ),
    manualSorting: true,
    state: { sorting: sort ? [{ id: sort.by, desc: sort.descending }] : [] },
  });
  const template = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ');
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const [more, setMore] = useState(false);
  const lookRight = () => {
    const box = scroller.current;
    setMore(box !== null && box.scrollLeft + box.clientWidth < box.scrollWidth - 4);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns need another look
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const observer = new ResizeObserver(lookRight);
    observer.observe(box);
    lookRight();
    return () => observer.disconnect();
  }, [width]);
  const modelRows = table.getRowModel().rows;
  let next = 0;

  const move = (to: number) => {
    const at = Math.max(0, Math.min(total - 1, to));
    setCursor(at);
    virtual.scrollToIndex(at);
  };
  const choose = (index: number) => {
    const row = rowAt(index);
    setCursor(index);
    if (row !== undefined) onChoose?.(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(cursor + step);
    } else if (event.key === 'Enter') choose(cursor);
  };

  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller} onScroll={lookRight}>
        <table
          className={classes.sheet}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move through it, so it is a grid
          role="grid"
          aria-label={label}
          aria-rowcount={total + 1}
          aria-colcount={columns.length}
          aria-busy={!settled}
          aria-activedescendant={
            cursor >= 0 && seen.some(({ index }) => index === cursor) ? `${id}-${cursor}` : undefined
          }
          tabIndex={0}
          onKeyDown={onKeyDown}
          data-choosable={onChoose !== undefined}
          style={{ height: virtual.getTotalSize(), minWidth: width }}
        >
          <thead className={classes.group}>
            <tr aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
              {columns.map((column) => (
                <DataTableHeading key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody className={classes.group}>
            {seen.map(({ index, start }) => {
              const row = rowAt(index);
              const cells = row === undefined ? undefined : modelRows[next++]?.getAllCells();
              return (
                <tr
                  key={index}
                  id={`${id}-${index}`}
                  aria-rowindex={index + 2}
                  aria-selected={row !== undefined && isSelected ? isSelected(row) : undefined}
                  className={classes.row}
                  data-cursor={index === cursor}
                  data-stale={!settled}
                  style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
                  onClick={() => choose(index)}
                >
                  {columns.map((column, at) => {
                    const cell = cells?.[at];
                    return (
                      <td key={column.id} className={classes.cell} data-numeric={column.numeric}>
                        {cell ? (
                          <span className={classes.ellipsis}>
                            <table.FlexRender cell={cell} />
                          </span>
                        ) : (
                          <span className={classes.pending} aria-hidden />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
        {total === 0 && settled && empty !== undefined && <div className={classes.empty}>{empty}</div>}
      </div>
      {more && <div className={classes.edge} aria-hidden />}
    </div>
  );
};
