import type { WordList } from '../phrase.ts';

/** The guided tour: one or two sentences a stop. */
export const tour = {
  'tour.start': () => 'Show me round',
  'start.tour': () => 'Show me round the sample shop',

  'tour.card': () => 'Guided tour',
  'tour.place': (v, f) => `${f.number(Number(v.at))} of ${f.number(Number(v.of))}`,
  'tour.next': () => 'Next',
  'tour.back': () => 'Back',
  'tour.skip': () => 'Leave the tour',
  'tour.done': () => 'Done',
  'tour.keys': () => 'Arrow keys go on and back, Escape leaves.',

  'tour.data': () => 'What was found in the file',
  'tour.data.text': () =>
    'Every column was recognised, and what does not count was set aside: how many lines, and how much money. A switch brings them back.',
  'tour.segments': () => 'Your customers in segments',
  'tour.segments.text': () =>
    'Each card is one segment: who they are, why, and what to do. Click one to select its customers on every screen.',
  'tour.inspector': () => 'Whatever you select is explained here',
  'tour.inspector.text': () =>
    'What sets a segment apart, how repeatable it is, who is typical of it. Every underlined number opens up and says where it comes from.',
  'tour.map': () => 'Everybody on a map',
  'tour.map.text': () =>
    'Customers who behave alike lie side by side. Take the lasso and draw round some: they are selected everywhere and can be kept as a segment of your own.',
  'tour.tree': () => 'How alike, as a tree',
  'tour.tree.text': () =>
    'Grow the tree, then drag its line up or down: fewer or more segments, and every picture follows while you drag.',
  'tour.compare': () => 'Two divisions side by side',
  'tour.compare.text': () =>
    'See who moved from one segment to another and why, between ways of dividing or between months.',
  'tour.report': () => 'Take it home',
  'tour.report.text': () =>
    'Put cards together and save them as a page, PDF, slides or Excel. No single customer is in it unless you say so.',
  'tour.undo': () => 'Nothing can go wrong',
  'tour.undo.text': () =>
    'Every step can be undone, even tomorrow. Press Ctrl K to find or do anything, and ? for all keys. Everything stays on this computer.',
} satisfies WordList;
