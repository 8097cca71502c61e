import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, type Matrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { fitMethod } from '../../../../src/shared/engine/methods/fit-method.ts';
import type { MethodFit, MethodInput } from '../../../../src/shared/engine/methods/method-fit.ts';
import { type Progress, silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { pickRows } from '../../../../src/shared/engine/sample.ts';
import type { AppError } from '../../../../src/shared/errors.ts';
import { onThreads } from '../../../support/machine.ts';
import {
  type Asked,
  everyMethod,
  lumpsOf,
  mapped,
  partitionOf,
  recountedInertia,
  shuffled,
  withConstant,
} from './every-method.ts';

const sizes = [37, 29, 22, 14];
const apart = lumpsOf(sizes, 3, 7);
/** One lump: what is found depends on every value. */
const close = lumpsOf([60], 3, 3, 0);

const fitOf = ({ method, options }: Asked, matrix: Matrix, k = sizes.length, more: Partial<MethodInput> = {}) =>
  fitMethod({ method, matrix, ks: [k], seed: 5, ...options, ...more }, silent)[0]!;

const refusalOf = (task: () => unknown): AppError => {
  try {
    task();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('Nothing was refused.');
};

/** A progress that is told to stop after so many looks, and keeps count of them and of what is reported. */
const stoppedAt = (stopAt: number) => {
  const reports: number[] = [];
  let looks = 0;
  const progress: Progress = {
    report: (fraction) => void reports.push(fraction),
    cancelled: () => {
      looks += 1;
      return looks > stopAt;
    },
  };
  return { progress, reports, looks: () => looks };
};

const copies = (matrix: Matrix): Matrix =>
  pickRows(
    matrix,
    Int32Array.from([...Array(2 * matrix.rows).keys()], (i) => i % matrix.rows),
  );

const expectOrdered = ({ labels, k }: MethodFit): void => {
  const counts = new Int32Array(k);
  for (const label of labels) {
    expect(label).toBeGreaterThanOrEqual(-1);
    expect(label).toBeLessThan(k);
    if (label >= 0) counts[label]! += 1;
  }
  expect([...counts]).toEqual([...counts].sort((a, b) => b - a));
};

describe.each(everyMethod)('$name', (asked) => {
  const { takesK, isExact } = asked;
  /** A density method is not told how many. */
  const given = (name: string, test: () => void) => (takesK ? it(name, test) : undefined);

  it('finds lumps that are apart, the largest first, with the inertia of its parts', () => {
    for (const columns of [1, 2, 3, 12]) {
      const matrix = lumpsOf(sizes, columns, 1 + columns, 200);
      const fit = fitOf(asked, matrix);
      expectOrdered(fit);
      expect(fit.k).toBe(sizes.length);
      expect(fit.inertia).toBeCloseTo(recountedInertia(matrix, fit.labels), 9);
      if (takesK) expect(Array.from(sizes, (_, c) => fit.labels.filter((label) => label === c).length)).toEqual(sizes);
    }
  });

  it('counts its inertia as one would by hand, over rows that are not apart', () => {
    const fit = fitOf(asked, close, 5);
    expectOrdered(fit);
    expect(Math.abs(fit.inertia - recountedInertia(close, fit.labels))).toBeLessThanOrEqual(1e-9 * fit.inertia);
  });

  it('gives the same parts for rows in another order', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, orderSeed) => {
        for (const matrix of isExact
          ? [lumpsOf(sizes, 3, seed), lumpsOf([50], 2, seed, 0)]
          : [lumpsOf(sizes, 3, seed)]) {
          const order = shuffled(matrix.rows, orderSeed);
          const before = fitOf(asked, matrix);
          const after = fitOf(asked, pickRows(matrix, order));
          expect(partitionOf(after.labels)).toEqual(
            partitionOf(before.labels.map((_, i) => before.labels[order[i]!]!)),
          );
          expect(after.inertia).toBeCloseTo(before.inertia, 6);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('gives the same parts where every row stands twice', () => {
    const once = fitOf(asked, apart);
    const twice = fitOf(asked, copies(apart), sizes.length, { minClusterSize: 10 });
    expect(partitionOf(twice.labels.subarray(apart.rows))).toEqual(partitionOf(once.labels));
    expect(partitionOf(twice.labels.subarray(0, apart.rows))).toEqual(partitionOf(once.labels));
    expect(twice.inertia).toBeCloseTo(2 * once.inertia, 6);
  });

  it('takes rows that are all equal', () => {
    const matrix = mapped(apart, () => 3.3);
    const fit = fitOf(asked, matrix, 1);
    expect(new Set(fit.labels)).toEqual(new Set([takesK ? 0 : -1]));
    expect(fit.inertia).toBeCloseTo(0, 12);
    const swept = fitMethod({ method: asked.method, matrix, ks: 'sweep', seed: 1, ...asked.options }, silent);
    expect(swept.map(({ k }) => k)).toEqual([takesK ? 1 : 0]);
  });

  it('heeds no constant column', () => {
    for (const value of [0, -7, 1e6]) {
      const fit = fitOf(asked, withConstant(apart, value));
      const without = fitOf(asked, apart);
      expect(fit.labels).toEqual(without.labels);
      expect(fit.inertia).toBeCloseTo(without.inertia, 6);
    }
    if (isExact) expect(fitOf(asked, withConstant(close, 2)).labels).toEqual(fitOf(asked, close).labels);
  });

  it.each([1e-150, 1e-8, 1e8, 1e150])('gives the same parts for numbers times %d, or says why not', (scale) => {
    if (asked.method === 'gmm' && scale < 1) {
      const { code, details } = refusalOf(() =>
        fitOf(
          asked,
          mapped(apart, (value) => value * scale),
        ),
      );
      expect(code).toBe('badInput');
      expect(details.problem).toContain('too near to tell densities apart');
      return;
    }
    const fit = fitOf(
      asked,
      mapped(apart, (value) => value * scale),
    );
    const usual = fitOf(asked, apart);
    expect(fit.labels).toEqual(usual.labels);
    expect(Math.abs(fit.inertia / scale / scale - usual.inertia)).toBeLessThanOrEqual(1e-9 * usual.inertia);
  });

  given('makes one part of all', () => {
    const fit = fitOf(asked, close, 1);
    expect(fit).toMatchObject({ k: 1, labels: new Int32Array(close.rows) });
    expect(fitOf(asked, matrixFromRows([[4, 2]]), 1)).toMatchObject({ k: 1, labels: new Int32Array(1), inertia: 0 });
  });

  given('makes as many parts as there are rows', () => {
    const few = lumpsOf([7], 2, 11, 0);
    const fit = fitOf(asked, few, 7);
    expect([...fit.labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(fit.inertia).toBeCloseTo(0, 12);
  });

  given('refuses more parts than there are different rows', () => {
    const [one, two, three] = [
      [1, 5],
      [2, -4],
      [9, 0],
    ];
    const matrix = matrixFromRows([one!, two!, two!, one!, three!, one!, two!, three!]);
    expect(new Set(fitOf(asked, matrix, 3).labels).size).toBe(3);
    for (const k of [4, 8, 9, 1000])
      expect(refusalOf(() => fitOf(asked, matrix, k))).toMatchObject({
        code: 'tooManySegments',
        details: { k, customers: 3 },
      });
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d with its row and column', (wrong) => {
    for (const [row, column] of [
      [0, 0],
      [41, 1],
      [apart.rows - 1, 2],
    ] as const) {
      const matrix = mapped(apart, (value) => value);
      matrix.data[column * matrix.rows + row] = wrong;
      const { code, details } = refusalOf(() => fitOf(asked, matrix));
      expect({ code, ...details }).toMatchObject({ code: 'badInput', row: row + 1, column: column + 1 });
      expect(details.problem).toContain(`row ${row + 1}, column ${column + 1} is ${wrong}`);
    }
  });

  it('refuses no rows at all, and numbers of parts that are none', () => {
    expect(refusalOf(() => fitOf(asked, createMatrix(0, 2), 1)).code).toBe('tooFewCustomers');
    for (const k of [0, -3, 2.5, NaN]) expect(refusalOf(() => fitOf(asked, close, k)).code).toBe('badInput');
  });

  it('finds the same for each of several numbers of parts as for it alone', () => {
    const ks = takesK ? [1, 2, 4, 6] : [1];
    const together = fitMethod({ method: asked.method, matrix: close, ks, seed: 5, ...asked.options }, silent);
    expect(together).toEqual(ks.map((k) => fitOf(asked, close, k)));
  });

  it('reports a fraction that never falls, and stops wherever it is told to', () => {
    const large = lumpsOf([150, 130], 3, 2, 1);
    const run = (stopAt: number) => {
      const watched = stoppedAt(stopAt);
      const ks = takesK ? [2, 3] : [1];
      const input = { method: asked.method, matrix: large, ks, seed: 5, ...asked.options };
      return { ...watched, task: () => fitMethod(input, watched.progress) };
    };
    const whole = run(Infinity);
    const fits = whole.task();
    expect(whole.reports).toEqual([...whole.reports].sort((a, b) => a - b));
    for (const fraction of whole.reports) expect(fraction >= 0 && fraction <= 1).toBe(true);
    expect(whole.reports.at(-1)).toBeGreaterThan(0.5);
    const random = createRandom(12);
    for (let i = 0; i < 8; i += 1)
      expect(refusalOf(run(Math.floor(random() * whole.looks())).task).code).toBe('cancelled');
    // Nothing of the stopped runs is left over.
    expect(run(Infinity).task()).toEqual(fits);
  });
});

describe.each(everyMethod)('$name by any number of threads', (asked) => {
  it('gives the same bytes, and the labels of plain TypeScript', { timeout: 60_000 }, async () => {
    const matrix = lumpsOf([500, 300, 200], 4, 9, 2);
    const run = () => fitOf(asked, matrix, 5);
    const plain = await onThreads(0, run);
    const alone = await onThreads(1, run);
    expect(alone.labels).toEqual(plain.labels);
    expect(Math.abs(alone.inertia - plain.inertia)).toBeLessThanOrEqual(1e-12 * plain.inertia);
    for (const threads of [1, 2, 3])
      await onThreads(threads, async () => {
        expect(run()).toEqual(alone);
        // The crew is up by now.
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(run()).toEqual(alone);
      });
  });

  it('is stopped at any look, and works as before afterwards', { timeout: 60_000 }, () =>
    // One thread looks as often each time.
    onThreads(1, async () => {
      const matrix = lumpsOf([300, 200], 4, 9, 2);
      const before = fitOf(asked, matrix);
      await new Promise((resolve) => setTimeout(resolve, 60));
      const random = createRandom(31);
      const input: MethodInput = { method: asked.method, matrix, ks: [4], seed: 5, ...asked.options };
      const whole = stoppedAt(Number.POSITIVE_INFINITY);
      fitMethod(input, whole.progress);
      for (let i = 0; i < 5; i += 1) {
        const { progress } = stoppedAt(Math.floor(random() * Math.min(whole.looks(), 40)));
        expect(refusalOf(() => fitMethod(input, progress)).code).toBe('cancelled');
        expect(fitOf(asked, matrix)).toEqual(before);
      }
    }),
  );
});

/** Lumps of numbers, and two columns of categories of which one goes with the lumps and some values are missing. */
const mixedOf = (sizes: readonly number[], seed: number, apart = 40): { matrix: Matrix; categories: Int32Array[] } => {
  const matrix = lumpsOf(sizes, 2, seed, apart);
  const random = createRandom(seed);
  const lumpOf = (row: number) => Math.round(matrix.data[row]! / 40);
  const with10th = Int32Array.from({ length: matrix.rows }, (_, row) => (random() < 0.1 ? -1 : lumpOf(row)));
  const byChance = Int32Array.from({ length: matrix.rows }, () => Math.floor(random() * 3) - 1);
  return { matrix, categories: [with10th, byChance] };
};

const prototypes = (matrix: Matrix, categories: readonly Int32Array[], ks: readonly number[] | 'sweep' = [4]) =>
  fitMethod({ method: 'kprototypes', matrix, categories, ks, seed: 5 }, silent);

/** By the definition: within each part squared distances to the mean, and for each category the rows unlike most. */
const mixedCost = (matrix: Matrix, categories: readonly Int32Array[], labels: Int32Array, gamma: number): number => {
  let unlike = 0;
  for (const codes of categories)
    for (const part of new Set(labels)) {
      const own = codes.filter((_, row) => labels[row] === part);
      const counts = [...new Set(own)].map((code) => own.filter((other) => other === code).length);
      unlike += own.length - Math.max(...counts);
    }
  return recountedInertia(matrix, labels) + gamma * unlike;
};

/** Mean variance over the mean chance that two rows, drawn with replacement, differ. */
const gammaOf = ({ rows, columns, data }: Matrix, categories: readonly Int32Array[]): number => {
  const variance = recountedInertia({ rows, columns, data }, new Int32Array(rows)) / rows / columns;
  const chances = categories.map((codes) => {
    const shares = [...new Set(codes)].map((code) => codes.filter((other) => other === code).length / rows);
    return 1 - shares.reduce((sum, share) => sum + share * share, 0);
  });
  return variance / (chances.reduce((sum, chance) => sum + chance, 0) / categories.length);
};

describe('kprototypes with categories', () => {
  const { matrix, categories } = mixedOf(sizes, 6);

  it('finds lumps that are apart, whatever the order of rows, and where every row stands twice', () => {
    const [fit] = prototypes(matrix, categories);
    expectOrdered(fit!);
    expect(Array.from(sizes, (_, c) => fit!.labels.filter((label) => label === c).length)).toEqual(sizes);
    const order = shuffled(matrix.rows, 8);
    const turned = prototypes(
      pickRows(matrix, order),
      categories.map((codes) => Int32Array.from(order, (row) => codes[row]!)),
    )[0]!;
    expect(partitionOf(turned.labels)).toEqual(partitionOf(Int32Array.from(order, (row) => fit!.labels[row]!)));
    const [twice] = prototypes(
      copies(matrix),
      categories.map((codes) => Int32Array.from([...codes, ...codes])),
    );
    expect(twice!.labels.subarray(0, matrix.rows)).toEqual(fit!.labels);
    expect(twice!.inertia).toBeCloseTo(2 * fit!.inertia, 6);
  });

  it('heeds no constant column, of numbers or of categories', () => {
    const mixed = mixedOf([80], 4, 0);
    const usual = prototypes(mixed.matrix, mixed.categories, [2, 5]);
    const constant = new Int32Array(80).fill(2);
    expect(prototypes(withConstant(mixed.matrix, 7), mixed.categories, [2, 5])).toEqual(usual);
    expect(prototypes(mixed.matrix, [constant, ...mixed.categories], [2, 5])).toEqual(usual);
  });

  it('counts its cost as one would by hand', () => {
    const mixed = mixedOf([80], 4, 0);
    for (const k of [1, 2, 5]) {
      const [fit] = prototypes(mixed.matrix, mixed.categories, [k]);
      const cost = mixedCost(mixed.matrix, mixed.categories, fit!.labels, gammaOf(mixed.matrix, mixed.categories));
      expect(fit!.inertia).toBeCloseTo(cost, 8);
    }
  });

  it('takes categories alone, and numbers alone beside categories that say nothing', () => {
    const few = [Int32Array.of(0, 0, 1, 1, 2, 0), Int32Array.of(-1, -1, 4, 4, 4, -1)];
    const alone = prototypes(createMatrix(6, 0), few, [3])[0]!;
    expect([...alone.labels]).toEqual([0, 0, 1, 1, 2, 0]);
    expect(alone.inertia).toBe(0);
    const missing = [new Int32Array(matrix.rows).fill(-1)];
    expect(prototypes(matrix, missing)).toEqual(prototypes(matrix, []));
    expect(refusalOf(() => prototypes(createMatrix(6, 0), [], [1])).code).toBe('badInput');
    expect(refusalOf(() => prototypes(matrix, [Int32Array.of(1, 2)])).code).toBe('badInput');
  });

  it('parts rows that differ in a category only, and no more than that', () => {
    const same = createMatrix(6, 1);
    const codes = [Int32Array.of(3, 3, 8, -1, -1, 3)];
    expect([...prototypes(same, codes, [3])[0]!.labels]).toEqual([0, 0, 2, 1, 1, 0]);
    expect(refusalOf(() => prototypes(same, codes, [4]))).toMatchObject({
      code: 'tooManySegments',
      details: { k: 4, customers: 3 },
    });
    expect(prototypes(same, codes, 'sweep').map(({ k }) => k)).toEqual([2, 3]);
  });

  it('gives the same bytes in plain TypeScript and on any number of threads', async () => {
    const mixed = mixedOf([150, 90], 4, 1);
    const run = () => prototypes(mixed.matrix, mixed.categories, [2, 5]);
    const plain = await onThreads(0, run);
    for (const threads of [1, 2, 3]) expect(await onThreads(threads, run)).toEqual(plain);
  });
});
