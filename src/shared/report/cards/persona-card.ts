import type { CardOf } from '../../model/report.ts';
import type { ProfileCell, Segment } from '../../model/segmentation.ts';
import { fullEffect } from '../../picture/diverging.ts';
import { type Block, type Effects, heading, type Paragraph, paragraph, type Table } from '../blocks.ts';
import { moneyEach } from '../cells.ts';
import { type ShownSegment, shownSegments, type UsedFact, usedFacts } from '../speaker.ts';
import { typicalOf, valueCell, valueText } from '../typical.ts';
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

const figuresOf = ({ segment }: ShownSegment, { speaker }: CardContext): Block => {
  const { word, format } = speaker;
  const { size, share, revenue, revenueShare } = segment;
  return {
    kind: 'figures',
    label: word('pictures.one.figures'),
    items: [
      { name: word('report.customers'), value: format.number(size) },
      { name: word('report.segments.column.share'), value: format.share(share) },
      ...(revenue === null ? [] : [{ name: word('report.revenue'), value: format.money(revenue) }]),
      ...(revenueShare === null
        ? []
        : [{ name: word('report.segments.column.revenueShare'), value: format.share(revenueShare) }]),
      ...(revenue === null || size === 0
        ? []
        : [{ name: word('report.segments.column.perCustomer'), value: moneyEach(revenue / size, speaker) }]),
    ],
  };
};

const effectsOf = (told: readonly Told[], { material, speaker }: CardContext): Effects => {
  const { word } = speaker;
  return {
    kind: 'effects',
    title: word('pictures.one.apart'),
    lower: word('report.profile.lower'),
    higher: word('report.profile.higher'),
    items: told.slice(0, mostEffects).map(({ fact, cell }) => {
      const { own, all } = typicalOf(fact, cell, material);
      return {
        name: fact.name,
        effect: Math.max(-1, Math.min(1, cell.effect / fullEffect)),
        said: word(`pictures.level.${cell.level}`),
        note: word('pictures.one.apart.typical', { value: valueText(own, speaker), all: valueText(all, speaker) }),
      };
    }),
  };
};

const typicalTable = (name: string, told: readonly Told[], { material, speaker }: CardContext): Table => ({
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
    return { cells: [{ text: fact.name }, valueCell(own, speaker), valueCell(all, speaker)] };
  }),
});

/** When, where and what they buy, where a fact tells of it and is not as everybody's. */
const habitsOf = (told: readonly Told[], { material, speaker }: CardContext): Paragraph[] =>
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
    return [paragraph(text.join(' '), 'plain', { label: speaker.word(`report.persona.${habit}`) })];
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
  const habit = habitsOf(told, context);
  const blocks: Block[] = [
    heading(1, name, { tile: segment.color }),
    figuresOf(one, context),
    heading(2, word('report.persona.who')),
    paragraph(tell(segment.why)),
    ...(rule === null ? [] : [paragraph(rule, 'muted', { label: word('explain.rule.heading') })]),
    ...(apart.length === 0 ? [] : [heading(2, word('pictures.one.apart')), effectsOf(apart, context)]),
    ...habit,
    heading(2, word('report.persona.do')),
    paragraph(tell(segment.action)),
    ...(told.length === 0 ? [] : [heading(2, word('report.persona.typical')), typicalTable(name, told, context)]),
    ...(sure === null ? [paragraph(word('report.caveat.unchecked'), 'muted')] : [sure]),
  ];
  return { name, blocks, ownPage: true, isWhole: true };
};

/** One page a segment: who they are, what sets them apart, what to do, and how sure we are. Nobody is named. */
export const personaCard = (card: CardOf<'persona'>, context: CardContext): CardPart[] =>
  chosenSegments(shownSegments(context.material.segmentation, context.speaker), card)
    .filter(({ segment }) => segment.size > 0)
    .map((one) => sheetOf(one, context));
