import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulateShop } from '../support/simulate-buying.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface FitJson {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number | null>>;
  readonly logLikelihood: number;
  readonly customers: number;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const write = (lines: readonly string[]): string => {
  const path = folder.file('histories.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
};

describe('predict --rft', () => {
  const { histories } = simulateShop('bgnbd', [0.5, 4, 0.6, 2], { customers: 900, span: 50, horizon: 0, seed: 4 });
  const rows = [...histories.frequency.keys()].map(
    (i) =>
      `${histories.frequency[i]},${histories.recency[i]},${histories.observed[i]},${histories.frequency[i]! * 7 + 1}`,
  );

  it.each([
    ['bgnbd', ['r', 'alpha', 'a', 'b']],
    ['mbgnbd', ['r', 'alpha', 'a', 'b']],
    ['paretonbd', ['r', 'alpha', 's', 'beta']],
    ['gammagamma', ['p', 'q', 'v']],
  ])('fits %s', async (model, names) => {
    const path = write(['x,t_x,T,zbar', ...rows]);
    const found = await tesseraJson<FitJson>('predict', '--rft', path, '--model', model);
    expect(Object.keys(found.parameters)).toEqual(names);
    expect(Object.keys(found.standardErrors)).toEqual(names);
    expect(found.model).toBe(model);
    expect(Number.isFinite(found.logLikelihood)).toBe(true);
    if (model === 'bgnbd') expect(found.parameters.r).toBeGreaterThan(0.3);
  });

  it('takes the other names, and gives the same', async () => {
    const [one, other] = await Promise.all([
      tesseraJson<FitJson>('predict', '--rft', write(['x,t_x,T,zbar', ...rows]), '--model', 'bgnbd'),
      tesseraJson<FitJson>(
        ...['predict', '--rft', write(['frequency,recency,T,monetary_value', ...rows]), '--model', 'bgnbd'],
      ),
    ]);
    expect(other).toEqual(one);
  });

  it('says which row cannot be', async () => {
    const failed = await tessera('predict', '--rft', write(['x,t_x,T', '1,5,10', '0,3,10']), '--model', 'bgnbd');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('Row 3 of “histories.csv” cannot be');
    expect(failed.stderr).toContain('no repeat order');
  });

  it('refuses too little, and says what would be enough', async () => {
    const once = Array.from({ length: 300 }, (_, i) => `0,0,${i + 1}`);
    for (const lines of [rows.slice(0, 50), once]) {
      const failed = await tessera(
        ...['predict', '--rft', write(['x,t_x,T', ...lines.map((line) => line.split(',').slice(0, 3).join(','))])],
        ...['--model', 'paretonbd'],
      );
      expect(failed.code).not.toBe(0);
      expect(failed.stderr).toContain('at least 100 customers, 20 of whom came again');
    }
  });
});
