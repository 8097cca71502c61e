import { flowLines } from '../../picture/flow-lines.ts';
import { heading, type List, paragraph } from '../blocks.ts';
import type { CardContext, CardPart } from './context.ts';

/** So many are told; the rest is counted. */
const mostLines = 8;

/** What happened since the run before, what matters most first. */
export const changesCard = ({ material: { flows }, speaker }: CardContext): CardPart[] => {
  const { word, tell } = speaker;
  const name = word('report.card.changes');
  const only = (text: string): CardPart[] => [
    { name, blocks: [heading(2, word('report.changes')), paragraph(text)], isWhole: true },
  ];
  if (flows === null) return only(word('report.changes.first'));
  const lines = flowLines(flows, tell);
  if (lines.length === 0) return only(word('report.changes.none'));
  const title = flows.sameCustomers
    ? word('pictures.flows.title.same')
    : flows.from.asOf === null || flows.from.asOf === flows.to.asOf
      ? word('pictures.flows.title')
      : word('pictures.flows.title.day', { day: flows.from.asOf });
  const list: List = {
    kind: 'list',
    items: lines.slice(0, mostLines).map(({ to, from, text, note }) => {
      const tile = (to ?? from)?.color;
      return {
        text: note === undefined ? tell(text) : `${tell(text)} ${tell(note)}`,
        ...(tile === undefined ? {} : { tile }),
      };
    }),
  };
  const more = lines.length - mostLines;
  const rest = more > 0 ? [paragraph(word('report.changes.more', { count: more }), 'muted')] : [];
  return [{ name, blocks: [heading(2, title), list, ...rest], isWhole: true }];
};
