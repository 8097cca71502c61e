import { noSegmentColor } from '../../picture/in-no-segment.ts';
import { type SegmentPattern, segmentColor, segmentPattern } from '../../picture/segment-colors.ts';
import { type Html, html, trusted } from './html.ts';

const patterns: Readonly<Record<SegmentPattern, string>> = {
  solid: '',
  stripes: '<path d="M0 5L5 0M2 12L12 2M9 12L12 9" stroke="#fff" stroke-width="1.6"/>',
  dots: '<path d="M3 3h0M9 3h0M6 6h0M3 9h0M9 9h0" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/>',
  grid: '<path d="M4 0V12M8 0V12M0 4H12M0 8H12" stroke="#fff" stroke-width="1.2"/>',
};

/** A segment's colour as one small tile; drawn, not painted as a background, so that every printer prints it. */
export const tile = (color: number): Html =>
  html`<svg class="tile" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" rx="3" fill="${segmentColor(color)}"/>${trusted(patterns[segmentPattern(color)])}</svg>`;

/** Customers in no segment: an empty tile. */
export const greyTile = (): Html =>
  html`<svg class="tile" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" rx="2.5" fill="none" stroke="${noSegmentColor}" stroke-width="1.6"/></svg>`;

const mosaic = ['#3B6FB6', '#E08A1E', '#2E9E6B', '#C44E7A', '#0F6B6B', '#D4B106', '#8A63C7', '#B5523B', '#17A2B8'];

/** Nine tiles: Tessera's sign. */
export const logo = (): Html =>
  html`<svg class="logo" width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">${mosaic.map(
    (color, at) =>
      html`<rect x="${1 + (at % 3) * 10.5}" y="${1 + Math.floor(at / 3) * 10.5}" width="9" height="9" rx="2" fill="${color}"/>`,
  )}</svg>`;
