import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../../src/shared/engine/kernels/machine.ts';
import type { Matrix } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { silhouettesByRows, silhouettesOf } from '../../../../src/shared/engine/validate/silhouette.ts';
import { silhouettesByTiles } from '../../../../src/shared/engine/validate/silhouette-by-tiles.ts';
import { pointMatrix } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

const randomLabels = (rows: number, parts: number, seed: number): Int32Array => {
  const random = createRandom(seed);
  return Int32Array.from({ length: rows }, () => Math.floor(random() * parts));
};

const byTiles = (machine: Machine | null, matrix: Matrix, labellings: readonly Int32Array[]) =>
  silhouettesByTiles(machine!, matrix, labellings, silent)!;

describe('silhouettesByTiles', () => {
  it('gives what plain TypeScript gives, for any rows, columns, parts and ways', async () => {
    const shape = fc.record({
      rows: fc.integer({ min: 2, max: 150 }),
      columns: fc.integer({ min: 1, max: 5 }),
      parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      seed: fc.nat(1e6),
      isCoarse: fc.boolean(),
    });
    await onThreads(2, (machine) => {
      fc.assert(
        fc.property(shape, ({ rows, columns, parts, seed, isCoarse }) => {
          const matrix = pointMatrix(rows, columns, seed);
          if (isCoarse) matrix.data.set(matrix.data.map(Math.round));
          const labellings = parts.map((k, i) => randomLabels(rows, k, seed + i));
          const found = byTiles(machine, matrix, labellings);
          const plain = silhouettesByRows(matrix, labellings, silent);
          found.forEach(({ mean, values }, way) => {
            if (plain[way]!.mean === null) expect(mean).toBeNull();
            else expect(mean).toBeCloseTo(plain[way]!.mean!, 11);
            values.forEach((value, row) => {
              expect(value).toBeCloseTo(plain[way]!.values[row]!, 10);
            });
          });
        }),
      );
    });
  });

  it('gives what plain TypeScript gives over many blocks, whether labellings agree or not', async () => {
    const matrix = pointMatrix(5003, 3, 4);
    const nested = [2, 3, 5, 9].map((k) => Int32Array.from({ length: 5003 }, (_, i) => Math.min(i % 16, k - 1)));
    const labellings = [...nested, randomLabels(5003, 7, 1), randomLabels(5003, 90, 2)];
    const plain = await onThreads(0, () => silhouettesOf(matrix, labellings, silent));
    const found = await onThreads(2, () => silhouettesOf(matrix, labellings, silent));
    found.forEach(({ mean, values }, way) => {
      expect(mean).toBeCloseTo(plain[way]!.mean!, 12);
      const worst = values.reduce((most, value, row) => Math.max(most, Math.abs(value - plain[way]!.values[row]!)), 0);
      expect(worst).toBeLessThan(1e-12);
    });
  });

  it('gives the same bytes on any number of threads', async () => {
    const matrix = pointMatrix(2100, 4, 6);
    const labellings = [3, 8, 11].map((k) => randomLabels(2100, k, k));
    const [one, two, three] = [
      await onThreads(1, () => silhouettesOf(matrix, labellings, silent)),
      await onThreads(2, () => silhouettesOf(matrix, labellings, silent)),
      await onThreads(3, () => silhouettesOf(matrix, labellings, silent)),
    ];
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  it('stops within a round when cancelled', async () => {
    const matrix = pointMatrix(12_000, 12, 6);
    let looks = 0;
    const cancelled = () => {
      looks += 1;
      return looks > 40;
    };
    await onThreads(2, () => {
      const begun = performance.now();
      expect(() => silhouettesOf(matrix, [randomLabels(12_000, 8, 1)], { report: () => {}, cancelled })).toThrow(
        'cancelled',
      );
      expect(performance.now() - begun).toBeLessThan(200);
    });
  });
});
