import { sampleRows } from '../engine/sample.ts';
import { customersInNone } from '../model/segmentation.ts';
import { axisPhrase, isReversed, type Link } from '../picture/axis-words.ts';
import { correlation } from '../picture/correlation.ts';
import { mapFinding } from '../picture/findings.ts';
import { noSegmentColor } from '../picture/in-no-segment.ts';
import { type Middle, middlesOf } from '../picture/nearness.ts';
import { placeLabels } from '../picture/place-labels.ts';
import { type Html, html, trusted } from './html.ts';
import { axisRange, positionOn } from './map-range.ts';
import type { ReportInput } from './report-input.ts';
import { type ShownSegment, type Speaker, shownSegments } from './speaker.ts';
import { greyTile, tile } from './tile.ts';

/** More dots than this tell no more and only make the file heavy. */
const mostDots = 4000;
/** Dots are drawn in this many layers of all segments, so that none lies over all the others. */
const layers = 8;
/** Fewer dots than this are drawn larger. */
const fewDots = 800;
const width = 1000;
/** The narrowest page with labels, in pixels: what does not overlap there overlaps nowhere. */
const labelledWidth = 680;
const labelHeight = 20;
const letterWidth = 7.6;

interface Axis {
  readonly words: string | null;
  readonly values: Float64Array;
}

/** An axis turned so that it grows towards more; which way it points is chance. */
const axisOf = (raw: Float64Array, { prepared, segmentation }: ReportInput, { tell }: Speaker): Axis => {
  const links = prepared.flatMap(({ feature: key, values }): Link[] => {
    const feature = segmentation.features.find((one) => one.key === key);
    return feature === undefined ? [] : [{ feature, strength: correlation(raw, values) }];
  });
  const turn = isReversed(links) ? -1 : 1;
  return {
    words: axisPhrase(
      links.map(({ feature, strength }) => ({ feature, strength: strength * turn })),
      tell,
    ),
    values: raw.map((value) => value * turn),
  };
};

/** Dots of every segment by layer, as paths of points without length: a few bytes each, round at any size. */
const dotPaths = (
  dots: readonly { x: number; y: number; place: number }[],
  shown: readonly Pick<ShownSegment, 'color'>[],
): Html[] => {
  const paths = Array.from({ length: layers * shown.length }, () => '');
  dots.forEach(({ x, y, place }, i) => {
    paths[(i % layers) * shown.length + place] += `M${x} ${y}h0`;
  });
  return paths.flatMap((path, i) =>
    path === '' ? [] : [html`<path stroke="${shown[i % shown.length]!.color}" d="${trusted(path)}"/>`],
  );
};

const labels = (
  middles: readonly (Middle | null)[],
  shown: readonly ShownSegment[],
  at: (middle: Middle) => { x: number; y: number },
  height: number,
): Html[] => {
  const pixels = labelledWidth / width;
  const placed = middles.flatMap((middle, i) => {
    if (middle === null) return [];
    const { name, color } = shown[i]!;
    const half = ((name.length + 2) * letterWidth) / 2;
    const { x, y } = at(middle);
    const within = Math.min(labelledWidth - half - 4, Math.max(half + 4, x * pixels));
    return [{ name, color, x: within, y: y * pixels, width: half * 2, height: labelHeight }];
  });
  return placeLabels(placed, height * pixels).map(({ x, y }, i) => {
    const { name, color } = placed[i]!;
    return html`<text x="${((x / labelledWidth) * 100).toFixed(1)}%" y="${((y / (height * pixels)) * 100).toFixed(1)}%" dy="4.5"><tspan fill="${color}">■</tspan> ${name}</text>`;
  });
};

/**
 * Customers on their first two principal axes, both to one scale. Positions only, rounded: nobody is named. Dots and
 * letters keep their size on every page; only distances grow.
 */
export const customerMap = (input: ReportInput, speaker: Speaker): Html => {
  const { segmentation, labels: rowLabels, map } = input;
  const { word, tell } = speaker;
  const shown = shownSegments(segmentation, speaker);
  const placeOf = new Map(shown.map(({ segment }, i) => [segment.label, i]));
  const [across, up] = map.map((axis) => axisOf(axis, input, speaker)) as [Axis, Axis];
  const places = Int32Array.from(rowLabels, (label) => placeOf.get(label) ?? -1);
  // Who is in no segment is drawn behind the others and has no name on the map.
  const inNone = customersInNone(segmentation) > 0;
  const colors = [...shown, { color: noSegmentColor }];
  const rows = Array.from(places.keys()).filter(
    (row) => (inNone || places[row]! >= 0) && Number.isFinite(across.values[row]!) && Number.isFinite(up.values[row]!),
  );
  if (rows.length < 2) return html``;
  const chosen = rows.length <= mostDots ? rows : Array.from(sampleRows(rows.length, mostDots, 1), (i) => rows[i]!);
  const [x, y] = axisRange(across.values, up.values, rows);
  const height = Math.round((width * y.span) / x.span);
  const at = (px: number, py: number) => ({
    x: positionOn(x, px, width),
    y: height - positionOn(y, py, height),
  });
  const dots = chosen.map((row) => ({
    ...at(across.values[row]!, up.values[row]!),
    place: places[row]! < 0 ? shown.length : places[row]!,
  }));
  const beyond = chosen.filter((row) => !x.holds(across.values[row]!) || !y.holds(up.values[row]!)).length;
  const middles = middlesOf(across.values, up.values, places, shown.length);
  const finding = tell(
    mapFinding(
      middles,
      shown.map(({ name }) => name),
    ),
  );
  const counts = { shown: chosen.length, customers: segmentation.customers };
  return html`<section class="whole">
<h2>${finding}</h2>
<p class="about">${word('report.map.text', counts)}${beyond === 0 ? null : ` ${word('report.map.edge', { customers: beyond })}`}</p>
<figure class="map">
${up.words === null ? null : html`<p class="axis">${word('report.map.up', { words: up.words })}</p>`}
<svg class="frame" role="img" style="aspect-ratio:${width}/${height}"><title>${finding}</title><desc>${word('report.map.summary', { ...counts, finding })}</desc>
<svg class="${chosen.length < fewDots ? 'dots few' : 'dots'}" width="100%" height="100%" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${dotPaths(dots, colors)}</svg>
<g class="labels">${labels(middles, shown, (middle) => at(middle.x, middle.y), height)}</g></svg>
${across.words === null ? null : html`<p class="axis right">${word('report.map.right', { words: across.words })}</p>`}
<figcaption>${shown.map(({ segment, name }) => html`<span class="tiled">${tile(segment.color)}<span>${name}</span></span>`)}${inNone ? html`<span class="tiled">${greyTile()}<span>${word('trust.none')}</span></span>` : null}</figcaption>
</figure>
</section>
`;
};
