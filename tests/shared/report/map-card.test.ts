import { describe, expect, it } from 'vitest';
import { makeMaterial } from '../../../src/shared/report/make-material.ts';
import { axisRange, positionOn } from '../../../src/shared/report/map-range.ts';
import { cardOf, pageOf, reportInput, shopKinds } from './report-fixture.ts';

const mapOf = (input: ReturnType<typeof reportInput>) => makeMaterial(input).map;

describe('the map of customers', () => {
  it('holds every customer of a small shop, as many of each segment as there are', () => {
    const kinds = shopKinds.map((kind, i) => ({ ...kind, size: 40 + 10 * i }));
    const input = reportInput(kinds);
    const { dots, shown } = mapOf(input)!;
    expect(dots.map((flat) => flat.length / 2)).toEqual([...input.segmentation.segments.map(({ size }) => size), 0]);
    expect(shown).toBe(300);
    const page = pageOf(input, cardOf('map'));
    expect(page).toContain('300 in all');
    expect(page.match(/h0/g)).toHaveLength(300);
  });

  it('holds four thousand of a large one by lot, the same ones every time', () => {
    const input = reportInput();
    const map = mapOf(input)!;
    expect(map.dots.reduce((sum, flat) => sum + flat.length / 2, 0)).toBe(4000);
    expect(mapOf(input)).toEqual(map);
    const page = pageOf(input, cardOf('map'));
    expect(page).toContain('4,000 of 4,338, drawn by lot');
    expect(page.length).toBeLessThan(80_000);
  });

  it('names the segments and puts words to the axes, pointing towards more', () => {
    const page = pageOf(reportInput(), cardOf('map'));
    for (const { name } of shopKinds) expect(page).toContain(`>${name}</text>`);
    expect(page).toContain('More orders, more spent');
    expect(page).toContain('role="img"');
  });

  it('leaves out customers without a place, and itself where there is nobody to show', () => {
    const input = reportInput(shopKinds.map((kind) => ({ ...kind, size: 10 })));
    const nowhere = new Float64Array(50).fill(Number.NaN);
    expect(mapOf({ ...input, map: [nowhere, nowhere] })).toBeNull();
    const level = pageOf({ ...input, map: [input.map[0], new Float64Array(50)] }, cardOf('map'));
    expect(level).not.toContain('NaN');
  });
});

describe('the range of the map', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => i);
  const x = Float64Array.from(rows, (i) => (i % 100) / 10);
  const y = Float64Array.from(rows, (i) => Math.floor(i / 100) / 2);

  it('has one scale in both directions and holds everybody', () => {
    const [across, up] = axisRange(x, y, rows);
    expect(rows.every((row) => across.holds(x[row]!) && up.holds(y[row]!))).toBe(true);
    const pixels = 1000 / across.span;
    expect(Math.round(up.span * pixels)).toBeGreaterThanOrEqual(420);
    expect(Math.round(up.span * pixels)).toBeLessThanOrEqual(750);
    expect(positionOn(across, 5, 1000) - positionOn(across, 0, 1000)).toBeCloseTo(5 * pixels, -1);
  });

  it('does not let one customer far out press the others into a spot', () => {
    const far = x.slice();
    far[500] = 1e6;
    const [across] = axisRange(far, y, rows);
    expect(across.holds(1e6)).toBe(false);
    expect(across.span).toBeLessThan(20);
    expect(positionOn(across, 1e6, 1000)).toBe(994);
  });
});
