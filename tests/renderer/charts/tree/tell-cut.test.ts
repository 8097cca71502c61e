import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCutTeller } from '../../../../src/renderer/charts/tree/tell-cut.ts';
import { straightCut } from '../../../../src/renderer/charts/tree/tree-cut.ts';
import { sumsAlong } from '../../../../src/renderer/charts/tree/tree-shape.ts';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { cutTree } from '../../../../src/shared/engine/tree/cut.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import type { Segmentation } from '../../../../src/shared/model/segmentation.ts';
import { treeOf } from '../../../shared/engine/tree/trees.ts';
import { shapeOf, someRows } from './grown.ts';

/** Segments in use: ids from 100 on, colours from 5 on. */
const inUseOf = (labels: Int32Array, k: number) => ({
  labels,
  segmentation: {
    segments: [...sizesOf(labels, k)].map((size, label) => ({ id: 100 + label, label, color: 5 + label, size })),
  } as unknown as Segmentation,
});

describe('what a cut would give', () => {
  it('says everybody’s label, every size and every sum, whatever was told before', () => {
    fc.assert(
      fc.property(someRows, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), (rows, ks) => {
        const tree = treeOf(rows);
        const shape = shapeOf(tree);
        const spent = rows.map(([x], row) => x + row);
        const first = cutTree({ tree, k: Math.min(3, differentRows(tree)) });
        const teller = createCutTeller(shape, inUseOf(first, Math.max(...first) + 1), sumsAlong(shape, spent));
        for (const k of ks) {
          const { segments, labels } = teller.tell(straightCut(shape, k));
          const all = segments.map(({ label }) => label);
          expect(new Set(all).size).toBe(segments.length);
          expect(new Set(segments.map(({ color }) => color)).size).toBe(segments.length);
          for (const { label, size, revenue } of segments) {
            const own = [...labels.keys()].filter((row) => labels[row] === label);
            expect(own).toHaveLength(size);
            expect(revenue).toBeCloseTo(
              own.reduce((sum, row) => sum + spent[row]!, 0),
              8,
            );
          }
        }
      }),
    );
  });

  it('lets segments in use go on with their colours, and says when it is the cut in use', () => {
    const rows = [[0], [1], [10], [11.5], [50], [50.5], [52]];
    const tree = treeOf(rows);
    const shape = shapeOf(tree);
    const teller = createCutTeller(shape, inUseOf(cutTree({ tree, k: 3 }), 3), null);
    const same = teller.tell(straightCut(shape, 3));
    expect(teller.cutInUse).toEqual(straightCut(shape, 3));
    expect(same.inUse).toBe(true);
    expect(same.segments.every((one) => one.same && one.segmentId === 95 + one.color && one.revenue === null)).toBe(
      true,
    );
    const more = teller.tell(straightCut(shape, 4));
    expect(more.inUse).toBe(false);
    const known = more.segments.filter(({ segmentId }) => segmentId !== null);
    for (const { segmentId, color } of known) expect(color).toBe(segmentId! - 95);
    for (const { color } of more.segments.filter(({ segmentId }) => segmentId === null)) expect(color).toBeLessThan(5);
    expect(teller.tell(straightCut(shape, 3)).segments).toEqual(same.segments);
  });

  it('keeps a new branch’s colour when the line goes away and comes back', () => {
    const rows = Array.from({ length: 24 }, (_, i) => [i * i]);
    const shape = shapeOf(treeOf(rows));
    const teller = createCutTeller(shape, null, null);
    const colorsAt = (k: number) => teller.tell(straightCut(shape, k)).segments.map(({ node, color }) => [node, color]);
    const five = colorsAt(5);
    for (const k of [6, 7, 6]) colorsAt(k);
    expect(colorsAt(5)).toEqual(five);
    const thirty = createCutTeller(shapeOf(treeOf(Array.from({ length: 40 }, (_, i) => [i ** 3]))), null, null);
    expect(thirty.cutInUse).toBeNull();
  });
});
