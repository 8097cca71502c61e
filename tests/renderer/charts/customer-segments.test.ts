import { expect, it } from 'vitest';
import { customerSegments } from '../../../src/renderer/charts/chart-segment.ts';
import { centresOf, type MapPicture, rowsBySegment } from '../../../src/renderer/screens/map/map-picture.ts';
import { likenessTitle } from '../../../src/renderer/screens/map/map-title.ts';
import { message } from '../../../src/shared/model/message.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';

const segment = (id: number, size: number) => ({
  id,
  label: id - 1,
  name: message('segment.custom', { name: `Kind ${id}` }),
  color: id,
  size,
  revenue: null,
});
const run = (customers: number) =>
  ({ customers, revenue: null, segments: [segment(1, 3), segment(2, 2)] }) as unknown as Segmentation;

const picture = (segmentation: Segmentation): MapPicture => {
  const axis = (...values: number[]) => ({ title: '', values: Float64Array.from(values), log: false, bare: true });
  return {
    x: axis(0, 1, 2, 8, 9, 50),
    y: axis(0, 1, 0, 8, 9, -40),
    labels: Int32Array.from([0, 0, 0, 1, 1, -1]),
    segments: customerSegments(segmentation),
  };
};

it('names customers in no segment first, and gives them no middle on the map', () => {
  const drawn = picture(run(6));
  expect(drawn.segments.map(({ name, size }) => [name, size])).toEqual([
    ['In no segment', 1],
    ['Kind 1', 3],
    ['Kind 2', 2],
  ]);
  const rows = rowsBySegment(drawn);
  expect(rows.map((own) => [...own])).toEqual([[5], [0, 1, 2], [3, 4]]);
  expect(centresOf(drawn, rows).map(({ segment: { name } }) => name)).toEqual(['Kind 1', 'Kind 2']);
  expect(likenessTitle(drawn)).toBe('Kind 1 and Kind 2 on the map');
});

it('draws nobody apart where everybody is in a segment', () => {
  expect(customerSegments(run(5)).map(({ id }) => id)).toEqual([1, 2]);
});
