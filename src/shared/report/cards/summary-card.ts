import type { NumberRef } from '../../model/number-origin.ts';
import type { Block, Figures } from '../blocks.ts';
import { opening, paragraph } from '../blocks.ts';
import { nameInSentence, usedFacts } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

const mostNamed = 6;

/** From which facts the segments were made; the first few where there are many. */
const factsSentence = ({ material: { segmentation }, speaker }: CardContext): string => {
  const { word, format } = speaker;
  const names = usedFacts(segmentation, speaker).map((fact) => nameInSentence(fact, speaker));
  const shown =
    names.length > mostNamed
      ? [...names.slice(0, mostNamed - 1), word('pictures.segments.moreFacts', { count: names.length - mostNamed + 1 })]
      : names;
  return word('report.from', { facts: format.list(shown) });
};

const figures = ({ material: { totals, segmentation }, speaker: { word, format } }: CardContext): Figures['items'] => {
  const { customers, orders, revenue, firstDay, lastDay } = totals;
  const total = (figure: Extract<NumberRef, { of: 'total' }>['figure']): NumberRef => ({
    ...{ of: 'total', segmentationId: segmentation.id },
    figure,
  });
  return [
    opening(word('report.customers'), format.number(customers), total('customers')),
    ...(orders === null
      ? [{ name: word('report.factCount'), value: format.number(segmentation.features.length) }]
      : [opening(word('report.orders'), format.number(orders), total('orders'))]),
    ...(revenue === null ? [] : [opening(word('report.revenue'), format.money(revenue), total('revenue'))]),
    ...(firstDay === null || lastDay === null
      ? []
      : [
          {
            name: word('report.period'),
            value: word('report.period.value', { from: firstDay, to: lastDay }),
            numbers: [
              [format.day(firstDay), total('firstDay')],
              [format.day(lastDay), total('lastDay')],
            ] as const,
          },
        ]),
  ];
};

/** What it was found in: the figures in all, from which facts, which files, and whether anybody is named. */
export const summaryCard = (context: CardContext): CardPart[] => {
  const { material, speaker, names } = context;
  const { word, format } = speaker;
  const { segmentation, sources } = material;
  const files = [...new Set(sources.map(({ file }) => file))].map((file) => {
    const own = sources.filter((one) => one.file === file);
    const [first] = own;
    if (own.length === 1) return word('report.file', { file, sheet: first!.sheet, rows: first!.rows });
    const sheets = own.map(({ sheet, rows }) => word('report.file.sheet', { sheet, rows }));
    return word('report.file.sheets', { file, sheets: format.list(sheets) });
  });
  const counted = segmentation.asOf === null ? '' : ` ${word('report.countedFrom', { day: segmentation.asOf })}`;
  const blocks: Block[] = [
    { kind: 'figures', label: word('report.data'), items: figures(context) },
    paragraph(`${factsSentence(context)}${counted}`, 'plain', {
      numbers:
        segmentation.asOf === null
          ? []
          : [[format.day(segmentation.asOf), { of: 'total', figure: 'lastDay', segmentationId: segmentation.id }]],
    }),
    ...(segmentation.stale ? [paragraph(word('report.stale'), 'note')] : []),
    ...(files.length === 0
      ? []
      : [
          paragraph(word('report.files', { files: format.list(files) }), 'muted', {
            numbers: sources.map(({ id, rows }) => [format.number(rows), { of: 'rows', sourceId: id }] as const),
          }),
        ]),
    ...(names ? [] : [paragraph(word('report.private'), 'good')]),
  ];
  return [{ name: word('report.card.summary'), blocks, isWhole: true }];
};
