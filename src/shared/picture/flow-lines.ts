import type { FlowSegment, Flows, Move } from '../model/flow.ts';
import { type Message, message } from '../model/message.ts';

type Tell = (what: Message) => string;

/** One thing that happened since the run before, with the segments it is about. */
export interface FlowLine {
  readonly from: FlowSegment | null;
  readonly to: FlowSegment | null;
  readonly text: Message;
  /** What else is worth knowing of them. */
  readonly note?: Message;
}

const byId = (segments: readonly FlowSegment[], place: Move['from']): FlowSegment | null =>
  segments.find(({ id }) => id === place) ?? null;

const customersOf = (moves: readonly Move[]): number => moves.reduce((sum, { customers }) => sum + customers, 0);

/** Where money is known it says what matters, elsewhere the number of customers. */
const byWeight = (moves: readonly Move[]): Move[] => {
  const isKnown = moves.every(({ revenue }) => revenue !== null);
  const weightOf = ({ revenue, customers }: Move) => (isKnown ? revenue! : customers);
  return [...moves].sort((a, b) => weightOf(b) - weightOf(a) || b.customers - a.customers);
};

const isSegment = (place: Move['from']): place is number => typeof place === 'number';

const movedLines = ({ sameCustomers, earlier, later, moves }: Flows, tell: Tell): FlowLine[] =>
  byWeight(moves.filter(({ from, to }) => isSegment(from) && isSegment(to) && from !== to)).flatMap((move) => {
    const from = byId(earlier, move.from)!;
    const to = byId(later, move.to)!;
    const { customers, revenue } = move;
    const names = { from: tell(from.name), to: tell(to.name) };
    // From one to another of the same name nobody would call a move.
    if (names.from === names.to) return [];
    if (sameCustomers) return [{ from, to, text: message('pictures.flows.counted', { customers, ...names }) }];
    const text = message('pictures.flows.moved', { customers, ...names });
    const isKnown = revenue !== null && revenue > 0 && customers > 1;
    return [{ from, to, text, ...(isKnown ? { note: message('pictures.flows.spent', { revenue }) } : {}) }];
  });

/** Customers who were outside before or are now, with the segment that most of them are or were in. */
const edgeLines = ({ earlier, later, moves }: Flows, tell: Tell): FlowLine[] => {
  const line = (
    kind: 'new' | 'gone' | 'none' | 'placed',
    chosen: readonly Move[],
    segmentOf: (move: Move) => FlowSegment | null,
  ): FlowLine[] => {
    const customers = customersOf(chosen);
    const [most] = [...chosen].sort((a, b) => b.customers - a.customers);
    const segment = most === undefined ? null : segmentOf(most);
    if (most === undefined || segment === null) return [];
    const text = message(`pictures.flows.${kind}`, { customers, most: most.customers, name: tell(segment.name) });
    const isFrom = kind === 'gone' || kind === 'none';
    return [{ from: isFrom ? segment : null, to: isFrom ? null : segment, text }];
  };
  return [
    ...line(
      'new',
      moves.filter(({ from, to }) => from === 'absent' && isSegment(to)),
      ({ to }) => byId(later, to),
    ),
    ...line(
      'gone',
      moves.filter(({ from, to }) => isSegment(from) && to === 'absent'),
      ({ from }) => byId(earlier, from),
    ),
    ...line(
      'none',
      moves.filter(({ from, to }) => isSegment(from) && to === 'none'),
      ({ from }) => byId(earlier, from),
    ),
    ...line(
      'placed',
      moves.filter(({ from, to }) => from === 'none' && isSegment(to)),
      ({ to }) => byId(later, to),
    ),
  ];
};

const renamedLine = (before: FlowSegment, now: FlowSegment, tell: Tell): FlowLine[] => {
  const names = { before: tell(before.name), now: tell(now.name) };
  return names.before === names.now ? [] : [{ from: now, to: now, text: message('pictures.flows.renamed', names) }];
};

/** Another segment of the same name in the other run. */
const namesakeOf = (segment: FlowSegment, others: readonly FlowSegment[], tell: Tell): FlowSegment | undefined =>
  others.find(({ id, name }) => id !== segment.id && tell(name) === tell(segment.name));

/** Segments that came, went or changed their name or nearly everybody. */
const segmentLines = ({ earlier, later, returned }: Flows, tell: Tell): FlowLine[] => [
  ...later.flatMap((now) => {
    const before = byId(earlier, now.id);
    return before === null ? [] : renamedLine(before, now, tell);
  }),
  ...later
    .filter(({ id, size }) => size > 0 && byId(earlier, id) === null)
    .map((to) => {
      const former = namesakeOf(to, earlier, tell);
      const kind = former ? 'replaced' : returned.includes(to.id) ? 'returned' : 'added';
      return { from: former ?? null, to, text: message(`pictures.flows.${kind}`, { name: tell(to.name) }) };
    }),
  ...earlier
    .filter((one) => one.size > 0 && byId(later, one.id) === null && !namesakeOf(one, later, tell))
    .map((from) => ({ from, to: null, text: message('pictures.flows.vanished', { name: tell(from.name) }) })),
];

/** How many moves are told before the rest of the news. */
const foremost = 3;

/** What happened since the run before, what matters most first; empty where nothing did. */
export const flowLines = (flows: Flows, tell: Tell): FlowLine[] => {
  const moved = movedLines(flows, tell);
  return [
    ...moved.slice(0, foremost),
    ...edgeLines(flows, tell),
    ...segmentLines(flows, tell),
    ...moved.slice(foremost),
  ];
};

/** The same for one segment: who was there already, who came and from where, who left and where to. */
export const segmentFlowLines = (flows: Flows, id: number, tell: Tell): FlowLine[] => {
  const { earlier, later, moves, returned } = flows;
  const now = byId(later, id);
  const before = byId(earlier, id);
  if (now === null || !moves.some(({ from, to }) => from !== to && (from === id || to === id))) return [];
  const stayed = customersOf(moves.filter(({ from, to }) => from === id && to === id));
  const former = before === null ? namesakeOf(now, earlier, tell) : undefined;
  const startKind = former ? 'replaced' : returned.includes(id) ? 'returned' : 'added';
  const lines = (kind: 'came' | 'left'): FlowLine[] =>
    moves
      .filter(({ from, to }) => from !== to && (kind === 'came' ? to : from) === id)
      .map(({ from, to, customers }) => {
        const place = kind === 'came' ? from : to;
        const other = byId(kind === 'came' ? earlier : later, place);
        const [start, end] = kind === 'came' ? [other, now] : [now, other];
        if (other !== null && other === former)
          return { from: start, to: end, text: message('pictures.flows.one.came.namesake', { customers }) };
        return isSegment(place) && other !== null
          ? { from: start, to: end, text: message(`pictures.flows.one.${kind}`, { customers, name: tell(other.name) }) }
          : { from: start, to: end, text: message(`pictures.flows.one.${kind}.${place}`, { customers }) };
      });
  return [
    ...(before === null
      ? [
          {
            from: null,
            to: now,
            text: message(`pictures.flows.one.${startKind}`),
          },
        ]
      : [{ from: now, to: now, text: message('pictures.flows.one.stayed', { customers: stayed, of: before.size }) }]),
    ...(before === null ? [] : renamedLine(before, now, tell)),
    ...lines('came'),
    ...lines('left'),
  ];
};
