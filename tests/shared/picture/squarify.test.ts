import fc from 'fast-check';
import { expect, it } from 'vitest';
import { squarify } from '../../../src/shared/picture/squarify.ts';

const room = { x: 0, y: 0, width: 600, height: 400 };

it('lays the example of Bruls, Huizing & van Wijk out as they do', () => {
  const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
  expect(boxes[0]).toEqual({ x: 0, y: 0, width: 3, height: 2 });
  expect(boxes[1]).toEqual({ x: 0, y: 2, width: 3, height: 2 });
  expect(boxes[2]!.width * boxes[2]!.height).toBeCloseTo(4, 9);
});

it('gives areas in proportion that fill the room without covering each other', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }), (some) => {
      const values = [...some].sort((a, b) => b - a);
      const all = values.reduce((sum, value) => sum + value, 0);
      const boxes = squarify(values, room);
      boxes.forEach(({ x, y, width, height }, i) => {
        expect((width * height) / 240_000).toBeCloseTo(values[i]! / all, 6);
        expect(x + width).toBeLessThanOrEqual(600 + 1e-6);
        expect(y + height).toBeLessThanOrEqual(400 + 1e-6);
        for (const other of boxes.slice(0, i)) {
          const across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
          const down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
          expect(Math.min(across, down)).toBeLessThan(1e-6);
        }
      });
    }),
    { numRuns: 60 },
  );
});

it('gives nothing room for nothing', () => {
  const boxes = squarify([3, 0, -1], room);
  expect(boxes[0]).toEqual(room);
  expect(boxes.slice(1).every(({ width, height }) => width === 0 && height === 0)).toBe(true);
  expect(squarify([0], room)[0]!.width).toBe(0);
});
