import type { NumberInSentence } from '../../model/number-origin.ts';
import type { Segmentation } from '../../model/segmentation.ts';
import type { Cell, Table } from '../blocks.ts';
import { count, decimal } from '../cells.ts';
import { type Speaker, shownSegments } from '../speaker.ts';

type MakeTable = (caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]) => Table;

type TrustFact = readonly [name: string, text: string, number?: NumberInSentence];

/** What the tests for structure and by independent code say, as facts. */
export const trustFacts = (
  { id: segmentationId, structure, trust }: Segmentation,
  { word, format }: Speaker,
): TrustFact[] => [
  ...(structure === null
    ? []
    : [
        [
          word('trust.method.structure'),
          word('trust.method.structure.value', { verdict: structure.verdict, pValue: structure.pValue }),
          // A chance too small to be written out stays plain: it is not found in the text.
          [format.number(structure.pValue, 3), { of: 'run', figure: 'structure', segmentationId }],
        ] as const,
      ]),
  ...(trust === null || trust.parts.length === 0
    ? []
    : [
        [
          word('trust.method.opinion'),
          trust.secondOpinion === null
            ? word('trust.method.opinion.none')
            : word('trust.method.opinion.value', { ...trust.secondOpinion }),
        ] as const,
      ]),
];

/** How often each cluster was found again. */
export const stabilityTable = (segmentation: Segmentation, speaker: Speaker, table: MakeTable): Table | null => {
  const { trust } = segmentation;
  const { word } = speaker;
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
      return part == null
        ? []
        : [
            [
              { text: name },
              decimal(part.jaccard, 3, speaker),
              count(part.recovered, speaker),
              count(part.dissolved, speaker),
            ],
          ];
    }),
  );
};
