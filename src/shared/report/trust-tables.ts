import type { Segmentation } from '../model/segmentation.ts';
import { bestMark, sweepColumns, sweepRows } from '../picture/sweep-table.ts';
import type { Html } from './html.ts';
import { type Speaker, shownSegments } from './speaker.ts';

type Table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]) => Html;

/** What the tests for structure and by independent code say, as facts. */
export const trustFacts = ({ structure, trust }: Segmentation, { word }: Speaker): [string, string][] => [
  ...(structure === null
    ? []
    : ([
        [
          word('trust.method.structure'),
          word('trust.method.structure.value', { verdict: structure.verdict, pValue: structure.pValue }),
        ],
      ] as [string, string][])),
  ...(trust === null || trust.parts.length === 0
    ? []
    : ([
        [
          word('trust.method.opinion'),
          trust.secondOpinion === null
            ? word('trust.method.opinion.none')
            : word('trust.method.opinion.value', { ...trust.secondOpinion }),
        ],
      ] as [string, string][])),
];

/** How often each cluster was found again. */
export const stabilityTable = (segmentation: Segmentation, speaker: Speaker, table: Table): Html | null => {
  const { trust } = segmentation;
  const { word, format, fixed } = speaker;
  if (trust === null || trust.parts.length === 0) return null;
  return table(
    word('trust.method.caption', { bootstraps: trust.bootstraps, rows: trust.rows }),
    [
      word('report.segments.column.segment'),
      word('trust.method.jaccard'),
      word('trust.method.recovered'),
      word('trust.method.dissolved'),
    ],
    shownSegments(segmentation, speaker).flatMap(({ segment, name }) => {
      const part = trust.parts[segment.label];
      return part === undefined
        ? []
        : [[name, fixed(part.jaccard, 3), format.number(part.recovered), format.number(part.dissolved)]];
    }),
  );
};

/** Every number that was tried with all its indices. */
export const sweepTable = (segmentation: Segmentation, { word, fixed, format }: Speaker, table: Table): Html =>
  table(
    `${word('trust.sweep')} (${bestMark} ${word('trust.sweep.best')})`,
    ['k', ...sweepColumns(segmentation).map((column) => word(column.word))],
    sweepRows(segmentation, {
      fixed,
      share: format.share,
      chosen: word('pictures.method.chosen'),
      none: word('pictures.method.notComputed'),
    }),
  );
