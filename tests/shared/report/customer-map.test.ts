import { describe, expect, it } from 'vitest';
import { customerMap } from '../../../src/shared/report/customer-map.ts';
import { axisRange, positionOn } from '../../../src/shared/report/map-range.ts';
import { createSpeaker } from '../../../src/shared/report/speaker.ts';
import { reportInput, shopKinds } from './report-fixture.ts';

const speaker = createSpeaker('en-GB');
const dotsOf = (markup: string): { color: string; dots: number }[] =>
  [...markup.matchAll(/<path stroke="(#\w+)" d="([^"]*)"\/>/g)].map(([, color, path]) => ({
    color: color!,
    dots: path!.match(/h0/g)!.length,
  }));

describe('the map of customers', () => {
  it('draws every customer of a small shop, as many of each colour as the segment has', () => {
    const kinds = shopKinds.map((kind, i) => ({ ...kind, size: 40 + 10 * i }));
    const { markup } = customerMap(reportInput(kinds), speaker);
    const paths = dotsOf(markup);
    const counts = ['#3B6FB6', '#E08A1E', '#2E9E6B', '#C44E7A', '#8A63C7'].map((wanted) =>
      paths.filter(({ color }) => color === wanted).reduce((sum, { dots }) => sum + dots, 0),
    );
    expect(counts).toEqual([40, 50, 60, 70, 80]);
    expect(markup).toContain('300 in all');
  });

  it('draws four thousand of a large one by lot, the same ones every time', () => {
    const input = reportInput();
    const { markup } = customerMap(input, speaker);
    expect(dotsOf(markup).reduce((sum, { dots }) => sum + dots, 0)).toBe(4000);
    expect(markup).toContain('4,000 of 4,338, drawn by lot');
    expect(markup.length).toBeLessThan(60_000);
    expect(customerMap(input, speaker).markup).toBe(markup);
  });

  it('names the segments and puts words to the axes, pointing towards more', () => {
    const { markup } = customerMap(reportInput(), speaker);
    for (const { name } of shopKinds) expect(markup).toContain(`</tspan> ${name}</text>`);
    expect(markup).toContain('More orders, more spent');
    expect(markup).toContain('role="img"');
  });

  it('leaves out customers without a place, and itself where there is nobody to show', () => {
    const input = reportInput(shopKinds.map((kind) => ({ ...kind, size: 10 })));
    const nowhere = new Float64Array(50).fill(Number.NaN);
    expect(customerMap({ ...input, map: [nowhere, nowhere] }, speaker).markup).toBe('');
    const level = customerMap({ ...input, map: [input.map[0], new Float64Array(50)] }, speaker).markup;
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
