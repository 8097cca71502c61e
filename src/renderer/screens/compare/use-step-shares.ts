import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Months } from '../../../shared/model/comparison.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { fetchColumn } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useColumn } from '../../client/queries.ts';
import { selectRows, useSelection } from '../../client/selection.ts';
import type { StepFlow } from './months-picture.ts';

/** More numbers than this are not read only to show where the selected customers were. */
const mostNumbers = 6_000_000;

/** Ties bands between months to the selection: how much of each is selected, and how to select one. */
export const useStepShares = (segmentation: Segmentation, { months }: Pick<Months, 'months'>) => {
  const path = useProject()?.path;
  const rows = useSelection((selection) => selection.rows);
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const isSelected = rows !== null || segmentIds.length > 0;
  const { snapshotId, customers, segments } = segmentation;
  const labels = useColumn({ of: 'labels', segmentationId: segmentation.id } as const).data;
  const specs = months
    .slice(1)
    .map((month, at) => ({ of: 'flow', snapshotId, a: months[at]!.key, b: month.key }) as const);
  const columns = useQueries({
    queries: specs.map((spec) => ({
      queryKey: ['column', path, spec],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchColumn(spec, signal),
      enabled: isSelected && specs.length * customers <= mostNumbers,
      gcTime: 60_000,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  const shares = useMemo(() => {
    if (!isSelected) return null;
    const places = new Map(segments.map(({ label, id }) => [label, id]));
    const chosenRows = rows !== null ? new Set(rows) : null;
    const has = (row: number) => chosenRows?.has(row) ?? segmentIds.includes(places.get(labels?.[row] ?? -1) ?? -1);
    return columns.map((codes) => {
      const all = new Map<number, number>();
      const chosen = new Map<number, number>();
      codes?.forEach((code, row) => {
        all.set(code, (all.get(code) ?? 0) + 1);
        if (has(row)) chosen.set(code, (chosen.get(code) ?? 0) + 1);
      });
      return codes === undefined ? null : { all, chosen };
    });
  }, [isSelected, rows, segmentIds, labels, columns, segments]);
  return {
    shareOf: ({ step, code }: StepFlow): number | null => {
      const of = shares?.[step];
      return of == null ? null : (of.chosen.get(code) ?? 0) / Math.max(1, of.all.get(code) ?? 0);
    },
    /** Selects the customers of a band, as far as they are among those in use; how many that are. */
    select: async ({ step, code }: StepFlow): Promise<number> => {
      const codes = columns[step] ?? (await fetchColumn(specs[step]!));
      const found: number[] = [];
      codes.forEach((own, row) => {
        if (own === code) found.push(row);
      });
      selectRows(found);
      return found.length;
    },
  };
};
