/** What was measured, and what it may take. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | '%';
  readonly best: number;
  readonly median: number;
  readonly worst: number;
  readonly runs: number;
  readonly aim: number | null;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const median = (values: readonly number[]): number => {
  const all = sorted(values);
  return all[all.length >> 1]!;
};

export const figureOf = (
  what: string,
  values: readonly number[],
  aim: number | null = null,
  unit: Figure['unit'] = 'ms',
): Figure => {
  if (values.length === 0) throw new Error(`Nothing was measured of “${what}”.`);
  const all = sorted(values);
  return { what, unit, best: all[0]!, median: median(all), worst: all.at(-1)!, runs: all.length, aim };
};

const text = (value: number, unit: Figure['unit']): string => {
  if (unit === '%') return `${value.toFixed(1)} %`;
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 20 ? 1 : 0)} ms`;
};

export const figureLine = ({ what, unit, best, median: middle, worst, runs, aim }: Figure): string => {
  const aimed = aim === null ? '' : `, aim ${text(aim, unit)} ${middle <= aim ? '✓' : '✗'}`;
  return `${what}: median ${text(middle, unit)}, best ${text(best, unit)}, worst ${text(worst, unit)} of ${runs}${aimed}`;
};
