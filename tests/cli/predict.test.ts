import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeRealData, realData } from '../support/real-data.ts';
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

interface PredictionJson {
  readonly model: string;
  readonly customers: number;
  readonly buying: { readonly parameters: Readonly<Record<string, number>> };
  readonly orders: { readonly expected: number; readonly low: number; readonly high: number };
  readonly value: { readonly expected: number; readonly low: number; readonly high: number };
  readonly holdOut: {
    readonly until: string;
    readonly came: number;
    readonly trials: readonly { readonly model: string; readonly total: number; readonly meanAbsolute: number }[];
    readonly baselines: Readonly<Record<string, { readonly meanAbsolute: number }>>;
    readonly beatsBaselines: boolean;
  };
}

describeRealData('predict of a project', () => {
  it('shows of CDNOW what is known: too little is expected, yet less is off than by any guess', async () => {
    const [project, out] = [folder.file('cdnow.tessera'), folder.file('values.csv')];
    await tesseraJson('import', project, realData('cdnow/CDNOW_sample.txt'), '--keep', 'notAboveZero');
    const found = await tesseraJson<PredictionJson>(
      ...['predict', project, '--target', 'clv', '--holdout', '273', '--horizon', '365', '--out', out],
    );
    expect(found.customers).toBe(2_357);
    expect(found.holdOut).toMatchObject({ until: '1997-09-30', came: 1_882, beatsBaselines: true });
    const trialOf = (name: string) => found.holdOut.trials.find(({ model }) => model === name)!;
    expect(Math.abs(trialOf('bgnbd').total - 1_654)).toBeLessThan(3);
    expect(Math.abs(trialOf('paretonbd').total - 1_666)).toBeLessThan(3);
    for (const { meanAbsolute } of Object.values(found.holdOut.baselines))
      for (const trial of found.holdOut.trials) expect(trial.meanAbsolute).toBeLessThan(meanAbsolute);
    const [header, ...lines] = readFileSync(out, 'utf8').trim().split(/\r?\n/);
    expect(header).toBe(
      'customer,alive,probabilityOfOrder,expectedOrders,ordersLow,ordersHigh,expectedOrderValue,value,valueLow,valueHigh',
    );
    const cells = lines.map((line) => line.split(',').map(Number));
    const sum = (at: number) => cells.reduce((total, row) => total + row[at]!, 0);
    expect(cells).toHaveLength(2_357);
    expect(sum(3)).toBeCloseTo(found.orders.expected, 6);
    expect(sum(7)).toBeCloseTo(found.value.expected, 4);
  });

  it('refuses a project without orders, and a hold-out longer than what is known', async () => {
    const project = folder.file('mall.tessera');
    await tesseraJson('import', project, realData('mall/Mall_Customers_standard.csv'));
    const refused = await tessera('predict', project, '--target', 'clv');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('no orders with a customer and a day');
    const cdnow = folder.file('cdnow.tessera');
    await tesseraJson('import', cdnow, realData('cdnow/CDNOW_sample.txt'));
    const longer = await tessera('predict', cdnow, '--target', 'clv', '--holdout', '3000');
    expect(longer.code).not.toBe(0);
    expect(longer.stderr).toContain('545 days only');
  });
});
