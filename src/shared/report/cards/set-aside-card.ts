import type { CardOf } from '../../model/report.ts';
import type { ExcludedMaterial } from '../../model/report-material.ts';
import { type Block, heading, paragraph, type Row, type Table } from '../blocks.ts';
import { count, money } from '../cells.ts';
import type { Speaker } from '../speaker.ts';
import type { CardContext, CardPart } from './context.ts';

/** How many customers a person took out and what is theirs; who they are only where that was ticked. */
const excludedBlocks = (excluded: ExcludedMaterial | null, named: boolean, { word, format }: Speaker): Block[] => {
  if (excluded === null) return [];
  const { customers, lines, money: amount } = excluded;
  const said = paragraph(word('report.aside.excluded', { customers, lines, money: amount }));
  const listed = excluded.named ?? [];
  if (!named || listed.length === 0) return [said];
  const table: Table = {
    kind: 'table',
    caption: word('report.aside.excluded.title'),
    showsCaption: true,
    look: 'list',
    columns: [
      { head: word('report.list.key'), isNumber: false },
      { head: word('report.list.name'), isNumber: false },
      { head: word('report.aside.excluded.since'), isNumber: false },
    ],
    rows: listed.map(({ key, name, since }) => ({
      cells: [{ text: key }, { text: name ?? '' }, { text: format.day(since) }],
    })),
  };
  const more = customers - listed.length;
  return [
    said,
    table,
    ...(more > 0 ? [paragraph(word('report.aside.excluded.more', { customers: more }), 'muted')] : []),
  ];
};

/** What does not count and why, with counts and money; rules that are switched off are named too. */
export const setAsideCard = (card: CardOf<'setAside'>, { material, speaker, names }: CardContext): CardPart[] => {
  const { setAside } = material;
  const excluded = excludedBlocks(material.excluded, card.named && names, speaker);
  const { word } = speaker;
  const name = word('report.aside');
  const found = setAside?.filter(({ lines }) => lines > 0) ?? [];
  const said = (text: string): CardPart[] => [
    { name, blocks: [heading(2, name), paragraph(text), ...excluded], isWhole: true },
  ];
  if (setAside === null) return said(word('report.aside.unknown'));
  if (found.length === 0) return said(word('report.aside.none'));
  const row = ({ reason, lines, money: amount, on }: (typeof found)[number]): Row => ({
    cells: [
      { text: word(`aside.${reason}`), note: on ? word(`aside.${reason}.why`) : word('report.aside.counted') },
      { ...count(lines, speaker), of: { of: 'aside', reason, figure: 'lines' } },
      { ...money(amount, speaker), of: { of: 'aside', reason, figure: 'money' } },
    ],
    ...(on ? {} : { isQuiet: true }),
  });
  const on = found.filter((one) => one.on);
  const total = (pick: (one: (typeof found)[number]) => number) =>
    Math.round(on.reduce((sum, one) => sum + pick(one), 0) * 100) / 100;
  const table: Table = {
    kind: 'table',
    caption: name,
    look: 'plain',
    columns: [
      { head: word('report.aside.column.reason'), isNumber: false },
      { head: word('report.aside.column.lines'), isNumber: true },
      { head: word('report.aside.column.money'), isNumber: true },
    ],
    rows: found.map(row),
    ...(on.length < 2
      ? {}
      : {
          foot: {
            cells: [
              { text: word('report.aside.all') },
              {
                ...count(
                  total(({ lines }) => lines),
                  speaker,
                ),
                of: { of: 'aside', reason: null, figure: 'lines' },
              },
              {
                ...money(
                  total((one) => one.money),
                  speaker,
                ),
                of: { of: 'aside', reason: null, figure: 'money' },
              },
            ],
          },
        }),
  };
  return [
    {
      name,
      blocks: [heading(2, name), paragraph(word('report.aside.text'), 'muted'), table, ...excluded],
      isWhole: excluded.length < 2,
    },
  ];
};
