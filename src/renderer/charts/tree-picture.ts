import type { Data, Layout, Shape } from 'plotly.js';
import type { TreeView } from '../../shared/model/tree.ts';
import { divergingScale, fullEffect } from '../../shared/picture/diverging.ts';
import { baseAxis, baseLayout, type ChartTheme } from './theme.ts';
import { type Branch, type DrawnMerge, drawMerges } from './tree-geometry.ts';
import { wrapText } from './wrap-text.ts';

/** A branch below the cut as the picture names it. */
export interface NamedBranch extends Branch {
  readonly color: string;
  /** Null until the cut is applied. */
  readonly name: string | null;
  readonly count: string;
}

export interface TreePictureInput {
  readonly tree: TreeView;
  readonly features: readonly string[];
  /** Words for a leaf's effects, by leaf and feature. */
  readonly words: readonly (readonly string[])[];
  readonly axisTitle: string;
  /** For a low window. */
  readonly shortAxisTitle: string;
  /** “38 similar customers”, by leaf. */
  readonly leafNames: readonly string[];
}

/** Pixels around and inside the picture; the overlay and Plotly share them. */
export interface TreeFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of the strip of facts, and of the gap above it that the branch labels take. */
  readonly strip: number;
  readonly gap: number;
  /** Greatest value of the height axis. */
  readonly greatest: number;
  readonly leaves: number;
}

type Note = NonNullable<Layout['annotations']>[number];

const rowHeight = 20;
/** Lower rows would leave no room for their names. */
const leastRow = 14;

/** `longest` is the number of letters of the longest name beside the strip. */
export const treeFrame = (tree: TreeView, longest: number, width: number, height: number): TreeFrame => {
  const top = 18;
  const bottom = 14;
  const rows = tree.features.length;
  const strip = Math.min(rows * rowHeight, Math.max(rows * leastRow, (height - top - bottom) * 0.32));
  return {
    width,
    height,
    left: Math.max(78, Math.min(width < 760 ? 150 : 168, longest * 6.7 + 16)),
    right: 20,
    top,
    bottom,
    strip,
    gap: 68,
    greatest: (tree.merges.at(-1)?.height ?? 1) * 1.06,
    leaves: tree.leaves.length,
  };
};

/** Pixels of the height axis, from top to bottom. */
const treeHeight = (frame: TreeFrame): number =>
  Math.max(40, frame.height - frame.top - frame.bottom - frame.strip - frame.gap);

export const yOf = (frame: TreeFrame, height: number): number =>
  frame.top + treeHeight(frame) * (1 - height / frame.greatest);
export const heightAt = (frame: TreeFrame, y: number): number =>
  Math.max(0, Math.min(frame.greatest, (1 - (y - frame.top) / treeHeight(frame)) * frame.greatest));
/** Left edge of a leaf; of the first leaf past the last it is the picture's right edge. */
export const xOf = (frame: TreeFrame, leaf: number): number =>
  frame.left + (leaf * (frame.width - frame.left - frame.right)) / frame.leaves;
export const treeBottom = (frame: TreeFrame): number => frame.top + treeHeight(frame);

/** The colour of every join: its branch's below the cut, plain above. */
export const mergeColors = (tree: TreeView, branches: readonly NamedBranch[], theme: ChartTheme): string[] => {
  const colors = Array<string>(tree.merges.length).fill(theme.line);
  for (const { merges, color } of branches) for (const merge of merges) colors[merge] = color;
  return colors;
};

const mergeTrace = ({ left, right, leftBottom, rightBottom, height }: DrawnMerge): Data => ({
  type: 'scatter',
  mode: 'lines',
  x: [left, left, right, right],
  y: [leftBottom, height, height, rightBottom],
  line: { width: 1.6, color: '#888888' },
  hoverinfo: 'skip',
});

