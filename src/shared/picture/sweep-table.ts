import type { IndexChoice, KScore, Segmentation } from '../model/segmentation.ts';
import type { en } from '../words/en/index.ts';

type WordKey = keyof typeof en;

interface SweepColumn {
  readonly word: WordKey;
  /** Whose best number is marked in it; null where nobody chooses by it. */
  readonly index: IndexChoice['index'] | null;
  /** Which number of the project it is; null where it stands for itself. */
  readonly figure: 'silhouette' | 'smallestShare' | 'largestShare' | null;
  has(score: KScore): boolean;
  cell(score: KScore, format: SweepFormat): string;
}

interface SweepFormat {
  fixed(value: number, digits: number): string;
  share(value: number): string;
  /** Said where a figure was not computed. */
  readonly none: string;
}

const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** Four digits that count, whatever the size. */
const shown = (value: number | null | undefined, { fixed, none }: SweepFormat, digits: number): string =>
  known(value) ? fixed(value, Math.abs(value) >= 1000 ? 0 : digits) : none;

const withError = (value: number | null | undefined, error: number | null | undefined, format: SweepFormat): string =>
  known(value) && known(error) && error > 0
    ? `${format.fixed(value, 3)} ± ${format.fixed(error, 3)}`
    : shown(value, format, 3);

const columns: readonly SweepColumn[] = [
  {
    word: 'segmentation.index.silhouette',
    index: 'silhouette',
    figure: 'silhouette',
    has: () => true,
    cell: (score, format) => withError(score.silhouette, score.silhouetteError, format),
  },
  {
    word: 'segmentation.index.calinskiHarabasz',
    index: 'calinskiHarabasz',
    figure: null,
    has: ({ calinskiHarabasz }) => known(calinskiHarabasz),
    cell: ({ calinskiHarabasz }, format) => shown(calinskiHarabasz, format, 1),
  },
  {
    word: 'segmentation.index.daviesBouldin',
    index: 'daviesBouldin',
    figure: null,
    has: ({ daviesBouldin }) => known(daviesBouldin),
    cell: ({ daviesBouldin }, format) => shown(daviesBouldin, format, 3),
  },
  {
    word: 'segmentation.index.gap',
    index: 'gap',
    figure: null,
    has: ({ gap }) => known(gap),
    cell: ({ gap, gapError }, format) => withError(gap, gapError, format),
  },
  {
    word: 'segmentation.index.bic',
    index: 'bic',
    figure: null,
    has: ({ bic }) => known(bic),
    cell: ({ bic }, format) => shown(bic, format, 1),
  },
  {
    word: 'pictures.method.inertia',
    index: 'elbow',
    figure: null,
    has: () => true,
    cell: ({ inertia }, format) => shown(inertia, format, 1),
  },
  {
    word: 'pictures.method.smallest',
    index: null,
    figure: 'smallestShare',
    has: () => true,
    cell: ({ smallestShare }, { share }) => share(smallestShare),
  },
  {
    word: 'pictures.method.largest',
    index: null,
    figure: 'largestShare',
    has: () => true,
    cell: ({ largestShare }, { share }) => share(largestShare),
  },
];

/** The columns that a run has figures for; what every number is called stands before them. */
export const sweepColumns = ({ scores }: Pick<Segmentation, 'scores'>): readonly SweepColumn[] =>
  columns.filter(({ has }) => scores.some(has));

/** The mark of a figure that an index names as best. */
export const bestMark = '●';

/** Every number that was tried: its name, then its figures, those that an index names marked. */
export const sweepRows = (
  { scores, k, indices }: Pick<Segmentation, 'scores' | 'k' | 'indices'>,
  format: SweepFormat & { readonly chosen: string },
): string[][] => {
  const shownColumns = sweepColumns({ scores });
  return scores.map((score) => [
    score.k === k ? `${score.k} · ${format.chosen}` : String(score.k),
    ...shownColumns.map(({ index, cell }) => {
      const text = cell(score, format);
      const isBest = index !== null && indices.some((choice) => choice.index === index && choice.k === score.k);
      return isBest ? `${text} ${bestMark}` : text;
    }),
  ]);
};
