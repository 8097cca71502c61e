import type { WordList } from '../phrase.ts';

const segments = (k: unknown): string => `${k} ${Number(k) === 1 ? 'segment' : 'segments'}`;

/** The tree: cutting it branch by branch, looking into a branch, and what a cut would give. */
export const tree = {
  'tree.subtitle': () =>
    'Customers that shop alike hang together; branches that join high up differ most. Drag the line and watch what each number of segments would mean.',
  'tree.leaves': (v, f) => f.count(Number(v.leaves), 'twig', 'twigs'),
  'tree.leaves.label': () => 'How finely the tree is drawn',
  'tree.crumbs': () => 'The branch that is shown',
  'tree.everybody': (v, f) => `All ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'tree.crumb': (v, f) => f.count(Number(v.customers), 'customer', 'customers'),
  'tree.divide': () => 'Divide',
  'tree.divide.tip': () => 'Make two segments of this branch',
  'tree.join': () => 'Join',
  'tree.join.tip': () => 'Make one segment of this branch and its neighbour',
  'tree.one.tip': () => 'Make one segment of this branch',
  'tree.zoom': () => 'Zoom in',
  'tree.zoom.tip': () => 'Look into this branch alone',
  'tree.straight': () => 'Straighten',
  'tree.straight.tip': () => 'Back to one straight cut',
  'tree.chooseFirst': () => 'Click a branch first',
  'tree.tools': () => 'What to do with the branch',
  'tree.handle.here': (v) => `${v.k} in here`,
  'tree.value.here': (v) => `${segments(v.k)} in this branch, ${v.all} in all`,
  'tree.scale.lower': () => 'lower',
  'tree.scale.higher': () => 'higher',
  'tree.scale.zero': () => 'pale: like everybody',
  'tree.companion': () => 'What this cut would give',
  'tree.companion.inUse': () => 'Your segments now',
  'tree.companion.map': (v, f) =>
    `A small map with a dot for each of ${f.count(Number(v.customers), 'customer', 'customers')}, coloured as this cut into ${segments(v.k)} would have it.`,
  'tree.new': (v) => `New segment\u00a0${v.number}`,
  'tree.column.segment': () => 'Segment',
  'tree.column.customers': () => 'customers',
  'tree.column.both': () => 'customers · revenue',
  'tree.branch': (v, f) => `${v.name}: ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'tree.byHand': (v) => `${segments(v.k)}, cut branch by branch`,
  'tree.use.tooMany': () => 'There are as many segments as there can be.',
  'tree.loading': () => 'Bringing the tree here …',
} satisfies WordList;
