import { type Html, html } from './html.ts';
import type { ReportCustomer, ReportInput } from './report-input.ts';
import { type Speaker, shownSegments, usedFacts } from './speaker.ts';
import { tile } from './tile.ts';

/** More facts than this do not fit a line of paper. */
const mostFacts = 6;

interface Column {
  readonly head: string;
  readonly isNumber: boolean;
  cell(customer: ReportCustomer): string;
}

const columnsOf = ({ customers, segmentation }: ReportInput, speaker: Speaker): Column[] => {
  const { word, format } = speaker;
  const all = customers?.lists.flatMap((list) => list.customers) ?? [];
  const text = (head: string, cell: Column['cell']): Column => ({ head, isNumber: false, cell });
  return [
    text(word('report.list.key'), ({ key }) => key),
    ...(all.some(({ name }) => name !== null) ? [text(word('report.list.name'), ({ name }) => name ?? '')] : []),
    ...(all.some(({ email }) => email !== null) ? [text(word('report.list.email'), ({ email }) => email ?? '')] : []),
    ...usedFacts(segmentation, speaker)
      .slice(0, mostFacts)
      .map(({ feature, name }): Column => {
        const at = segmentation.features.indexOf(feature);
        return {
          head: name,
          isNumber: true,
          cell: ({ values }) => {
            const value = values[at] ?? null;
            if (value === null) return word('report.list.missing');
            return feature.unit === 'money' ? format.money(value) : format.number(value);
          },
        };
      }),
  ];
};

/** The customers of every segment by name; only on a report that says so at its head. */
export const customerLists = (input: ReportInput, speaker: Speaker): Html => {
  const { customers, segmentation } = input;
  if (customers === null) return html``;
  const { word } = speaker;
  const columns = columnsOf(input, speaker);
  const head = html`<thead><tr>${columns.map(({ head, isNumber }) => html`<th scope="col"${isNumber ? html` class="number"` : null}>${head}</th>`)}</tr></thead>`;
  const row = (customer: ReportCustomer) =>
    html`<tr>${columns.map(({ cell, isNumber }, i) =>
      i === 0
        ? html`<th scope="row">${cell(customer)}</th>`
        : html`<td${isNumber ? html` class="number"` : null}>${cell(customer)}</td>`,
    )}</tr>
`;
  const lists = shownSegments(segmentation, speaker).map(({ segment, name }) => {
    const listed = customers.lists.find(({ segmentId }) => segmentId === segment.id)?.customers ?? [];
    const count = word('report.list.of', { shown: listed.length, customers: segment.size });
    return html`<section class="long">
<h3><span class="tiled">${tile(segment.color)}<span>${name}</span></span> <span class="quiet">${count}</span></h3>
<div class="scroll" tabindex="0" role="group" aria-label="${name}"><table class="list">${head}<tbody>
${listed.map(row)}</tbody></table></div>
</section>
`;
  });
  return html`<section class="people">
<h2>${word('report.list')}</h2>
<p class="about">${customers.most === null ? null : `${word('report.list.some', { customers: segmentation.customers, most: customers.most })} `}${word(`report.list.${customers.order}`)}</p>
${lists}</section>
`;
};
