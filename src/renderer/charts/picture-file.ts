import type { Data, Layout } from 'plotly.js';
import { loadPlotly } from './plotly.ts';
import { chartTheme } from './theme.ts';
import { twoLines } from './two-lines.ts';

export type PictureFormat = 'png' | 'svg';

export interface Figure {
  readonly data: readonly Data[];
  readonly layout: Partial<Layout>;
  readonly width: number;
  readonly height: number;
}

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

/** The same figure with its finding above it, on one line or two. */
export const withTitle = ({ data, layout, width, height }: Figure, title: string, ink: string): Figure => {
  const text = twoLines(title, Math.floor((width - 2 * side) / (size * 0.56)));
  const headline = 28 + lineHeight * text.split('<br>').length;
  return {
    data,
    width,
    height: height + headline,
    layout: {
      ...layout,
      font: { ...layout.font, family: fileFont },
      margin: { ...layout.margin, t: (layout.margin?.t ?? 0) + headline },
      title: {
        text,
        x: 0,
        xref: 'container',
        xanchor: 'left',
        y: 1,
        yref: 'container',
        yanchor: 'top',
        pad: { t: side, l: side },
        font: { size, color: ink, weight: 600 },
      } as NonNullable<Layout['title']>,
    },
  };
};

/** Draws a figure once more, by itself and twice as fine for PNG, and returns it as a file's bytes. */
export const pictureBytes = async (
  figure: Figure,
  title: string,
  format: PictureFormat,
): Promise<Uint8Array<ArrayBuffer>> => {
  const plotly = await loadPlotly();
  const { data, layout, width, height } = withTitle(figure, title, chartTheme('light').ink);
  const url = await plotly.toImage(
    { data: [...data], layout } as never,
    {
      format,
      width,
      height,
      ...(format === 'png' ? { scale: 2 } : {}),
    } as never,
  );
  return bytesOfDataUrl(url);
};

export const pictureMime = (format: PictureFormat): string => (format === 'png' ? 'image/png' : 'image/svg+xml');
