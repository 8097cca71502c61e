import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { correlation } from '../../../shared/picture/correlation.ts';
import { byDifference } from '../../charts/by-difference.ts';
import { customerSegments } from '../../charts/chart-segment.ts';
import { word } from '../../charts/words.ts';
import { fetchColumn } from '../../client/api.ts';
import { featureText } from '../../client/feature-text.ts';
import { useProject } from '../../client/project.ts';
import { useColumn } from '../../client/queries.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t, tell } from '../../client/words.ts';
import { axisWords, isReversed } from './axis-words.ts';
import type { MapAxis, MapPicture } from './map-picture.ts';

/** Arranged by likeness, by who stands next to whom, across and up by one fact each, or in a cube of three facts. */
export type Arrangement =
  | { readonly by: 'likeness' | 'neighbours' }
  | { readonly by: 'facts'; readonly x: string; readonly y: string }
  | { readonly by: 'space'; readonly x: string; readonly y: string; readonly z: string };

/** The facts that customers are arranged by. */
const arrangedBy = (arrangement: Arrangement): string[] => {
  if (arrangement.by === 'facts') return [arrangement.x, arrangement.y];
  return arrangement.by === 'space' ? [arrangement.x, arrangement.y, arrangement.z] : [];
};

/** By likeness where a fact that was chosen is not there any more, as after its table was removed. */
export const knownArrangement = ({ features }: Segmentation, arrangement: Arrangement): Arrangement =>
  arrangedBy(arrangement).every((key) => features.some((one) => one.key === key)) ? arrangement : { by: 'likeness' };

/** Whether a fact was taken in tenfold steps for the segments. */
export const isLogged = ({ preparation }: Segmentation, key: string): boolean =>
  preparation.some(({ feature, transform }) => feature === key && transform === 'log1p');

export interface MapData {
  readonly picture: MapPicture;
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
const factsOf = (segmentation: Segmentation): Feature[] => {
  const used = usedFeatures(segmentation);
  return [...used, ...segmentation.features.filter((feature) => !used.includes(feature))];
};

/** Facts as they are offered for axes: of a table of customers those first that tell segments apart most. */
export const axisFacts = (segmentation: Segmentation): Feature[] => {
  const facts = factsOf(segmentation);
  if (!facts[0]?.key.startsWith('column:')) return facts;
  const [first, second, ...others] = byDifference(segmentation);
  // Two are put across and up: the first and the third, as of orders.
  return [first, others[0], second, ...others.slice(1)].flatMap((fact) => fact ?? []);
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

/** One result for one column, as long as the column lives: the picture of the same columns is then the same too. */
const remembered = <Result>(work: (column: Float64Array) => Result): ((column: Float64Array) => Result) => {
  const known = new WeakMap<Float64Array, Result>();
  return (column) => {
    let result = known.get(column);
    if (result === undefined) {
      result = work(column);
      known.set(column, result);
    }
    return result;
  };
};
const logged = remembered((column) => column.map(Math.log1p));
const turned = remembered((column) => column.map((value) => -value));
const linksTo = remembered((axis) => remembered((column) => correlation(axis, column)));
const linkOf = (axis: Float64Array, column: Float64Array): number => linksTo(axis)(column);

const factAxis = (feature: Feature, column: Float64Array, log: boolean): MapAxis => {
  const plain = log && column.every((value) => Number.isNaN(value) || value >= 0);
  const title = word(`axis.${feature.unit}`, { name: tell(feature.name) });
  return {
    title: plain ? t('map.axis.tenfold', { axis: title }) : title,
    values: plain ? logged(column) : column,
    log: plain,
    bare: false,
    ...(feature.unit === 'number' ? { text: (value: number) => featureText(feature, value) } : {}),
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
  const facts = useFacts(segmentation, arrangedBy(arrangement));

  const data = useMemo((): MapData | null => {
    const values = facts.data;
    if (labels.data === undefined || values === undefined) return null;
    const prepared = values.map(({ feature, column }) => ({
      feature,
      column: isLogged(segmentation, feature.key) ? logged(column) : column,
    }));
    const linksOf = (axis: Float64Array) => {
      const found = prepared.map(({ feature, column }) => ({ feature, strength: linkOf(axis, column) }));
      // Which way an axis points is chance: turned so that it grows towards more.
      const turn = isReversed(found) ? -1 : 1;
      return { turn, links: found.map(({ feature, strength }) => ({ feature, strength: turn * strength })) };
    };
    const mapAxis = (axis: Float64Array, plain: string): MapAxis => {
      const { turn, links } = linksOf(axis);
      return {
        title: by === 'neighbours' ? plain : axisWords(links),
        values: turn < 0 ? turned(axis) : axis,
        log: false,
        bare: true,
      };
    };
    const fact = (key: string): MapAxis | null => {
      const found = values.find(({ feature }) => feature.key === key);
      return found === undefined ? null : factAxis(found.feature, found.column, isLogged(segmentation, key));
    };
    const found = (axis: Float64Array | undefined, plain: string) => (axis === undefined ? null : mapAxis(axis, plain));
    const chosen = arrangement.by === 'facts' || arrangement.by === 'space';
    const x = chosen ? fact(arrangement.x) : found(across.data, t('neighbours.axis'));
    const y = chosen ? fact(arrangement.y) : found(up.data, '');
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
