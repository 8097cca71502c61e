import { describe, expect, it } from 'vitest';
import { nameBranches } from '../../../src/renderer/screens/tree/name-branches.ts';
import { message } from '../../../src/shared/model/message.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import type { TreeView } from '../../../src/shared/model/tree.ts';

const tree: TreeView = {
  id: 7,
  snapshotId: 1,
  customers: 25,
  merges: [
    { left: -1, right: -2, height: 3, size: 20 },
    { left: 0, right: -3, height: 9, size: 25 },
  ],
  leaves: [
    { size: 10, height: 0, effects: [2] },
    { size: 10, height: 0, effects: [-1] },
    { size: 5, height: 0, effects: [0] },
  ],
  features: ['orders'],
  cutHeights: [10, 9, 3],
  suggestedK: 2,
};
const segment = (name: string, size: number, color: number, effect: number) => ({
  name: message('feature.column', { name }),
  size,
  color,
  profile: [{ feature: 'orders', mean: 1, median: 1, effect, level: 'same' }],
});
const segmentation = (treeId: number | null) =>
  ({
    treeId,
    k: 3,
    segments: [segment('Slow', 10, 4, -1), segment('Busy', 10, 2, 2), segment('Few', 5, 0, 0)],
  }) as unknown as Segmentation;

describe('branches below the cut', () => {
  it('wear the names and colours of the segments they became; equals are told apart by their means', () => {
    const named = nameBranches(tree, 3, segmentation(7));
    expect(named.map(({ name, color }) => [name, color])).toEqual([
      ['Busy', '#2E9E6B'],
      ['Slow', '#8A63C7'],
      ['Few', '#3B6FB6'],
    ]);
  });

  it('wear the colours they would get while the cut is not in use', () => {
    for (const named of [nameBranches(tree, 3, segmentation(null)), nameBranches(tree, 2, segmentation(7))]) {
      expect(named.every(({ name }) => name === null)).toBe(true);
      expect(named[0]!.color).toBe('#3B6FB6');
    }
  });
});
