import { describe, expect, it } from 'vitest';
import type { Flows } from '../../../src/shared/model/flow.ts';
import { message } from '../../../src/shared/model/message.ts';
import { flowLines, segmentFlowLines } from '../../../src/shared/picture/flow-lines.ts';
import { say } from '../../../src/shared/words/say.ts';

const run = (id: number, customers: number, asOf: string): Flows['from'] => ({
  id,
  createdAt: `${asOf}T12:00:00.000Z`,
  method: 'kmeans',
  k: 3,
  customers,
  asOf,
});
const segment = (id: number, key: string, size: number) => ({
  id,
  name: message(`segment.${key}.name`),
  color: id,
  size,
});

/** A month in a shop: best customers slip away, newcomers come, one segment is gone and one is new. */
const month: Flows = {
  from: run(1, 305, '2023-11-30'),
  to: run(2, 342, '2023-12-31'),
  sameCustomers: false,
  earlier: [segment(1, 'best', 200), segment(2, 'occasional', 100), segment(3, 'once', 5)],
  later: [segment(1, 'best', 88), segment(2, 'slipping', 213), segment(4, 'new', 41)],
  returned: [],
  moves: [
    { from: 1, to: 2, customers: 112, revenue: 50_000 },
    { from: 2, to: 2, customers: 96, revenue: 900 },
    { from: 1, to: 1, customers: 88, revenue: 90_000 },
    { from: 'absent', to: 4, customers: 40, revenue: 400 },
    { from: 3, to: 2, customers: 5, revenue: 70_000 },
    { from: 2, to: 'absent', customers: 3, revenue: 30 },
    { from: 2, to: 4, customers: 1, revenue: 3 },
  ],
};
const spoken = (flows: Flows) => flowLines(flows, say).map(({ text }) => say(text));

describe('what happened since the run before', () => {
  it('is told in sentences, what most money hangs on first', () => {
    expect(spoken(month)).toEqual([
      '5 customers went from Bought once to Slipping away.',
      '112 of your Best customers are now Slipping away.',
      '1 of your Occasional buyers is now New customers.',
      '40 customers are new, all of them in New customers.',
      '3 customers are no longer there, all of them from Occasional buyers.',
      '“Slipping away” was called “Occasional buyers”.',
      '“New customers” is a new segment.',
      '“Bought once” is no segment of its own any more.',
    ]);
    const [first] = flowLines(month, say);
    expect([first!.from!.id, first!.to!.id, say(first!.note!)]).toEqual([3, 2, 'Spent so far: 70,000']);
  });

  it('goes by customers where money is not known', () => {
    const moves = month.moves.map((move) => ({ ...move, revenue: null }));
    const lines = flowLines({ ...month, moves }, say);
    expect(say(lines[0]!.text)).toBe('112 of your Best customers are now Slipping away.');
    expect(lines.every(({ note }) => note === undefined)).toBe(true);
  });

  it('does not say of customers that they did something where only the division is new', () => {
    const { moves } = month;
    const same = { ...month, sameCustomers: true, moves: moves.filter(({ from, to }) => from === 1 && to === 2) };
    expect(spoken(same)[0]).toBe('112 customers of Best customers now count as Slipping away.');
  });

  it('is nothing where everybody stayed', () => {
    const { earlier, moves } = month;
    const still = { ...month, earlier, later: earlier, moves: moves.filter(({ from, to }) => from === to) };
    expect(flowLines(still, say)).toEqual([]);
    expect(segmentFlowLines(still, 1, say)).toEqual([]);
  });

  it('knows a segment that is back from one that is new', () => {
    expect(spoken({ ...month, returned: [4] })).toContain('“New customers” is a segment again.');
    expect(say(segmentFlowLines({ ...month, returned: [4] }, 4, say)[0]!.text)).toBe('It is a segment again.');
  });

  it('takes two segments of one name for one that changed nearly everybody', () => {
    const earlier = [segment(1, 'best', 200), segment(3, 'once', 100)];
    const later = [segment(1, 'best', 200), segment(4, 'once', 90)];
    const moves: Flows['moves'] = [
      { from: 1, to: 1, customers: 150, revenue: null },
      { from: 3, to: 1, customers: 50, revenue: null },
      { from: 1, to: 4, customers: 50, revenue: null },
      { from: 3, to: 4, customers: 40, revenue: null },
    ];
    const flows = { ...month, earlier, later, moves };
    expect(spoken(flows)).toEqual([
      '50 customers went from Bought once to Best customers.',
      '50 of your Best customers are now Bought once.',
      '“Bought once” are mostly other customers than before.',
    ]);
    expect(segmentFlowLines(flows, 4, say).map(({ text }) => say(text))).toEqual([
      'They are mostly other customers than before.',
      '50 came from Best customers.',
      '40 were in the earlier one.',
    ]);
  });

  it('counts those whom a run put into no segment', () => {
    const moves: Flows['moves'] = [
      { from: 1, to: 'none', customers: 6, revenue: null },
      { from: 2, to: 'none', customers: 2, revenue: null },
      { from: 'none', to: 1, customers: 1, revenue: null },
    ];
    expect(spoken({ ...month, later: month.earlier, moves })).toEqual([
      '8 customers are in no segment now, 6 of them from Best customers.',
      '1 customer who had no segment now has one, in Best customers.',
    ]);
  });
});

it('one segment tells who stayed, came and went', () => {
  const lines = (id: number) => segmentFlowLines(month, id, say).map(({ text }) => say(text));
  expect(lines(2)).toEqual([
    '96 of the 100 who were in it still are.',
    '“Slipping away” was called “Occasional buyers”.',
    '112 came from Best customers.',
    '5 came from Bought once.',
    '3 are no longer there.',
    '1 went to New customers.',
  ]);
  expect(lines(4)).toEqual(['A new segment.', '40 are new customers.', '1 came from Occasional buyers.']);
  expect(lines(3)).toEqual([]);
});
