import type { Column } from '../../../shared/model/column.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import { headerWords } from '../roles/header-words.ts';
import { nameScore } from '../roles/role-words.ts';
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

/** Whose export it is, and how it was taken. */
const notesOfPreset = ({ preset, kind, columns }: TablePlan): Message[] => {
  if (!preset) return [];
  const found = [message('source.note.preset', { shop: preset.shop, what: preset.what })];
  if (!isOrderKind(kind)) return found;
  if (preset.money && columns.some(({ role }) => role === 'amount' || role === 'price'))
    found.push(message(`source.note.money.${preset.money}`));
  return found;
};

/** Said where some line takes its customer or its day from a line above. */
const carriedNotes = ({ kind, columns, cancelled }: TablePlan): Message[] => {
  const order = columns.find(({ role }) => role === 'order');
  if (!isOrderKind(kind) || !cancelled.isOrderOnFirstLine || !order) return [];
  const isGappy = columns.some(
    ({ role, missing }) => (role === 'customer' || role === 'date') && missing > order.missing,
  );
  return isGappy ? [message('source.note.orderOnFirstLine')] : [];
};

/** What tells customers apart, where that is no number of theirs. */
const keyNotes = ({ survey, kind, columns }: TablePlan): Message[] => {
  const at = columns.findIndex(({ role }) => role === 'customer');
  const key = columns[at];
  if (!key || !(isOrderKind(kind) || kind === 'customers')) return [];
  const evidence = survey.columns[at]!;
  const filled = evidence.cells - evidence.empty - evidence.missingWords;
  const words = headerWords(key.name);
  const by =
    evidence.emails > filled / 2
      ? 'email'
      : nameScore('phone', words) > 0
        ? 'phone'
        : nameScore('name', words) >= wholeName
          ? 'name'
          : null;
  return by === null ? [] : [message('source.note.customerBy', { by, column: key.name })];
};

/** Headings that say that a whole name stands below. */
const wholeName = 90;

/** What was noticed and needs no answer: nothing is changed or dropped in silence. */
export const notesOf = (plan: TablePlan): Message[] => {
  const { survey, kind, columns } = plan;
  const { shortRows, longRows, names, headed, rows, outside, table } = survey;
  const notes: Message[] = [...notesOfPreset(plan), ...carriedNotes(plan)];
  for (const kind of ['header', 'totals', 'note'] as const)
    if (outside[kind].count > 0)
      notes.push(message(`source.note.outside.${kind}`, { rows: outside[kind].count, first: outside[kind].first }));
  const strays = table.strayQuotes?.();
  if (strays && strays.count > 0)
    notes.push(message('source.note.strayQuotes', { cells: strays.count, first: strays.first }));
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
  notes.push(...keyNotes(plan));
  if (kind === 'products' || kind === 'events') notes.push(message('source.note.notUsed'));
  return notes;
};
