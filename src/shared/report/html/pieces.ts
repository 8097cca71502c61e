import type { Paragraph, TileColor } from '../blocks.ts';
import { type Html, html } from './html.ts';
import { greyTile, tile } from './tile.ts';

export const tileOf = (color: TileColor): Html => (color === 'none' ? greyTile() : tile(color));

export const paragraphHtml = ({ text, look = 'plain', label, tile: color }: Paragraph): Html =>
  html`<p class="p-${look}">${color === undefined ? null : html`${tileOf(color)} `}${label === undefined ? null : html`<span class="label">${label}</span> `}${text}</p>\n`;
