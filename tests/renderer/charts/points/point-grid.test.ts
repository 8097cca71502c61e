import { describe, expect, it } from 'vitest';
import { gridOf, type Place } from '../../../../src/renderer/charts/points/point-grid.ts';
import { placesOf } from '../../../../src/renderer/charts/points/point-places.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const n = 5000;
const random = createRandom(7);
// Crowded at the left, as shops are; one in fifty has no place.
const x = Float64Array.from({ length: n }, (_, row) => (row % 50 === 3 ? Number.NaN : random() ** 3 * 80 - 20));
const y = Float64Array.from({ length: n }, () => random() * 3 + 1000);
const places = placesOf(x, y);
const grid = gridOf(places);
const at = (row: number): Place => [places.xy[2 * row]!, places.xy[2 * row + 1]!];
const known = Array.from({ length: n }, (_, row) => row).filter((row) => !Number.isNaN(x[row]!));

const crossings = (loop: readonly Place[], [px, py]: Place): number =>
  loop.filter(([x1, y1], i) => {
    const [x2, y2] = loop[(i + 1) % loop.length]!;
    return y1 > py !== y2 > py && px < ((x2 - x1) * (py - y1)) / (y2 - y1) + x1;
  }).length;

describe('the grid of points', () => {
  it('finds everybody in a box, in order, and nobody without a place', () => {
    const box = { x0: 0.1, x1: 0.4, y0: 0.2, y1: 0.9 };
    const inside = known.filter((row) => {
      const [px, py] = at(row);
      return px >= box.x0 && px <= box.x1 && py >= box.y0 && py <= box.y1;
    });
    expect(inside.length).toBeGreaterThan(300);
    expect([...grid.inBox(box)]).toEqual(inside);
    expect([...grid.inBox({ x0: -1, x1: 2, y0: -1, y1: 2 })]).toEqual(known);
  });
  it('finds everybody in a bent loop that crosses itself', () => {
    const loop: Place[] = Array.from({ length: 90 }, (_, i) => {
      const turn = (i / 90) * 4 * Math.PI;
      const far = 0.15 + 0.25 * Math.abs(Math.cos(turn * 0.75));
      return [0.3 + far * Math.cos(turn), 0.5 + far * Math.sin(turn)];
    });
    const inside = known.filter((row) => crossings(loop, at(row)) % 2 === 1);
    expect(inside.length).toBeGreaterThan(300);
    expect([...grid.inLoop(loop)]).toEqual(inside);
    // A loop beside everybody holds nobody.
    expect(
      grid.inLoop([
        [2, 2],
        [3, 2],
        [3, 3],
      ]),
    ).toHaveLength(0);
  });
  it('finds the nearest within reach, by the reach’s own scale', () => {
    for (const [px, py] of [
      [0.02, 0.5],
      [0.5, 0.5],
      [0.9, 0.1],
    ] as const) {
      const [reachX, reachY] = [0.03, 0.12];
      const far = (row: number) => ((at(row)[0] - px) / reachX) ** 2 + ((at(row)[1] - py) / reachY) ** 2;
      const best = known.filter((row) => far(row) <= 1).sort((a, b) => far(a) - far(b))[0] ?? null;
      expect(grid.nearest(px, py, reachX, reachY)).toBe(best);
    }
    expect(grid.nearest(3, 3, 0.1, 0.1)).toBeNull();
    const first = known[0]!;
    expect(grid.nearest(...at(first), 0.1, 0.1, (row) => row !== first)).not.toBe(first);
  });
});
