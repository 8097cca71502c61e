import { useQueries } from '@tanstack/react-query';
import type { AppError } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { type Spread, spreadOf } from '../../../shared/picture/spread.ts';
import { fetchColumn } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useColumn } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';

/** Lets the page breathe between two facts: sorting half a million values takes a while. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Spreads {
  readonly spreads: readonly { readonly feature: Feature; readonly spread: Spread | null }[];
  readonly error: AppError | null;
}

/** How each of these facts is spread in each segment, worked out one after the other. */
export const useSpreads = (segmentation: Segmentation, features: readonly Feature[]): Spreads => {
  const path = useProject()?.path;
  const { id, snapshotId, segments } = segmentation;
  const labels = useColumn({ of: 'labels', segmentationId: id } as const);
  const k = Math.max(0, ...segments.map(({ label }) => label + 1));
  const found = useQueries({
    queries: features.map(({ key }) => ({
      queryKey: ['segments.spread', path, id, snapshotId, key],
      enabled: labels.data !== undefined,
      gcTime: 60_000,
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Spread> => {
        try {
          const column = await fetchColumn({ of: 'features', snapshotId, feature: key }, signal);
          await breathe();
          return spreadOf(column, labels.data!, k);
        } catch (error) {
          throw toAppError(error);
        }
      },
    })),
  });
  const error = labels.error ?? found.find((one) => one.error !== null)?.error ?? null;
  return {
    spreads: features.map((feature, i) => ({ feature, spread: found[i]?.data ?? null })),
    error: error === null ? null : toAppError(error),
  };
};
