import { useMemo } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { placesOf } from '../../charts/points/point-places.ts';
import { tell } from '../../client/words.ts';
import { centresOf, type MapPicture, rowsBySegment } from './map-picture.ts';
import type { MapParts } from './map-scene.ts';
import { outlineOf } from './outline.ts';
import type { MapData } from './use-map-data.ts';

/** A map with everything that is told of its customers. */
export interface MapOfCustomers {
  readonly segmentation: Segmentation;
  readonly picture: MapPicture;
  readonly parts: MapParts;
  readonly values: MapData['values'];
  /** The facts that the customers are arranged by, where they are chosen. */
  readonly axes: readonly string[];
}

/** Middles, outlines and pulls of a map; outlines only where they are shown. */
export const useMapParts = (
  segmentation: Segmentation,
  { picture, values, links }: MapData,
  axes: readonly string[],
  withOutlines: boolean,
): MapOfCustomers => {
  const rows = useMemo(() => rowsBySegment(picture), [picture]);
  const centres = useMemo(() => centresOf(picture, rows), [picture, rows]);
  const places = placesOf(picture.x.values, picture.y.values);
  const outlines = useMemo(
    () =>
      withOutlines
        ? picture.segments.flatMap(({ id, label, color }, i) =>
            label < 0 ? [] : [{ id, color, loops: outlineOf(places.xy, rows[i]!) }],
          )
        : [],
    [withOutlines, picture, places, rows],
  );
  const parts = useMemo(
    (): MapParts => ({
      places,
      centres,
      outlines,
      pulls: links.map(({ feature, across, up }) => ({ name: tell(feature.name), across, up })),
    }),
    [places, centres, outlines, links],
  );
  return { segmentation, picture, parts, values, axes };
};
