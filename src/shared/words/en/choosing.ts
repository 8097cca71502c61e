import type { Values, WordList } from '../phrase.ts';

const spelled = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];
const segmentsOf = (v: Values): string =>
  `${spelled[Number(v.k)] ?? String(v.k)} ${v.k === 1 ? 'segment' : 'segments'}`;

/** Why there are as many segments as there are. */
export const choosing = {
  'segmentation.reason.asked': (v) => `${segmentsOf(v)}, as you asked.`,
  'segmentation.reason.serves': (v, f) =>
    `${segmentsOf(v)}: enough to treat differently, none too small to bother with. The largest holds ${f.share(Number(v.largestShare))} of your customers, the smallest ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.uneven': (v, f) =>
    `${segmentsOf(v)}: your customers split unevenly, and this is the most even split from four to seven. The largest holds ${f.share(Number(v.largestShare))} of them, the smallest ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.silhouette': (v) =>
    `${segmentsOf(v)}: of every number from two to twelve, this one tells your customers apart most clearly.`,
  'segmentation.reason.alike': () => 'One segment: in what was compared, your customers are all alike.',
} satisfies WordList;
