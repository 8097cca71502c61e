import type { SetAside } from '../model/source.ts';
import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import type { Speaker } from './speaker.ts';

const lineOf = ({ reason, lines, money, on }: SetAside, { word, format }: Speaker): Html =>
  html`<tr${on ? null : html` class="counted"`}><th scope="row">${word(`aside.${reason}`)}<span>${on ? word(`aside.${reason}.why`) : word('report.aside.counted')}</span></th><td>${format.number(lines)}</td><td>${format.money(money)}</td></tr>
`;

const total = (found: readonly SetAside[], { word, format }: Speaker): Html | null => {
  const on = found.filter((one) => one.on);
  if (on.length < 2) return null;
  const lines = on.reduce((sum, one) => sum + one.lines, 0);
  const money = Math.round(on.reduce((sum, one) => sum + one.money, 0) * 100) / 100;
  return html`<tfoot><tr><th scope="row">${word('report.aside.all')}</th><td>${format.number(lines)}</td><td>${format.money(money)}</td></tr></tfoot>`;
};

/** What does not count and why, with counts and money; rules that are switched off are named too. */
export const setAsideTable = ({ setAside }: ReportInput, speaker: Speaker): Html => {
  const { word } = speaker;
  const found = setAside?.filter(({ lines }) => lines > 0) ?? [];
  const said = (text: string) => html`<section class="whole"><h2>${word('report.aside')}</h2><p>${text}</p></section>
`;
  if (setAside === null) return said(word('report.aside.unknown'));
  if (found.length === 0) return said(word('report.aside.none'));
  return html`<section class="whole">
<h2>${word('report.aside')}</h2>
<p class="about">${word('report.aside.text')}</p>
<table class="aside">
<thead><tr><th scope="col">${word('report.aside.column.reason')}</th><th scope="col">${word('report.aside.column.lines')}</th><th scope="col">${word('report.aside.column.money')}</th></tr></thead>
<tbody>${found.map((one) => lineOf(one, speaker))}</tbody>${total(found, speaker)}
</table>
</section>
`;
};
