import type { Data, Layout } from 'plotly.js';
import { type Drawing, escapeXml } from './draw-element.ts';
import { loadPlotly } from './plotly.ts';
import { drawSvgFigure, type SvgFigure } from './svg-file.ts';
import { chartTheme } from './theme.ts';
import { twoLines } from './two-lines.ts';

export type PictureFormat = 'png' | 'svg';
export type Ground = 'light' | 'dark';

/** What Plotly draws a picture from. */
export interface Figure {
  readonly data: readonly Data[];
  readonly layout: Partial<Layout>;
  readonly width: number;
  readonly height: number;
}
/** A picture once more, for a file: for Plotly or React to draw, or drawn as SVG already. */
export type Picture = Figure | SvgFigure | Drawing;

/** The bytes behind a `data:` address; our content policy lets nobody fetch one. */
export const bytesOfDataUrl = (url: string): Uint8Array<ArrayBuffer> => {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  if (!url.slice(0, comma).endsWith(';base64')) return new TextEncoder().encode(decodeURIComponent(body));
  return Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
};

/** A picture in a file cannot reach the app's own font; one that is everywhere is measured as it will be drawn. */
const fileFont = 'Arial, Helvetica, sans-serif';
const size = 18;
const lineHeight = 24;
const side = 18;
/** PNG is for slides: twice as fine as the screen. */
const scale = 2;

/** Plotly's picture as SVG; where it holds dots drawn by WebGL, a PNG takes them as finely as they should be. */
const drawFigure = async ({ data, layout, width, height }: Figure, format: PictureFormat): Promise<Drawing> => {
  const plotly = await loadPlotly();
  const look = { ...layout, font: { ...layout.font, family: fileFont } };
  const options = { format, width, height, ...(format === 'png' ? { scale } : {}) };
  const url = await plotly.toImage({ data: [...data], layout: look } as never, options as never);
  if (format === 'png') return { svg: `<image width="${width}" height="${height}" href="${url}"/>`, width, height };
  return { svg: new TextDecoder().decode(bytesOfDataUrl(url)).replace(/^<\?xml[^>]*>/, ''), width, height };
};

/** The whole file: a ground, the finding on one line or two, the legend, the picture. */
export const withTitle = (picture: Drawing, title: string, ground: Ground, legend: Drawing | null): Drawing => {
  const theme = chartTheme(ground);
  const width = Math.max(picture.width, (legend?.width ?? 0) + 2 * side);
  const lines = twoLines(title, Math.floor((width - 2 * side) / (size * 0.56))).split('<br>');
  const headline = 28 + lineHeight * lines.length;
  const keyHeight = legend === null ? 0 : legend.height + 12;
  const height = picture.height + headline + keyHeight;
  const texts = lines.map(
    (line, i) =>
      `<text x="${side}" y="${side + size + lineHeight * i}" font-size="${size}" font-weight="600" fill="${theme.ink}">${escapeXml(line)}</text>`,
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fileFont}">`,
    `<rect width="${width}" height="${height}" fill="${theme.ground}"/>`,
    ...texts,
    ...(legend === null ? [] : [`<g transform="translate(${side} ${headline})">${legend.svg}</g>`]),
    `<g transform="translate(0 ${headline + keyHeight})">${picture.svg}</g>`,
    '</svg>',
  ].join('');
  return { svg, width, height };
};

/** Draws SVG onto a canvas, twice as fine. */
const rasterise = async ({ svg, width, height }: Drawing): Promise<Uint8Array<ArrayBuffer>> => {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width * scale, height * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
};

export interface PictureFile {
  readonly title: string;
  readonly format: PictureFormat;
  readonly ground: Ground;
  readonly legend: Drawing | null;
}

/** A picture with its finding and legend as a file's bytes. */
export const pictureBytes = async (
  picture: Picture,
  { title, format, ground, legend }: PictureFile,
): Promise<Uint8Array<ArrayBuffer>> => {
  const drawn =
    'svg' in picture ? picture : 'element' in picture ? drawSvgFigure(picture) : await drawFigure(picture, format);
  const whole = withTitle(drawn, title, ground, legend);
  return format === 'png' ? rasterise(whole) : new TextEncoder().encode(whole.svg);
};

export const pictureMime = (format: PictureFormat): string => (format === 'png' ? 'image/png' : 'image/svg+xml');
