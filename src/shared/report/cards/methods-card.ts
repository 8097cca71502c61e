import type { NumberInSentence, NumberRef } from '../../model/number-origin.ts';
import { preparationMessage, preparationNotes } from '../../model/preparation.ts';
import type { Segment, Segmentation } from '../../model/segmentation.ts';
import { editDetails } from '../../picture/edit-words.ts';
import { bestMark, sweepColumns, sweepRows } from '../../picture/sweep-table.ts';
import { type Block, type Cell, type Facts, heading, paragraph, type Table } from '../blocks.ts';
import { count, decimal } from '../cells.ts';
import { type Speaker, shownSegments, usedFacts } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';
import { methodParagraphs } from './method-paragraphs.ts';
import { stabilityTable, trustFacts } from './stability.ts';

const tableOf = (caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
  kind: 'table',
  caption,
  showsCaption: true,
  look: 'plain',
  columns: head.map((text, i) => ({ head: text, isNumber: i > 0 })),
  rows: rows.map((cells) => ({ cells })),
});

/** Of the run as a whole. */
type RunFigure = Extract<NumberRef, { of: 'run' }>['figure'];

const howItCameAbout = (segmentation: Segmentation, speaker: Speaker): Facts['items'] => {
  const { word, tell, format, fixed } = speaker;
  const { method, k, asked, statisticalK, scores, silhouette, inertia, iterations, seed } = segmentation;
  const best = scores.find((one) => one.k === statisticalK)?.silhouette ?? null;
  const score = silhouette === null ? word('pictures.method.notComputed') : fixed(silhouette, 4);
  const segmentationId = segmentation.id;
  const run = (shown: string, figure: RunFigure): NumberInSentence => [shown, { of: 'run', figure, segmentationId }];
  const pairs: readonly (readonly [string, string, NumberInSentence?])[] = [
    [word('pictures.method.method'), word(`pictures.method.${method}`)],
    [word('pictures.method.asked'), asked === 'auto' ? word('pictures.method.auto') : format.number(asked)],
    [word('pictures.method.k'), format.number(k), run(format.number(k), 'segments')],
    [word('pictures.method.reason'), tell(segmentation.reason)],
    ...editDetails(segmentation, tell, format.list).map(([what, how]): [string, string] => [tell(what), tell(how)]),
    ...(segmentation.statisticalReason === null
      ? []
      : ([[word('trust.sweep.statistical'), tell(segmentation.statisticalReason)]] as [string, string][])),
    [
      word('pictures.method.statisticalK'),
      word('pictures.method.statisticalK.value', { k: statisticalK, score: best }),
      [format.number(best ?? 0, 3), { of: 'sweep', k: statisticalK, figure: 'silhouette', segmentationId }],
    ],
    [word('pictures.method.silhouette'), score, run(score, 'silhouette')],
    [word('pictures.method.inertia'), format.number(inertia, 4)],
    ...(iterations > 0
      ? ([[word('pictures.method.iterations'), format.number(iterations)]] as [string, string][])
      : []),
    ...trustFacts(segmentation, speaker),
    [word('pictures.method.seed'), String(seed)],
    [word('pictures.method.engine'), segmentation.engineVersion],
    [word('pictures.method.input'), segmentation.inputHash],
  ];
  return pairs.map(([name, text, number]) => ({
    ...{ name, text },
    ...(number === undefined ? {} : { numbers: [number] }),
  }));
};

const preparationTable = ({ features, preparation }: Segmentation, speaker: Speaker): Table => {
  const { word, tell } = speaker;
  const nameOf = (key: string) => {
    const feature = features.find((one) => one.key === key);
    return feature === undefined ? key : tell(feature.name);
  };
  const table = tableOf(
    word('pictures.method.preparation'),
    [
      word('pictures.method.feature'),
      word('pictures.method.transform'),
      word('report.method.skewBefore'),
      word('report.method.skewAfter'),
      word('report.method.mean'),
      word('report.method.deviation'),
      word('report.method.median'),
      word('pictures.method.imputed'),
    ],
    preparation.map((one) => [
      { text: nameOf(one.feature) },
      { text: [preparationMessage(one, nameOf), ...preparationNotes(one)].map(tell).join(' · ') },
      decimal(one.skewBefore, 2, speaker),
      decimal(one.skewAfter, 2, speaker),
      decimal(one.mean, 4, speaker),
      decimal(one.deviation, 4, speaker),
      decimal(one.median, 2, speaker),
      count(one.imputed, speaker),
    ]),
  );
  return { ...table, columns: table.columns.map((column, i) => (i === 1 ? { ...column, isNumber: false } : column)) };
};

