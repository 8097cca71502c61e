import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { createMatrix, matrixFromRows, rowsOf } from '../../../../src/shared/engine/matrix.ts';
import { kprototypes } from '../../../../src/shared/engine/mixed/kprototypes.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { mixedTable } from '../../../reference/mixed-table.ts';
import { points } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

const clouds = Array.from({ length: 90 }, (_, i) => i % 3);

describe('kprototypes', () => {
  it('puts each row to its nearest prototype, of which each is the mean and mode of its rows', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 6, max: 60 }), fc.integer({ min: 1, max: 6 }), (seed, rows, k) => {
        const { numbers, categories } = mixedTable(rows, seed);
        const found = kprototypes({ numeric: matrixFromRows(numbers), categories, k, seed, restarts: 2 }, silent);
        const means = rowsOf(found.means);
        const distance = (row: number, c: number): number =>
          numbers[row]!.reduce((sum, value, j) => sum + (value - means[c]![j]!) ** 2, 0) +
          found.gamma * categories.filter((codes, column) => codes[row] !== found.modes[column]![c]).length;
        let cost = 0;
        found.labels.forEach((label, row) => {
          const all = means.map((_, c) => distance(row, c));
          expect(all[label]).toBeCloseTo(Math.min(...all), 9);
          cost += all[label]!;
        });
        expect(found.cost).toBeCloseTo(cost, 8);
        const sizes = [...sizesOf(found.labels, k)];
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        means.forEach((mean, c) => {
          const inside = numbers.filter((_, row) => found.labels[row] === c);
          mean.forEach((value, j) => {
            expect(value).toBeCloseTo(inside.reduce((sum, row) => sum + row[j]!, 0) / inside.length, 9);
          });
          categories.forEach((codes, column) => {
            const own = [...codes].filter((_, row) => found.labels[row] === c);
            const count = (code: number): number => own.filter((other) => other === code).length;
            expect(count(found.modes[column]![c]!)).toBe(Math.max(...own.map(count)));
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('finds parts that only the categories tell, or only the numbers', () => {
    const same = matrixFromRows(clouds.map((_, i) => [(i * 0.618) % 1]));
    const tell = [Int32Array.from(clouds, (cloud) => cloud * 7), Int32Array.from(clouds, (cloud) => 5 - cloud)];
    const byCategory = kprototypes({ numeric: same, categories: tell, k: 3, seed: 1 }, silent);
    expect(adjustedRandIndex(byCategory.labels, clouds)).toBe(1);
    expect([...byCategory.modes[0]!].sort((a, b) => a - b)).toEqual([0, 7, 14]);
    const numeric = matrixFromRows(points(90, 2, 3));
    for (const categories of [[], [new Int32Array(90).fill(-1)]]) {
      const byNumber = kprototypes({ numeric, categories, k: 3, seed: 1 }, silent);
      expect(adjustedRandIndex(byNumber.labels, clouds)).toBe(1);
      expect(byNumber.gamma).toBe(1);
    }
    const alone = kprototypes({ numeric: createMatrix(90, 0), categories: tell, k: 3, seed: 1 }, silent);
    expect(adjustedRandIndex(alone.labels, clouds)).toBe(1);
    expect(alone.cost).toBe(0);
  });

  it('lets the weight decide', () => {
    const numeric = matrixFromRows(points(90, 2, 3));
    const halves = Int32Array.from(clouds, (_, i) => i % 2);
    const asked = { numeric, categories: [halves], k: 2, seed: 1 };
    expect(adjustedRandIndex(kprototypes({ ...asked, gamma: 1e6 }, silent).labels, halves)).toBe(1);
    const { labels } = kprototypes({ ...asked, gamma: 0 }, silent);
    expect(Math.abs(adjustedRandIndex(labels, halves))).toBeLessThan(0.1);
  });

  it('depends on the rows, not on their order nor their unit', () => {
    const { numbers, categories } = mixedTable(120, 9);
    const of = (rows: number[][], columns: Int32Array[]) =>
      kprototypes({ numeric: matrixFromRows(rows), categories: columns, k: 3, seed: 2, restarts: 40 }, silent);
    const one = of(numbers, categories);
    const turned = of(
      [...numbers].reverse(),
      categories.map((codes) => codes.slice().reverse()),
    );
    expect(turned.cost).toBeCloseTo(one.cost, 6);
    for (const unit of [2 ** -400, 2 ** 400]) {
      const other = of(
        numbers.map((row) => row.map((value) => value * unit)),
        categories,
      );
      expect(other.labels).toEqual(one.labels);
      expect(other.gamma / unit ** 2 / one.gamma).toBeCloseTo(1, 12);
    }
  });

  it('is not moved by columns that do not vary', () => {
    const { numbers, categories } = mixedTable(120, 9);
    const of = (numeric: number[][], columns: Int32Array[]) =>
      kprototypes({ numeric: matrixFromRows(numeric), categories: columns, k: 3, seed: 2 }, silent);
    const one = of(numbers, categories);
    const other = of(
      numbers.map((row) => [...row, 7]),
      [new Int32Array(120).fill(4), ...categories],
    );
    expect(other.labels).toEqual(one.labels);
    expect(other.gamma).toBe(one.gamma);
  });

  it('takes one part, and a part for each row', () => {
    const { numbers, categories } = mixedTable(7, 2);
    const asked = { numeric: matrixFromRows(numbers), categories, seed: 1 };
    expect([...kprototypes({ ...asked, k: 1 }, silent).labels]).toEqual(Array<number>(7).fill(0));
    const each = kprototypes({ ...asked, k: 7 }, silent);
    expect([...each.labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(each.cost).toBe(0);
  });

  const refused = (code: string) => expect.objectContaining({ code }) as Error;

  it('says why where it cannot', () => {
    const numeric = matrixFromRows([[1], [1], [2]]);
    const categories = [Int32Array.of(0, 0, 0)];
    const asked = { numeric, categories, k: 2, seed: 1 };
    expect(() => kprototypes({ ...asked, k: 3 }, silent)).toThrowError(refused('tooManySegments'));
    for (const wrong of [
      { gamma: -1 },
      { start: [0] },
      { start: [0, 3] },
      { categories: [new Int32Array(2)] },
      { numeric: matrixFromRows([[1], [Number.NaN], [2]]) },
      { numeric: createMatrix(3, 0), categories: [] },
      { numeric: matrixFromRows([[1e200], [2], [3]]) },
    ])
      expect(() => kprototypes({ ...asked, ...wrong }, silent)).toThrowError(refused('badInput'));
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => kprototypes(asked, cancelled)).toThrowError(refused('cancelled'));
  });

  it('refuses what is no number, with its row and column', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ]);
    expect(() => kprototypes({ numeric: matrix, categories: [], k: 2, seed: 1 }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput', details: expect.objectContaining({ row: 2, column: 2 }) }) as Error,
    );
  });

  it('tells how far it is', () => {
    const { numbers, categories } = mixedTable(200, 3);
    const reports: number[] = [];
    kprototypes(
      { numeric: matrixFromRows(numbers), categories, k: 4, seed: 1 },
      { report: (fraction) => reports.push(fraction), cancelled: () => false },
    );
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(reports.at(-1)).toBeCloseTo(1, 9);
  });

  it('gives the same on any number of threads as in plain TypeScript', async () => {
    const all = () =>
      [1, 8, 4097, 9001].map((rows) => {
        const { numbers, categories } = mixedTable(rows, rows);
        const asked = { numeric: matrixFromRows(numbers), categories, k: Math.min(rows, 5), seed: 3, restarts: 2 };
        return kprototypes(asked, silent);
      });
    const plain = await onThreads(0, all);
    for (const threads of [1, 2, 3]) expect(await onThreads(threads, all)).toEqual(plain);
  });
});
