import { divergingColor, fullEffect } from '../../picture/diverging.ts';
import type { Bars, Block, Effects, Facts, Figures, Heading, List } from '../blocks.ts';
import { drawingHtml } from './drawing-html.ts';
import { type Html, html } from './html.ts';
import { paragraphHtml, tileOf } from './pieces.ts';
import { tableHtml } from './table-html.ts';
import { tile } from './tile.ts';

const headingHtml = ({ level, text, tile: color, aside }: Heading): Html => {
  const more = aside === undefined ? null : html` <span class="quiet">${aside}</span>`;
  const said =
    color === undefined
      ? html`${text}${more}`
      : html`<span class="tiled">${tileOf(color)}<span>${text}${more}</span></span>`;
  if (level === 1) return html`<h1>${said}</h1>\n`;
  return level === 2 ? html`<h2>${said}</h2>\n` : html`<h3>${said}</h3>\n`;
};

const listHtml = ({ items }: List): Html =>
  html`<ul class="lines">${items.map(
    ({ text, tile: color, label }) =>
      html`<li>${color === undefined ? html`<span class="dot" aria-hidden="true"></span>` : tileOf(color)}<span>${label === undefined ? null : html`<b>${label}</b> `}${text}</span></li>\n`,
  )}</ul>
`;

const figuresHtml = ({ label, items }: Figures): Html =>
  html`<dl class="figures" aria-label="${label}">${items.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
`;

const factsHtml = ({ items }: Facts): Html =>
  html`<dl class="how">${items.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
`;

const barHeight = 15;
const step = 19;

/**
 * Bars grow with the page and letters do not: lengths are percents, there is no view box. What is written behind a bar
 * stands in the room that the styles leave at the right.
 */
const barsHtml = ({ items }: Bars): Html => {
  const most = Math.max(...items.flatMap(({ bars }) => bars.map(({ value }) => value)), 0.01);
  const width = (value: number) => Math.max(0.4, (value / most) * 100).toFixed(2);
  return html`<div class="bars">${items.map(({ name, color, bars }) => {
    const [, fill] = /fill="(#\w+)"/.exec(tile(color).markup)!;
    return html`<p class="bar-name">${tile(color)}<span>${name}</span></p><svg height="${bars.length * step}" role="img"><title>${name}: ${bars.map(({ said }) => said).join(', ')}</title>${bars.map(
      ({ value, said, isPale }, i) =>
        html`<rect class="${isPale ? 'pale' : 'full'}" x="0.5" y="${i * step + 0.5}" width="${width(value)}%" height="${barHeight}" rx="2" fill="${fill!}" stroke="${fill!}"/><text x="${width(value)}%" dx="8" y="${i * step + 12.5}">${said}</text>`,
    )}</svg>\n`;
  })}</div>
`;
};

/** A bar from the middle to either side in a box of its own, with what it says beside it. */
const effectsHtml = ({ items }: Effects): Html =>
  html`<div class="effects">${items.map(({ name, effect, said, note }) => {
    const length = Math.max(0.6, Math.abs(effect) * 50).toFixed(1);
    const from = effect < 0 ? (50 - Number(length)).toFixed(1) : '50';
    return html`<p class="effect-name">${name}</p><svg height="18" role="img"><title>${name}: ${said}. ${note}</title><rect class="track" width="100%" height="18" rx="3"/><rect x="${from}%" y="2" width="${length}%" height="14" fill="${divergingColor(Math.sign(effect) * fullEffect)}"/><rect class="middle" x="50%" width="1" height="18"/></svg><p class="effect-said"><b>${said}</b> <span class="quiet">${note}</span></p>\n`;
  })}</div>
`;

/** One block as markup. */
export const blockHtml = (block: Block): Html => {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block);
    case 'paragraph':
      return paragraphHtml(block);
    case 'list':
      return listHtml(block);
    case 'figures':
      return figuresHtml(block);
    case 'facts':
      return factsHtml(block);
    case 'table':
      return tableHtml(block);
    case 'bars':
      return barsHtml(block);
    case 'effects':
      return effectsHtml(block);
    case 'drawing':
      return drawingHtml(block);
  }
};
