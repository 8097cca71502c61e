import { describe, expect, it } from 'vitest';
import { createDensity } from '../../../../src/renderer/charts/points/point-density.ts';
import { litBytes, type PointTile, paletteOf } from '../../../../src/renderer/charts/points/point-renderer.ts';

const [red, blue, grey] = ['#FF0000', '#0000FF', '#808080'];
const tileOf = (more: Partial<PointTile> = {}): PointTile => ({
  left: 0,
  top: 0,
  width: 40,
  height: 20,
  window: { x0: 0, x1: 1, y0: 0, y1: 1 },
  look: { kind: 'density', size: 3, opacity: 0.5, full: 25 },
  palette: paletteOf([red, blue], grey, null),
  dim: 0.125,
  dimColor: null,
  ...more,
});

/** So many points at each place. */
const pointsAt = (...places: readonly (readonly [x: number, y: number, label: number, count: number])[]) => ({
  xy: Float32Array.from(places.flatMap(([x, y, , count]) => Array.from({ length: count }, () => [x, y]).flat())),
  labels: Uint8Array.from(places.flatMap(([, , label, count]) => Array<number>(count).fill(label))),
  lit: null,
});

const pixel = ({ across, bytes }: { across: number; bytes: Uint8ClampedArray }, column: number, row: number) => [
  ...bytes.slice(4 * (row * across + column), 4 * (row * across + column) + 4),
];

describe('the density of points', () => {
  it('has a cell of two pixels, from below, stronger where more stand and with the mixed colour', () => {
    const picture = createDensity()(
      pointsAt([0.1, 0.1, 0, 400], [0.5, 0.5, 1, 20], [0.93, 0.93, 0, 200], [0.93, 0.93, 1, 200]),
      tileOf(),
      1,
    );
    expect([picture.across, picture.up, picture.cell]).toEqual([20, 10, 2]);
    const [many, few, mixed] = [pixel(picture, 2, 1), pixel(picture, 10, 5), pixel(picture, 18, 9)];
    expect(many).toEqual([255, 0, 0, 255]);
    expect(few[2]).toBe(few[3]);
    expect(few[3]!).toBeGreaterThan(100);
    expect(few[3]!).toBeLessThan(200);
    // Two colours mix as light does, not as their numbers.
    expect(mixed).toEqual([180, 0, 180, 255]);
    expect(pixel(picture, 2, 8)).toEqual([0, 0, 0, 0]);
  });

  it('is as strong on a finer screen, and shows nobody who is outside or has no place', () => {
    const points = pointsAt([0.5, 0.5, 0, 50], [-1000, -1000, 0, 9], [Number.NaN, 0.5, 0, 9], [1.2, 0.5, 1, 9]);
    const [plain, fine] = [createDensity()(points, tileOf(), 1), createDensity()(points, tileOf(), 2)];
    expect([fine.across, fine.up, fine.cell]).toEqual([20, 10, 4]);
    expect([...fine.bytes]).toEqual([...plain.bytes]);
    expect(plain.bytes.filter((_, at) => at % 4 === 2).every((blueness) => blueness === 0)).toBe(true);
    const closer = createDensity()(points, tileOf({ window: { x0: 0.5, x1: 1.5, y0: 0.45, y1: 0.55 } }), 1);
    expect(pixel(closer, 0, 5)[0]).toBeGreaterThan(0);
    expect(pixel(closer, 14, 5)[2]).toBeGreaterThan(0);
  });

  it('dims rows that are not chosen and labels that are not lit, in their colour or in another', () => {
    const points = pointsAt([0.25, 0.5, 0, 100], [0.75, 0.5, 1, 100]);
    const density = createDensity();
    const all = [...density(points, tileOf(), 1).bytes];
    const rows = Uint32Array.from({ length: 100 }, (_, row) => row);
    const chosen = density({ ...points, lit: litBytes(rows, 200) }, tileOf(), 1);
    const bright = pixel({ across: 20, bytes: Uint8ClampedArray.from(all) }, 15, 5);
    expect(pixel(chosen, 5, 5)).toEqual(pixel({ across: 20, bytes: Uint8ClampedArray.from(all) }, 5, 5));
    expect(pixel(chosen, 15, 5)[3]! / bright[3]!).toBeCloseTo(0.2, 1);
    expect(pixel(chosen, 15, 5).slice(0, 2)).toEqual([0, 0]);
    const turned = density(points, tileOf({ palette: paletteOf([red, blue], grey, [1]), dimColor: [0, 255, 0] }), 1);
    expect(pixel(turned, 5, 5)[1]).toBe(pixel(turned, 5, 5)[3]);
    expect(pixel(turned, 15, 5)).toEqual(bright);
    // And once more as in the beginning: nothing stays of what was drawn between.
    expect([...density(points, tileOf(), 1).bytes]).toEqual(all);
  });
});
