import type { NumberRef } from '../../model/number-origin.ts';
import type { CardOf } from '../../model/report.ts';
import { noSegmentId, type Segmentation } from '../../model/segmentation.ts';
import { inNoSegment } from '../../picture/in-no-segment.ts';
import { whyNumbers } from '../../picture/why-numbers.ts';
import { type Block, type Cell, heading, type Paragraph, paragraph, type Row, type Table } from '../blocks.ts';
import { count, money, moneyEach, share } from '../cells.ts';
import { type ShownSegment, type Speaker, shownSegments } from '../speaker.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';

interface Sums {
  readonly size: number;
  readonly share: number;
  readonly revenue: number | null;
  readonly revenueShare: number | null;
}

/** How repeatable a segment is, where that is known. */
export const repeatable = (
  { id, trust }: Segmentation,
  { segment }: ShownSegment,
  { word }: Speaker,
): Paragraph | null => {
  const part = trust?.parts[segment.label];
  if (trust === null || part == null) return null;
  const said = word(`trust.${part.band}`, { recovered: part.recovered, of: trust.bootstraps });
  return paragraph(`${said}. ${word(`trust.advice.${part.band}`)}`, 'muted', {
    label: word('trust.title'),
    numbers: [[said, { of: 'segment', segmentId: segment.id, figure: 'stability', segmentationId: id }]],
  });
};

const columnsOf = (hasRevenue: boolean, { word }: Speaker): Table['columns'] => [
  { head: word('report.segments.column.segment'), isNumber: false },
  { head: word('report.segments.column.customers'), isNumber: true },
  { head: word('report.segments.column.share'), isNumber: true },
  ...(hasRevenue
    ? [
        { head: word('report.segments.column.revenue'), isNumber: true },
        { head: word('report.segments.column.revenueShare'), isNumber: true },
        { head: word('report.segments.column.perCustomer'), isNumber: true },
      ]
    : []),
];

const perCustomer = ({ revenue, size }: Sums, speaker: Speaker): Cell => {
  if (revenue === null || size === 0) return { text: '' };
  return { text: moneyEach(revenue / size, speaker), value: revenue / size, look: 'money' };
};

/** Which number a figure of a segment is. */
type RefOf = (figure: 'size' | 'share' | 'revenue' | 'revenueShare' | 'revenuePerCustomer') => NumberRef | null;

const opening = (cell: Cell, of: NumberRef | null | undefined): Cell => (of == null ? cell : { ...cell, of });

const cellsOf = (name: string, of: Sums, hasRevenue: boolean, speaker: Speaker, refOf?: RefOf): Cell[] => [
  { text: name },
  opening(count(of.size, speaker), refOf?.('size')),
  opening(share(of.share, speaker), refOf?.('share')),
  ...(hasRevenue
    ? [
        opening(money(of.revenue, speaker), refOf?.('revenue')),
        opening(share(of.revenueShare, speaker), refOf?.('revenueShare')),
        opening(perCustomer(of, speaker), refOf?.('revenuePerCustomer')),
      ]
    : []),
];

/** Every segment with its figures, why it is one and what to do, largest first; at the end who is in none. */
export const segmentsCard = (card: CardOf<'segments'>, { material, speaker }: CardContext): CardPart[] => {
  const { segmentation } = material;
  const { word, tell } = speaker;
  const { revenue, customers, structure } = segmentation;
  const hasRevenue = revenue !== null;
  const inNone = card.segmentIds === null ? inNoSegment(segmentation) : null;
  const shown = chosenSegments(shownSegments(segmentation, speaker), card);
  if (shown.length === 0) return [];
  const wordsOf = (one: ShownSegment): Paragraph[] => {
    const sure = repeatable(segmentation, one, speaker);
    return [
      paragraph(tell(one.segment.why), 'muted', {
        numbers: whyNumbers(one.segment, segmentation.id, speaker.format),
      }),
      paragraph(tell(one.segment.action), 'plain', { label: word('report.segments.action') }),
      ...(sure === null ? [] : [sure]),
    ];
  };
  const refOf =
    (segmentId: number): RefOf =>
    (figure) => ({ of: 'segment', segmentId, figure, segmentationId: segmentation.id });
  const rows: Row[] = [
    ...shown.map((one) => ({
      cells: cellsOf(one.name, one.segment, hasRevenue, speaker, refOf(one.segment.id)),
      tile: one.segment.color,
      ...(card.withWords ? { words: wordsOf(one) } : {}),
    })),
    ...(inNone === null
      ? []
      : [
          {
            cells: cellsOf(word('trust.none'), inNone, hasRevenue, speaker, refOf(noSegmentId)),
            tile: 'none' as const,
            words: [paragraph(word('trust.none.why'), 'muted')],
          },
        ]),
  ];
  const all = { size: customers, share: 1, revenue, revenueShare: hasRevenue ? 1 : null };
  const ofAll: RefOf = (figure) =>
    figure === 'size' || figure === 'revenue'
      ? { of: 'total', figure: figure === 'size' ? 'customers' : figure, segmentationId: segmentation.id }
      : null;
  const title = word('report.segments');
  const blocks: Block[] = [
    heading(2, title),
    ...(structure === null ? [] : [paragraph(tell(structure.reason), 'muted')]),
    {
      kind: 'table',
      caption: title,
      look: card.withWords ? 'cards' : 'plain',
      columns: columnsOf(hasRevenue, speaker),
      rows,
      foot: { cells: cellsOf(word('report.segments.all'), all, hasRevenue, speaker, ofAll) },
    },
  ];
  return [{ name: word('report.card.segments'), blocks }];
};
