import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { CancelledLines } from './cancelled-lines.ts';

const ofOrder: readonly ColumnRole[] = ['customer', 'date'];
const ofLine: readonly ColumnRole[] = ['quantity', 'price', 'amount'];

/**
 * Some shops write an order's customer, day and state on its first line only. What an order's further lines lack is
 * taken from the lines above them, for reading alone: the stored cells stay as written. A line that names an order but
 * neither a number of pieces nor money, as the head of a combined order does, is one of no money.
 * @returns null where every line stands whole; else a function of the rows in file order, O(columns carried) a row
 */
export const createOrderCarrier = (
  columns: readonly Pick<Column, 'role'>[],
  { isOrderOnFirstLine, byState, byFlag, byStates }: CancelledLines,
): ((cells: readonly string[]) => readonly string[]) | null => {
  const orderAt = columns.findIndex(({ role }) => role === 'order');
  if (!isOrderOnFirstLine || orderAt < 0) return null;
  const withRole = (roles: readonly ColumnRole[]) =>
    columns.flatMap(({ role }, at) => (roles.includes(role) ? [at] : []));
  const states = [byState, byFlag, ...byStates.map(({ at }) => at)].filter((at) => at !== null);
  const carried = [...new Set([...withRole(ofOrder), ...states])];
  const money = withRole(ofLine);
  let order = '';
  let known: string[] = [];
  return (cells) => {
    const own = (cells[orderAt] ?? '').trim();
    if (own === '') return cells;
    if (own !== order) {
      known = carried.map(() => '');
      // What is kept must not hold on to the piece of the file it was cut from.
      order = ` ${own}`.slice(1);
    }
    let whole: string[] | null = null;
    carried.forEach((at, i) => {
      const text = cells[at] ?? '';
      if (text.trim() !== '') {
        if (text !== known[i]) known[i] = ` ${text}`.slice(1);
      } else if (known[i] !== '') {
        whole ??= [...cells];
        whole[at] = known[i]!;
      }
    });
    if (money.length > 0 && money.every((at) => (cells[at] ?? '').trim() === '')) {
      whole ??= [...cells];
      for (const at of money) whole[at] = '0';
    }
    return whole ?? cells;
  };
};
