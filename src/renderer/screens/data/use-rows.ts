import { useCallback, useMemo, useRef, useState } from 'react';
import { type AppError, isCancelled } from '../../../shared/errors.ts';
import type { RowFilter, RowSort } from '../../../shared/model/rows.ts';
import type { SetAsideReason, Source } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { toAppError } from '../../client/to-app-error.ts';
import type { AsideChoice, CellFilter } from '../../components/row-filters.ts';
import type { FetchPage } from '../../components/use-pages.ts';

/** One row of a file as it is shown. */
export interface ShownRow {
  /** In the file. */
  readonly number: number;
  readonly cells: readonly (string | number | null)[];
  /** Columns whose cells are not what they expect. */
  readonly odd: readonly number[];
  readonly aside: SetAsideReason | 'replaced' | null;
}

/** Which rows, in which order. */
export interface Order {
  readonly sort: RowSort | null;
  readonly filters: readonly CellFilter[];
  readonly aside: AsideChoice;
}
/** All that rows are shown by. */
export const filtersOf = ({ filters, aside }: Pick<Order, 'filters' | 'aside'>): RowFilter[] => [
  ...filters,
  ...(aside === 'all' ? [] : [{ test: 'aside' as const, reason: aside }]),
];

/** A column has one filter at the most. */
export const withFilter = (order: Order, column: string, filter: CellFilter | null): Order => ({
  ...order,
  filters: [...order.filters.filter((one) => one.column !== column), ...(filter === null ? [] : [filter])],
});

export const fileOrder: Order = { sort: null, filters: [], aside: 'all' };

/** What takes longer than this is shown with how far it is. */
const patienceMs = 200;

const askedOf = (sourceId: number, { sort, ...order }: Order) => {
  const all = filtersOf(order);
  return {
    sourceId,
    ...(sort === null ? {} : { sort }),
    ...(all.length === 0 ? {} : { filters: all }),
    patienceMs,
  };
};

/** The rows of a source in the order asked for, how far that order is where it takes a while, and the way back. */
export const useRows = (source: Source, order: Order, setOrder: (order: Order) => void) => {
  const [arranging, setArranging] = useState<{ readonly order: Order; readonly fraction: number } | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const settled = useRef(order);
  const sourceId = source.id;

  const until = useCallback(
    async <Answer extends { readonly arranging: number | null }>(ask: () => Promise<Answer>): Promise<Answer> => {
      for (;;) {
        const answer = await ask();
        if (answer.arranging === null) {
          settled.current = order;
          setArranging((now) => (now?.order === order ? null : now));
          setProblem(null);
          return answer;
        }
        const fraction = answer.arranging;
        setArranging((now) => ({
          order,
          fraction: now?.order === order ? Math.max(now.fraction, fraction) : fraction,
        }));
      }
    },
    [order],
  );
  const fetchPage = useCallback<FetchPage<ShownRow>>(
    async (offset, limit, signal) => {
      try {
        const page = await until(() => api.source.rows({ ...askedOf(sourceId, order), offset, limit }, { signal }));
        return {
          total: page.total,
          rows: page.rows.map((cells, i) => ({
            number: page.numbers[i]!,
            cells,
            odd: page.odd[i]!,
            aside: page.aside[i]!,
          })),
        };
      } catch (error) {
        const known = toAppError(error);
        if (!signal.aborted && !isCancelled(known)) setProblem(known);
        throw known;
      }
    },
    [until, order, sourceId],
  );
  return useMemo(
    () => ({
      /** Null where the rows in view are those asked for, or nearly. */
      fraction: arranging?.order === order ? arranging.fraction : null,
      problem,
      fetchPage,
      /** Back to the last order that was there. */
      stop: () => setOrder(settled.current),
      /** Where a row of the file stands in this order; null where it is not among these rows. */
      placeOf: async (row: number) => (await until(() => api.source.place({ ...askedOf(sourceId, order), row }))).index,
    }),
    [order, setOrder, arranging, problem, fetchPage, until, sourceId],
  );
};
