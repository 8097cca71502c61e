import { describe, expect, it } from 'vitest';
import { principalAxes } from '../../src/shared/engine/embed/principal-axes.ts';
import { sizesOf } from '../../src/shared/engine/labels.ts';
import { columnOf, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { momentsOf } from '../../src/shared/engine/prepare/moments.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { cutTree } from '../../src/shared/engine/tree/cut.ts';
import { growTree } from '../../src/shared/engine/tree/grow.ts';
import { orderMerges } from '../../src/shared/engine/tree/order-merges.ts';
import { wardMerges } from '../../src/shared/engine/tree/ward.ts';
import { wardByLibrary } from '../../src/shared/engine/tree/ward-by-library.ts';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { silhouette } from '../../src/shared/engine/validate/silhouette.ts';
import { clusterMatrix } from '../support/cluster-matrix.ts';
import { pointMatrix, points } from './points.ts';
import reference from './scipy-sklearn.json' with { type: 'json' };
import { wardByChain } from './ward-chain.ts';

/** Within 1e-9 of the reference, relatively. */
const expectClose = (found: ArrayLike<number>, wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs(found[i]! - value) / Math.abs(value), `${i}: ${found[i]} for ${value}`).toBeLessThan(1e-9);
  });
};

describe('Ward’s tree is SciPy’s', () => {
  it.each([
    ['by ml-hclust', wardByLibrary],
    ['by the chain', (matrix: Parameters<typeof wardByLibrary>[0]) => wardByChain(matrix, silent)],
    ['in rounds', (matrix: Parameters<typeof wardByLibrary>[0]) => wardMerges({ matrix }, silent)],
  ])('%s, merge by merge', (_, ward) => {
    const matrix = pointMatrix(40, 3, 7);
    const tree = orderMerges(40, ward(matrix));
    const { left, right, heights, sizes } = reference.tree40;
    expectClose(tree.heights, heights);
    expect([...tree.sizes]).toEqual(sizes);
    expect([...tree.left].map((one, i) => [one, tree.right[i]])).toEqual(
      left.map((one, i) => [Math.min(one, right[i]!), Math.max(one, right[i]!)]),
    );
  });

  it('for more rows than ml-hclust is asked for', () => {
    const tree = growTree({ matrix: pointMatrix(2500, 3, 11), linkage: 'ward' }, silent);
    const { sum, greatest, least, sizesOf5 } = reference.tree2500;
    expectClose([tree.heights.reduce((total, height) => total + height, 0)], [sum]);
    expectClose([...tree.heights].reverse().slice(0, 10), greatest);
    expectClose([...tree.heights].slice(0, 5), least);
    expect([...sizesOf(cutTree({ tree, k: 5 }), 5)]).toEqual(sizesOf5);
  });
});

describe('k-means is scikit-learn’s from the same start', () => {
  const matrix = pointMatrix(200, 2, 5);
  const run = (starts: number[][], tolerance: number) =>
    clusterMatrix(
      { matrix, method: 'kmeans', k: starts.length, scale: 'none', seed: 1, init: matrixFromRows(starts), tolerance },
      silent,
    );

  it.each(reference.kmeans)('to the iteration at tolerance $tolerance', ({ tolerance, inertia, iterations }) => {
    const found = run(points(200, 2, 5).slice(0, 4), tolerance);
    expectClose([found.inertia], [inertia]);
    expect(found.iterations).toBe(iterations);
  });

  it('also where starts are lost', () => {
    const { starts, inertia, iterations, tolerance } = reference.lostStarts;
    const found = run(starts, tolerance);
    expectClose([found.inertia], [inertia]);
    expect(found.iterations).toBe(iterations);
  });

  it('and so is the silhouette', () => {
    const { labels } = run(points(200, 2, 5).slice(0, 4), 1e-4);
    const { mean, values } = silhouette({ matrix, labels }, silent);
    expectClose([mean!], [reference.silhouette.mean]);
    expectClose(values.slice(0, 4), reference.silhouette.first);
  });
});

describe('the small measures', () => {
  it('agree on the adjusted Rand index', () => {
    const [one, other] = [
      [0, 0, 0, 1, 1, 1, 2, 2, 2, 2],
      [0, 0, 1, 1, 1, 2, 2, 2, 2, 0],
    ];
    expectClose([adjustedRandIndex(one!, other!)], [reference.adjustedRand]);
  });

  it('agree on skewness', () => {
    expectClose([momentsOf(Float64Array.of(1, 2, 2, 3, 50)).skewness], [reference.skewness]);
  });

  it('agree on the principal axes, up to their direction', () => {
    const { axes, explained } = principalAxes({ matrix: pointMatrix(50, 3, 9) }, silent);
    expectClose(explained, reference.axes.explained);
    expectClose([Math.abs(columnOf(axes, 0)[0]!), Math.abs(columnOf(axes, 1)[0]!)], reference.axes.firstRow);
  });
});
