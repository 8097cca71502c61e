import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandPath,
  type FlowLayoutInput,
  layoutFlows,
  leastFlowHeight,
} from '../../../src/shared/picture/flow-layout.ts';

const sized = fc.array(fc.array(fc.nat(3_000), { minLength: 2, maxLength: 12 }), { minLength: 2, maxLength: 12 });

/** A table of customers by where they were and are, as two columns with every link between them. */
const inputOf = (rows: readonly (readonly number[])[], room: number): FlowLayoutInput => {
  const width = Math.min(...rows.map((row) => row.length));
  const table = rows.map((row) => row.slice(0, width));
  const columns = [
    table.map((row, i) => ({ id: `a${i}`, size: row.reduce((sum, n) => sum + n, 0) })),
    table[0]!.map((_, j) => ({ id: `b${j}`, size: table.reduce((sum, row) => sum + row[j]!, 0) })),
  ];
  const links = table.flatMap((row, i) =>
    row.flatMap((size, j) => (size > 0 ? [{ key: `${i} ${j}`, column: 0, from: `a${i}`, to: `b${j}`, size }] : [])),
  );
  const fixed = { width: 600, barWidth: 12, leastSlot: 34, gap: 6, leastLink: 1.2 };
  return { columns, links, height: leastFlowHeight(columns, fixed) + room, ...fixed };
};

describe('layoutFlows', () => {
  it('lets no two bars’ rooms meet, fits the height, and gives every band its height on one scale', () => {
    fc.assert(
      fc.property(sized, fc.nat(500), (rows, room) => {
        const input = inputOf(rows, room);
        const { nodes, links, gathered, scale } = layoutFlows(input);
        for (const column of [0, 1]) {
          const own = nodes.filter((node) => node.column === column);
          own.forEach((node, at) => {
            expect(node.slotHeight).toBeGreaterThanOrEqual(input.leastSlot);
            expect(node.slotY + node.slotHeight).toBeLessThanOrEqual(input.height + 2);
            if (at > 0)
              expect(node.slotY).toBeGreaterThanOrEqual(
                own[at - 1]!.slotY + own[at - 1]!.slotHeight + input.gap - 1e-6,
              );
          });
        }
        for (const link of links) expect(link.height).toBeCloseTo(link.size * scale, 6);
        // Every link is drawn or gathered at both its ends.
        const hinted = new Set(gathered.flatMap(({ keys }) => keys));
        expect(new Set([...links.map(({ key }) => key), ...hinted]).size).toBe(input.links.length);
        expect(gathered.filter(({ side }) => side === 'left').flatMap(({ keys }) => keys)).toHaveLength(hinted.size);
      }),
    );
  });

  it('stacks the bands of a bar without a gap in the order of where they lead', () => {
    const { links, nodes } = layoutFlows(
      inputOf(
        [
          [300, 200],
          [100, 400],
        ],
        400,
      ),
    );
    const first = nodes.find(({ id }) => id === 'a0')!;
    const [to0, to1] = ['0 0', '0 1'].map((key) => links.find((link) => link.key === key)!) as [
      (typeof links)[0],
      (typeof links)[0],
    ];
    expect(to0.y0).toBeCloseTo(first.y, 6);
    expect(to1.y0).toBeCloseTo(first.y + to0.height, 6);
    expect(to0.height + to1.height).toBeCloseTo(first.height, 6);
    expect(bandPath(to0)).toMatch(/^M[\d. ]+C[\d. ]+V[\d.]+C[\d. ]+Z$/);
  });
});
