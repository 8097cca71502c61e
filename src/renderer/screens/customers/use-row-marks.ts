import { useRef } from 'react';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { CustomerView } from '../../../shared/model/customer-view.ts';
import { noSegmentId, type Segmentation } from '../../../shared/model/segmentation.ts';
import { readRowBits } from '../../../shared/table/row-bits.ts';
import { api } from '../../client/api.ts';
import { numberOfRows } from '../../client/customers-view.ts';
import { hasRow, markRows, selectedRows, withoutRows, withRows } from '../../client/mark-rows.ts';
import { notifyError } from '../../client/notify.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { hasSelection, useSelection } from '../../client/selection.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t } from '../../client/words.ts';
import type { RowMarks } from '../../components/DataTable.tsx';

interface RowMarksOptions {
  readonly segmentation: Segmentation | null;
  readonly view: CustomerView;
  /** What tells this view from others. */
  readonly viewKey: readonly unknown[];
}

/** Marks in the table are the selection of all screens. */
export const useRowMarks = ({ segmentation, view, viewKey }: RowMarksOptions): RowMarks<CustomerRow> => {
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const isSome = hasSelection({ segmentIds, rows, customerRow: null, hoveredSegmentId: null });
  /** Where marking began, and what was selected before it went on from there. */
  const anchor = useRef<{ readonly index: number; readonly before: Uint32Array } | null>(null);
  const turn = useRef(Promise.resolve());

  const matching = async (part: { from?: number; to?: number } = {}): Promise<Uint32Array> =>
    readRowBits((await api.customers.matching({ ...view, ...part })).rows);
  const marked = useProjectQuery(
    ['customers.marked', viewKey, segmentation?.id, segmentIds, numberOfRows(rows)],
    async () => {
      const [mine, those] = await Promise.all([selectedRows(segmentation), matching()]);
      const on = those.length - withoutRows(those, mine).length;
      return on === 0 ? 'none' : on === those.length ? 'all' : 'some';
    },
    { enabled: isSome },
  );

  /** One after the other, as they were asked for. */
  const inTurn = (work: () => Promise<void>): void => {
    turn.current = turn.current.then(work).catch((error: unknown) => notifyError(toAppError(error)));
  };
  const isOn = ({ row, segmentId }: CustomerRow): boolean =>
    rows === null ? segmentIds.includes(segmentId ?? noSegmentId) : hasRow(rows, row);

  return {
    isOn,
    all: isSome ? (marked.data ?? 'some') : 'none',
    labelOf: ({ name, key }) => t('customers.mark', { name: name ?? t('customers.one', { key }) }),
    allLabel: t('customers.mark.all'),
    toggle: ({ row }, index, upTo) =>
      inTurn(async () => {
        const before = await selectedRows(segmentation);
        const from = anchor.current;
        if (upTo && from !== null) {
          const part = { from: Math.min(from.index, index), to: Math.max(from.index, index) };
          markRows(withRows(from.before, await matching(part)));
          return;
        }
        const one = Uint32Array.of(row);
        const after = hasRow(before, row) ? withoutRows(before, one) : withRows(before, one);
        anchor.current = { index, before: after };
        markRows(after);
      }),
    toggleAll: () =>
      inTurn(async () => {
        const [before, those] = [await selectedRows(segmentation), await matching()];
        const missing = withoutRows(those, before);
        markRows(missing.length === 0 ? withoutRows(before, those) : withRows(before, those));
        anchor.current = null;
      }),
  };
};
