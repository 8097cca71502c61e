import type { NumberInSentence, NumberRef } from '../../model/number-origin.ts';
import type { CardOf } from '../../model/report.ts';
import type { ProfileCell, Segment } from '../../model/segmentation.ts';
import { fullEffect } from '../../picture/diverging.ts';
import { whyNumbers } from '../../picture/why-numbers.ts';
import { type Block, type Effects, heading, opening, type Paragraph, paragraph, type Table } from '../blocks.ts';
import { moneyEach } from '../cells.ts';
import { type ShownSegment, shownSegments, type UsedFact, usedFacts } from '../speaker.ts';
import { contrastOf, typicalOf, valueCell, valueText } from '../typical.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';
import { ruleSentence } from './rule-sentence.ts';
import { repeatable } from './segments-card.ts';

const mostEffects = 6;
const mostFigures = 10;

/** Facts that tell when, where and what somebody buys, by their keys. */
const habits = [
  ['when', /^(weekendShare|usualHour|quarterShare|strongestQuarter|daysBetweenOrders|orderIrregularity)/],
  ['where', /^(channel|firstChannel|lastChannel|distinctChannels)/],
  [
    'what',
    /^(distinctProducts|itemsPerOrder|linesPerOrder|distinctIn|evennessIn|shareIn|spentIn|discountShare|returnRate)/,
  ],
] as const;

interface Told {
  readonly fact: UsedFact;
  readonly cell: ProfileCell;
}

const toldOf = ({ profile }: Segment, facts: readonly UsedFact[]): Told[] =>
  facts.flatMap((fact) => {
    const cell = profile.find(({ feature }) => feature === fact.feature.key);
    return cell === undefined ? [] : [{ fact, cell }];
  });

const figuresOf = ({ segment }: ShownSegment, { material, speaker }: CardContext): Block => {
  const { word, format } = speaker;
  type Figure = Extract<NumberRef, { of: 'segment' }>['figure'];
  const of = (figure: Figure): NumberRef => ({
    ...{ of: 'segment', segmentId: segment.id, figure },
    segmentationId: material.segmentation.id,
  });
  const { size, share, revenue, revenueShare } = segment;
  return {
    kind: 'figures',
    label: word('pictures.one.figures'),
    items: [
      opening(word('report.customers'), format.number(size), of('size')),
      opening(word('report.segments.column.share'), format.share(share), of('share')),
      ...(revenue === null ? [] : [opening(word('report.revenue'), format.money(revenue), of('revenue'))]),
      ...(revenueShare === null
        ? []
        : [opening(word('report.segments.column.revenueShare'), format.share(revenueShare), of('revenueShare'))]),
      ...(revenue === null || size === 0
        ? []
        : [
            opening(
              word('report.segments.column.perCustomer'),
              moneyEach(revenue / size, speaker),
              of('revenuePerCustomer'),
            ),
          ]),
    ],
  };
};

/** What is typical of a segment and of everybody, as numbers of the run. */
const typicalRefs = (
  { id: segmentId }: Segment,
  { feature: { key: feature } }: UsedFact,
  isShare: boolean,
  { segmentation: { id: segmentationId } }: CardContext['material'],
): readonly [NumberRef, NumberRef] => {
  const figure = isShare ? 'mean' : 'median';
  return [
    { of: 'segmentFeature', segmentId, feature, figure, segmentationId },
    { of: 'everyone', feature, figure, segmentationId },
  ];
};

/** The two as they stand in a sentence. */
const typicalNumbers = (
  segment: Segment,
  fact: UsedFact,
  cell: ProfileCell,
  { material, speaker }: Pick<CardContext, 'material' | 'speaker'>,
): readonly NumberInSentence[] => {
  const { own, all } = typicalOf(fact, cell, material);
  const [mine, everybodys] = typicalRefs(segment, fact, own.isShare === true, material);
  return [
    [valueText(own, speaker), mine],
    [valueText(all, speaker), everybodys],
  ];
};

