import { describe, expect, it } from 'vitest';
import { knownArrangement } from '../../../../src/renderer/screens/map/use-map-data.ts';
import type { Segmentation } from '../../../../src/shared/model/segmentation.ts';

const segmentation = { features: [{ key: 'orders' }, { key: 'totalSpent' }] } as unknown as Segmentation;

describe('knownArrangement', () => {
  it('keeps what is chosen as long as its facts are there', () => {
    const chosen = { by: 'facts', x: 'orders', y: 'totalSpent' } as const;
    expect(knownArrangement(segmentation, chosen)).toBe(chosen);
    expect(knownArrangement(segmentation, { by: 'neighbours' })).toEqual({ by: 'neighbours' });
  });
  it('goes back to likeness where a fact is gone', () => {
    expect(knownArrangement(segmentation, { by: 'facts', x: 'orders', y: 'returned' })).toEqual({ by: 'likeness' });
    expect(knownArrangement(segmentation, { by: 'space', x: 'orders', y: 'totalSpent', z: 'returned' })).toEqual({
      by: 'likeness',
    });
  });
});
