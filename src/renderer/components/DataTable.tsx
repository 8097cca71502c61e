import { Button } from '@mantine/core';
import { type ColumnDef, type RowData, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isCancelled } from '../../shared/errors.ts';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { TableFormat } from '../client/take-table.ts';
import { toAppError } from '../client/to-app-error.ts';
import { t } from '../client/words.ts';
import { cellsOf } from './cells-of.ts';
import classes from './DataTable.module.css';
import { DataTableHeading } from './DataTableHeading.tsx';
import { Delayed } from './Delayed.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { fetchAll } from './fetch-all.ts';
import { OriginPopover } from './OriginPopover.tsx';
import { TableTools } from './TableTools.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import { useCellOrigins } from './use-cell-origins.ts';
import { type FetchPage, usePages } from './use-pages.ts';
import { useRowWindow } from './use-row-window.ts';

const rowHeight = 32;
/** Kept free at the end of every row, as in the style sheet. */
const toolsWidth = 32;
/** Stand for rows that nobody knows yet. */
const waitingRows = [1, 2, 3, 4, 5];
/** Of the boxes before the rows. */
const marksWidth = 38;
const features = tableFeatures({ rowSortingFeature });

/** Which rows are marked, and how that changes. */
export interface RowMarks<Row> {
  isOn(row: Row): boolean;
  readonly all: 'all' | 'some' | 'none';
  /** Marks a row, or lets go of it; `upTo` as well all between it and the one that was marked last. */
  toggle(row: Row, index: number, upTo: boolean): void;
  toggleAll(): void;
  labelOf(row: Row): string;
  readonly allLabel: string;
}

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
  /** Marks rows by a box before each; Space marks the one at the cursor, Shift with an arrow goes on marking, Ctrl+A all. */
  readonly marks?: RowMarks<Row>;
  /** Goes into a row: Enter, or two clicks. Where it is left out, Enter chooses. */
  readonly onOpen?: (row: Row) => void;
  /** The row that the cursor came to by keys. */
  readonly onCursor?: (row: Row) => void;
  /**
   * Which number a cell holds, if it opens: by a right click, or by Enter where the arrows to the sides have come to it.
   */
  readonly originOf?: (row: Row, column: string) => NumberRef | null;
  /** Beside a column's heading, e.g. what filters it. */
  readonly headingTool?: (column: TableColumn<Row>) => ReactNode;
  /** Rows that matter less. */
  readonly isFaint?: (row: Row) => boolean;
  /**
   * Brings a row to the top and puts the cursor there; each new object once. Below 0: to the beginning, no cursor. `near`:
   * as little as needed.
   */
  readonly show?: { readonly index: number; readonly near?: boolean } | null;
  /** Saves all rows in a way of its own, e.g. as a job; where it is left out they are fetched page by page. */
  readonly onSave?: (as: TableFormat) => void;
  /** Stands in the place of the rows where there are none. */
  readonly empty?: ReactNode;
  /** False where it is said beside the table why rows cannot be had. */
  readonly saysErrors?: boolean;
}

