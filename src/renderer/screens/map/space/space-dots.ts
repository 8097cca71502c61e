import type { Feature } from '../../../../shared/model/feature.ts';
import { noSegmentId, type Segmentation } from '../../../../shared/model/segmentation.ts';
import { pickLines } from '../../../../shared/picture/lines.ts';
import { axisEnds, placeBetween } from '../../../../shared/picture/space.ts';
import { featureText } from '../../../client/feature-text.ts';
import { t, tell } from '../../../client/words.ts';
import { type Arrangement, isLogged, type MapData } from '../use-map-data.ts';
import type { SpaceAxis, SpaceDots } from './paint-space.ts';

/** So many dots can be turned without stutter. */
export const mostDots = 3_000;

export type InSpace = Extract<Arrangement, { by: 'space' }>;

interface FactPlaces {
  readonly feature: Feature;
  readonly axis: SpaceAxis;
  /** −1 to 1; NaN is no value. */
  readonly placeOf: (row: number) => number;
}

const placesOf = (segmentation: Segmentation, { values }: MapData, key: string): FactPlaces | null => {
  const found = values.find(({ feature }) => feature.key === key);
  if (found === undefined) return null;
  const { feature, column } = found;
  const { low, high } = axisEnds(column);
  const log = isLogged(segmentation, key) && low >= 0;
  const along = log ? Math.log1p : (value: number) => value;
  const [from, to] = [along(low), along(high)];
  const name = tell(feature.name);
  return {
    feature,
    axis: {
      title: log ? t('map.axis.tenfold', { axis: name }) : name,
      low: featureText(feature, low),
      high: featureText(feature, high),
    },
    placeOf: (row) => placeBetween(along(column[row]!), from, to),
  };
};

export interface Space {
  readonly dots: SpaceDots;
  readonly axes: readonly [SpaceAxis, SpaceAxis, SpaceAxis];
  /** Customers without a value of one of the three. */
  readonly missing: number;
}

/** Up to `mostDots` customers in a cube of three facts; null where one of them is not there yet. O(customers) */
export const spaceOf = (segmentation: Segmentation, data: MapData, { x, y, z }: InSpace): Space | null => {
  const facts = [x, y, z].map((key) => placesOf(segmentation, data, key));
  const [across, up, back] = facts;
  if (across == null || up == null || back == null) return null;
  const picked = pickLines(data.picture.labels, mostDots);
  const rows = picked.filter((row) => [across, up, back].every(({ placeOf }) => !Number.isNaN(placeOf(row))));
  return {
    dots: {
      rows,
      x: Float32Array.from(rows, across.placeOf),
      y: Float32Array.from(rows, up.placeOf),
      // What is called the back of the room lies away from whoever stands in front of it.
      z: Float32Array.from(rows, (row) => -back.placeOf(row)),
    },
    axes: [across.axis, up.axis, { ...back.axis, low: back.axis.high, high: back.axis.low }],
    missing: picked.length - rows.length,
  };
};

/** Which two segments’ middles lie farthest from each other, as a headline. */
export const spaceTitle = (segmentation: Segmentation, data: MapData, arrangement: InSpace): string => {
  const space = spaceOf(segmentation, data, arrangement);
  const segments = data.picture.segments.filter(({ id }) => id !== noSegmentId);
  if (space === null || segments.length < 2) return t('map.space.arrange');
  const { dots } = space;
  const middles = segments.map(({ label }) => {
    const sum = [0, 0, 0];
    let count = 0;
    for (let i = 0; i < dots.rows.length; i += 1) {
      if (data.picture.labels[dots.rows[i]!] !== label) continue;
      sum[0]! += dots.x[i]!;
      sum[1]! += dots.y[i]!;
      sum[2]! += dots.z[i]!;
      count += 1;
    }
    return sum.map((one) => one / Math.max(1, count));
  });
  let [widest, pair] = [-1, [0, 1] as readonly [number, number]];
  for (let i = 0; i < middles.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const distance = Math.hypot(...middles[i]!.map((one, k) => one - middles[j]![k]!));
      if (distance > widest) [widest, pair] = [distance, [j, i]];
    }
  return t('map.space.title', { first: segments[pair[0]]!.name, second: segments[pair[1]]!.name });
};