const sweepTable = (segmentation: Segmentation, { word, fixed, format }: Speaker): Table =>
  tableOf(
    `${word('trust.sweep')} (${bestMark} ${word('trust.sweep.best')})`,
    ['k', ...sweepColumns(segmentation).map((column) => word(column.word))],
    sweepRows(segmentation, {
      fixed,
      share: format.share,
      chosen: word('pictures.method.chosen'),
      none: word('pictures.method.notComputed'),
    }).map((row) => row.map((text) => ({ text }))),
  );

const effectCell = (
  segment: Segment,
  feature: string,
  { id: segmentationId }: Segmentation,
  speaker: Speaker,
): Cell => ({
  ...decimal(segment.profile.find((one) => one.feature === feature)?.effect ?? 0, 2, speaker),
  of: { of: 'segmentFeature', segmentId: segment.id, feature, figure: 'effect', segmentationId },
});

const silhouetteCell = (segment: Segment, { id: segmentationId }: Segmentation, speaker: Speaker): Cell => ({
  ...decimal(segment.silhouette, 4, speaker),
  ...(segment.silhouette === null
    ? {}
    : { of: { of: 'segment', segmentId: segment.id, figure: 'silhouette', segmentationId } }),
});

/** Effect sizes and silhouettes, segments across; broken where they would not fit a page. */
const effectTables = (segmentation: Segmentation, speaker: Speaker): Table[] => {
  const { word } = speaker;
  const facts = usedFacts(segmentation, speaker);
  const shown = shownSegments(segmentation, speaker);
  const caption = `${word('report.method.effects')}. ${word('report.method.effects.text')}`;
  const table = tableOf(
    caption,
    [
      word('report.segments.column.segment'),
      ...facts.map(({ name }) => name),
      word('pictures.method.segmentSilhouette'),
    ],
    shown.map(({ segment, name }) => [
      { text: name },
      ...facts.map(({ feature: { key } }) => effectCell(segment, key, segmentation, speaker)),
      silhouetteCell(segment, segmentation, speaker),
    ]),
  );
  const most = 8;
  if (facts.length <= most) return [table];
  // Facts down, segments across, a few at a time.
  const parts = Array.from({ length: Math.ceil(shown.length / most) }, (_, i) => shown.slice(i * most, (i + 1) * most));
  return parts.map((part) =>
    tableOf(
      caption,
      [word('pictures.method.feature'), ...part.map(({ name }) => name)],
      [
        ...facts.map(({ feature: { key }, name }) => [
          { text: name },
          ...part.map(({ segment }) => effectCell(segment, key, segmentation, speaker)),
        ]),
        [
          { text: word('pictures.method.segmentSilhouette') },
          ...part.map(({ segment }) => silhouetteCell(segment, segmentation, speaker)),
        ],
      ],
    ),
  );
};

/** How it came about, in the analyst's words: prose to quote, then everything that is needed to do it again. */
export const methodsCard = ({ material, speaker }: CardContext): CardPart[] => {
  const { segmentation } = material;
  const name = speaker.word('app.methodDetails');
  const stability = stabilityTable(segmentation, speaker, tableOf);
  const blocks: Block[] = [
    heading(2, name),
    ...methodParagraphs(material, speaker).map((text) => paragraph(text)),
    { kind: 'facts', items: howItCameAbout(segmentation, speaker) },
    preparationTable(segmentation, speaker),
    sweepTable(segmentation, speaker),
    ...(stability === null ? [] : [stability]),
    ...effectTables(segmentation, speaker),
  ];
  return [{ name, blocks, isMethod: true }];
};