/** A table over any number of rows: only what is seen is fetched and drawn. Arrows move, Enter chooses. */
export const DataTable = <Row extends RowData>(props: DataTableProps<Row>) => {
  const { label, columns, pagesKey, fetchPage, sort = null, onSort, isSelected, onChoose, onTotal, empty } = props;
  const { headingTool, isFaint, show = null, saysErrors = true, marks, onOpen, onCursor, originOf } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const { total, rowAt, settled, error, retry } = usePages(pagesKey, fetchPage, range);
  const failure = error === null ? null : toAppError(error);
  useEffect(() => {
    if (settled) onTotal?.(total);
  }, [settled, total, onTotal]);
  const view = useRowWindow({ scroller, total, rowHeight, headHeight: rowHeight });
  const { firstSeen, lastSeen, rows: seen } = view;
  useEffect(() => {
    setRange((now) =>
      now.first === firstSeen && now.last === lastSeen ? now : { first: firstSeen, last: Math.max(0, lastSeen) },
    );
  }, [firstSeen, lastSeen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is asked for
  useEffect(() => {
    if (show === null) return;
    setCursor(show.index);
    view.scrollTo(Math.max(0, show.index), show.near !== true);
  }, [show]);
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
  const template = [
    ...(marks === undefined ? [] : [`${marksWidth}px`]),
    ...columns.map(({ width }) => `minmax(${width}px, ${width}fr)`),
  ].join(' ');
  const width = columns.reduce(
    (sum, column) => sum + column.width,
    toolsWidth + (marks === undefined ? 0 : marksWidth),
  );
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
  const cells = useCellOrigins({
    scroller,
    columns: columns.map((column) => column.id),
    before: marks === undefined ? 0 : 1,
    originAt:
      originOf &&
      ((index, column) => {
        const row = rowAt(index);
        return row === undefined ? null : originOf(row, column);
      }),
  });
  const cursorRow = () => document.getElementById(`${id}-${cursor}`);
  const cellId = (index: number, column: string) => `${id}-${index}-${column}`;

  const move = (to: number): number => {
    const at = Math.max(0, Math.min(total - 1, to));
    setCursor(at);
    view.scrollTo(at);
    return at;
  };
  const choose = (index: number) => {
    const row = rowAt(index);
    setCursor(index);
    cells.leave();
    if (row !== undefined) onChoose?.(row);
  };
  const mark = (index: number, upTo: boolean) => {
    const row = rowAt(index);
    if (row !== undefined) marks?.toggle(row, index, upTo);
  };
  const onClick = (event: MouseEvent, index: number) => {
    if (marks !== undefined && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      setCursor(index);
      mark(index, event.shiftKey);
    } else choose(index);
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
      const at = move(cursor + step);
      const row = rowAt(at);
      if (event.shiftKey && marks !== undefined) {
        // Begins where the cursor was.
        const from = rowAt(cursor);
        if (from !== undefined && !marks.isOn(from)) marks.toggle(from, cursor, false);
        mark(at, true);
      }
      if (row !== undefined) onCursor?.(row);
    } else if (originOf !== undefined && cursor >= 0 && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      cells.step(cursor, event.key === 'ArrowRight' ? 1 : -1, cursorRow());
    } else if (event.key === 'Enter') {
      if (cells.openAtCursor(cursor, cursorRow())) {
        event.preventDefault();
        return;
      }
      const row = rowAt(cursor);
      if (onOpen === undefined) choose(cursor);
      else if (row !== undefined) onOpen(row);
    } else if (event.key === ' ' && marks !== undefined) {
      event.preventDefault();
      mark(cursor, event.shiftKey);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && marks !== undefined) {
      event.preventDefault();
      marks.toggleAll();
    }
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
          aria-colcount={columns.length + (marks === undefined ? 0 : 1)}
          aria-multiselectable={marks !== undefined}
          aria-busy={!settled}
          aria-activedescendant={
            cursor >= 0 && seen.some(({ index }) => index === cursor)
              ? cells.column === null
                ? `${id}-${cursor}`
                : cellId(cursor, cells.column)
              : undefined
          }
          tabIndex={0}
          onKeyDown={onKeyDown}
          data-choosable={onChoose !== undefined}
          style={{ height: view.height, minWidth: width }}
        >
          <thead className={classes.group}>
            <tr aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: template }}>
              {marks && (
                <th scope="col" className={classes.markCell}>
                  <input
                    type="checkbox"
                    className={classes.mark}
                    aria-label={marks.allLabel}
                    checked={marks.all === 'all'}
                    ref={(box) => {
                      if (box) box.indeterminate = marks.all === 'some';
                    }}
                    onChange={marks.toggleAll}
                  />
                </th>
              )}
              {columns.map((column) => (
                <DataTableHeading
                  key={column.id}
                  column={column}
                  sort={sort}
                  onSort={onSort}
                  tool={headingTool?.(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody
            className={classes.group}
            onPointerOver={(event) => originOf !== undefined && cells.pointAt(event.target)}
            onPointerLeave={() => cells.pointAt(null)}
            onContextMenu={(event) => {
              if (originOf !== undefined && cells.openAt(event.target)) event.preventDefault();
            }}
          >
            {seen.map(({ index, start }) => {
              const row = rowAt(index);
              const drawn = row === undefined ? undefined : modelRows[next++]?.getAllCells();
              return (
                <tr
                  key={index}
                  id={`${id}-${index}`}
                  aria-rowindex={index + 2}
                  aria-selected={row === undefined ? undefined : (marks?.isOn(row) ?? isSelected?.(row))}
                  data-chosen={row !== undefined && isSelected?.(row) === true}
                  className={classes.row}
                  data-cursor={index === cursor}
                  data-stale={!settled}
                  data-faint={row !== undefined && isFaint?.(row) === true}
                  style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
                  onClick={(event) => onClick(event, index)}
                  onDoubleClick={() => row !== undefined && onOpen?.(row)}
                >
                  {marks && (
                    <td className={classes.markCell}>
                      {row !== undefined && (
                        <input
                          type="checkbox"
                          className={classes.mark}
                          tabIndex={-1}
                          aria-label={marks.labelOf(row)}
                          checked={marks.isOn(row)}
                          // The keys stay with the table.
                          onMouseDown={(event) => event.preventDefault()}
                          onChange={() => undefined}
                          onDoubleClick={(event) => event.stopPropagation()}
                          onClick={(event) => {
                            event.stopPropagation();
                            setCursor(index);
                            mark(index, event.shiftKey);
                          }}
                        />
                      )}
                    </td>
                  )}
                  {columns.map((column, at) => {
                    const cell = drawn?.[at];
                    const atCursor = index === cursor && column.id === cells.column;
                    return (
                      <td
                        key={column.id}
                        id={atCursor ? cellId(index, column.id) : undefined}
                        className={classes.cell}
                        data-numeric={column.numeric}
                        data-at={atCursor || undefined}
                      >
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
      </div>
      {cells.opened !== null && (
        <OriginPopover of={cells.opened.of} anchor={cells.opened.anchor} onClose={cells.close} />
      )}
      <div className={classes.tools}>
        <TableTools
          title={label}
          rows={total}
          make={async () => cellsOf(columns, await fetchAll(label, fetchPage, total))}
          onSave={props.onSave}
        />
      </div>
      {/* Not in what is scrolled: wherever that is, it is seen. */}
      {total === 0 && settled && failure === null && empty !== undefined && (
        <div className={classes.empty}>{empty}</div>
      )}
      {failure !== null && saysErrors && !isCancelled(failure) && (
        <div className={classes.instead}>
          <ErrorPanel
            error={failure}
            action={
              <Button variant="default" onClick={retry}>
                {t('app.retry')}
              </Button>
            }
          />
        </div>
      )}
      {total === 0 && !settled && (
        <Delayed>
          <div className={classes.instead} aria-hidden>
            {waitingRows.map((row) => (
              <div key={row} className={classes.waiting}>
                <span className={classes.pending} />
              </div>
            ))}
          </div>
        </Delayed>
      )}
      {more && <div className={classes.edge} aria-hidden />}
    </div>
  );
};
