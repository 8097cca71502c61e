import type { ChartSegment } from '../../charts/chart-segment.ts';

export interface MapAxis {
  /** In words, with the unit where there is one. */
  readonly title: string;
  /** One value a customer, NaN where missing. In log(1 + value) where `log`. */
  readonly values: Float64Array;
  readonly log: boolean;
  /** The map's own axes mean nearness only: no figures at them. */
  readonly bare: boolean;
  /** How its figures are written, where not as any number. */
  readonly text?: (value: number) => string;
}

export interface MapPicture {
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly labels: Int32Array;
  readonly segments: readonly ChartSegment[];
}

/** Rows of each segment that have a place, in the segments' order. O(n). */
export const rowsBySegment = ({ labels, segments, x, y }: MapPicture): Int32Array[] => {
  const counts = segments.map(() => 0);
  const placeOf = new Map(segments.map(({ label }, i) => [label, i]));
  const shown = (row: number) => !Number.isNaN(x.values[row]!) && !Number.isNaN(y.values[row]!);
  labels.forEach((label, row) => {
    const i = placeOf.get(label);
    if (i !== undefined && shown(row)) counts[i]! += 1;
  });
  const rows = counts.map((count) => new Int32Array(count));
  const filled = counts.map(() => 0);
  labels.forEach((label, row) => {
    const i = placeOf.get(label);
    if (i === undefined || !shown(row)) return;
    rows[i]![filled[i]!] = row;
    filled[i]! += 1;
  });
  return rows;
};

/** Colours by label, as the point layer wants them. */
export const colorsByLabel = (segments: readonly ChartSegment[]): string[] => {
  const colors: string[] = [];
  for (const { label, color } of segments) if (label >= 0) colors[label] = color;
  return Array.from(colors, (color) => color ?? '#000000');
};

/** Enough for a middle, however many customers a segment has. */
const enough = 20_001;

const median = (values: Float64Array, rows: Int32Array): number => {
  const step = Math.max(1, Math.ceil(rows.length / enough));
  const some = Float64Array.from({ length: Math.ceil(rows.length / step) }, (_, i) => values[rows[i * step]!]!);
  return some.sort()[some.length >> 1]!;
};

export interface Centre {
  readonly segment: ChartSegment;
  readonly x: number;
  readonly y: number;
}

/** The middle of every segment that has customers here: the median of each axis. Customers in no segment have none. */
export const centresOf = ({ x, y, segments }: MapPicture, rows: readonly Int32Array[]): Centre[] =>
  segments.flatMap((segment, i) => {
    const own = rows[i]!;
    if (own.length === 0 || segment.label < 0) return [];
    return [{ segment, x: median(x.values, own), y: median(y.values, own) }];
  });
