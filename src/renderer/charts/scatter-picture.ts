import type { Data, Layout, LayoutAxis } from 'plotly.js';
import type { ChartSegment } from './chart-segment.ts';
import { logTicks } from './log-axis.ts';
import type { Restyle } from './restyle.ts';
import { baseAxis, baseLayout, type ChartTheme } from './theme.ts';

export interface ScatterAxis {
  /** In words, with the unit where there is one. */
  readonly title: string;
  /** One value a customer, NaN where missing. In log(1 + value) where `log`. */
  readonly values: Float64Array;
  readonly log: boolean;
  /** The map's own axes mean nearness only: no figures at them. */
  readonly bare: boolean;
}

export interface ScatterPicture {
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly labels: Int32Array;
  /** Largest first: it is drawn first, so that small segments are not buried. */
  readonly segments: readonly ChartSegment[];
}

/** Rows of each trace, in drawing order: `rows[trace][point]` is a customer's row in the snapshot. O(n). */
export const rowsByTrace = ({ labels, segments, x, y }: ScatterPicture): Int32Array[] => {
  const counts = segments.map(() => 0);
  const traceOf = new Map(segments.map(({ label }, trace) => [label, trace]));
  const shown = (row: number) => !Number.isNaN(x.values[row]!) && !Number.isNaN(y.values[row]!);
  labels.forEach((label, row) => {
    const trace = traceOf.get(label);
    if (trace !== undefined && shown(row)) counts[trace]! += 1;
  });
  const rows = counts.map((count) => new Int32Array(count));
  const filled = counts.map(() => 0);
  labels.forEach((label, row) => {
    const trace = traceOf.get(label);
    if (trace === undefined || !shown(row)) return;
    rows[trace]![filled[trace]!] = row;
    filled[trace]! += 1;
  });
  return rows;
};

/** Smaller dots where there are many. */
const dotSize = (customers: number): number =>
  customers > 50_000 ? 3 : customers > 10_000 ? 4 : customers > 2_000 ? 5 : customers > 400 ? 6.5 : 8;

const restingOpacity = (customers: number): number => (customers > 20_000 ? 0.5 : customers > 2_000 ? 0.65 : 0.8);

export const scatterData = (picture: ScatterPicture, rows: readonly Int32Array[]): Data[] =>
  picture.segments.map(
    ({ name, color }, trace) =>
      ({
        type: 'scattergl',
        mode: 'markers',
        name,
        x: Float64Array.from(rows[trace]!, (row) => picture.x.values[row]!),
        y: Float64Array.from(rows[trace]!, (row) => picture.y.values[row]!),
        marker: {
          color,
          size: dotSize(picture.labels.length),
          opacity: restingOpacity(picture.labels.length),
          line: { width: 0 },
        },
        selected: { marker: { opacity: 0.9 } },
        unselected: { marker: { opacity: 0.08 } },
        hoverinfo: 'none',
      }) as unknown as Data,
  );

/**
 * Looks of a selection: single customers where some are picked, whole segments otherwise. Never a new colour, the rest
 * is dimmed.
 */
export const scatterSelection = (
  picture: ScatterPicture,
  rows: readonly Int32Array[],
  segmentIds: readonly number[],
  picked: ReadonlySet<number> | null,
): Restyle[] => {
  const resting = restingOpacity(picture.labels.length);
  if (picked !== null) {
    const points = rows.map((own) => {
      const found: number[] = [];
      own.forEach((row, point) => {
        if (picked.has(row)) found.push(point);
      });
      return found;
    });
    return [{ update: { selectedpoints: points, 'marker.opacity': resting } }];
  }
  const dim = segmentIds.length > 0;
  const opacities = picture.segments.map(({ id }) => (!dim ? resting : segmentIds.includes(id) ? 0.9 : 0.07));
  return [{ update: { selectedpoints: [null], 'marker.opacity': opacities } }];
};

const axisOf = (axis: ScatterAxis, theme: ChartTheme, show: (value: number) => string): Partial<LayoutAxis> => {
  const common: Partial<LayoutAxis> = {
    ...baseAxis(theme),
    fixedrange: false,
    title: { text: axis.title, font: { size: 13, color: theme.ink }, standoff: 12 },
  };
  if (axis.bare) return { ...common, showticklabels: false, showgrid: true, nticks: 7 };
  if (!axis.log) return { ...common, nticks: 8 };
  const greatest = axis.values.reduce((most, value) => Math.max(value, most), 0);
  const ticks = logTicks(Math.expm1(greatest));
  return { ...common, tickvals: ticks.map(({ at }) => at), ticktext: ticks.map(({ value }) => show(value)) };
};

/** Figures beside the axis and its title beyond them must not touch, however long the figures are. */
const roomFor = ({ values, log }: ScatterAxis, show: (value: number) => string): number => {
  const largest = values.reduce((most, value) => Math.max(value, most), 0);
  const greatest = log ? Math.expm1(largest) : largest;
  return 44 + 8 * Math.max(3, show(Math.round(greatest)).length);
};

export const scatterLayout = (
  picture: ScatterPicture,
  theme: ChartTheme,
  locale: string,
  dragmode: 'pan' | 'zoom' | 'lasso' | 'select',
  show: (value: number) => string,
): Partial<Layout> =>
  ({
    ...baseLayout(theme, locale),
    margin: { l: picture.y.bare ? 40 : roomFor(picture.y, show), r: 16, t: 12, b: picture.x.bare ? 40 : 56 },
    dragmode,
    xaxis: axisOf(picture.x, theme, show),
    yaxis: axisOf(picture.y, theme, show),
    // The same axes keep their zoom when colours or names change.
    uirevision: `${picture.x.title}|${picture.y.title}`,
    newselection: { line: { color: theme.accent, width: 1.5, dash: 'solid' } },
    activeselection: { fillcolor: theme.accent, opacity: 0.08 },
  }) as Partial<Layout>;
