import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../src/renderer/charts/points/point-places.ts';
import { chartTheme } from '../../../../src/renderer/charts/theme.ts';
import { arrowsOf } from '../../../../src/renderer/screens/map/map-arrows.ts';
import { nextTarget } from '../../../../src/renderer/screens/map/map-cursor.ts';
import { boxesMeet, placeNames, pointsUnder } from '../../../../src/renderer/screens/map/map-names.ts';
import { centresOf, colorsByLabel, rowsBySegment } from '../../../../src/renderer/screens/map/map-picture.ts';
import { outlineOf, outlineShare } from '../../../../src/renderer/screens/map/outline.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const axis = (values: number[]) => ({ title: 'Orders', values: Float64Array.from(values), log: false, bare: false });
const picture = {
  x: axis([1, 2, 3, Number.NaN, 5]),
  y: axis([1, 1, 4, 1, 1]),
  labels: Int32Array.of(1, 0, 1, 0, -1),
  segments: [
    { id: 70, label: 1, name: 'Best customers', color: '#3B6FB6', size: 2 },
    { id: 71, label: 0, name: 'Long gone', color: '#E08A1E', size: 2 },
  ],
};
const widthOf = (text: string, size: number) => text.length * size * 0.55;
const room = { width: 800, height: 480 };

describe('the customers of a map', () => {
  it('stand with their segment; who has no value or no segment is in none', () => {
    const rows = rowsBySegment(picture);
    expect(rows.map((own) => [...own])).toEqual([[0, 2], [1]]);
    expect(centresOf(picture, rows).map(({ segment, x, y }) => [segment.id, x, y])).toEqual([
      [70, 3, 4],
      [71, 2, 1],
    ]);
    expect(colorsByLabel(picture.segments)).toEqual(['#E08A1E', '#3B6FB6']);
  });
});

describe('names on the map', () => {
  const random = createRandom(11);
  const near = () => random() + random() + random() - 1.5;
  const [x, y] = [Float64Array.from({ length: 3000 }, near), Float64Array.from({ length: 3000 }, near)];
  const places = placesOf(x, y);
  const window = { x0: -0.3, x1: 1.3, y0: -0.3, y1: 1.3 };
  const under = pointsUnder(places, window, room);
  const whole = { x: 400, y: 240, ...room };

  it('know how many dots lie below', () => {
    expect(under(whole)).toBe(3000);
    expect(under({ x: 40, y: 20, width: 80, height: 40 })).toBe(0);
    expect(under({ x: 400, y: 240, width: 100, height: 60 })).toBeGreaterThan(200);
  });
  it('cover no other name, no middle and no edge, however many there are', () => {
    const wanted = Array.from({ length: 30 }, (_, id) => ({
      id,
      text: id % 3 === 0 ? 'Spend more on everything, more Catalog Purchases' : 'عملاء أوفياء',
      color: '#3B6FB6',
      x: 200 + random() * 400,
      y: 120 + random() * 240,
    }));
    const placed = placeNames(wanted, room, [], under, 3000, widthOf).flatMap(({ box }) => box ?? []);
    expect(placed.length).toBeGreaterThan(20);
    placed.forEach((box, i) => {
      expect(placed.slice(i + 1).some((other) => boxesMeet(box, other))).toBe(false);
      expect(wanted.some(({ x: cx, y: cy }) => boxesMeet(box, { x: cx, y: cy, width: 12, height: 12 }))).toBe(false);
      expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width / 2).toBeLessThanOrEqual(room.width);
    });
  });
  it('move out of the crowd where there is room', () => {
    const one = { id: 1, text: 'Everybody', color: '#3B6FB6', x: 400, y: 240 };
    const [name] = placeNames([one], room, [], under, 3000, widthOf);
    const straight = { ...name!.box!, x: 400, y: 240 - 30 };
    expect(under(name!.box!)).toBeLessThan(under(straight) / 2);
  });
});

describe('an outline', () => {
  const random = createRandom(5);
  /** A half moon, and three customers far away from it. */
  const moon = Array.from({ length: 2000 }, () => {
    const turn = random() * Math.PI;
    const far = 0.3 + (random() - 0.5) * 0.06;
    return [0.5 + far * Math.cos(turn), 0.3 + far * Math.sin(turn)] as const;
  });
  const points = [...moon, [0.02, 0.98], [0.98, 0.98], [0.5, 0.02]] as const;
  const xy = Float32Array.from(points.flat());
  const loops = outlineOf(xy, Int32Array.from(points.keys()));
  const inside = (px: number, py: number): boolean =>
    loops.reduce((within, loop) => {
      const crossed = loop.filter(([x1, y1], i) => {
        const [x2, y2] = loop[(i + 1) % loop.length]!;
        return y1 > py !== y2 > py && px < ((x2 - x1) * (py - y1)) / (y2 - y1) + x1;
      });
      return crossed.length % 2 === 1 ? !within : within;
    }, false);

  it('holds about the share that it says and leaves out the furthest', () => {
    const held = points.filter(([px, py]) => inside(px, py)).length / points.length;
    expect(held).toBeGreaterThan(outlineShare - 0.04);
    expect(held).toBeLessThan(outlineShare + 0.06);
    for (const [px, py] of points.slice(2000)) expect(inside(px!, py!)).toBe(false);
  });
  it('follows a bend', () => {
    expect(inside(0.5, 0.6)).toBe(true);
    expect(inside(0.5, 0.4)).toBe(false);
  });
  it('is none for two', () => {
    expect(outlineOf(xy, [0, 1])).toEqual([]);
  });
});

describe('arrows', () => {
  const pulls = [
    { name: 'Total spent', across: 0.8, up: 0.3 },
    { name: 'Orders', across: 0.78, up: 0.32 },
    { name: 'Days since last order', across: -0.7, up: 0.1 },
    { name: 'Web visits', across: 0.1, up: 0.05 },
  ];
  it('stand for the facts that pull, and their names do not cover each other', () => {
    const { marks, taken } = arrowsOf(pulls, { x: 400, y: 240 }, room, chartTheme('light'), widthOf);
    const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual(['Total spent', 'Orders', 'Days since last order']);
    const names = taken.slice(0, words.length);
    names.forEach((box, i) => {
      expect(names.slice(i + 1).some((other) => boxesMeet(box, other))).toBe(false);
    });
  });
});

describe('arrow keys', () => {
  const targets = [
    { id: 'left', x: 0, y: 10 },
    { id: 'right', x: 100, y: 12 },
    { id: 'above', x: 40, y: 90 },
  ];
  it('go to the nearest that way, and nowhere where nothing lies', () => {
    const from = { x: 50, y: 10 };
    expect(nextTarget(targets, from, [1, 0])?.id).toBe('right');
    expect(nextTarget(targets, from, [-1, 0])?.id).toBe('left');
    expect(nextTarget(targets, from, [0, 1])?.id).toBe('above');
    expect(nextTarget(targets, from, [0, -1])).toBeNull();
  });
});