const effectsOf = ({ segment }: ShownSegment, told: readonly Told[], { material, speaker }: CardContext): Effects => {
  const { word } = speaker;
  return {
    kind: 'effects',
    title: word('pictures.one.apart'),
    lower: word('report.profile.lower'),
    higher: word('report.profile.higher'),
    items: told.slice(0, mostEffects).map(({ fact, cell }) => {
      const { own, all } = contrastOf(fact, cell, material);
      return {
        name: fact.name,
        effect: Math.max(-1, Math.min(1, cell.effect / fullEffect)),
        said: word(`pictures.level.${cell.level}`),
        note: word('pictures.one.apart.typical', { value: valueText(own, speaker), all: valueText(all, speaker) }),
        numbers: [
          [
            word(`pictures.level.${cell.level}`),
            {
              ...{ of: 'segmentFeature', segmentId: segment.id, feature: fact.feature.key },
              ...{ figure: 'effect', segmentationId: material.segmentation.id },
            },
          ] as const,
          ...typicalNumbers(segment, fact, cell, { material, speaker }),
        ],
      };
    }),
  };
};

const typicalTable = (
  { segment, name }: ShownSegment,
  told: readonly Told[],
  { material, speaker }: CardContext,
): Table => ({
  kind: 'table',
  caption: speaker.word('report.persona.typical'),
  look: 'plain',
  columns: [
    { head: speaker.word('report.persona.fact'), isNumber: false },
    { head: name, isNumber: true },
    { head: speaker.word('report.segments.all'), isNumber: true },
  ],
  rows: told.slice(0, mostFigures).map(({ fact, cell }) => {
    const { own, all } = typicalOf(fact, cell, material);
    const [mine, everybodys] = typicalRefs(segment, fact, own.isShare === true, material);
    return {
      cells: [
        { text: fact.name },
        { ...valueCell(own, speaker), of: mine },
        { ...valueCell(all, speaker), of: everybodys },
      ],
    };
  }),
});

/** When, where and what they buy, where a fact tells of it and is not as everybody's. */
const habitsOf = ({ segment }: ShownSegment, told: readonly Told[], { material, speaker }: CardContext): Paragraph[] =>
  habits.flatMap(([habit, keys]) => {
    const found = told.filter(({ fact, cell }) => keys.test(fact.feature.key) && cell.level !== 'same').slice(0, 3);
    if (found.length === 0) return [];
    const text = found.map(({ fact, cell }) => {
      const { own, all } = typicalOf(fact, cell, material);
      return speaker.word('report.persona.habit', {
        fact: fact.name,
        value: valueText(own, speaker),
        all: valueText(all, speaker),
      });
    });
    const numbers = found.flatMap(({ fact, cell }) => typicalNumbers(segment, fact, cell, { material, speaker }));
    return [paragraph(text.join(' '), 'plain', { label: speaker.word(`report.persona.${habit}`), numbers })];
  });

const sheetOf = (one: ShownSegment, context: CardContext): CardPart => {
  const { material, speaker } = context;
  const { word, tell } = speaker;
  const { segmentation } = material;
  const { segment, name } = one;
  const told = toldOf(segment, usedFacts(segmentation, speaker)).sort(
    (a, b) => Math.abs(b.cell.effect) - Math.abs(a.cell.effect),
  );
  const apart = told.filter(({ cell }) => cell.level !== 'same');
  const sure = repeatable(segmentation, one, speaker);
  const rule = ruleSentence(segmentation, segment, speaker);
  const habit = habitsOf(one, told, context);
  const blocks: Block[] = [
    heading(1, name, { tile: segment.color }),
    figuresOf(one, context),
    heading(2, word('report.persona.who')),
    paragraph(tell(segment.why), 'plain', { numbers: whyNumbers(segment, segmentation.id, speaker.format) }),
    ...(rule === null ? [] : [paragraph(rule, 'muted', { label: word('explain.rule.heading') })]),
    ...(apart.length === 0 ? [] : [heading(2, word('pictures.one.apart')), effectsOf(one, apart, context)]),
    ...habit,
    heading(2, word('report.persona.do')),
    paragraph(tell(segment.action)),
    ...(told.length === 0 ? [] : [heading(2, word('report.persona.typical')), typicalTable(one, told, context)]),
    ...(sure === null ? [paragraph(word('report.caveat.unchecked'), 'muted')] : [sure]),
  ];
  return { name, blocks, ownPage: true, isWhole: true };
};

/** One page a segment: who they are, what sets them apart, what to do, and how sure we are. Nobody is named. */
export const personaCard = (card: CardOf<'persona'>, context: CardContext): CardPart[] =>
  chosenSegments(shownSegments(context.material.segmentation, context.speaker), card)
    .filter(({ segment }) => segment.size > 0)
    .map((one) => sheetOf(one, context));
