import type { QualityMaterial } from '../../model/report-material.ts';
import type { Block, Row } from '../blocks.ts';
import { heading, paragraph } from '../blocks.ts';
import { count } from '../cells.ts';
import type { Speaker } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

const mostFindings = 12;

type Part = 'completeness' | 'uniqueness' | 'validity' | 'consistency' | 'keys' | 'freshness';

const partRows = ({ parts }: QualityMaterial, { word, format }: Speaker): Row[] =>
  parts.map(({ part, score, findings }) => ({
    cells: [
      { text: word(`mend.part.${part as Part}`), note: word(`mend.part.${part as Part}.what`) },
      score === null
        ? { text: word('mend.part.none') }
        : {
            text: format.number(score, 0),
            value: Math.round(score),
            look: 'whole' as const,
            of: { of: 'quality', part: part as Part } as const,
          },
      { text: format.number(findings), value: findings, look: 'whole' as const },
    ],
  }));

/** The gravest findings: where, and how many rows. What the rows say is nobody's business here. */
const findingRows = ({ findings }: QualityMaterial, speaker: Speaker): Row[] =>
  findings.slice(0, mostFindings).map(({ part, severity, file, column, rows }) => ({
    cells: [
      {
        text: column === null ? file : speaker.word('report.quality.where', { file, column }),
        note: speaker.word(`mend.part.${part as Part}.what`),
      },
      { text: speaker.word(`mend.severity.${severity as 'high'}`) },
      count(rows, speaker),
    ],
  }));

/** How far the tables can be relied on: the score with its parts, and the gravest findings. */
export const qualityCard = ({ material: { quality }, speaker }: CardContext): CardPart[] => {
  const { word, format } = speaker;
  const name = word('report.quality');
  if (quality === null)
    return [{ name, blocks: [heading(2, name), paragraph(word('report.quality.never'))], isWhole: true }];
  const { findings } = quality;
  const blocks: Block[] = [
    heading(2, word('report.quality.title', { score: quality.score }), {
      numbers: [[format.number(quality.score, 0), { of: 'quality', part: null }]],
    }),
    ...(quality.current ? [] : [paragraph(word('report.quality.before'), 'note')]),
    {
      kind: 'table',
      caption: word('mend.parts'),
      look: 'plain',
      columns: [
        { head: word('report.quality.column.part'), isNumber: false },
        { head: word('report.quality.column.score'), isNumber: true },
        { head: word('report.quality.column.findings'), isNumber: true },
      ],
      rows: partRows(quality, speaker),
    },
    ...(findings.length === 0
      ? []
      : ([
          heading(3, word('mend.findings')),
          {
            kind: 'table',
            caption: word('mend.findings'),
            look: 'plain',
            columns: [
              { head: word('report.quality.column.where'), isNumber: false },
              { head: word('report.quality.column.weight'), isNumber: false },
              { head: word('report.quality.column.rows'), isNumber: true },
            ],
            rows: findingRows(quality, speaker),
          },
        ] satisfies Block[])),
    ...(findings.length > mostFindings
      ? [paragraph(word('report.quality.more', { count: findings.length - mostFindings }), 'muted')]
      : []),
  ];
  return [{ name, blocks }];
};
