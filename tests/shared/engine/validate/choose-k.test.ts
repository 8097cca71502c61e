import { describe, expect, it } from 'vitest';
import { chooseK } from '../../../../src/shared/engine/validate/choose-k.ts';
import type { KScore } from '../../../../src/shared/model/segmentation.ts';
import { say } from '../../../../src/shared/words/say.ts';

/** Scores from k = 2 on: silhouette, smallest and largest share. */
const scores = (...given: [number | null, number, number][]): KScore[] =>
  given.map(([silhouette, smallestShare, largestShare], i) => ({
    k: i + 2,
    inertia: 1,
    silhouette,
    smallestShare,
    largestShare,
  }));

describe('chooseK', () => {
  it('takes the best silhouette of all by that rule, the fewer of equal ones', () => {
    const given = scores([0.4, 0.1, 0.9], [0.5, 0.1, 0.5], [0.5, 0.1, 0.5], [null, 0.1, 0.5]);
    expect(chooseK(given, 'silhouette')).toMatchObject({ k: 3, statisticalK: 3 });
  });

  it('serves with four to seven, a near tie going to five', () => {
    const given = scores(
      [0.9, 0.3, 0.7],
      [0.8, 0.2, 0.4],
      [0.4, 0.1, 0.4],
      [0.38, 0.1, 0.3],
      [0.39, 0.1, 0.2],
      [0.1, 0.1, 0.2],
    );
    expect(chooseK(given, 'serves')).toMatchObject({ k: 5, statisticalK: 2 });
    const clear = scores([0.9, 0.3, 0.7], [0.8, 0.2, 0.4], [0.4, 0.1, 0.4], [0.36, 0.1, 0.3], [0.36, 0.1, 0.2]);
    expect(chooseK(clear, 'serves').k).toBe(4);
    const sixOrFour = scores([0.9, 0.3, 0.7], [0.8, 0.2, 0.4], [0.4, 0.1, 0.4], [0.3, 0.1, 0.3], [0.39, 0.1, 0.2]);
    expect(chooseK(sixOrFour, 'serves').k).toBe(6);
  });

  it('passes over numbers with a segment of more than half or less than 3 %', () => {
    const given = scores(
      [0.9, 0.3, 0.7],
      [0.8, 0.2, 0.4],
      [0.7, 0.1, 0.51],
      [0.6, 0.029, 0.3],
      [0.1, 0.03, 0.5],
      [0.05, 0.2, 0.2],
    );
    expect(chooseK(given, 'serves')).toMatchObject({ k: 6, reason: { key: 'segmentation.reason.serves' } });
  });

  it('takes the least uneven where every one is', () => {
    const given = scores([0.9, 0.3, 0.7], [0.8, 0.2, 0.4], [0.7, 0.01, 0.6], [0.6, 0.02, 0.6], [0.5, 0.02, 0.55]);
    expect(chooseK(given, 'serves')).toMatchObject({ k: 6, reason: { key: 'segmentation.reason.uneven' } });
  });

  it('leaves very few different customers to the silhouette, and one kind of customer to itself', () => {
    expect(chooseK(scores([0.4, 0.4, 0.6], [0.5, 0.3, 0.4]), 'serves').k).toBe(3);
    expect(chooseK([], 'serves')).toMatchObject({ k: 1, statisticalK: 1 });
  });

  it('says why in a shopkeeper’s words', () => {
    const five = chooseK(scores([0.9, 0.3, 0.7], [0.8, 0.2, 0.4], [0.4, 0.1, 0.4], [0.4, 0.06, 0.294]), 'serves');
    expect(say(five.reason)).toBe(
      'Five segments: enough to treat differently, none too small to bother with. The largest holds 29 % of your customers, the smallest 6 %.',
    );
    const all = [five, chooseK(scores([0.4, 0.4, 0.6]), 'serves'), chooseK([], 'serves')].map(({ reason }) =>
      say(reason),
    );
    for (const sentence of all) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/segmentation\.|cluster|silhouette|k-means|NaN|undefined/);
    }
  });
});
