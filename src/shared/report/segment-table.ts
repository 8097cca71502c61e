import type { Segmentation } from '../model/segmentation.ts';
import { inNoSegment } from '../picture/in-no-segment.ts';
import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { type Speaker, shownSegments } from './speaker.ts';
import { greyTile, tile } from './tile.ts';

interface Column {
  readonly head: string;
  cell(of: { size: number; share: number; revenue: number | null; revenueShare: number | null }): string;
}

const columnsOf = (hasRevenue: boolean, { word, format }: Speaker): Column[] => {
  const money = (value: number | null) => (value === null ? '' : format.money(value));
  return [
    { head: word('report.segments.column.customers'), cell: ({ size }) => format.number(size) },
    { head: word('report.segments.column.share'), cell: ({ share }) => format.share(share) },
    ...(hasRevenue
      ? [
          { head: word('report.segments.column.revenue'), cell: ({ revenue }) => money(revenue) } satisfies Column,
          {
            head: word('report.segments.column.revenueShare'),
            cell: ({ revenueShare }) => (revenueShare === null ? '' : format.share(revenueShare)),
          } satisfies Column,
          {
            head: word('report.segments.column.perCustomer'),
            cell: ({ revenue, size }) => (revenue === null || size === 0 ? '' : money(revenue / size)),
          } satisfies Column,
        ]
      : []),
  ];
};

/** Whether there are groups at all, where that has been looked at. */
const verdict = ({ structure }: Segmentation, { tell }: Speaker): Html | null =>
  structure === null ? null : html`<p class="about">${tell(structure.reason)}</p>`;

/** How repeatable a segment is, where that is known. */
const repeatable = ({ trust }: Segmentation, label: number, { word }: Speaker): Html | null => {
  const part = trust?.parts[label];
  if (trust === null || part === undefined) return null;
  const said = word(`trust.${part.band}`, { recovered: part.recovered, of: trust.bootstraps });
  return html`<p class="repeatable"><span class="label">${word('trust.title')}</span> ${said}. ${word(`trust.advice.${part.band}`)}</p>`;
};

/** Every segment with its figures, why it is one and what to do, largest first; at the end who is in none. */
export const segmentTable = ({ segmentation }: ReportInput, speaker: Speaker): Html => {
  const { word, tell } = speaker;
  const { revenue, customers } = segmentation;
  const inNone = inNoSegment(segmentation);
  const columns = columnsOf(revenue !== null, speaker);
  const cells = (of: Parameters<Column['cell']>[0]) =>
    columns.map(({ head, cell }) => html`<td data-head="${head}">${cell(of)}</td>`);
  return html`<section>
<h2>${word('report.segments')}</h2>
${verdict(segmentation, speaker)}
<table class="segments">
<thead><tr><th scope="col">${word('report.segments.column.segment')}</th>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
${shownSegments(segmentation, speaker).map(
  ({
    segment,
    name,
  }) => html`<tbody><tr class="name"><th scope="row">${tile(segment.color)}<span>${name}</span></th>${cells(segment)}</tr>
<tr class="words"><td colspan="${columns.length + 1}"><p>${tell(segment.why)}</p><p class="action"><span class="label">${word('report.segments.action')}</span> ${tell(segment.action)}</p>${repeatable(segmentation, segment.label, speaker)}</td></tr></tbody>
`,
)}${
  inNone === null
    ? null
    : html`<tbody><tr class="name"><th scope="row">${greyTile()}<span>${word('trust.none')}</span></th>${cells(inNone)}</tr>
<tr class="words"><td colspan="${columns.length + 1}"><p>${word('trust.none.why')}</p></td></tr></tbody>
`
}<tfoot><tr><th scope="row">${word('report.segments.all')}</th>${cells({ size: customers, share: 1, revenue, revenueShare: revenue === null ? null : 1 })}</tr></tfoot>
</table>
</section>
`;
};
