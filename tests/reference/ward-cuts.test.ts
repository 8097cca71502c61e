import { describe, expect, it } from 'vitest';
import { silent } from '../../src/shared/engine/progress.ts';
import { cutAtHeight, cutTree } from '../../src/shared/engine/tree/cut.ts';
import { growTree } from '../../src/shared/engine/tree/grow.ts';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { onThreads } from '../support/machine.ts';
import { pointMatrix } from './points.ts';
import reference from './ward-cuts.json' with { type: 'json' };

describe.each([0, 2])('Ward’s tree on %i threads of kernels', (threads) => {
  const grow = () =>
    onThreads(threads, () =>
      growTree({ matrix: pointMatrix(reference.rows, reference.columns, reference.seed), linkage: 'ward' }, silent),
    );

  it('has SciPy’s heights', async () => {
    const { heights } = await grow();
    expect(heights).toHaveLength(reference.heights.length);
    reference.heights.forEach((height, i) => {
      expect(Math.abs(heights[i]! - height) / height).toBeLessThan(1e-12);
    });
  });

  it('is cut as SciPy’s fcluster cuts', async () => {
    const tree = await grow();
    for (const { k, labels } of reference.byParts) expect(adjustedRandIndex(cutTree({ tree, k }), labels)).toBe(1);
    for (const { height, labels } of reference.byHeight) {
      const found = cutAtHeight(tree, height);
      expect(new Set(found).size).toBe(new Set(labels).size);
      expect(adjustedRandIndex(found, labels)).toBe(1);
    }
  });
});
