import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/shared/engine/labels.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { cutTree } from '../../src/shared/engine/tree/cut.ts';
import { growTree, type Linkage } from '../../src/shared/engine/tree/grow.ts';
import { onThreads } from '../support/machine.ts';
import reference from './linkages.json' with { type: 'json' };
import { pointMatrix } from './points.ts';

/** Within 1e-9 of the reference, relatively. */
const expectClose = (found: ArrayLike<number>, wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(found[i]! - value) / Math.abs(value)), 0);
  expect(worst).toBeLessThan(1e-9);
};

describe('average, complete, single and weighted trees are SciPy’s', () => {
  it.each(
    reference.trees.flatMap((tree) => [
      { ...tree, threads: 0 },
      { ...tree, threads: 2 },
    ]),
  )('$linkage, $rows × $columns, on $threads threads', async (wanted) => {
    const { linkage, rows, columns, seed, threads } = wanted;
    const matrix = pointMatrix(rows, columns, seed);
    const tree = await onThreads(threads, () => growTree({ matrix, linkage: linkage as Linkage }, silent));
    const { heights } = tree;
    expectClose([heights.reduce((sum, height) => sum + height, 0)], [wanted.sum]);
    expectClose(
      heights.filter((_, i) => i % 50 === 0),
      wanted.heights,
    );
    expectClose(heights.slice(-10).reverse(), wanted.greatest);
    expect([...sizesOf(cutTree({ tree, k: 7 }), 7)]).toEqual(wanted.sizesOf7);
  });
});
