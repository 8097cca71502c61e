import { describe, expect, it } from 'vitest';
import { treeShape } from '../../../src/renderer/charts/tree/tree-shape.ts';
import { axisWords, isReversed } from '../../../src/renderer/screens/map/axis-words.ts';
import { cutNotes } from '../../../src/renderer/screens/tree/cut-notes.ts';
import type { Feature } from '../../../src/shared/model/feature.ts';
import { message } from '../../../src/shared/model/message.ts';
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
  /** Merges as [left, right, height] over so many customers of one size each. */
  const shapeOf = (customers: number, merges: readonly (readonly [number, number, number])[]) =>
    treeShape(customers, {
      left: Int32Array.from(merges, ([left]) => left),
      right: Int32Array.from(merges, ([, right]) => right),
      heights: Float64Array.from(merges, ([, , height]) => height),
    });

  it('say what is recommended, too large or too small', () => {
    // Six of ten join late, one of them last; then four others.
    const shape = shapeOf(10, [
      [0, 1, 1],
      [10, 2, 1],
      [11, 3, 1],
      [12, 4, 1],
      [6, 7, 1],
      [8, 9, 1],
      [13, 5, 5],
      [14, 15, 5.2],
      [16, 17, 10],
    ]);
    expect(cutNotes(shape, 3, 4).map(({ k, note }) => [k, note])).toEqual([
      [2, 'largest 60\u00a0%'],
      [3, 'recommended'],
      [4, 'clearly apart'],
    ]);
  });

  it('say where two are nearly alike, and where all are clearly apart', () => {
    const shape = shapeOf(8, [
      [0, 1, 1],
      [2, 3, 1],
      [4, 5, 1],
      [6, 7, 1],
      [8, 9, 5],
      [10, 11, 5.2],
      [12, 13, 10],
    ]);
    const notes = cutNotes(shape, 4, 4);
    expect(notes.map(({ note }) => note)).toEqual(['clearly apart', 'two nearly alike', 'recommended']);
    expect(notes.map(({ recommended }) => recommended)).toEqual([false, false, true]);
  });
});
