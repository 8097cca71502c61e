import { divergingColor, fullEffect, inkOn } from '../../picture/diverging.ts';
import type { Cell, Row, Table } from '../blocks.ts';
import { type Html, html } from './html.ts';
import { paragraphHtml, tileOf } from './pieces.ts';

const cellClass = ({ isNumber }: Table['columns'][number]): Html | null => (isNumber ? html` class="number"` : null);

const inside = ({ text, note }: Cell): Html => (note === undefined ? html`${text}` : html`${text}<span>${note}</span>`);

/** What is said of a whole row stands under its name, as in a column's head. */
const named = ({ text, note }: Cell): Html =>
  note === undefined ? html`${text}` : html`${text} <span class="note">${note}</span>`;

const rowHead = ({ cells: [first], tile }: Row): Html =>
  tile === undefined ? named(first!) : html`<span class="tiled">${tileOf(tile)}<span>${inside(first!)}</span></span>`;

const dataCell = (cell: Cell, i: number, { columns, look }: Table): Html => {
  const column = columns[i + 1]!;
  if (cell.ground !== undefined)
    return html`<td style="background:${cell.ground};color:${inkOn(cell.ground)}"><b>${cell.text}</b><span>${cell.note ?? ''}</span></td>`;
  return html`<td${cellClass(column)}${look === 'cards' ? html` data-head="${column.head}"` : null}>${inside(cell)}</td>`;
};

const bodyRow = (row: Row, table: Table): Html =>
  html`<tr${row.isQuiet === true ? html` class="counted"` : null}><th scope="row">${rowHead(row)}</th>${row.cells.slice(1).map((cell, i) => dataCell(cell, i, table))}</tr>\n`;

const cardBody = (row: Row, table: Table): Html =>
  html`<tbody><tr class="name"><th scope="row">${rowHead(row)}</th>${row.cells.slice(1).map((cell, i) => dataCell(cell, i, table))}</tr>
${row.words === undefined ? null : html`<tr class="words"><td colspan="${table.columns.length}">${row.words.map(paragraphHtml)}</td></tr>`}</tbody>
`;

const legend = ({ lower, higher }: NonNullable<Table['scale']>): Html => {
  const bar = Array.from(
    { length: 15 },
    (_, i) => html`<rect x="${i * 10}" width="10" height="12" fill="${divergingColor(((i - 7) / 7) * fullEffect)}"/>`,
  );
  return html`<p class="legend">${lower} <svg width="150" height="12" aria-hidden="true">${bar}</svg> ${higher}</p>\n`;
};

const foot = (table: Table): Html | null =>
  table.foot === undefined ? null : html`<tfoot>${bodyRow(table.foot, table)}</tfoot>`;

const headRow = ({ columns }: Table): Html =>
  html`<thead><tr>${columns.map(
    (column, i) =>
      html`<th scope="col"${cellClass(column)}>${i === 0 && column.head === '' ? html`<span class="quiet">·</span>` : null}${column.tile === undefined ? null : tileOf(column.tile)}${column.head}${column.note === undefined ? null : html`<span class="note">${column.note}</span>`}</th>`,
  )}</tr></thead>`;

/** A table as a table: read out cell by cell, wrapped and scrolled like one, its head on every page of paper. */
export const tableHtml = (table: Table): Html => {
  const { caption, look, rows, scale, showsCaption = false } = table;
  const name = look === 'cards' ? 'segments' : look;
  const wide = rows.length > 12 && look === 'heat' ? ' dense' : '';
  const said = html`<caption${showsCaption ? null : html` class="unseen"`}>${caption}</caption>`;
  const body =
    look === 'cards'
      ? rows.map((row) => cardBody(row, table))
      : html`<tbody>${rows.map((row) => bodyRow(row, table))}</tbody>`;
  return html`${scale === undefined ? null : legend(scale)}<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="${name}${wide}">${said}
${headRow(table)}
${body}${foot(table)}</table></div>
`;
};
