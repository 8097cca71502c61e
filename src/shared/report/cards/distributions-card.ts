import type { CardOf } from '../../model/report.ts';
import type { SpreadMaterial } from '../../model/report-material.ts';
import { type Block, type Drawing, heading, type Ink, paragraph, type Shape, type Table } from '../blocks.ts';
import { type ShownSegment, type Speaker, shownSegments, type UsedFact, usedFacts } from '../speaker.ts';
import { valueCell, valueText } from '../typical.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';
import { ticksOf } from './ticks-of.ts';

const width = 860;
const right = 40;
/** Letters of a name; longer ones are cut. */
const mostLetters = 44;
/** How wide a letter of a name is at the most, on average. */
const letterWidth = 7.7;
const step = 30;
const axisHeight = 34;

type Quantiles = readonly number[];
interface Strip {
  readonly one: ShownSegment;
  readonly quantiles: Quantiles;
}

/** Where values lie far apart a scale of magnitudes; each step then is a multiple. */
const isWide = (strips: readonly Strip[]): boolean => {
  const all = strips.flatMap(({ quantiles }) => quantiles);
  return Math.min(...all) >= 0 && Math.max(...all) > 40 * Math.max(1, median(strips));
};
const median = (strips: readonly Strip[]): number => {
  const middles = strips.map(({ quantiles }) => quantiles[2]!).sort((a, b) => a - b);
  return middles[middles.length >> 1] ?? 1;
};

const shownName = ({ one }: Strip): string =>
  one.name.length > mostLetters ? `${one.name.slice(0, mostLetters - 1)}…` : one.name;

/** Room for the longest name, and no less than lets pictures of short names look alike. */
const nameRoom = (strips: readonly Strip[]): number =>
  Math.max(200, 40 + letterWidth * Math.max(...strips.map((strip) => shownName(strip).length)));

/** One strip a segment: a line for nine of ten customers, a bar for the middle half, a mark for the typical one. */
const drawingOf = (fact: UsedFact, strips: readonly Strip[], speaker: Speaker): Drawing => {
  const { word } = speaker;
  const nameWidth = nameRoom(strips);
  const wide = isWide(strips);
  const scaled = (raw: number) => (wide ? Math.log10(1 + raw) : raw);
  const all = strips.flatMap(({ quantiles }) => quantiles);
  const least = Math.min(...all);
  // From nought, unless all of it lies far from there, as years do.
  const low = wide || (least >= 0 && least < 0.5 * Math.max(...all)) ? 0 : least;
  const high = Math.max(...all, low + 1e-9);
  const span = scaled(high) - scaled(low) || 1;
  const at = (raw: number) =>
    Math.round((nameWidth + ((width - nameWidth - right) * (scaled(raw) - scaled(low))) / span) * 10) / 10;
  const bottom = strips.length * step + 6;
  const shapes: Shape[] = [
    ...ticksOf(low, high, { wide, whole: all.every(Number.isInteger) }).flatMap((tick): Shape[] => [
      { kind: 'path', d: `M${at(tick)} 0V${bottom}`, stroke: 'line', width: 1 },
      {
        kind: 'text',
        x: at(tick),
        y: bottom + 18,
        text: valueText({ value: tick, feature: fact.feature }, speaker),
        size: 12.5,
        anchor: 'middle',
        fill: 'muted',
      },
    ]),
    ...strips.flatMap((strip, i): Shape[] => {
      const { one, quantiles } = strip;
      const middle = i * step + step / 2 + 3;
      const [low5, low25, mid, high75, high95] = quantiles.map(at) as [number, number, number, number, number];
      const color = one.color as Ink;
      return [
        { kind: 'rect', x: 0, y: middle - 6, width: 12, height: 12, radius: 3, fill: color },
        { kind: 'text', x: 21, y: middle + 5, text: shownName(strip), size: 14, anchor: 'start', fill: 'text' },
        { kind: 'path', d: `M${low5} ${middle}H${high95}`, stroke: color, width: 2, opacity: 0.6 },
        {
          kind: 'rect',
          x: low25,
          y: middle - 7,
          width: Math.max(2, high75 - low25),
          height: 14,
          radius: 3,
          fill: color,
          opacity: 0.45,
        },
        { kind: 'rect', x: mid - 2, y: middle - 9, width: 4, height: 18, radius: 1, fill: color, stroke: 'surface' },
      ];
    }),
  ];
  return {
    kind: 'drawing',
    title: fact.name,
    summary: word('report.spread.summary', { fact: fact.name, segments: strips.length }),
    width,
    height: bottom + axisHeight - 8,
    shapes,
  };
};

const tableOf = (fact: UsedFact, strips: readonly Strip[], speaker: Speaker): Table => ({
  kind: 'table',
  caption: fact.name,
  look: 'plain',
  columns: [
    { head: speaker.word('report.segments.column.segment'), isNumber: false },
    ...(['low', 'quarter', 'typical', 'threeQuarters', 'high'] as const).map((key) => ({
      head: speaker.word(`report.spread.${key}`),
      isNumber: true,
    })),
  ],
  rows: strips.map(({ one, quantiles }) => ({
    tile: one.segment.color,
    cells: [{ text: one.name }, ...quantiles.map((raw) => valueCell({ value: raw, feature: fact.feature }, speaker))],
  })),
});

const stripsOf = (
  { quantiles }: SpreadMaterial,
  shown: readonly ShownSegment[],
  all: readonly ShownSegment[],
): Strip[] =>
  shown.flatMap((one) => {
    const found = quantiles[all.indexOf(one)] ?? null;
    return found === null ? [] : [{ one, quantiles: found }];
  });

/** How each fact is spread in each segment. */
export const distributionsCard = (card: CardOf<'distributions'>, { material, speaker }: CardContext): CardPart[] => {
  const { word } = speaker;
  const all = shownSegments(material.segmentation, speaker);
  const shown = chosenSegments(all, card);
  const blocks = usedFacts(material.segmentation, speaker, card.facts).flatMap((fact): Block[] => {
    const spread = material.spreads.find(({ feature }) => feature === fact.feature.key);
    const strips = spread === undefined || spread.isFlag ? [] : stripsOf(spread, shown, all);
    return strips.length === 0
      ? []
      : [heading(3, fact.name), { ...drawingOf(fact, strips, speaker), table: tableOf(fact, strips, speaker) }];
  });
  if (blocks.length === 0) return [];
  const title = word('report.spread');
  return [
    {
      name: word('report.card.distributions'),
      blocks: [heading(2, title), paragraph(word('report.spread.text'), 'muted'), ...blocks],
    },
  ];
};
