import { useQueries } from '@tanstack/react-query';
import type { AppError } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { LineAxis } from '../../../shared/picture/lines.ts';
import { axisOf, type Spread } from '../../../shared/picture/spread.ts';
import { fetchColumn } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useColumn } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { useSpreads } from './use-spreads.ts';

/** An axis with what it measures. */
export interface FactAxis extends LineAxis {
  readonly feature: Feature;
  readonly spread: Spread;
}

interface LineAxes {
  /** Null while they are read. */
  readonly axes: readonly FactAxis[] | null;
  readonly labels: Int32Array | null;
  readonly error: AppError | null;
}

/** The facts as axes, with every customer’s value on them. */
export const useLineAxes = (segmentation: Segmentation, features: readonly Feature[]): LineAxes => {
  const path = useProject()?.path;
  const { id, snapshotId } = segmentation;
  const labels = useColumn({ of: 'labels', segmentationId: id } as const);
  const { spreads, error } = useSpreads(segmentation, features);
  const columns = useQueries({
    queries: features.map(({ key }) => {
      const spec = { of: 'features', snapshotId, feature: key } as const;
      return {
        queryKey: ['column', path, spec],
        gcTime: 60_000,
        queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
          try {
            return await fetchColumn(spec, signal);
          } catch (caught) {
            throw toAppError(caught);
          }
        },
      };
    }),
    combine: (found) => ({
      values: found.map(({ data }) => data),
      error: found.find((one) => one.error !== null)?.error ?? null,
    }),
  });
  const axes = features.flatMap((feature, i): FactAxis[] => {
    const [spread, values] = [spreads[i]?.spread ?? null, columns.values[i]];
    return spread === null || values === undefined ? [] : [{ feature, spread, values, along: axisOf(spread) }];
  });
  const failure = error ?? columns.error;
  return {
    axes: axes.length === features.length ? axes : null,
    labels: labels.data ?? null,
    error: failure === null ? null : toAppError(failure),
  };
};
