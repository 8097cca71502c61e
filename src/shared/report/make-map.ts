import { sampleRows } from '../engine/sample.ts';
import type { MapMaterial } from '../model/report-material.ts';
import { customersInNone } from '../model/segmentation.ts';
import { isReversed, type Link } from '../picture/axis-words.ts';
import { correlation } from '../picture/correlation.ts';
import { middlesOf } from '../picture/nearness.ts';
import { axisRange, positionOn } from './map-range.ts';
import type { ReportInput } from './report-input.ts';

/** More dots than this tell no more and only make the file heavy. */
const mostDots = 4000;
const width = 1000;

interface Axis {
  readonly links: MapMaterial['across'];
  readonly values: Float64Array;
}

/** An axis turned so that it grows towards more; which way it points is chance. */
const axisOf = (raw: Float64Array, { columns, segmentation }: ReportInput): Axis => {
  const links = columns.flatMap(({ feature: key, prepared }): Link[] => {
    const feature = segmentation.features.find((one) => one.key === key);
    return feature === undefined ? [] : [{ feature, strength: correlation(raw, prepared) }];
  });
  const turn = isReversed(links) ? -1 : 1;
  return {
    links: links.map(({ feature, strength }) => ({ feature: feature.key, strength: strength * turn })),
    values: raw.map((value) => value * turn),
  };
};

/** A few thousand dots of the map, by segment; null where fewer than two customers can be drawn. */
export const makeMap = (input: ReportInput): MapMaterial | null => {
  const { segmentation, labels, map } = input;
  const { segments } = segmentation;
  const placeOf = new Map(segments.map(({ label }, place) => [label, place]));
  const [across, up] = map.map((axis) => axisOf(axis, input)) as [Axis, Axis];
  const places = Int32Array.from(labels, (label) => placeOf.get(label) ?? -1);
  // Who is in no segment is drawn behind the others and has no name on the map.
  const inNone = customersInNone(segmentation) > 0;
  const rows = Array.from(places.keys()).filter(
    (row) => (inNone || places[row]! >= 0) && Number.isFinite(across.values[row]!) && Number.isFinite(up.values[row]!),
  );
  if (rows.length < 2) return null;
  const chosen = rows.length <= mostDots ? rows : Array.from(sampleRows(rows.length, mostDots, 1), (i) => rows[i]!);
  const [x, y] = axisRange(across.values, up.values, rows);
  const height = Math.round((width * y.span) / x.span);
  const left = (value: number) => positionOn(x, value, width);
  const top = (value: number) => height - positionOn(y, value, height);
  const dots: number[][] = Array.from({ length: segments.length + 1 }, () => []);
  for (const row of chosen)
    dots[places[row]! < 0 ? segments.length : places[row]!]!.push(left(across.values[row]!), top(up.values[row]!));
  return {
    width,
    height,
    dots,
    shown: chosen.length,
    beyond: chosen.filter((row) => !x.holds(across.values[row]!) || !y.holds(up.values[row]!)).length,
    middles: middlesOf(across.values, up.values, places, segments.length).map((middle) =>
      middle === null ? null : { ...middle, left: left(middle.x), top: top(middle.y) },
    ),
    across: across.links,
    up: up.links,
  };
};