/** One line a join, so that recolouring changes strokes only; then the strip of facts under the leaves. */
export const treeData = (input: TreePictureInput): Data[] => {
  const { tree, features } = input;
  const strip = {
    type: 'heatmap',
    yaxis: 'y2',
    x: tree.leaves.map((_, i) => i),
    y: features.map((_, i) => i),
    z: features.map((_, f) =>
      tree.leaves.map(({ effects }) => Math.max(-fullEffect, Math.min(fullEffect, effects[f] ?? 0))),
    ),
    zmin: -fullEffect,
    zmax: fullEffect,
    colorscale: divergingScale,
    showscale: false,
    xgap: 1,
    ygap: 2,
    hoverinfo: 'none',
  };
  return [...drawMerges(tree).map(mergeTrace), strip as unknown as Data];
};

const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

export const treeLayout = (
  input: TreePictureInput,
  frame: TreeFrame,
  theme: ChartTheme,
  locale: string,
): Partial<Layout> => {
  const inner = frame.height - frame.top - frame.bottom;
  const axis = baseAxis(theme);
  return {
    ...baseLayout(theme, locale),
    margin: { l: frame.left, r: frame.right, t: frame.top, b: frame.bottom },
    xaxis: { ...axis, visible: false, range: [-0.5, frame.leaves - 0.5], anchor: 'y2' },
    yaxis: {
      ...axis,
      domain: [(frame.strip + frame.gap) / inner, 1],
      range: [0, frame.greatest],
      rangemode: 'nonnegative',
      nticks: 7,
      title: {
        text: treeHeight(frame) < 250 ? input.shortAxisTitle : input.axisTitle,
        font: { size: 13, color: theme.ink },
        standoff: 14,
      },
    },
    yaxis2: {
      ...axis,
      domain: [0, frame.strip / inner],
      range: [input.features.length - 0.5, -0.5],
      showgrid: false,
      tickvals: input.features.map((_, i) => i),
      ticktext: input.features.map((name) => shorten(name, frame.left < 150 ? 17 : 23)),
      tickfont: { size: frame.strip < input.features.length * 15 ? 11 : 12, color: theme.ink },
      ticks: 'outside',
      ticklen: 5,
      tickcolor: 'rgba(0,0,0,0)',
    },
  };
};

const nameLetter = 6.9;

/** What stands under a branch in so many pixels: its name on a line or two where it fits, and how many they are. */
export const branchText = (name: string | null, count: string, width: number): string[] => {
  const letters = Math.floor(width / nameLetter);
  const lines = name === null || letters < 4 ? [] : wrapText(name, letters, 2);
  const whole = lines.join(' ') === name;
  return [...(whole ? lines : []), ...(count.length <= letters ? [count] : [])];
};

/** The cut and what hangs below it as part of the picture itself, for a file: on the screen an overlay draws them. */
export const cutMarks = (
  frame: TreeFrame,
  branches: readonly NamedBranch[],
  cutHeight: number,
  theme: ChartTheme,
): { shapes: Partial<Shape>[]; annotations: Note[] } => {
  const paperY = (y: number) => 1 - (y - frame.top) / (frame.height - frame.top - frame.bottom);
  const barTop = treeBottom(frame) + 6;
  const line: Partial<Shape> = {
    type: 'line',
    xref: 'paper',
    yref: 'y',
    x0: 0,
    x1: 1,
    y0: cutHeight,
    y1: cutHeight,
    line: { color: theme.accent, width: 2 },
  };
  const bars = branches.map(
    ({ first, last, color }): Partial<Shape> => ({
      type: 'rect',
      xref: 'x',
      yref: 'paper',
      x0: first - 0.42,
      x1: last + 0.42,
      y0: paperY(barTop + 5),
      y1: paperY(barTop),
      fillcolor: color,
      line: { width: 0 },
    }),
  );
  const labels = branches.map(
    ({ first, last, name, count }): Note => ({
      xref: 'x',
      yref: 'paper',
      x: (first + last) / 2,
      y: paperY(barTop + 8),
      yanchor: 'top',
      showarrow: false,
      text: branchText(name, count, xOf(frame, last + 1) - xOf(frame, first)).join('<br>'),
      font: { size: 12, color: theme.ink },
    }),
  );
  return { shapes: [line, ...bars], annotations: labels };
};
