import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { correlation } from '../../../shared/picture/correlation.ts';
import { customerSegments } from '../../charts/chart-segment.ts';
import type { ScatterAxis, ScatterPicture } from '../../charts/scatter-picture.ts';
import { word } from '../../charts/words.ts';
import { fetchColumn } from '../../client/api.ts';
import { useProject } from '../../client/project.ts';
import { useColumn } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t, tell } from '../../client/words.ts';
import { axisWords, isReversed } from './axis-words.ts';

/** Arranged by likeness, by who stands next to whom, or across and up by one fact each. */
export type Arrangement =
  | { readonly by: 'likeness' | 'neighbours' }
  | { readonly by: 'facts'; readonly x: string; readonly y: string };

export interface MapData {
  readonly picture: ScatterPicture;
  /** Every fact in its own unit, by feature. */
  readonly values: readonly { readonly feature: Feature; readonly column: Float64Array }[];
  /** Customers who are missing one of the two facts. */
  readonly missing: number;
  /** What each fact has to do with the axes across and up, where those are found rather than chosen. */
  readonly links: readonly { readonly feature: Feature; readonly across: number; readonly up: number }[];
}

const usedFeatures = ({ features, preparation }: Segmentation): Feature[] =>
  features.filter(({ key }) => preparation.some(({ feature, used }) => used && feature === key));

/** Facts to arrange by: those the segments were made from first, then the others. */
export const factsOf = (segmentation: Segmentation): Feature[] => {
  const used = usedFeatures(segmentation);
  return [...used, ...segmentation.features.filter((feature) => !used.includes(feature))];
};

/** More columns than this are not fetched for the hover card. */
const mostFacts = 12;

const useFacts = (segmentation: Segmentation, also: readonly string[]) => {
  const path = useProject()?.path;
  const wanted = [
    ...new Set([
      ...factsOf(segmentation)
        .slice(0, mostFacts)
        .map(({ key }) => key),
      ...also,
    ]),
  ];
  const { snapshotId } = segmentation;
  return useQuery<MapData['values'], AppError>({
    queryKey: ['map.facts', path, snapshotId, wanted],
    queryFn: async ({ signal }) => {
      try {
        return await Promise.all(
          segmentation.features
            .filter(({ key }) => wanted.includes(key))
            .map(async (feature) => ({
              feature,
              column: await fetchColumn({ of: 'features', snapshotId, feature: feature.key }, signal),
            })),
        );
      } catch (error) {
        throw toAppError(error);
      }
    },
    gcTime: 60_000,
  });
};

const factAxis = (feature: Feature, column: Float64Array, log: boolean): ScatterAxis => {
  const plain = log && column.every((value) => Number.isNaN(value) || value >= 0);
  return {
    title: word(`axis.${feature.unit}`, { name: tell(feature.name) }),
    values: plain ? column.map(Math.log1p) : column,
    log: plain,
    bare: false,
  };
};

/** Everything that the map of a segmentation draws; null while it is on its way. */
export const useMapData = (segmentation: Segmentation, arrangement: Arrangement) => {
  const { id } = segmentation;
  const { by } = arrangement;
  const of =
    by === 'likeness' ? ('map' as const) : by === 'neighbours' && segmentation.hasNeighbours ? ('near' as const) : null;
  const labels = useColumn({ of: 'labels', segmentationId: id } as const);
  const across = useColumn(of === null ? null : ({ of, segmentationId: id, axis: 0 } as const));
  const up = useColumn(of === null ? null : ({ of, segmentationId: id, axis: 1 } as const));
  const facts = useFacts(segmentation, arrangement.by === 'facts' ? [arrangement.x, arrangement.y] : []);

  const data = useMemo((): MapData | null => {
    const values = facts.data;
    if (labels.data === undefined || values === undefined) return null;
    const logged = (key: string) =>
      segmentation.preparation.some(({ feature, transform }) => feature === key && transform === 'log1p');
    const prepared = values.map(({ feature, column }) => ({
      feature,
      column: logged(feature.key) ? column.map(Math.log1p) : column,
    }));
    const linksOf = (axis: Float64Array) => {
      const found = prepared.map(({ feature, column }) => ({ feature, strength: correlation(axis, column) }));
      // Which way an axis points is chance: turned so that it grows towards more.
      const turn = isReversed(found) ? -1 : 1;
      return { turn, links: found.map(({ feature, strength }) => ({ feature, strength: turn * strength })) };
    };
    const mapAxis = (axis: Float64Array, plain: string): ScatterAxis => {
      const { turn, links } = linksOf(axis);
      return {
        title: by === 'neighbours' ? plain : axisWords(links),
        values: turn < 0 ? axis.map((value) => -value) : axis,
        log: false,
        bare: true,
      };
    };
    const fact = (key: string): ScatterAxis | null => {
      const found = values.find(({ feature }) => feature.key === key);
      return found === undefined ? null : factAxis(found.feature, found.column, logged(key));
    };
    const found = (axis: Float64Array | undefined, plain: string) => (axis === undefined ? null : mapAxis(axis, plain));
    const x = arrangement.by === 'facts' ? fact(arrangement.x) : found(across.data, t('neighbours.axis'));
    const y = arrangement.by === 'facts' ? fact(arrangement.y) : found(up.data, '');
    if (x === null || y === null) return null;
    const missing = x.values.reduce(
      (count, value, row) => (Number.isNaN(value) || Number.isNaN(y.values[row]!) ? count + 1 : count),
      0,
    );
    const isFound = by === 'likeness' && across.data !== undefined && up.data !== undefined;
    const [linksAcross, linksUp] = isFound ? [linksOf(across.data).links, linksOf(up.data).links] : [[], []];
    const links = linksAcross.map(({ feature, strength }, i) => ({
      feature,
      across: strength,
      up: linksUp[i]!.strength,
    }));
    return { picture: { x, y, labels: labels.data, segments: customerSegments(segmentation) }, values, missing, links };
  }, [facts.data, labels.data, across.data, up.data, segmentation, by, arrangement]);
  return { data, error: labels.error ?? across.error ?? up.error ?? facts.error };
};
