import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, type Matrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { growTree, type Linkage } from '../../../../src/shared/engine/tree/grow.ts';
import { linkageAtMost } from '../../../../src/shared/engine/tree/linkage.ts';
import { linkByMatrix } from '../../../../src/shared/engine/tree/linkage-by-matrix.ts';
import { branchesOf } from '../../../../src/shared/engine/tree/nearest-chain.ts';
import { orderMerges } from '../../../../src/shared/engine/tree/order-merges.ts';
import { differentRows, type Tree } from '../../../../src/shared/engine/tree/tree.ts';
import { pointMatrix } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';
import { coarseRows } from './trees.ts';

const linkages: readonly Linkage[] = ['average', 'complete', 'weighted', 'single'];

const grow = (threads: number, matrix: Matrix, linkage: Linkage): Promise<Tree> =>
  onThreads(threads, () => growTree({ matrix, linkage }, silent));

/** Widths as customers have them: a dense crowd, a long tail, some alike. */
const skewed = (rows: number, columns: number, seed: number): Matrix => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, columns);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1)
      matrix.data[j * rows + i] = i % 9 === 0 ? 1 : Math.exp(4 * random() + 3 * random() - 2);
  return matrix;
};

const expectSameHeights = (found: Tree, wanted: Tree): void => {
  const greatest = wanted.heights.at(-1) ?? 0;
  const worst = wanted.heights.reduce(
    (most, height, i) => Math.max(most, Math.abs(found.heights[i]! - height) / (height || greatest || 1)),
    0,
  );
  expect(worst).toBeLessThan(1e-9);
};

