import { expect, it } from 'vitest';
import { app } from '../../src/shared/words/en/app.ts';
import { compare } from '../../src/shared/words/en/compare.ts';
import { everyday } from '../../src/shared/words/en/everyday.ts';
import { trust } from '../../src/shared/words/en/trust.ts';
import { createFormat } from '../../src/shared/words/format.ts';
import type { Phrase } from '../../src/shared/words/phrase.ts';

const jargon =
  /cluster|jaccard|bootstrap|t-sne|k-means|ward\b|centroid|silhouette|inertia|z-score|\brfm\b|dendrogram|invalid/i;
const format = createFormat('en-GB');

/** What stands behind Method details only. */
const isAnalysts = (key: string): boolean =>
  /^trust\.(method|sweep|axes)|^neighbours\.method|^compare\.(method|ways\.method)/.test(key);
const shown = Object.entries({ ...app, ...compare, ...everyday, ...trust } as Record<string, Phrase>).filter(
  ([key]) => !isAnalysts(key),
);

it.each(shown)('%s is in a shopkeeper’s words', (_key, phrase) => {
  const text = phrase(
    {
      firstDay: null,
      lastDay: null,
      day: '2023-12-09',
      asOf: '2023-12-09',
      from: '2023-11-09',
      to: '2023-12-09',
      names: 'x',
      a: 'x',
      b: 'y',
      name: 'x',
      customers: 2,
      orders: 3,
    },
    format,
  );
  expect(text).not.toMatch(jargon);
  expect(text.trim()).not.toBe('');
});
