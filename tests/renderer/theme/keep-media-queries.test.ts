import { expect, it } from 'vitest';
import { keepMediaQueries } from '../../../src/renderer/theme/keep-media-queries.ts';

it('asks each question once, and gives everybody the same live answer', () => {
  const asked: string[] = [];
  const window = {
    matchMedia: (query: string) => {
      asked.push(query);
      return { media: query } as MediaQueryList;
    },
  };
  keepMediaQueries(window);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  expect(window.matchMedia('(prefers-color-scheme: dark)')).toBe(dark);
  expect(window.matchMedia('(prefers-reduced-motion)')).not.toBe(dark);
  expect(asked).toEqual(['(prefers-color-scheme: dark)', '(prefers-reduced-motion)']);
});
