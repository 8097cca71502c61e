import type { NumberInSentence, NumberRef } from '../../model/number-origin.ts';
import type { CardOf } from '../../model/report.ts';
import { type Bars, heading, paragraph } from '../blocks.ts';
import { type ShownSegment, shownSegments } from '../speaker.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';

/** Shares of customers and of revenue this close are called alike. */
const alike = 0.05;

/** The segment whose share of revenue exceeds its share of customers most; null where none does by much. */
const heaviest = (shown: readonly ShownSegment[]): ShownSegment | null => {
  const gain = ({ segment: { revenueShare, share } }: ShownSegment) => (revenueShare ?? share) - share;
  const best = shown.reduce<ShownSegment | null>((a, b) => (a === null || gain(b) > gain(a) ? b : a), null);
  return best !== null && gain(best) >= alike ? best : null;
};

/** Share of customers against share of revenue, a pair of bars a segment. */
export const revenueCard = (card: CardOf<'revenue'>, { material, speaker }: CardContext): CardPart[] => {
  const { word, format } = speaker;
  const { segmentation } = material;
  const of = (segmentId: number, figure: 'share' | 'revenueShare'): NumberRef => ({
    ...{ of: 'segment', segmentId, figure },
    segmentationId: segmentation.id,
  });
  const titleNumbers = ({ segment: { id, share, revenueShare } }: ShownSegment): readonly NumberInSentence[] => [
    [format.share(share), of(id, 'share')],
    [format.share(revenueShare ?? 0), of(id, 'revenueShare')],
  ];
  const shown = chosenSegments(shownSegments(segmentation, speaker), card);
  if (shown.length === 0) return [];
  const hasRevenue = segmentation.revenue !== null;
  const best = heaviest(shown);
  const title = !hasRevenue
    ? word('report.shares.title.customers')
    : best === null
      ? word('report.shares.title.even')
      : word('report.shares.title', {
          name: best.name,
          share: best.segment.share,
          revenueShare: best.segment.revenueShare,
        });
  const bars: Bars = {
    kind: 'bars',
    title,
    series: [
      word('report.segments.column.share'),
      ...(hasRevenue ? [word('report.segments.column.revenueShare')] : []),
    ],
    items: shown.map(({ name, segment: { id, color, share, revenueShare } }) => ({
      name,
      color,
      bars: [
        {
          value: share,
          said: word('report.shares.ofCustomers', { share }),
          isPale: revenueShare !== null,
          numbers: [[format.share(share), of(id, 'share')]] as const,
        },
        ...(revenueShare === null
          ? []
          : [
              {
                value: Math.max(0, revenueShare),
                said: word('report.shares.ofRevenue', { share: revenueShare }),
                isPale: false,
                numbers: [[format.share(revenueShare), of(id, 'revenueShare')]] as const,
              },
            ]),
      ],
    })),
  };
  return [
    {
      name: word('report.card.revenue'),
      blocks: [
        heading(2, title, best === null || !hasRevenue ? {} : { numbers: titleNumbers(best) }),
        ...(hasRevenue ? [paragraph(word('report.shares.text'), 'muted')] : []),
        bars,
      ],
      isWhole: shown.length <= 15,
    },
  ];
};
