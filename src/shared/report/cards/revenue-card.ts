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
  const { word } = speaker;
  const { segmentation } = material;
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
    items: shown.map(({ name, segment: { color, share, revenueShare } }) => ({
      name,
      color,
      bars: [
        { value: share, said: word('report.shares.ofCustomers', { share }), isPale: revenueShare !== null },
        ...(revenueShare === null
          ? []
          : [
              {
                value: Math.max(0, revenueShare),
                said: word('report.shares.ofRevenue', { share: revenueShare }),
                isPale: false,
              },
            ]),
      ],
    })),
  };
  return [
    {
      name: word('report.card.revenue'),
      blocks: [heading(2, title), ...(hasRevenue ? [paragraph(word('report.shares.text'), 'muted')] : []), bars],
      isWhole: shown.length <= 15,
    },
  ];
};
