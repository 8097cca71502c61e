import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense, selectStable } from '../../../../src/shared/engine/density/condense.ts';
import { hdbscan } from '../../../../src/shared/engine/density/hdbscan.ts';
import { joinPath } from '../../../../src/shared/engine/density/join-path.ts';
import { spanningPath } from '../../../../src/shared/engine/density/spanning-path.ts';
import { type Matrix, matrixFromRows, rowsOf } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { pointMatrix, points } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

/** Small whole numbers: ties and equal rows abound. */
const coarse = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 70 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(matrixFromRows);

const clouds = (rows: number, noise: number, seed: number): number[][] => {
  const random = createRandom(seed);
  const centre = () => random() + random() + random() - 1.5;
  return Array.from({ length: rows }, (_, i) =>
    i < noise ? [random() * 40 - 10, random() * 40 - 10] : [centre() + 10 * (i % 3), centre() + 10 * (i % 2)],
  );
};

describe('spanningPath', () => {
  it('has the core distances and single-linkage heights of a look at all pairs', () => {
    fc.assert(
      fc.property(coarse, fc.integer({ min: 1, max: 9 }), (matrix, most) => {
        const minSamples = Math.min(most, matrix.rows);
        const { path, weights, coreDistances } = spanningPath(matrix, minSamples, silent);
        const rows = rowsOf(matrix);
        const distances = rows.map((a) => rows.map((b) => Math.hypot(...a.map((value, j) => value - b[j]!))));
        const cores = distances.map((row) => [...row].sort((a, b) => a - b)[minSamples - 1]!);
        coreDistances.forEach((core, row) => {
          expect(core).toBeCloseTo(cores[row]!, 12);
        });
        expect([...path].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        // Kruskal's algorithm over all pairs leaves the same weights.
        const pairs = rows.flatMap((_, a) =>
          rows.slice(0, a).map((__, b) => ({ a, b, weight: Math.max(distances[a]![b]!, cores[a]!, cores[b]!) })),
        );
        const partOf = rows.map((_, row) => row);
        const wanted: number[] = [];
        for (const { a, b, weight } of pairs.sort((one, other) => one.weight - other.weight)) {
          const [from, to] = [partOf[a]!, partOf[b]!];
          if (from === to) continue;
          wanted.push(weight);
          for (let row = 0; row < partOf.length; row += 1) if (partOf[row] === from) partOf[row] = to;
        }
        const { heights } = joinPath({ path, weights, coreDistances }, silent);
        heights.forEach((height, i) => {
          expect(height).toBeCloseTo(wanted[i]!, 12);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('condense and selectStable', () => {
  it('part into clusters large enough, and choose those that are the most stable together', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 9 }), (seed, least) => {
        const matrix = matrixFromRows(clouds(60, 15, seed));
        const tree = condense(joinPath(spanningPath(matrix, least, silent), silent), least);
        const clusters = tree.parent.length;
        const inside = (cluster: number, top: number): boolean => {
          for (let at = cluster; at >= 0; at = tree.parent[at]!) if (at === top) return true;
          return false;
        };
        for (let cluster = 0; cluster < clusters; cluster += 1) {
          expect(tree.sizes[cluster]).toBeGreaterThanOrEqual(least);
          expect(tree.sizes[cluster]).toBe(tree.rowCluster.filter((own) => inside(own, cluster)).length);
          expect(tree.stability[cluster]).toBeGreaterThanOrEqual(0);
        }
        const bestOf = (cluster: number): number => {
          const children = Array.from({ length: clusters }, (_, other) => other).filter(
            (other) => tree.parent[other] === cluster,
          );
          const below = children.reduce((sum, child) => sum + bestOf(child), 0);
          return cluster === 0 ? below : Math.max(tree.stability[cluster]!, below);
        };
        const chosen = [...new Set(selectStable(tree))].filter((cluster) => cluster >= 0);
        for (const one of chosen) for (const other of chosen) expect(inside(one, other)).toBe(one === other);
        expect(chosen.reduce((sum, cluster) => sum + tree.stability[cluster]!, 0)).toBeCloseTo(bestOf(0), 9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hdbscan', () => {
  it('finds clouds and leaves the stray rows out', () => {
    const rows = clouds(600, 60, 3);
    const found = hdbscan({ matrix: matrixFromRows(rows), minClusterSize: 15 }, silent);
    expect(found.k).toBe(6);
    const inside = rows.map((_, i) => i).filter((i) => i >= 60);
    const truth = inside.map((i) => i % 6);
    expect(
      adjustedRandIndex(
        inside.map((i) => found.labels[i]!),
        truth,
      ),
    ).toBeGreaterThan(0.95);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const scores = [...found.outlierScores];
    expect(mean(scores.slice(0, 60))).toBeGreaterThan(mean(scores.slice(60)) + 0.3);
    found.labels.forEach((label, row) => {
      if (label < 0) expect(found.probabilities[row]).toBe(0);
    });
    // A core distance and labels of its own for another number of samples.
    const looser = hdbscan({ matrix: matrixFromRows(rows), minClusterSize: 15, minSamples: 5 }, silent);
    expect(looser.coreDistances.every((core, row) => core <= found.coreDistances[row]!)).toBe(true);
  });

  it('keeps to what its results mean, whatever the rows', () => {
    fc.assert(
      fc.property(coarse, fc.integer({ min: 2, max: 12 }), (matrix, least) => {
        const minClusterSize = Math.min(least, matrix.rows);
        const found = hdbscan({ matrix, minClusterSize }, silent);
        const sizes = Array.from({ length: found.k }, (_, c) => found.labels.filter((label) => label === c).length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(minClusterSize);
        expect(found.labels.every((label) => label >= -1 && label < found.k)).toBe(true);
        expect(found.stabilities).toHaveLength(found.k);
        for (const values of [found.probabilities, found.outlierScores])
          expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
        const rows = rowsOf(matrix).map(String);
        rows.forEach((row, i) => {
          // As many equal rows as make a place dense are at no distance, and never part.
          if (rows.filter((other) => other === row).length >= minClusterSize)
            expect(found.labels[rows.indexOf(row)]).toBe(found.labels[i]);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('depends on the rows, not on their order, nor on the numbers’ size or place', () => {
    const rows = clouds(200, 20, 8);
    const one = hdbscan({ matrix: matrixFromRows(rows), minClusterSize: 8 }, silent);
    expect(one.k).toBeGreaterThan(1);
    const turned = hdbscan({ matrix: matrixFromRows([...rows].reverse()), minClusterSize: 8 }, silent);
    expect(adjustedRandIndex([...turned.labels].reverse(), one.labels)).toBe(1);
    for (const [size, away] of [
      [1e-150, 0],
      [1e120, 0],
      [1024, 4096],
    ] as const) {
      const other = matrixFromRows(rows.map((row) => row.map((value) => (value + away) * size)));
      const found = hdbscan({ matrix: other, minClusterSize: 8 }, silent);
      expect(adjustedRandIndex(found.labels, one.labels)).toBe(1);
    }
    const constant = matrixFromRows(rows.map((row) => [7, ...row]));
    expect(hdbscan({ matrix: constant, minClusterSize: 8 }, silent).labels).toEqual(one.labels);
  });

  it('finds nothing where nothing is apart', () => {
    for (const matrix of [matrixFromRows(Array.from({ length: 30 }, () => [1, 2])), pointMatrix(9, 1, 1)]) {
      const { k, labels } = hdbscan({ matrix, minClusterSize: 5 }, silent);
      expect(k).toBe(0);
      expect([...new Set(labels)]).toEqual([-1]);
    }
  });

  it.each([
    [{ minClusterSize: 1 }, 'badInput'],
    [{ minClusterSize: 2.5 }, 'badInput'],
    [{ minClusterSize: 21 }, 'badInput'],
    [{ minClusterSize: 5, minSamples: 0 }, 'badInput'],
    [{ minClusterSize: 5, minSamples: 21 }, 'badInput'],
  ] as const)('refuses %j', (sizes, code) => {
    expect(() => hdbscan({ matrix: pointMatrix(20, 2, 1), ...sizes }, silent)).toThrowError(
      expect.objectContaining({ code }) as Error,
    );
  });

  it('refuses numbers too large and a row alone, and stops when asked', () => {
    const refused = (code: string) => expect.objectContaining({ code }) as Error;
    const huge = matrixFromRows([[1e200], [0], [3]]);
    expect(() => hdbscan({ matrix: huge, minClusterSize: 2 }, silent)).toThrowError(refused('badInput'));
    expect(() => hdbscan({ matrix: matrixFromRows([[1]]), minClusterSize: 2 }, silent)).toThrowError(
      refused('tooFewCustomers'),
    );
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => hdbscan({ matrix: pointMatrix(20, 2, 1), minClusterSize: 2 }, cancelled)).toThrowError(
      refused('cancelled'),
    );
  });

  it('refuses what is no number, with its row and column', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ]);
    expect(() => hdbscan({ matrix, minClusterSize: 2 }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput', details: expect.objectContaining({ row: 2, column: 2 }) }) as Error,
    );
  });

  it('gives the same on any number of threads as in plain TypeScript', async () => {
    const matrices: [Matrix, number][] = [
      [pointMatrix(33, 1, 2), 2],
      [pointMatrix(700, 5, 4), 40],
      [matrixFromRows(clouds(1500, 100, 5)), 10],
      [matrixFromRows(points(300, 2, 6).map((row) => row.map((value) => Math.round(value * 4)))), 6],
      // Beyond what 4-byte floats can tell apart.
      [matrixFromRows([[1e9, -3e9, 0], ...points(900, 3, 7).map((row) => row.map((value) => value * 1e-2))]), 12],
      [matrixFromRows(points(900, 3, 8).map((row) => row.map((value) => value + 1e7))), 12],
      [matrixFromRows(points(600, 4, 9).map((row) => row.map((value) => value * 1e-140))), 12],
    ];
    const all = () => matrices.map(([matrix, minClusterSize]) => hdbscan({ matrix, minClusterSize }, silent));
    const plain = await onThreads(0, all);
    for (const threads of [1, 2, 3]) expect(await onThreads(threads, all)).toEqual(plain);
  });

  it('and where several threads share each step', async () => {
    const matrix = pointMatrix(1400, 200, 3);
    const of = () => hdbscan({ matrix, minClusterSize: 10 }, silent);
    const alone = await onThreads(1, of);
    expect(alone.k).toBe(3);
    for (const threads of [2, 3]) expect(await onThreads(threads, of)).toEqual(alone);
  });
});
