import type { ProfileCell } from '../model/segmentation.ts';
import { divergingColor, fullEffect, inkOn } from '../picture/diverging.ts';
import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { type ShownSegment, type Speaker, shownSegments, type UsedFact, usedFacts } from './speaker.ts';
import { tile } from './tile.ts';

/** More columns than this do not fit a page of paper: the map is turned, then broken into parts. */
const mostColumns = 7;

interface Line<T> {
  readonly head: Html;
  readonly of: T;
}

/** A cell says what is typical and how that compares; a text that can be read on its colour. */
const cellOf = (cell: ProfileCell | undefined, { feature }: UsedFact, { word, value }: Speaker): Html => {
  const ground = divergingColor(cell?.effect ?? 0);
  return html`<td style="background:${ground};color:${inkOn(ground)}"><b>${value(cell?.median, feature.unit)}</b><span>${word(`pictures.level.${cell?.level ?? 'same'}`)}</span></td>`;
};

const grid = <Row, Column>(
  caption: string,
  corner: string,
  rows: readonly Line<Row>[],
  columns: readonly Line<Column>[],
  cell: (row: Row, column: Column) => Html,
): Html => html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="heat">
<caption>${caption}</caption>
<thead><tr><th scope="col"><span class="quiet">${corner}</span></th>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.head}</th>${columns.map((column) => cell(row.of, column.of))}</tr>\n`)}</tbody>
</table></div>
`;

const partsOf = <T>(items: readonly T[]): T[][] => {
  const parts = Math.ceil(items.length / mostColumns);
  const size = Math.ceil(items.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, i) => items.slice(i * size, (i + 1) * size));
};

const legend = ({ word }: Speaker): Html => {
  const steps = Array.from({ length: 15 }, (_, i) => divergingColor(((i - 7) / 7) * fullEffect));
  const bar = steps.map((color, i) => html`<rect x="${i * 10}" width="10" height="12" fill="${color}"/>`);
  return html`<p class="legend">${word('report.profile.lower')} <svg width="150" height="12" aria-hidden="true">${bar}</svg> ${word('report.profile.higher')}</p>`;
};

/**
 * Segments × facts, blue below the average customer and orange above, as a table: read out cell by cell, wrapped and
 * scrolled like one, coloured on paper too. Facts stand as rows where they are many.
 */
export const heatMap = ({ segmentation }: ReportInput, speaker: Speaker): Html => {
  const { word, value } = speaker;
  const segments = shownSegments(segmentation, speaker).map(
    (one): Line<ShownSegment> => ({
      head: html`<span class="tiled">${tile(one.segment.color)}<span>${one.name}</span></span>`,
      of: one,
    }),
  );
  const facts = usedFacts(segmentation, speaker).map(
    (fact): Line<UsedFact> => ({
      head: html`${fact.name}<span class="everybody">${word('report.profile.everybody', { value: value(fact.median, fact.feature.unit) })}</span>`,
      of: fact,
    }),
  );
  if (facts.length === 0) return html``;
  const cell = ({ segment }: ShownSegment, fact: UsedFact) =>
    cellOf(
      segment.profile.find(({ feature }) => feature === fact.feature.key),
      fact,
      speaker,
    );
  const title = word('report.profile');
  const corner = word('report.profile.corner');
  const parts = partsOf(segments);
  const caption = (part: number) =>
    parts.length === 1 ? title : word('report.profile.part', { part: part + 1, parts: parts.length });
  const tables =
    facts.length <= mostColumns
      ? grid(title, corner, segments, facts, cell)
      : parts.map((part, i) => grid(caption(i), corner, facts, part, (fact, one) => cell(one, fact)));
  return html`<section class="${facts.length <= 12 ? 'whole' : 'long'}">
<div class="headed"><h2>${title}</h2>${legend(speaker)}</div>
<p class="about">${word('report.profile.text')}</p>
${tables}</section>
`;
};
