import type { Column } from '../../../shared/model/column.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import { isOrderKind } from './line-reader.ts';
import type { TablePlan } from './plan-table.ts';

/** Columns named one by one; more are summed up. */
const mostNamed = 3;

const oddCells = (columns: readonly Column[]): Message[] => {
  const odd = columns.filter((column) => column.odd > 0);
  if (odd.length > mostNamed)
    return [
      message('source.note.oddMany', { columns: odd.length, cells: odd.reduce((sum, column) => sum + column.odd, 0) }),
    ];
  return odd.map(({ name, type, odd: cells }) => message('source.note.odd', { column: name, type, cells }));
};

/** Long numbers that a spreadsheet program wrote as `4.01E+12`: their last digits are gone. */
const shortenedIds = ({ survey, columns }: TablePlan): Message[] =>
  survey.columns.flatMap(({ numbers: { shortened } }, at) =>
    shortened.cells > 0
      ? [
          message('source.note.shortenedIds', {
            column: columns[at]!.name,
            cells: shortened.cells,
            example: shortened.example,
          }),
        ]
      : [],
  );

/** What was noticed and needs no answer: nothing is changed or dropped in silence. */
export const notesOf = (plan: TablePlan): Message[] => {
  const { survey, kind, columns } = plan;
  const { shortRows, longRows, names, headed, rows, outside, table } = survey;
  const notes: Message[] = [];
  for (const kind of ['header', 'totals', 'note'] as const)
    if (outside[kind].count > 0)
      notes.push(message(`source.note.outside.${kind}`, { rows: outside[kind].count, first: outside[kind].first }));
  const strays = table.strayQuotes?.();
  if (strays && strays.count > 0) notes.push(message('source.note.strayQuotes', { cells: strays.count, first: strays.first }));
  if (shortRows.count > 0)
    notes.push(message('source.note.shortRows', { rows: shortRows.count, first: shortRows.first }));
  // A last column that merely has no heading is nothing to speak of.
  if (longRows.count > 0 && longRows.count < rows / 2) {
    const added = names.slice(headed);
    notes.push(
      message('source.note.longRows', {
        rows: longRows.count,
        first: longRows.first,
        column: added[0] ?? null,
        columns: added.length,
      }),
    );
  }
  notes.push(...oddCells(columns), ...shortenedIds(plan));
  if (isOrderKind(kind) && !columns.some(({ role }) => role === 'order'))
    notes.push(message('source.note.ordersByDay'));
  if (kind === 'products' || kind === 'events') notes.push(message('source.note.notUsed'));
  return notes;
};
