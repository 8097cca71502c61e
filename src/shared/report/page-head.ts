import { segmentsFinding } from '../picture/findings.ts';
import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { inSentence, type Speaker, usedFacts } from './speaker.ts';
import { logo } from './tile.ts';

const mostNamed = 6;

/** From which facts the segments were made; the first few where there are many. */
const factsSentence = ({ segmentation }: ReportInput, speaker: Speaker): string => {
  const { word, format } = speaker;
  const names = usedFacts(segmentation, speaker).map(inSentence);
  const shown =
    names.length > mostNamed
      ? [...names.slice(0, mostNamed - 1), word('pictures.segments.moreFacts', { count: names.length - mostNamed + 1 })]
      : names;
  return word('report.from', { facts: format.list(shown) });
};

const figures = ({ totals, segmentation }: ReportInput, { word, format }: Speaker): [string, string][] => {
  const { customers, orders, revenue, firstDay, lastDay } = totals;
  return [
    [word('report.customers'), format.number(customers)],
    ...(orders === null
      ? ([[word('report.factCount'), format.number(segmentation.features.length)]] as [string, string][])
      : ([[word('report.orders'), format.number(orders)]] as [string, string][])),
    ...(revenue === null ? [] : ([[word('report.revenue'), format.money(revenue)]] as [string, string][])),
    ...(firstDay === null || lastDay === null
      ? []
      : ([[word('report.period'), word('report.period.value', { from: firstDay, to: lastDay })]] as [
          string,
          string,
        ][])),
  ];
};

/** What it is, what was found, what it was found in, and whether anybody is named. */
export const pageHead = (input: ReportInput, speaker: Speaker): Html => {
  const { project, day, segmentation, sources, customers } = input;
  const { tell, word, format } = speaker;
  const files = sources.map(({ file, sheet, rows }) => word('report.file', { file, sheet, rows }));
  return html`<header>
<p class="brand">${logo()}<span class="project">${project}</span><span class="made">${word('report.made', { day })}</span></p>
<h1>${tell(segmentsFinding(segmentation, tell))}</h1>
<p class="lead">${factsSentence(input, speaker)}${segmentation.asOf === null ? null : ` ${word('report.countedFrom', { day: segmentation.asOf })}`}</p>
${segmentation.stale ? html`<p class="note">${word('report.stale')}</p>` : null}
${customers === null ? null : html`<p class="warning">${word('report.notPrivate')}</p>`}
<dl class="figures" aria-label="${word('report.data')}">${figures(input, speaker).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
<p class="files">${files.length === 0 ? null : word('report.files', { files: format.list(files) })} ${customers === null ? html`<strong>${word('report.private')}</strong>` : null}</p>
</header>
`;
};
