import type { Data, Layout } from 'plotly.js';
import { divergingColor, divergingScale, fullEffect, inkOn } from '../../shared/picture/diverging.ts';
import type { ChartSegment } from './chart-segment.ts';
import { baseAxis, baseLayout, type ChartTheme } from './theme.ts';
import { twoLines } from './two-lines.ts';

export interface ProfilePictureCell {
  readonly effect: number;
  /** “much higher”. */
  readonly word: string;
  /** What is said when the cell is pointed at; lines. */
  readonly details: readonly string[];
}

export interface ProfilePicture {
  readonly segments: readonly ChartSegment[];
  readonly features: readonly string[];
  /** By segment, then feature. */
  readonly cells: readonly (readonly ProfilePictureCell[])[];
}

const sideWidth = 176;
const footHeight = 2;

const splitOf = (width: number): number => Math.min(0.4, sideWidth / Math.max(1, width));
/** Letters of a heading that fit over a column. */
const lettersOf = ({ features }: ProfilePicture, width: number): number =>
  Math.max(8, Math.floor(((1 - splitOf(width)) * width) / Math.max(1, features.length) / 7));
const headHeight = (picture: ProfilePicture, width: number): number =>
  picture.features.some((name) => twoLines(name, lettersOf(picture, width)).includes('<br>')) ? 44 : 28;

/** Height of the whole picture in pixels: one row a segment, lower where there are many. */
export const profileHeight = (picture: ProfilePicture, width: number): number =>
  headHeight(picture, width) + footHeight + picture.segments.length * (picture.segments.length > 7 ? 36 : 43);

/** Segments × features as coloured cells with a word each. */
export const profileData = ({ segments, features, cells }: ProfilePicture, theme: ChartTheme): Data[] => {
  const columns = features.map((_, i) => i);
  const rows = segments.map((_, i) => i);
  const all = rows.flatMap((row) => columns.map((column) => ({ row, column, cell: cells[row]![column]! })));
  return [
    {
      type: 'heatmap',
      x: columns,
      y: rows,
      z: cells.map((row) => row.map(({ effect }) => Math.max(-fullEffect, Math.min(fullEffect, effect)))),
      zmin: -fullEffect,
      zmax: fullEffect,
      colorscale: divergingScale,
      showscale: false,
      xgap: 3,
      ygap: 4,
      hoverinfo: 'none',
    },
    {
      type: 'scatter',
      mode: 'text',
      x: all.map(({ column }) => column),
      y: all.map(({ row }) => row),
      text: all.map(({ cell }) => cell.word),
      textfont: { size: 12.5, color: all.map(({ cell }) => inkOn(divergingColor(cell.effect))) },
      hoverinfo: 'skip',
    },
    {
      type: 'scatter',
      mode: 'text+markers',
      x: rows.map(() => -0.5),
      y: rows,
      xaxis: 'x2',
      cliponaxis: false,
      marker: { symbol: 'square', size: 11, color: segments.map(({ color }) => color) },
      text: segments.map(({ name }) => `  ${name.length > 22 ? `${name.slice(0, 21)}…` : name}`),
      textposition: 'middle right',
      textfont: { size: 13, color: theme.ink },
      hoverinfo: 'skip',
    },
  ] as Data[];
};

export const profileLayout = (
  picture: ProfilePicture,
  theme: ChartTheme,
  locale: string,
  width: number,
): Partial<Layout> => {
  const { segments, features } = picture;
  const axis = baseAxis(theme);
  const split = splitOf(width);
  return {
    ...baseLayout(theme, locale),
    margin: { l: 8, r: 4, t: headHeight(picture, width), b: footHeight },
    xaxis: {
      ...axis,
      domain: [split, 1],
      side: 'top',
      showgrid: false,
      range: [-0.5, features.length - 0.5],
      tickvals: features.map((_, i) => i),
      ticktext: features.map((name) => twoLines(name, lettersOf(picture, width))),
      tickangle: 0,
    },
    xaxis2: { ...axis, domain: [0, split], range: [-0.6, 1], visible: false },
    yaxis: { ...axis, visible: false, range: [segments.length - 0.5, -0.5] },
  };
};
