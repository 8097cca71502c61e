import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { type ShownSegment, type Speaker, shownSegments } from './speaker.ts';
import { tile } from './tile.ts';

const barHeight = 15;
const step = 19;

/** The segment whose share of revenue exceeds its share of customers most; null where none does by a tenth. */
const heaviest = (shown: readonly ShownSegment[]): ShownSegment | null => {
  const gain = ({ segment: { revenueShare, share } }: ShownSegment) => (revenueShare ?? share) - share;
  const best = shown.reduce<ShownSegment | null>((a, b) => (a === null || gain(b) > gain(a) ? b : a), null);
  return best !== null && gain(best) >= 0.1 ? best : null;
};

/**
 * Bars grow with the page and letters do not: lengths are percents, there is no view box. What is written behind a bar
 * stands in the room that the styles leave at the right.
 */
const bars = (one: ShownSegment, most: number, { word }: Speaker): Html => {
  const { share, revenueShare } = one.segment;
  const width = (value: number) => Math.max(0.4, (value / most) * 100).toFixed(2);
  const words = [word('report.shares.ofCustomers', { share })];
  if (revenueShare !== null) words.push(word('report.shares.ofRevenue', { share: revenueShare }));
  const bar = (value: number, i: number, said: string) =>
    html`<rect class="${i === 0 && revenueShare !== null ? 'pale' : 'full'}" x="0.5" y="${i * step + 0.5}" width="${width(value)}%" height="${barHeight}" rx="2" fill="${one.color}" stroke="${one.color}"/><text x="${width(value)}%" dx="8" y="${i * step + 12.5}">${said}</text>`;
  return html`<svg height="${words.length * step}" role="img"><title>${one.name}: ${words.join(', ')}</title>${bar(share, 0, words[0]!)}${revenueShare === null ? null : bar(Math.max(0, revenueShare), 1, words[1]!)}</svg>`;
};

/** Share of customers against share of revenue, a pair of bars a segment with what they say written behind them. */
export const pairedBars = ({ segmentation }: ReportInput, speaker: Speaker): Html => {
  const { word } = speaker;
  const shown = shownSegments(segmentation, speaker);
  const most = Math.max(...shown.flatMap(({ segment }) => [segment.share, segment.revenueShare ?? 0]), 0.01);
  const best = heaviest(shown);
  const hasRevenue = segmentation.revenue !== null;
  const title = !hasRevenue
    ? word('report.shares.title.customers')
    : best === null
      ? word('report.shares.title.even')
      : word('report.shares.title', {
          name: best.name,
          share: best.segment.share,
          revenueShare: best.segment.revenueShare,
        });
  return html`<section class="whole">
<h2>${title}</h2>
${hasRevenue ? html`<p class="about">${word('report.shares.text')}</p>` : null}
<div class="bars">${shown.map(
    (one) =>
      html`<p class="bar-name">${tile(one.segment.color)}<span>${one.name}</span></p>${bars(one, most, speaker)}
`,
  )}</div>
</section>
`;
};
