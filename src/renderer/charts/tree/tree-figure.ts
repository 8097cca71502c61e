import type { Data, Layout, Shape } from 'plotly.js';
import { divergingScale, fullEffect } from '../../../shared/picture/diverging.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { format, locale } from '../../client/words.ts';
import type { Figure, Ground } from '../picture-file.ts';
import { baseAxis, baseLayout, chartTheme } from '../theme.ts';
import type { NamedSegment } from './BranchBars.tsx';
import { branchText } from './branch-text.ts';
import { type DrawnTree, leafWidthsTo } from './drawn-tree.ts';
import { type FactSums, meanEffect } from './paint-facts.ts';
import { stepsOf } from './steps.ts';
import { treeFrame, xOf } from './tree-frame.ts';
import { endOf, isWithin, type TreeShape } from './tree-shape.ts';

interface TreeFigureInput {
  readonly shape: TreeShape;
  readonly drawn: DrawnTree;
  readonly segments: readonly NamedSegment[];
  readonly factNames: readonly string[];
  readonly facts: FactSums;
  readonly axisTitle: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly ground: Ground;
}

type Note = NonNullable<Layout['annotations']>[number];

/** The tree with its cut once more, for a file: a trace for the joins of each branch, the facts below. */
export const treeFigure = ({
  shape,
  drawn,
  segments,
  factNames,
  facts,
  axisTitle,
  size,
  ground,
}: TreeFigureInput): Figure => {
  const paper = chartTheme(ground);
  const longest = Math.max(0, ...factNames.map((name) => name.length));
  const frame = { ...treeFrame(drawn, factNames.length, longest, size.width, size.height), right: 20 };
  const inner = frame.height - frame.top - 12;
  const paperY = (y: number) => 1 - (y - frame.top) / inner;
  const seen = segments.filter(({ node }) => endOf(shape, node) > drawn.start && shape.start[node]! < drawn.end);
  const edge = (place: number) => leafWidthsTo(shape, drawn, place);
  const joins = (color: string, wanted: (node: number) => boolean): Data => {
    const some = drawn.merges.filter(({ node }) => wanted(node));
    return {
      type: 'scatter',
      mode: 'lines',
      x: some.flatMap(({ left, right }) => [left, left, right, right, null]),
      y: some.flatMap(({ leftBottom, rightBottom, height }) => [leftBottom, height, height, rightBottom, null]),
      line: { width: Math.max(0.5, Math.min(1.6, 400 / drawn.leaves.length)), color },
      hoverinfo: 'skip',
    };
  };
  const isBelow = (node: number) => seen.some((segment) => isWithin(shape, node, segment.node));
  const data = [
    joins(paper.line, (node) => !isBelow(node)),
    ...seen.map((segment) => joins(segmentColor(segment.color), (node) => isWithin(shape, node, segment.node))),
    {
      type: 'heatmap',
      yaxis: 'y2',
      x: drawn.leaves.map((_, leaf) => leaf + 0.5),
      y: factNames.map((_, row) => row),
      z: facts.map((sums) =>
        drawn.leaves.map((node) => Math.max(-fullEffect, Math.min(fullEffect, meanEffect(shape, sums, node)))),
      ),
      zmin: -fullEffect,
      zmax: fullEffect,
      colorscale: divergingScale,
      showscale: false,
      ygap: 2,
    } as unknown as Data,
  ];
  const barTop = frame.floor + 7;
  const bars = seen.map(
    ({ node, color }): Partial<Shape> => ({
      type: 'rect',
      xref: 'x',
      yref: 'paper',
      x0: edge(shape.start[node]!),
      x1: edge(endOf(shape, node)),
      y0: paperY(barTop + 5),
      y1: paperY(barTop),
      fillcolor: segmentColor(color),
      line: { width: 1, color: paper.ground },
    }),
  );
  const line = stepsOf(
    shape,
    drawn,
    seen.map(({ node }) => node),
    frame.greatest,
  ).map(
    ({ from, to, height }): Partial<Shape> => ({
      type: 'line',
      x0: from,
      x1: to,
      y0: height,
      y1: height,
      line: { color: paper.accent, width: 2 },
    }),
  );
  const labels = seen.map(({ node, name, size: customers }): Note => {
    const [from, to] = [edge(shape.start[node]!), edge(endOf(shape, node))];
    const [count = '', ...lines] = branchText(name, format.number(customers), xOf(frame, to) - xOf(frame, from));
    return {
      xref: 'x',
      yref: 'paper',
      x: (from + to) / 2,
      y: paperY(barTop + 8),
      yanchor: 'top',
      showarrow: false,
      text: [...lines, count].join('<br>'),
      font: { size: 12, color: paper.ink },
    };
  });
  const axis = baseAxis(paper);
  const rows = factNames.length * frame.rowHeight;
  return {
    data,
    width: frame.width,
    height: frame.height,
    layout: {
      ...baseLayout(paper, locale),
      paper_bgcolor: paper.ground,
      margin: { l: frame.left, r: frame.right, t: frame.top, b: 12 },
      xaxis: { ...axis, visible: false, range: [0, drawn.leaves.length], anchor: 'y2' },
      yaxis: {
        ...axis,
        domain: [Math.max(0.001, paperY(frame.floor)), 1],
        range: [0, frame.greatest],
        tickvals: [...frame.ticks],
        ticktext: frame.ticks.map((tick) => format.number(tick)),
        title: { text: axisTitle, font: { size: 13, color: paper.ink }, standoff: 14 },
      },
      yaxis2: {
        ...axis,
        domain: [0, Math.max(0.001, rows / inner)],
        range: [factNames.length - 0.5, -0.5],
        showgrid: false,
        tickvals: factNames.map((_, row) => row),
        ticktext: [...factNames],
        tickfont: { size: 12, color: paper.ink },
      },
      shapes: [...line, ...bars],
      annotations: labels,
    },
  };
};
