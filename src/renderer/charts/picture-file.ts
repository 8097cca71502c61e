import type { Data, Layout } from 'plotly.js';
import { loadPlotly } from './plotly.ts';
import { chartTheme } from './theme.ts';

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

/** Room over the picture for its headline. */
const headline = 52;

/** The same figure with its finding above it. */
const withTitle = ({ data, layout, width, height }: Figure, title: string, ink: string): Figure => ({
  data,
  width,
  height: height + headline,
  layout: {
    ...layout,
    margin: { ...layout.margin, t: (layout.margin?.t ?? 0) + headline },
    title: {
      text: title,
      x: 0,
      xref: 'container',
      xanchor: 'left',
      y: 1,
      yref: 'container',
      yanchor: 'top',
      pad: { t: 18, l: 18 },
      font: { size: 18, color: ink, weight: 600 },
    } as NonNullable<Layout['title']>,
  },
});

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
