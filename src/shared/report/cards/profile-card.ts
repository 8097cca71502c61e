import type { CardOf } from '../../model/report.ts';
import type { ReportMaterial } from '../../model/report-material.ts';
import { divergingColor } from '../../picture/diverging.ts';
import { type Block, type Cell, heading, paragraph, type Table } from '../blocks.ts';
import { type ShownSegment, type Speaker, shownSegments, type UsedFact, usedFacts } from '../speaker.ts';
import { typicalOf, valueCell, valueText } from '../typical.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';

/** More columns than this do not fit a page of paper: the map is turned, then broken into parts. */
const mostColumns = 7;

const partsOf = <T>(items: readonly T[], most: number): T[][] => {
  const parts = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, i) => items.slice(i * size, (i + 1) * size));
};

/** A cell says what is typical and how that compares, on a ground that shows it. */
const cellOf = ({ segment }: ShownSegment, fact: UsedFact, material: ReportMaterial, speaker: Speaker): Cell => {
  const cell = segment.profile.find((one) => one.feature === fact.feature.key);
  const { own } = typicalOf(fact, cell, material);
  return {
    ...valueCell(own, speaker),
    note: speaker.word(`pictures.level.${cell?.level ?? 'same'}`),
    ground: divergingColor(cell?.effect ?? 0),
    of: {
      of: 'segmentFeature',
      segmentId: segment.id,
      feature: fact.feature.key,
      figure: own.isShare === true ? 'mean' : 'median',
      segmentationId: material.segmentation.id,
    },
  };
};

/** Segments × facts, blue below the average customer and orange above. Facts stand as rows where they are many. */
export const profileCard = (card: CardOf<'profile'>, { material, speaker }: CardContext): CardPart[] => {
  const { word } = speaker;
  const { segmentation } = material;
  const shown = chosenSegments(shownSegments(segmentation, speaker), card);
  const facts = usedFacts(segmentation, speaker, card.facts);
  if (facts.length === 0 || shown.length === 0) return [];
  const title = word('report.profile');
  const everybody = (fact: UsedFact) => {
    const first = segmentation.segments[0]?.profile.find(({ feature }) => feature === fact.feature.key);
    return word('report.profile.everybody', { value: valueText(typicalOf(fact, first, material).all, speaker) });
  };
  const base = {
    kind: 'table',
    look: 'heat',
    scale: { lower: word('report.profile.lower'), higher: word('report.profile.higher') },
  } as const;
  const corner = { head: word('report.profile.corner'), isNumber: false };
  const parts = partsOf(shown, mostColumns);
  const tables: Table[] =
    facts.length <= mostColumns
      ? [
          {
            ...base,
            caption: title,
            columns: [corner, ...facts.map((fact) => ({ head: fact.name, note: everybody(fact), isNumber: true }))],
            rows: shown.map((one) => ({
              tile: one.segment.color,
              cells: [{ text: one.name }, ...facts.map((fact) => cellOf(one, fact, material, speaker))],
            })),
          },
        ]
      : parts.map((part, i) => ({
          ...base,
          caption: parts.length === 1 ? title : word('report.profile.part', { part: i + 1, parts: parts.length }),
          columns: [corner, ...part.map(({ name, segment }) => ({ head: name, tile: segment.color, isNumber: true }))],
          rows: facts.map((fact) => ({
            cells: [
              { text: fact.name, note: everybody(fact) },
              ...part.map((one) => cellOf(one, fact, material, speaker)),
            ],
          })),
        }));
  const blocks: Block[] = [heading(2, title), paragraph(word('report.profile.text'), 'muted'), ...tables];
  return [{ name: word('report.card.profile'), blocks, isWhole: facts.length <= 12 && shown.length <= 12 }];
};
