import type { MapMaterial } from '../../model/report-material.ts';
import { customersInNone } from '../../model/segmentation.ts';
import { axisPhrase } from '../../picture/axis-words.ts';
import { mapFinding } from '../../picture/findings.ts';
import { noSegmentColor } from '../../picture/in-no-segment.ts';
import { placeLabels } from '../../picture/place-labels.ts';
import { type Block, type Drawing, heading, type Ink, paragraph, type Shape } from '../blocks.ts';
import { type ShownSegment, type Speaker, shownSegments } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

/** Dots are drawn in this many layers of all segments, so that none lies over all the others. */
const layers = 8;
/** Fewer dots than this are drawn larger. */
const fewDots = 800;
const labelSize = 20;
const letterWidth = 11.4;

/** Every eighth dot of each segment, one segment after another, eight times. */
const dotShapes = ({ dots, shown }: MapMaterial, colors: readonly string[]): Shape[] =>
  Array.from({ length: layers }, (_, layer) =>
    dots.flatMap((flat, place): Shape[] => {
      const at = flat.filter((_, i) => (i >> 1) % layers === layer);
      const few = shown < fewDots;
      return at.length === 0
        ? []
        : [{ kind: 'dots', at, radius: few ? 4.4 : 3, fill: colors[place] as Ink, opacity: few ? 0.75 : 0.62 }];
    }),
  ).flat();

const labelShapes = ({ middles, width, height }: MapMaterial, shown: readonly ShownSegment[]): Shape[] => {
  const wanted = middles.flatMap((middle, place) => {
    const one = shown[place];
    if (middle === null || one === undefined) return [];
    const half = ((one.name.length + 2) * letterWidth) / 2;
    const x = Math.min(width - half - 6, Math.max(half + 6, middle.left));
    return [{ name: one.name, color: one.color, x, y: middle.top, width: half * 2, height: labelSize * 1.5 }];
  });
  return placeLabels(wanted, height).flatMap(({ x, y }, i): Shape[] => {
    const { name, color, width: room } = wanted[i]!;
    const size = 14;
    const left = x - room / 2;
    return [
      {
        kind: 'rect',
        x: left,
        y: y - size / 2,
        width: size,
        height: size,
        fill: color as Ink,
        radius: 3,
        stroke: 'surface',
      },
      {
        kind: 'text',
        x: left + size + 8,
        y: y + labelSize * 0.36,
        text: name,
        size: labelSize,
        anchor: 'start',
        fill: 'text',
        isBold: true,
        hasHalo: true,
      },
    ];
  });
};

const axisOf = (links: MapMaterial['across'], { material, speaker }: CardContext): string | null =>
  axisPhrase(
    links.flatMap(({ feature: key, strength }) => {
      const feature = material.segmentation.features.find((one) => one.key === key);
      return feature === undefined ? [] : [{ feature, strength }];
    }),
    speaker.tell,
  );

const drawingOf = (map: MapMaterial, finding: string, context: CardContext): Drawing => {
  const { material, speaker } = context;
  const { word } = speaker;
  const { segmentation } = material;
  const shown = shownSegments(segmentation, speaker);
  const inNone = customersInNone(segmentation) > 0;
  const counts = { shown: map.shown, customers: segmentation.customers };
  return {
    kind: 'drawing',
    title: finding,
    summary: word('report.map.summary', { ...counts, finding }),
    width: map.width,
    height: map.height,
    isFramed: true,
    shapes: [...dotShapes(map, [...shown.map(({ color }) => color), noSegmentColor]), ...labelShapes(map, shown)],
    legend: [
      ...shown.map(({ name, segment }) => ({ name, tile: segment.color })),
      ...(inNone ? [{ name: word('trust.none'), tile: 'none' as const }] : []),
    ],
  };
};

const axisLine = (words: string | null, key: 'report.map.up' | 'report.map.right', { word }: Speaker): Block[] =>
  words === null ? [] : [paragraph(word(key, { words }), 'muted')];

/** Customers on their first two principal axes, both to one scale. Positions only: nobody is named. */
export const mapCard = (context: CardContext): CardPart[] => {
  const { material, speaker } = context;
  const { word, tell } = speaker;
  const { map, segmentation } = material;
  if (map === null) return [];
  const names = shownSegments(segmentation, speaker).map(({ name }) => name);
  const finding = tell(mapFinding(map.middles, names));
  const counts = { shown: map.shown, customers: segmentation.customers };
  const edge = map.beyond === 0 ? '' : ` ${word('report.map.edge', { customers: map.beyond })}`;
  const blocks: Block[] = [
    heading(2, finding),
    paragraph(`${word('report.map.text', counts)}${edge}`, 'muted', {
      numbers: [
        [
          speaker.format.number(segmentation.customers),
          { of: 'total', figure: 'customers', segmentationId: segmentation.id },
        ],
      ],
    }),
    ...axisLine(axisOf(map.up, context), 'report.map.up', speaker),
    drawingOf(map, finding, context),
    ...axisLine(axisOf(map.across, context), 'report.map.right', speaker),
  ];
  return [{ name: word('report.card.map'), blocks, isWhole: true }];
};
