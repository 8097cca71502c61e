import { noSegmentId } from '../../model/segmentation.ts';
import { inNoSegment } from '../../picture/in-no-segment.ts';
import { heading, type List } from '../blocks.ts';
import { shownSegments } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

type Item = List['items'][number];

/** A segment of fewer customers than this says little about anybody else. */
const fewCustomers = 30;
/** Data older than this many days no longer say how things stand. */
const oldDays = 92;
/** Scores below this are worth a warning. */
const lowScore = 80;
/** Facts that are missing for more customers than this share. */
const manyMissing = 0.1;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const aboutStructure = ({ material: { segmentation }, speaker: { word, tell } }: CardContext): Item[] => {
  const { structure, trust } = segmentation;
  return [
    ...(structure !== null && structure.verdict !== 'clear' ? [{ text: tell(structure.reason) }] : []),
    ...(trust === null ? [{ text: word('report.caveat.unchecked') }] : []),
  ];
};

/** What is to be said of segments that are not found again; of several that are alike it is said once. */
const aboutRepeatability = ({ material: { segmentation }, speaker }: CardContext): Item[] => {
  const { word, format } = speaker;
  const shown = shownSegments(segmentation, speaker);
  return (['fleeting', 'doubtful'] as const).flatMap((band): Item[] => {
    const alike = shown.filter(({ segment }) => segmentation.trust?.parts[segment.label]?.band === band);
    if (alike.length > 1) {
      const names = alike.length === shown.length ? null : format.list(alike.map(({ name }) => name));
      return [{ text: word(`report.caveat.${band}.several`, { names, count: alike.length }) }];
    }
    return alike.map(({ segment, name }) => ({
      tile: segment.color,
      label: name,
      text: word(`trust.advice.${band}`),
    }));
  });
};

const aboutSegments = (context: CardContext): Item[] => {
  const { material, speaker } = context;
  const segmentationId = material.segmentation.id;
  return [
    ...aboutRepeatability(context),
    ...shownSegments(material.segmentation, speaker)
      .filter(({ segment }) => segment.size < fewCustomers)
      .map(({ segment, name }) => ({
        tile: segment.color,
        label: name,
        text: speaker.word('report.caveat.few', { customers: segment.size }),
        numbers: [
          [
            speaker.format.number(segment.size),
            { of: 'segment', segmentId: segment.id, figure: 'size', segmentationId },
          ],
        ] as const,
      })),
  ];
};

const aboutData = ({ material, speaker, day }: CardContext): Item[] => {
  const { word, tell, format } = speaker;
  const { segmentation, setAside, quality } = material;
  const segmentationId = segmentation.id;
  const ofNobody = (figure: 'size' | 'share') =>
    ({ of: 'segment', segmentId: noSegmentId, figure, segmentationId }) as const;
  const none = inNoSegment(segmentation);
  const { asOf, features, preparation, customers } = segmentation;
  const missing = features.filter(
    ({ key, missing }) =>
      missing / customers > manyMissing && preparation.some(({ feature, used }) => used && feature === key),
  );
  const aside = setAside?.filter(({ on }) => on).reduce((sum, { lines }) => sum + lines, 0) ?? 0;
  const rows = material.sources.reduce((sum, one) => sum + one.rows, 0);
  return [
    ...(segmentation.stale ? [{ text: word('report.stale') }] : []),
    ...(asOf !== null && daysBetween(asOf, day) > oldDays
      ? [
          {
            text: word('report.caveat.old', { day: asOf, days: daysBetween(asOf, day) }),
            numbers: [[format.day(asOf), { of: 'total', figure: 'lastDay', segmentationId }]] as const,
          },
        ]
      : []),
    ...(none === null
      ? []
      : [
          {
            text: word('trust.none.count', { customers: none.size, share: none.share }),
            numbers: [
              [format.number(none.size), ofNobody('size')],
              [format.share(none.share), ofNobody('share')],
            ] as const,
          },
        ]),
    ...(aside > 0.1 * rows && rows > 0
      ? [
          {
            text: word('report.caveat.aside', { lines: aside, share: aside / rows }),
            numbers: [[format.number(aside), { of: 'aside', reason: null, figure: 'lines' }]] as const,
          },
        ]
      : []),
    ...missing.map(({ key, name, missing: count }) => ({
      text: word('report.caveat.missing', { fact: tell(name), customers: count, share: count / customers }),
      numbers: [
        [format.share(count / customers), { of: 'everyone', feature: key, figure: 'missing', segmentationId }],
      ] as const,
    })),
    ...(quality === null
      ? [{ text: word('report.caveat.quality.never') }]
      : quality.score < lowScore
        ? [
            {
              text: word('report.caveat.quality.low', { score: quality.score }),
              numbers: [[format.number(quality.score, 0), { of: 'quality', part: null }]] as const,
            },
          ]
        : []),
  ];
};

/** What to keep in mind when reading: written from the verdict, the repeatability, the age and the state of the data. */
export const caveatsCard = (context: CardContext): CardPart[] => {
  const { word } = context.speaker;
  const found = [...aboutStructure(context), ...aboutSegments(context), ...aboutData(context)];
  // What always holds stands last, so that it hides nothing.
  const items = [...found, { text: word('report.caveat.typical') }];
  const name = word('report.caveats');
  return [{ name, blocks: [heading(2, name), { kind: 'list', items }], isWhole: items.length <= 15 }];
};
