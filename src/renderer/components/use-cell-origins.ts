import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import { t } from '../client/words.ts';

interface CellOriginsOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Ids of the columns, in their order. */
  readonly columns: readonly string[];
  /** Cells before those of the columns. */
  readonly before: number;
  /** Null where the cell holds no number that opens. */
  readonly originAt: ((index: number, column: string) => NumberRef | null) | undefined;
}

interface OpenCell {
  readonly of: NumberRef;
  readonly anchor: RefObject<Element | null>;
}

/**
 * Which cell of a row keys have come to, and whose number is open. The cells themselves know nothing of it, so that a
 * table may scroll through any number of them.
 */
export const useCellOrigins = ({ scroller, columns, before, originAt }: CellOriginsOptions) => {
  /** Id of a column; null while the cursor stands on the whole row. */
  const [column, setColumn] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenCell | null>(null);
  const anchor = useRef<Element | null>(null);
  const pointed = useRef<Element | null>(null);
  const close = useCallback(() => {
    setOpened(null);
    // Keys go on where they were: cells have no focus of their own.
    scroller.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [scroller]);
  // A cell that is scrolled away is taken down, and the card has nothing to stand beside.
  useEffect(() => {
    if (opened === null) return undefined;
    const look = () => anchor.current?.isConnected === false && setOpened(null);
    const box = scroller.current;
    box?.addEventListener('scroll', look);
    return () => box?.removeEventListener('scroll', look);
  }, [opened, scroller]);
  const open = (index: number, id: string, cell: Element | null): boolean => {
    const of = originAt?.(index, id) ?? null;
    if (of === null || cell === null) return false;
    anchor.current = cell;
    setOpened({ of, anchor });
    return true;
  };
  /** The number in a cell of the table's body that an event came from, if it opens. */
  const opening = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest('td') : null;
    const index = Number(cell?.parentElement?.getAttribute('aria-rowindex')) - 2;
    const id = cell === null ? undefined : columns[cell.cellIndex - before];
    const opens = id !== undefined && index >= 0 && originAt?.(index, id) != null;
    return cell === null || !opens ? null : { cell, index, id };
  };
  const cellOf = (row: HTMLElement | null, id: string): Element | null =>
    row?.children[before + columns.indexOf(id)] ?? null;
  return {
    column,
    opened,
    close,
    leave: () => setColumn(null),
    /** To the next cell that opens, or the one before; before the first one to the whole row. */
    step: (index: number, by: 1 | -1, row: HTMLElement | null) => {
      const from = column === null ? -1 : columns.indexOf(column);
      for (let at = from + by; at >= 0 && at < columns.length; at += by)
        if (originAt?.(index, columns[at]!) != null) {
          setColumn(columns[at]!);
          cellOf(row, columns[at]!)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          return;
        }
      if (by === -1) {
        setColumn(null);
        scroller.current?.scrollTo({ left: 0 });
      }
    },
    openAtCursor: (index: number, row: HTMLElement | null) =>
      column !== null && open(index, column, cellOf(row, column)),
    /** Of the cell in a table's body that an event came from. */
    openAt: (target: EventTarget): boolean => {
      const found = opening(target);
      return found !== null && open(found.index, found.id, found.cell);
    },
    /** Says of the cell that is pointed at how it opens, and of no other: only one is ever drawn anew for it. */
    pointAt: (target: EventTarget | null) => {
      const cell = target === null ? null : (opening(target)?.cell ?? null);
      if (cell === pointed.current) return;
      pointed.current?.removeAttribute('title');
      pointed.current?.removeAttribute('data-opens');
      pointed.current = cell;
      cell?.setAttribute('title', t('origin.openByRight'));
      cell?.setAttribute('data-opens', '');
    },
  };
};
