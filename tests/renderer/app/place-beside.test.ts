import { expect, it } from 'vitest';
import { placeBeside } from '../../../src/renderer/app/place-beside.ts';
import { presentationScale } from '../../../src/renderer/app/use-presentation-scale.ts';

const room = { width: 1000, height: 700 };
const card = { width: 300, height: 160 };

it('stands to the right where there is room, else to the left, below or above', () => {
  expect(placeBeside({ target: { left: 100, top: 100, width: 200, height: 100 }, room }, card).left).toBe(318);
  expect(placeBeside({ target: { left: 700, top: 100, width: 290, height: 500 }, room }, card).left).toBe(382);
  expect(placeBeside({ target: { left: 20, top: 20, width: 960, height: 100 }, room }, card).top).toBe(138);
  expect(placeBeside({ target: { left: 20, top: 400, width: 960, height: 290 }, room }, card).top).toBe(222);
});

it('stays within the window whatever it speaks of', () => {
  for (const target of [null, { left: 0, top: 0, width: 1000, height: 700 }]) {
    const { left, top } = placeBeside({ target, room }, card);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + card.width).toBeLessThanOrEqual(room.width);
    expect(top + card.height).toBeLessThanOrEqual(room.height);
  }
});

it('draws a window larger the wider it is, and never less than a quarter', () => {
  expect([1024, 1440, 1920, 5000].map(presentationScale)).toEqual([1.25, 1.36, 1.81, 3]);
});