describe.each(linkages)('%s linkage', (linkage) => {
  it('merges whichever two are nearest, as its definition says', async () => {
    /** By definition, looking at every pair of branches before each merge. */
    const heightsOf = (matrix: Matrix): number[] => {
      const { rows, columns, data } = matrix;
      const far = Array.from({ length: rows }, (_, a) =>
        Array.from({ length: rows }, (__, b) =>
          Math.hypot(...Array.from({ length: columns }, (___, j) => data[j * rows + a]! - data[j * rows + b]!)),
        ),
      );
      const sizes = new Map(far.map((_, row) => [row, 1]));
      const heights: number[] = [];
      while (sizes.size > 1) {
        let [x, y, least] = [-1, -1, Number.POSITIVE_INFINITY];
        for (const a of sizes.keys())
          for (const b of sizes.keys()) if (a < b && far[a]![b]! < least) [x, y, least] = [a, b, far[a]![b]!];
        for (const z of sizes.keys()) {
          const [one, other] = [far[z]![x]!, far[z]![y]!];
          const [p, q] = linkage === 'average' ? [sizes.get(x)!, sizes.get(y)!] : [1, 1];
          const mean = (p * one + q * other) / (p + q);
          const joined = { complete: Math.max(one, other), single: Math.min(one, other) }[linkage as string] ?? mean;
          far[z]![x] = joined;
          far[x]![z] = joined;
        }
        sizes.set(x, sizes.get(x)! + sizes.get(y)!);
        sizes.delete(y);
        heights.push(least);
      }
      return heights;
    };
    await onThreads(1, () => {
      fc.assert(
        fc.property(
          fc.nat(1e6),
          fc.integer({ min: 1, max: 30 }),
          fc.integer({ min: 1, max: 5 }),
          (seed, rows, columns) => {
            const matrix = pointMatrix(rows, columns, seed);
            const wanted = heightsOf(matrix).sort((a, b) => a - b);
            const tree = growTree({ matrix, linkage }, silent);
            wanted.forEach((height, i) => {
              expect(tree.heights[i]! / height).toBeCloseTo(1, 9);
            });
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  it('gives the same tree by kernels and in plain TypeScript', async () => {
    for (const matrix of [pointMatrix(2300, 5, 3), skewed(2100, 3, 4)]) {
      const plain = await grow(0, matrix, linkage);
      const kernels = await grow(2, matrix, linkage);
      expectSameHeights(kernels, plain);
      expect(differentRows(kernels)).toBe(differentRows(plain));
    }
    const untied = pointMatrix(1700, 4, 9);
    const [plain, kernels] = [await grow(0, untied, linkage), await grow(1, untied, linkage)];
    expect(kernels.left).toEqual(plain.left);
    expect(kernels.right).toEqual(plain.right);
  });

  it('stands ties and equal rows, one row and one column', async () => {
    await onThreads(2, () => {
      fc.assert(
        fc.property(coarseRows, (rows) => {
          const tree = growTree({ matrix: matrixFromRows(rows), linkage }, silent);
          expect(differentRows(tree)).toBe(new Set(rows.map(String)).size);
          tree.heights.forEach((height, i) => {
            expect(height).toBeGreaterThanOrEqual(i > 0 ? tree.heights[i - 1]! : 0);
          });
        }),
        { numRuns: 40 },
      );
    });
    // Many more ties than there are different distances, beyond what the distances of all pairs are taken for at once.
    const coarse = pointMatrix(2500, 2, 5);
    coarse.data.set(coarse.data.map((value) => Math.round(value * 8)));
    const [plain, kernels] = [await grow(0, coarse, linkage), await grow(2, coarse, linkage)];
    expect(differentRows(kernels)).toBe(differentRows(plain));
    const alike = await grow(2, createMatrix(1800, 2), linkage);
    expect(alike.heights.every((height) => height === 0)).toBe(true);
  });

  it('gives the same bytes on any number of threads', async () => {
    // So many that the crew is woken for every look, where a look is cheap.
    const matrix = linkage === 'single' ? skewed(34_000, 2, 6) : skewed(2600, 3, 6);
    const one = await grow(1, matrix, linkage);
    expect(await grow(2, matrix, linkage)).toEqual(one);
    if (linkage !== 'single') expect(await grow(3, matrix, linkage)).toEqual(one);
  });

  it.each([2 ** 600, 2 ** -600])('is as exact for numbers of the order of %d', async (factor) => {
    const matrix = pointMatrix(1600, 3, 8);
    const scaled = { ...matrix, data: matrix.data.map((value) => value * factor) };
    const [tree, wanted] = [await grow(2, scaled, linkage), await grow(2, matrix, linkage)];
    expect(tree.heights.map((height) => height / factor)).toEqual(wanted.heights);
    expect(tree.left).toEqual(wanted.left);
  });

  it('hears a cancel soon', async () => {
    const matrix = pointMatrix(12_000, 6, 2);
    for (const after of [5, 60, 400])
      await onThreads(2, () => {
        let cancelledAt = 0;
        let looks = 0;
        const cancelled = () => {
          looks += 1;
          if (looks === after) cancelledAt = performance.now();
          return looks >= after;
        };
        expect(() => growTree({ matrix, linkage }, { report: () => {}, cancelled })).toThrow('cancelled');
        expect(performance.now() - cancelledAt).toBeLessThan(200);
      });
  });
});

describe('the distances of all pairs', () => {
  it('are looked at by the crew where there are many, with the same result', { timeout: 30_000 }, async () => {
    const rows = 5300;
    const matrix = pointMatrix(rows, 3, 1);
    // One large branch, for which it is not worth to do without them.
    for (let j = 0; j < 3; j += 1) for (let i = 0; i < 1100; i += 1) matrix.data[j * rows + i]! *= 1e-7;
    const found = await grow(2, matrix, 'average');
    expect(found).toEqual(await grow(1, matrix, 'average'));
    const wholly = branchesOf(rows, new Float64Array(rows).fill(1));
    await onThreads(2, (machine) => linkByMatrix(machine!, matrix, 'average', wholly, null, silent));
    expectSameHeights(found, orderMerges(rows, wholly));
  });

  it.each(['average', 'complete', 'weighted'] as const)('are too many for %s linkage beyond a limit', (linkage) => {
    const matrix = createMatrix(linkageAtMost + 1, 1);
    expect(() => growTree({ matrix, linkage }, silent)).toThrow(
      expect.objectContaining({
        code: 'tooManyCustomers',
        details: { customers: linkageAtMost + 1, limit: linkageAtMost, method: linkage },
      }),
    );
  });
});
