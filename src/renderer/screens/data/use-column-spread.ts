import type { ColumnSpread, ShownSpread } from '../../../shared/model/column-spread.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import { api } from '../../client/api.ts';
import { useProjectQuery } from '../../client/queries.ts';

export interface FoundColumn {
  readonly spread: ColumnSpread;
  /** Of the rows that are shown; null where all are. */
  readonly shown: ShownSpread | null;
}

/** The host is asked again after this long, so that it hears when nobody wants the answer any more. */
const patienceMs = 250;

let last: Promise<unknown> = Promise.resolve();

/** One column after the other: together they would only wait for each other. */
const inLine = async <Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> => {
  const turn = last.then(() => {
    signal.throwIfAborted();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
};

const count = async (
  input: { readonly sourceId: number; readonly column: string; readonly filters?: RowFilter[] },
  signal: AbortSignal,
): Promise<FoundColumn> => {
  for (;;) {
    const { spread, shown } = await api.source.spread({ ...input, patienceMs }, { signal });
    if (spread !== null) return { spread, shown };
  }
};

/** What stands in a column, counted over all rows, and in those that are shown. */
export const useColumnSpread = (
  sourceId: number,
  column: string,
  filters: readonly RowFilter[],
  enabled = true,
): FoundColumn | undefined =>
  useProjectQuery(
    ['source.spread', sourceId, column, filters],
    (signal) =>
      inLine(signal, () =>
        count({ sourceId, column, ...(filters.length === 0 ? {} : { filters: [...filters] }) }, signal),
      ),
    { enabled },
  ).data;
