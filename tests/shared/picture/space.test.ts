import { describe, expect, it } from 'vitest';
import { axisEnds, placeBetween, turnBy, viewOf } from '../../../src/shared/picture/space.ts';

describe('a cube that is turned', () => {
  it('is seen from the front as it is', () => {
    const see = viewOf({ yaw: 0, pitch: 0 });
    expect(see(0.5, 0.25, 0)).toEqual({ x: 0.5, y: 0.25, near: 0 });
    // The near side looks a little larger than the far one.
    expect(see(1, 1, 1).x).toBeGreaterThan(see(1, 1, -1).x);
  });

  it('keeps distances when it is turned, but for how near they are', () => {
    const see = viewOf({ yaw: 1.1, pitch: -0.4 });
    for (const [x, y, z] of [
      [1, 0, 0],
      [0.3, -0.7, 0.2],
      [-1, 1, 1],
    ] as const) {
      const { x: across, y: up, near } = see(x, y, z);
      const scale = 1 + 0.08 * near;
      expect(Math.hypot(across / scale, up / scale, near)).toBeCloseTo(Math.hypot(x, y, z), 12);
    }
  });

  it('brings its right side to the front by a quarter turn, and never stands on its head', () => {
    expect(viewOf({ yaw: -Math.PI / 2, pitch: 0 })(1, 0, 0).near).toBeCloseTo(1, 12);
    expect(turnBy({ yaw: 0, pitch: 1.5 }, -0.5, 2)).toEqual({ yaw: 2 * Math.PI - 0.5, pitch: Math.PI / 2 });
  });
});

describe('an axis of a cube', () => {
  it('ends where all but a few lie', () => {
    const values = Float64Array.from({ length: 1_000 }, (_, i) => (i < 3 ? 1e6 : i % 100));
    expect(axisEnds(values)).toEqual({ low: 0, high: 99 });
    expect(axisEnds(Float64Array.of(Number.NaN, 4))).toEqual({ low: 3.5, high: 4.5 });
    expect(axisEnds(new Float64Array())).toEqual({ low: 0, high: 1 });
    expect([-5, 0, 50, 100, 400].map((value) => placeBetween(value, 0, 100))).toEqual([-1, -1, 0, 1, 1]);
  });
});
