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

/** What was noticed and needs no answer: nothing is changed or dropped in silence. */
export const notesOf = ({ survey, kind, columns }: TablePlan): Message[] => {
  const { shortRows, longRows, names, headed, rows } = survey;
  const notes: Message[] = [];
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
  notes.push(...oddCells(columns));
  if (isOrderKind(kind) && !columns.some(({ role }) => role === 'order'))
    notes.push(message('source.note.ordersByDay'));
  if (kind === 'products' || kind === 'events') notes.push(message('source.note.notUsed'));
  return notes;
};
