import type { Drawing, Ink, Shape } from '../blocks.ts';
import { type Html, html, trusted } from './html.ts';
import { tileOf } from './pieces.ts';
import { tableHtml } from './table-html.ts';

/** A colour as an attribute, an ink of the page as a class: it follows light and dark. */
const paint = (what: 'fill' | 'stroke', ink: Ink): { attribute: Html | null; name: string } =>
  ink.startsWith('#')
    ? { attribute: html` ${trusted(what)}="${ink}"`, name: '' }
    : { attribute: null, name: `${what}-${ink}` };

const shapeHtml = (shape: Shape): Html => {
  const opacity = 'opacity' in shape && shape.opacity !== undefined ? html` opacity="${shape.opacity}"` : null;
  if (shape.kind === 'path') {
    const { attribute, name } = paint('stroke', shape.stroke);
    const dash = shape.isDashed === true ? html` stroke-dasharray="5 4"` : null;
    return html`<path class="line ${name}" d="${shape.d}" stroke-width="${shape.width}"${attribute}${dash}${opacity}/>`;
  }
  const fill = paint('fill', shape.fill);
  if (shape.kind === 'dots') {
    // Points without length, round at any size: a few bytes each.
    let d = '';
    for (let i = 0; i < shape.at.length; i += 2) d += `M${shape.at[i]} ${shape.at[i + 1]}h0`;
    return html`<path class="dots" d="${d}" stroke="${shape.fill}" stroke-width="${shape.radius * 2}" stroke-opacity="${shape.opacity}"/>`;
  }
  if (shape.kind === 'rect') {
    const stroke = shape.stroke === undefined ? null : paint('stroke', shape.stroke);
    return html`<rect class="${fill.name}${stroke === null ? '' : ` ${stroke.name}`}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius ?? 0}"${fill.attribute}${stroke?.attribute ?? null}${opacity}/>`;
  }
  const looks = [fill.name, ...(shape.isBold === true ? ['bold'] : []), ...(shape.hasHalo === true ? ['halo'] : [])];
  return html`<text class="${looks.join(' ')}" x="${shape.x}" y="${shape.y}" font-size="${shape.size}" text-anchor="${shape.anchor}"${fill.attribute}>${shape.text}</text>`;
};

/** A picture as inline SVG with what it shows in words; its figures as a table for whoever cannot see it. */
export const drawingHtml = ({ title, summary, width, height, isFramed, shapes, legend, table }: Drawing): Html =>
  html`<figure>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><svg class="${isFramed === true ? 'drawing frame' : 'drawing'}" viewBox="0 0 ${width} ${height}" role="img"><title>${title}</title><desc>${summary}</desc>${shapes.map(shapeHtml)}</svg></div>
${legend === undefined ? null : html`<figcaption>${legend.map(({ name, tile }) => html`<span class="tiled">${tileOf(tile)}<span>${name}</span></span>`)}</figcaption>`}
${table === undefined ? null : html`<div class="unseen">${tableHtml(table)}</div>`}</figure>
`;
