import { expect, it } from 'vitest';
import { segmentTree } from '../../../src/shared/report/segment-tree.ts';
import { createSpeaker } from '../../../src/shared/report/speaker.ts';
import { reportInput, shopKinds } from './report-fixture.ts';

const speaker = createSpeaker('en-GB');
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
  expect(segmentTree(input, speaker).markup).toBe('');
});

it('draws every join, the branches of a segment in its colour, and the cut between them', () => {
  const { markup } = segmentTree({ ...input, tree }, speaker);
  const paths = [...markup.matchAll(/<path d="([^"]+)"( stroke="#\w+")?\/>/g)];
  expect(paths.map(([, path, stroke]) => [path!.match(/M/g)!.length, stroke?.trim() ?? null])).toEqual([
    [2, 'stroke="#3B6FB6"'],
    [4, null],
  ]);
  const xs = paths.flatMap(([, path]) => [...path!.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x)));
  const cut = Number(/class="cut" d="M([\d.]+)/.exec(markup)![1]);
  // Joins further left are higher; the line stands between the join within a segment and the next.
  expect([...new Set(xs)]).toHaveLength(3);
  expect(xs[0]).toBeGreaterThan(cut);
  expect(Math.min(...xs.filter((x) => x !== xs[0]))).toBeLessThan(cut);
  expect(xs.filter((x) => x > cut)).toHaveLength(2);
  for (const { name } of shopKinds.slice(0, 3)) expect(markup).toContain(`>${name}</text>`);
  expect(markup.match(/>10 customers<\/text>/g)).toHaveLength(3);
});
