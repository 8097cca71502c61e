import { expect, it } from 'vitest';
import { nextPlace } from '../../../src/renderer/charts/next-place.ts';

const place = (left: number, top: number, width = 10, height = 10) => ({ left, top, width, height });
/** Two rows of three, the last place empty. */
const cards = [place(0, 0), place(20, 0), place(40, 0), place(0, 20), place(20, 20)];

it('goes to what lies straight ahead, and along the reading order at the ends of rows', () => {
  expect(nextPlace('ArrowRight', cards, 0)).toBe(1);
  expect(nextPlace('ArrowDown', cards, 1)).toBe(4);
  expect(nextPlace('ArrowUp', cards, 3)).toBe(0);
  expect(nextPlace('ArrowRight', cards, 2)).toBe(3);
  expect(nextPlace('ArrowLeft', cards, 3)).toBe(2);
  // Nothing below: it stays where it is.
  expect(nextPlace('ArrowDown', cards, 2)).toBe(2);
  expect(nextPlace('ArrowLeft', cards, 0)).toBe(0);
  expect(nextPlace('End', cards, 1)).toBe(4);
  expect(nextPlace('Home', cards, 3)).toBe(0);
  expect(nextPlace('a', cards, 0)).toBeNull();
});

it('goes from tile to tile where they are of different size', () => {
  const tiles = [place(0, 0, 50, 40), place(50, 0, 50, 10), place(50, 10, 50, 30)];
  expect(nextPlace('ArrowRight', tiles, 0)).toBe(2);
  expect(nextPlace('ArrowDown', tiles, 1)).toBe(2);
  expect(nextPlace('ArrowLeft', tiles, 1)).toBe(0);
});
