import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { airPassengers } from '../support/known-series.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface SeriesJson {
  readonly series: number;
  readonly smape: number;
  readonly mase: number;
  readonly coverage80: number;
  readonly seconds: number;
  readonly baseline: { readonly smape: number };
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const header = 'series,category,horizon,start_year,start_period,values';
const write = (name: string, rows: readonly string[]): string => {
  const path = folder.file(name);
  writeFileSync(path, [header, ...rows].join('\n'));
  return path;
};
const row = (name: string, values: Iterable<number>): string => `${name},MICRO,12,1949,1,${[...values].join(' ')}`;

describe('predict --series', () => {
  it('forecasts what is held out, and says how far off that was', async () => {
    const path = write('series.csv', [
      row('A 1', airPassengers),
      row(
        'A 2',
        airPassengers.map((value) => value + 300),
      ),
    ]);
    const found = await tesseraJson<SeriesJson>('predict', '--series', path, '--period', '12');
    expect(found).toMatchObject({ series: 2 });
    expect(found.smape).toBeLessThan(found.baseline.smape);
    expect(found.mase).toBeGreaterThan(0);
    expect(found.coverage80).toBeGreaterThan(0.3);
    expect(found.seconds).toBeGreaterThan(0);
  });

  it.each(['auto', 'snaive', 'ets', 'theta', 'croston', 'tsb', 'combination'])(
    '%s knows nothing of what is held out',
    async (model) => {
      const forecasts = async (name: string, values: Float64Array): Promise<string[][]> => {
        const out = folder.file(`${name}-out.csv`);
        const path = write(`${name}.csv`, [row('A 1', values)]);
        await tesseraJson('predict', '--series', path, '--period', '12', '--model', model, '--out', out);
        const lines = readFileSync(out, 'utf8').trim().split(/\r?\n/);
        expect(lines[0]).toBe('series,model,step,forecast,low,high,came');
        // All but what came.
        return lines.slice(1).map((line) => line.split(',').slice(0, -1));
      };
      const last = airPassengers.length - 12;
      const other = airPassengers.map((value, t) => (t < last ? value : 5 - 3 * value));
      const [one, two] = [await forecasts('one', airPassengers), await forecasts('two', other)];
      expect(one).toHaveLength(12);
      expect(two).toEqual(one);
    },
  );

  it.each([
    ['a value that is none', '12,1949,1,1 2 x 4 5 6 7 8 9 10 11 12 13 14 15', '“x” among its values is not a number'],
    ['too few', '12,1949,1,1 2 3', 'leave fewer than 2'],
    ['no horizon', ',1949,1,1 2 3', 'not a whole number from 1'],
  ])('refuses %s, and says where', async (_, rest, problem) => {
    const path = write('series.csv', [row('A 1', airPassengers), `A 2,MICRO,${rest}`]);
    const failed = await tessera('predict', '--series', path, '--period', '12');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('Row 3 of “series.csv” cannot be');
    expect(failed.stderr).toContain(problem);
  });

  it('says what is missing from the command', async () => {
    const path = write('series.csv', [row('A 1', airPassengers)]);
    expect((await tessera('predict', '--series', path)).stderr).toContain('--period 4 or --period 12');
    expect((await tessera('predict', '--series', path, '--period', '12', '--model', 'bgnbd')).stderr).toContain(
      'bgnbd is no model of demand',
    );
    writeFileSync(path, 'series,values\na,1 2 3\n');
    expect((await tessera('predict', '--series', path, '--period', '12')).stderr).toContain('has no column horizon');
  });
});
