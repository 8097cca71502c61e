import { expect, it } from 'vitest';
import type { Drawing } from '../../../src/shared/report/blocks.ts';
import { cardOf, compose, reportInput, shopKinds } from './report-fixture.ts';

const input = reportInput(shopKinds.slice(0, 3).map((kind) => ({ ...kind, size: 10 })));
/** Four leaves, two of one segment: joins at 1, 4 and 10. */
const tree = {
  merges: [
    { left: -1, right: -2, height: 1 },
    { left: 0, right: -3, height: 4 },
    { left: 1, right: -4, height: 10 },
  ],
  leaves: [
    { size: 6, label: 0 },
    { size: 4, label: 0 },
    { size: 10, label: 1 },
    { size: 10, label: 2 },
  ],
};

it('shows no tree where the segments do not come from one', () => {
  expect(compose(input, cardOf('tree')).sections).toEqual([]);
});

it('draws every join, the branches of a segment in its colour, and the cut between them', () => {
  const { blocks } = compose({ ...input, tree }, cardOf('tree')).sections[0]!;
  const { shapes } = blocks.find((block): block is Drawing => block.kind === 'drawing')!;
  const paths = shapes.flatMap((shape) => (shape.kind === 'path' && shape.isDashed !== true ? [shape] : []));
  expect(paths.map(({ d, stroke }) => [d.match(/M/g)!.length, stroke])).toEqual([
    [2, '#3B6FB6'],
    [4, 'muted'],
  ]);
  const xs = paths.flatMap(({ d }) => [...d.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x)));
  const cut = shapes.flatMap((shape) => (shape.kind === 'path' && shape.isDashed === true ? [shape.d] : []));
  const at = Number(/M([\d.]+)/.exec(cut[0]!)![1]);
  // Joins further left are higher; the line stands between the join within a segment and the next.
  expect([...new Set(xs)]).toHaveLength(3);
  expect(xs[0]).toBeGreaterThan(at);
  expect(Math.min(...xs.filter((x) => x !== xs[0]))).toBeLessThan(at);
  expect(xs.filter((x) => x > at)).toHaveLength(2);
  const said = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  for (const { name } of shopKinds.slice(0, 3)) expect(said).toContain(name);
  expect(said.filter((text) => text === '10 customers')).toHaveLength(3);
});
