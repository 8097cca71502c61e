import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { type Speaker, usedFacts } from './speaker.ts';

/** How every fact that was used was worked out, and from which columns. */
export const factOrigins = ({ segmentation }: ReportInput, speaker: Speaker): Html => {
  const facts = usedFacts(segmentation, speaker);
  if (facts.length === 0) return html``;
  return html`<section class="${facts.length <= 6 ? 'whole' : 'long'}">
<h2>${speaker.word('report.facts')}</h2>
<dl class="origins">${facts.map(
    ({ feature, name }) => html`<div><dt>${name}</dt><dd>${speaker.tell(feature.lineage)}</dd></div>`,
  )}</dl>
</section>
`;
};
