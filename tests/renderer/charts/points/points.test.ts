import { describe, expect, it } from 'vitest';
import { logTicks } from '../../../../src/renderer/charts/log-axis.ts';
import { evenTicks, ticksOf } from '../../../../src/renderer/charts/points/axis-ticks.ts';
import { lookOf } from '../../../../src/renderer/charts/points/point-look.ts';
import { placesOf, windowOf } from '../../../../src/renderer/charts/points/point-places.ts';
import { labelBytes, litBytes, paletteOf } from '../../../../src/renderer/charts/points/point-renderer.ts';
import { homeView, keepInside, moveBy, zoomAt } from '../../../../src/renderer/charts/points/view.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

describe('a view', () => {
  const home = homeView([0, 100], [5, 5]);
  it('has room around everybody, also where all are alike', () => {
    expect(home.x0).toBeLessThan(0);
    expect(home.x1).toBeGreaterThan(100);
    expect(home.y0).toBeLessThan(5);
    expect(home.y1).toBeGreaterThan(5);
  });
  it('keeps the place under the pointer while it zooms', () => {
    const near = zoomAt(home, 0.5, 0.25, 0.75);
    expect(near.x0 + (near.x1 - near.x0) * 0.25).toBeCloseTo(home.x0 + (home.x1 - home.x0) * 0.25, 9);
    expect(near.y0 + (near.y1 - near.y0) * 0.75).toBeCloseTo(home.y0 + (home.y1 - home.y0) * 0.75, 9);
  });
  it('never leaves everybody and never comes or goes too far', () => {
    const lost = keepInside(moveBy(home, 7, -7), home);
    expect((lost.x0 + lost.x1) / 2).toBeCloseTo(home.x1, 9);
    const far = keepInside(zoomAt(home, 1000), home);
    expect(far.x1 - far.x0).toBeLessThan(2 * (home.x1 - home.x0));
    const close = keepInside(zoomAt(home, 1e-9), home);
    expect(close.x1 - close.x0).toBeGreaterThan(1e-4);
  });
});

describe('places', () => {
  it('are 0 … 1, far away where a value is missing, and the same object for the same columns', () => {
    const [x, y] = [Float64Array.of(10, 20, Number.NaN, 15), Float64Array.of(0, 4, 1, 2)];
    const places = placesOf(x, y);
    expect([...places.xy.slice(0, 4), ...places.xy.slice(6)]).toEqual([0, 0, 1, 1, 0.5, 0.5]);
    expect(places.xy[4]).toBeLessThan(-100);
    expect(places.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(placesOf(x, y)).toBe(places);
    expect(windowOf(places, { x0: 10, x1: 15, y0: 0, y1: 8 })).toEqual({ x0: 0, x1: 0.5, y0: 0, y1: 2 });
  });
});

describe('bytes', () => {
  it('are labels, with one for all that have none', () => {
    expect([...labelBytes(Int32Array.of(0, 2, -1, 3), 3)]).toEqual([0, 2, 255, 255]);
  });
  it('light rows and labels', () => {
    expect([...litBytes(Uint32Array.of(1, 3), 4)!]).toEqual([0, 1, 0, 1]);
    expect(litBytes(null, 4)).toBeNull();
    const palette = paletteOf(['#102030', '#FFFFFF'], '#9AA0A6', [1]);
    expect([...palette.slice(0, 8)]).toEqual([16, 32, 48, 0, 255, 255, 255, 255]);
    expect(palette[255 * 4 + 3]).toBe(0);
    expect(paletteOf(['#102030'], '#9AA0A6', [-1])[255 * 4 + 3]).toBe(255);
  });
});

describe('how points look', () => {
  const cloud = (n: number) => {
    const random = createRandom(3);
    const values = () => Float64Array.from({ length: n }, () => random() + random() + random());
    return placesOf(values(), values());
  };
  const all = { x0: 0, x1: 1, y0: 0, y1: 1 };
  it('is dots for few, smaller and fainter the more there are, and shades where they would lie on each other', () => {
    const [few, more, many] = [300, 6000, 400_000].map((n) => lookOf(cloud(n), all, 800, 500));
    expect([few!.kind, more!.kind, many!.kind]).toEqual(['dots', 'dots', 'density']);
    expect(few!.size).toBeGreaterThan(more!.size);
    expect(few!.opacity).toBeGreaterThan(more!.opacity);
    expect(many!.full).toBeGreaterThan(0.5);
  });
  it('is dots again when somebody comes close', () => {
    const places = cloud(400_000);
    expect(lookOf(places, { x0: 0.5, x1: 0.53, y0: 0.5, y1: 0.53 }, 800, 500).kind).toBe('dots');
  });
});

describe('ticks', () => {
  it('are round and inside', () => {
    expect(evenTicks(-0.3, 1.04, 5)).toEqual([0, 0.5, 1]);
    expect(evenTicks(3, 3, 5)).toEqual([]);
    expect(ticksOf(0, 730, false, 8).map(({ value }) => value)).toEqual([0, 100, 200, 300, 400, 500, 600, 700]);
  });
  it('stand where their values are on a tenfold axis, however close', () => {
    const wide = ticksOf(-0.2, Math.log1p(4000), true, 6);
    expect(wide.map(({ value }) => value)).toEqual([0, 1, 3, 10, 30, 100, 300, 1000, 3000]);
    const close = ticksOf(Math.log1p(110), Math.log1p(190), true, 6);
    expect(close.length).toBeGreaterThanOrEqual(3);
    for (const { at, value } of close) expect(at).toBeCloseTo(Math.log1p(value), 12);
  });
  it('in log(1 + value) name 0 and round figures up to the greatest', () => {
    expect(logTicks(210).map(({ value }) => value)).toEqual([0, 1, 3, 10, 30, 100]);
    expect(logTicks(0).map(({ value }) => value)).toEqual([0]);
    expect(logTicks(280_206).map(({ value }) => value)).toEqual([0, 1, 10, 100, 1000, 10_000, 100_000]);
  });
});
