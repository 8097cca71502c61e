import { describe, expect, it } from 'vitest';
import { axisWords, isReversed } from '../../../src/renderer/screens/map/axis-words.ts';
import { cutNotes } from '../../../src/renderer/screens/tree/cut-notes.ts';
import type { Feature } from '../../../src/shared/model/feature.ts';
import { message } from '../../../src/shared/model/message.ts';
import type { TreeView } from '../../../src/shared/model/tree.ts';
import { pictures } from '../../../src/shared/words/en/pictures.ts';
import type { WordList } from '../../../src/shared/words/phrase.ts';
import { formatOf } from '../../../src/shared/words/say.ts';

const feature = (key: string, name = message(`feature.${key}`)): Feature => ({
  key,
  name,
  unit: 'number',
  lineage: name,
  missing: 0,
});

describe('words around the pictures', () => {
  it('leave the analyst’s terms to Method details', () => {
    const terms = /\b(cluster|k-means|ward|centroid|silhouette|inertia|z-score|rfm|dendrogram)/i;
    const values = {
      k: 5,
      name: 'Best customers',
      share: 0.5,
      customers: 10,
      unit: 'days',
      value: 3,
      day: '2023-12-09',
      from: '2023-12-09',
      to: '2023-12-09',
      leaves: 60,
      count: 2,
      number: 1,
      revenueShare: 0.2,
      score: 0.3,
    };
    const said = Object.entries(pictures as WordList).map(
      ([key, phrase]) => [key, phrase(values, formatOf('en-GB'))] as const,
    );
    const jargon = said.filter(([key, text]) => !key.startsWith('pictures.method.') && terms.test(text));
    expect(jargon).toEqual([]);
    // The rule bites: Method details do speak that way.
    expect(said.some(([key, text]) => key.startsWith('pictures.method.') && terms.test(text))).toBe(true);
  });

  it('name a map axis by what grows along it', () => {
    const links = [
      { feature: feature('orders'), strength: 0.9 },
      { feature: feature('daysSinceLastOrder'), strength: -0.8 },
      { feature: feature('column:Age', message('feature.column', { name: 'Age' })), strength: 0.2 },
    ];
    expect(axisWords(links)).toBe('More orders, ordered more recently →');
    expect(axisWords([{ feature: links[2]!.feature, strength: -0.7 }])).toBe('Younger →');
    expect(axisWords([links[2]!])).toBe('Similar customers lie close together');
  });

  it('turn an axis towards more: of money where it tells of that', () => {
    const days = { feature: feature('daysSinceLastOrder'), strength: 0.9 };
    expect(isReversed([days, { feature: feature('totalSpent'), strength: -0.8 }])).toBe(true);
    expect(isReversed([days, { feature: feature('totalSpent'), strength: -0.1 }])).toBe(false);
    expect(isReversed([])).toBe(false);
  });
});

describe('notes on how many segments', () => {
  const tree: TreeView = {
    id: 1,
    snapshotId: 1,
    customers: 100,
    merges: [
      { left: -1, right: -2, height: 5, size: 60 },
      { left: -3, right: -4, height: 5.2, size: 40 },
      { left: 0, right: 1, height: 10, size: 100 },
    ],
    leaves: [59, 1, 20, 20].map((size) => ({ size, height: 0, effects: [] })),
    features: [],
    cutHeights: [11, 10, 5.2, 5],
    suggestedK: 3,
  };

  it('say what is recommended, too large or too small', () => {
    expect(cutNotes(tree, 3).map(({ k, note }) => [k, note])).toEqual([
      [2, 'largest 60\u00a0%'],
      [3, 'recommended'],
      [4, 'largest 59\u00a0%'],
    ]);
  });

  it('say where two are nearly alike, and where all are clearly apart', () => {
    const even = {
      ...tree,
      leaves: [25, 25, 25, 25].map((size) => ({ size, height: 0, effects: [] })),
      merges: tree.merges.map((merge) => ({ ...merge, size: merge.size === 100 ? 100 : 50 })),
      suggestedK: 4,
    };
    expect(cutNotes(even, 2).map(({ note }) => note)).toEqual(['clearly apart', 'two nearly alike', 'recommended']);
  });
});
