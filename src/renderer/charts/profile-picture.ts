import type { Data, Layout } from 'plotly.js';
import { divergingColor, divergingScale, fullEffect, inkOn } from '../../shared/picture/diverging.ts';
import type { ChartSegment } from './chart-segment.ts';
import { baseAxis, baseLayout, type ChartTheme } from './theme.ts';
import { wrapText } from './wrap-text.ts';

interface ProfilePictureCell {
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

/** Where everything stands, in pixels; one shape for the screen and for a file. */
export interface ProfileFrame {
  /** Facts run down and segments across, where facts are too many to stand beside each other. */
  readonly turned: boolean;
  readonly side: number;
  readonly head: number;
  readonly rowHeight: number;
  readonly height: number;
  /** Names over the columns and beside the rows, broken into lines. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Words fit into the cells; marks stand there otherwise. */
  readonly spelled: boolean;
}

const letter = 6.9;
const markSize = 11;
const foot = 2;
/** The tiles of the segments stand in a row of their own over a turned picture. */
const tileRow = 18;
/** Tile and gaps before a segment's name. */
const tileRoom = 38;
/** The longest word of a cell, with air. */
const wordRoom = 76;

const longestOf = (lines: readonly (readonly string[])[]): number =>
  Math.max(0, ...lines.flat().map((line) => line.length));

const columnRoom = (columns: number, width: number, side: number): number => (width - side - 12) / Math.max(1, columns);

export const profileFrame = ({ segments, features }: ProfilePicture, width: number): ProfileFrame => {
  const names = segments.map(({ name }) => name);
  const widest = Math.max(120, Math.min(230, width * 0.3));
  const turned = features.length > 5 && columnRoom(features.length, width, widest) < wordRoom;
  const [across, down] = turned ? [names, features] : [features, names];
  const room = widest - (turned ? 14 : tileRoom);
  const rows = down.map((name) => wrapText(name, Math.floor(room / letter), turned ? 1 : 2));
  const side = Math.min(widest, Math.max(turned ? 96 : 132, longestOf(rows) * letter + (turned ? 22 : tileRoom + 8)));
  const each = columnRoom(across.length, width, side);
  const fitting = Math.max(6, Math.floor((each - 6) / letter));
  // Where two lines are enough they are of like length.
  const columns = across.map((name) =>
    name.length <= fitting ? [name] : wrapText(name, Math.min(fitting, Math.ceil(name.length / 2) + 4), turned ? 3 : 2),
  );
  const head = 12 + 16 * Math.max(1, ...columns.map((lines) => lines.length));
  const rowHeight = turned ? (down.length > 16 ? 25 : 30) : down.length > 7 ? 36 : 43;
  return {
    turned,
    side,
    head,
    rowHeight,
    height: head + foot + down.length * rowHeight + (turned ? tileRow : 0),
    columns: columns.map((lines) => lines.join('<br>')),
    rows: rows.map((lines) => lines.join('<br>')),
    spelled: each >= wordRoom,
  };
};

/** Segment and fact of a cell by its place in the picture; null beside it. */
export const profileCell = (
  { cells }: ProfilePicture,
  { turned }: ProfileFrame,
  x: number,
  y: number,
): { segment: number; feature: number } | null => {
  const [segment, feature] = turned ? [x, y] : [y, x];
  return cells[segment]?.[feature] === undefined ? null : { segment, feature };
};

/** For cells too narrow for words. */
const markOf = (effect: number, word: string, average: string): string => {
  if (word === average) return '·';
  const arrow = effect < 0 ? '↓' : '↑';
  return Math.abs(effect) < 1 ? arrow : arrow + arrow;
};

/** Segments × features as coloured cells with a word each. */
export const profileData = (
  { segments, features, cells }: ProfilePicture,
  theme: ChartTheme,
  { turned, rowHeight, rows, spelled }: ProfileFrame,
  average: string,
): Data[] => {
  const [across, down] = turned ? [segments.length, features.length] : [features.length, segments.length];
  const at = (row: number, column: number) => (turned ? cells[column]![row]! : cells[row]![column]!);
  const range = (count: number) => Array.from({ length: count }, (_, i) => i);
  const all = range(down).flatMap((row) => range(across).map((column) => ({ row, column, cell: at(row, column) })));
  const color = segments.map((segment) => segment.color);
  const tile = { symbol: 'square', size: markSize, color };
  return [
    {
      type: 'heatmap',
      x: range(across),
      y: range(down),
      z: range(down).map((row) =>
        range(across).map((column) => Math.max(-fullEffect, Math.min(fullEffect, at(row, column).effect))),
      ),
      zmin: -fullEffect,
      zmax: fullEffect,
      colorscale: divergingScale,
      showscale: false,
      xgap: 3,
      ygap: turned ? 2 : 4,
      hoverinfo: 'none',
    },
    {
      type: 'scatter',
      mode: 'text',
      x: all.map(({ column }) => column),
      y: all.map(({ row }) => row),
      text: all.map(({ cell }) => (spelled ? cell.word : markOf(cell.effect, cell.word, average))),
      textfont: { size: 12.5, color: all.map(({ cell }) => inkOn(divergingColor(cell.effect))) },
      hoverinfo: 'skip',
    },
    turned
      ? {
          type: 'scatter',
          mode: 'markers',
          x: range(across),
          y: range(across).map(() => -0.5 - tileRow / 2 / rowHeight),
          cliponaxis: false,
          marker: tile,
          hoverinfo: 'skip',
        }
      : {
          type: 'scatter',
          mode: 'markers',
          x: range(down).map(() => 0),
          y: range(down),
          xaxis: 'x2',
          cliponaxis: false,
          marker: tile,
          hoverinfo: 'skip',
        },
    {
      type: 'scatter',
      mode: 'text',
      x: range(down).map(() => (turned ? 0 : 18)),
      y: range(down),
      xaxis: 'x2',
      cliponaxis: false,
      text: rows,
      textposition: 'middle right',
      textfont: { size: 13, color: theme.ink },
      hoverinfo: 'skip',
    },
  ] as Data[];
};

export const profileLayout = (
  theme: ChartTheme,
  locale: string,
  width: number,
  { turned, side, head, rowHeight, columns, rows }: ProfileFrame,
): Partial<Layout> => {
  const axis = baseAxis(theme);
  const split = side / Math.max(side + 1, width - 12);
  return {
    ...baseLayout(theme, locale),
    margin: { l: 8, r: 4, t: head, b: foot },
    xaxis: {
      ...axis,
      domain: [split, 1],
      side: 'top',
      showgrid: false,
      range: [-0.5, columns.length - 0.5],
      tickvals: columns.map((_, i) => i),
      ticktext: [...columns],
      tickangle: 0,
      tickfont: { size: 12, color: turned ? theme.ink : theme.muted },
    },
    // In pixels from the left edge, so that names stand beside their tiles at every width.
    xaxis2: { ...axis, domain: [0, split], range: [turned ? -4 : -14, side - (turned ? 4 : 14)], visible: false },
    yaxis: { ...axis, visible: false, range: [rows.length - 0.5, -0.5 - (turned ? tileRow / rowHeight : 0)] },
  };
};
