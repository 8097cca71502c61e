import { describe, expect, it } from 'vitest';
import { hdbscan } from '../../src/shared/engine/density/hdbscan.ts';
import { type Matrix, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { benchPoints } from '../support/bench-data.ts';
import { onThreads } from '../support/machine.ts';
import { describeRealData } from '../support/real-data.ts';
import reference from './density.json' with { type: 'json' };

const steps = [0.7548776662466927, 0.5698402909980532, 0.4301597090019468, 0.324717957244746];

/** As in density.R. */
const made = (rows: number, columns: number): Matrix =>
  matrixFromRows(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => {
        const part = ((i + 1) * steps[j]!) % 1;
        return i % 10 === 9 ? 8 * part - 1 : part ** 2 * (0.5 + (i % 3)) + 2.5 * (i % 3);
      }),
    ),
  );

type Case = (typeof reference.made)[number];

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const expectSame = (matrix: Matrix, wanted: Case): void => {
  const found = hdbscan({ matrix, minClusterSize: wanted.minPts }, silent);
  const theirs = [...wanted.clusters].map((letter) => Number.parseInt(letter, 36));
  // The same parts under other names, noise as noise.
  const names = new Map<number, number>([[0, -1]]);
  theirs.forEach((cluster, row) => {
    if (!names.has(cluster)) names.set(cluster, found.labels[row]!);
  });
  expect([...found.labels]).toEqual(theirs.map((cluster) => names.get(cluster)));
  expect(new Set(names.values()).size).toBe(names.size);
  expect(found.k).toBe(Math.max(...theirs));
  const closeTo = (values: ArrayLike<number>, expected: readonly number[]): void => {
    for (const [i, value] of expected.entries())
      expect(Math.abs(values[i]! - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
  };
  closeTo(
    [...found.stabilities].sort((a, b) => a - b),
    wanted.stabilities,
  );
  closeTo(found.probabilities, wanted.probabilities);
  closeTo(found.outlierScores, wanted.outliers);
  closeTo(
    [sum(found.probabilities), sum(found.outlierScores), sum(found.coreDistances)],
    [wanted.probabilitySum, wanted.outlierSum, wanted.coreSum],
  );
};

describe('HDBSCAN is that of R’s dbscan', () => {
  it.each([0, 1])('on two columns, case %d', (index) => expectSame(made(400, 2), reference.made[index]!));
  it('on four columns', () => expectSame(made(300, 4), reference.made[2]!));
  it('with kernels', () => onThreads(2, () => expectSame(made(400, 2), reference.made[0]!)));
});

describeRealData('on real data too', () => {
  it.each(['wine', 'hepta', 's1', 's2', 'd31'] as const)('%s', (name) =>
    onThreads(2, () => {
      const matrix = standardise(benchPoints(name));
      for (const wanted of reference[name]) expectSame(matrix, wanted);
    }),
  );
});
