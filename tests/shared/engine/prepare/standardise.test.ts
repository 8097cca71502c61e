import { expect, it } from 'vitest';
import { columnOf, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { prepare } from '../../../../src/shared/engine/prepare/prepare.ts';
import { scaleMatrix, standardise } from '../../../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const random = createRandom(2);
const matrix = matrixFromRows(Array.from({ length: 500 }, (_, i) => [random() * 50, -(random() ** 3), i % 4, 7]));

it.each(['zscore', 'robust', 'minmax', 'none'] as const)('scales (%s) as prepare does, in one step', (scale) => {
  const { matrix: prepared } = prepare(
    { matrix, features: ['a', 'b', 'c', 'same'], options: { transform: 'none', scale } },
    silent,
  );
  const scaled = scaleMatrix(matrix, scale);
  expect(prepared.columns).toBe(3);
  expect([...scaled.data.subarray(0, 1500)]).toEqual([...prepared.data]);
  expect(new Set(columnOf(scaled, 3))).toEqual(new Set([scale === 'none' ? 7 : 0]));
});

it('standardises to mean 0 and deviation 1', () => {
  const scaled = standardise(matrix);
  for (const j of [0, 1, 2]) {
    const values = [...columnOf(scaled, j)];
    expect(values.reduce((sum, value) => sum + value, 0) / 500).toBeCloseTo(0, 12);
    expect(values.reduce((sum, value) => sum + value * value, 0) / 500).toBeCloseTo(1, 12);
  }
  expect(scaled.data.buffer).toBeInstanceOf(SharedArrayBuffer);
});
