import { describe, expect, it } from 'vitest';
import { logTicks } from '../../../src/renderer/charts/log-axis.ts';
import { rowsByTrace, scatterSelection } from '../../../src/renderer/charts/scatter-picture.ts';

const axis = (values: number[]) => ({ title: 'Orders', values: Float64Array.from(values), log: false, bare: false });
const picture = {
  x: axis([1, 2, 3, Number.NaN, 5]),
  y: axis([1, 1, 1, 1, 1]),
  labels: Int32Array.of(1, 0, 1, 0, -1),
  segments: [
    { id: 70, label: 1, name: 'Best customers', color: '#3B6FB6', size: 2 },
    { id: 71, label: 0, name: 'Long gone', color: '#E08A1E', size: 2 },
  ],
};

describe('the customers of a scatter', () => {
  it('stand in the trace of their segment; who has no value or no segment is not drawn', () => {
    expect(rowsByTrace(picture).map((rows) => [...rows])).toEqual([[0, 2], [1]]);
  });

  it('are dimmed by segment, or one by one where some were picked', () => {
    const rows = rowsByTrace(picture);
    const [segments] = scatterSelection(picture, rows, [71], null);
    expect(segments!.update['marker.opacity']).toEqual([0.07, 0.9]);
    const [picked] = scatterSelection(picture, rows, [], new Set([2]));
    expect(picked!.update.selectedpoints).toEqual([[1], []]);
    const [nothing] = scatterSelection(picture, rows, [], null);
    expect(nothing!.update['marker.opacity']).toEqual([0.8, 0.8]);
  });
});

describe('ticks in log(1 + value)', () => {
  it('name 0 and round figures up to the greatest', () => {
    expect(logTicks(210).map(({ value }) => value)).toEqual([0, 1, 3, 10, 30, 100]);
    expect(logTicks(0).map(({ value }) => value)).toEqual([0]);
    expect(logTicks(280_206).map(({ value }) => value)).toEqual([0, 1, 10, 100, 1000, 10_000, 100_000]);
    expect(logTicks(9)[1]!.at).toBeCloseTo(Math.log(2), 12);
  });
});
