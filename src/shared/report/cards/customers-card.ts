import type { CardOf } from '../../model/report.ts';
import type { ListedCustomer, ReportMaterial } from '../../model/report-material.ts';
import { type Block, type Cell, heading, paragraph } from '../blocks.ts';
import { type Speaker, shownSegments, usedFacts } from '../speaker.ts';
import { type CardContext, type CardPart, chosenSegments } from './context.ts';

/** More facts than this do not fit a line of paper. */
const mostFacts = 6;

interface Column {
  readonly head: string;
  readonly isNumber: boolean;
  cell(customer: ListedCustomer): Cell;
}

const columnsOf = ({ customers, segmentation }: ReportMaterial, speaker: Speaker): Column[] => {
  const { word, format } = speaker;
  const all = customers?.lists.flatMap((list) => list.customers) ?? [];
  const text = (head: string, of: (customer: ListedCustomer) => string): Column => ({
    head,
    isNumber: false,
    cell: (customer) => ({ text: of(customer) }),
  });
  return [
    text(word('report.list.key'), ({ key }) => key),
    ...(all.some(({ name }) => name !== null) ? [text(word('report.list.name'), ({ name }) => name ?? '')] : []),
    ...(all.some(({ email }) => email !== null) ? [text(word('report.list.email'), ({ email }) => email ?? '')] : []),
    ...usedFacts(segmentation, speaker)
      .slice(0, mostFacts)
      .map(({ feature, name }): Column => {
        const at = segmentation.features.indexOf(feature);
        return {
          head: name,
          isNumber: true,
          cell: ({ values }) => {
            const value = values[at] ?? null;
            if (value === null) return { text: word('report.list.missing') };
            return feature.unit === 'money'
              ? { text: format.money(value), value, look: 'money' }
              : { text: format.number(value), value, look: 'decimal', digits: Number.isInteger(value) ? 0 : 2 };
          },
        };
      }),
  ];
};

/** The customers of every segment by name; nothing where nobody ticked it. */
export const customersCard = (card: CardOf<'customers'>, { material, speaker, names }: CardContext): CardPart[] => {
  const { customers, segmentation } = material;
  if (!card.named || !names || customers === null) return [];
  const { word } = speaker;
  const columns = columnsOf(material, speaker);
  const order = word(`report.list.${customers.order}`);
  const about =
    customers.most === null
      ? order
      : `${word('report.list.some', { customers: segmentation.customers, most: customers.most })} ${order}`;
  const lists = chosenSegments(shownSegments(segmentation, speaker), card).flatMap(({ segment, name }): Block[] => {
    const listed = customers.lists.find(({ segmentId }) => segmentId === segment.id)?.customers ?? [];
    return [
      heading(3, name, {
        tile: segment.color,
        aside: word('report.list.of', { shown: listed.length, customers: segment.size }),
      }),
      {
        kind: 'table',
        caption: name,
        look: 'list',
        columns: columns.map(({ head, isNumber }) => ({ head, isNumber })),
        rows: listed.map((customer) => ({ cells: columns.map(({ cell }) => cell(customer)) })),
      },
    ];
  });
  const name = word('report.list');
  return [{ name, blocks: [heading(2, name), paragraph(about, 'muted'), ...lists], ownPage: true }];
};
