import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { createOutsideCheck } from '../readers/outside-rows.ts';
import { asideBit } from '../types.ts';
import { isMissing } from '../typing/missing-words.ts';
import type { ReadCell } from '../typing/read-cell.ts';
import { type CancelledLines, isAsideState, isCancelledNumber, isCancelledState } from './cancelled-lines.ts';
import { createOrderCarrier } from './carry-order.ts';

export const isOrderKind = (kind: SourceKind): boolean => kind === 'orderLines' || kind === 'orders';

/** What one row says to features. */
export interface LineFacts {
  customer: string | null;
  order: string | null;
  day: string | null;
  amount: number | null;
  aside: number;
}

/** Customers as numbers are the same customer as `17850`, `17850.0` and ` 17850 `. */
const keyOf = (text: string, isNumber: boolean): string | null => {
  if (isMissing(text)) return null;
  const key = text.trim();
  return isNumber && key.charCodeAt(key.length - 1) === 48 ? key.replace(/\.0+$/, '') : key;
};

const trimmedOrNull = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
};

/**
 * Reads who, which order, when and how much out of the rows of one table, and every reason to set a line aside.
 * @param columns with the roles in force
 * @param readers one a column
 * @returns a function that fills and returns the same object for every row
 */
export const createLineReader = (
  kind: SourceKind,
  columns: readonly Column[],
  readers: readonly ((text: string) => ReadCell)[],
  cancelled: CancelledLines,
): ((cells: readonly string[]) => LineFacts) => {
  const facts: LineFacts = { customer: null, order: null, day: null, amount: null, aside: 0 };
  const at = (role: ColumnRole): number => columns.findIndex((column) => column.role === role);
  const customerAt = at('customer');
  const isNumberKey = customerAt >= 0 && ['integer', 'decimal'].includes(columns[customerAt]!.type);
  const [orderAt, dateAt, amountAt, quantityAt, priceAt] = [
    at('order'),
    at('date'),
    at('amount'),
    at('quantity'),
    at('price'),
  ];
  const isOrders = isOrderKind(kind);
  const numberAt = (cells: readonly string[], column: number): number | null => {
    if (column < 0) return null;
    const { value } = readers[column]!(cells[column] ?? '');
    return typeof value === 'number' ? value : null;
  };
  const isCancelled = (cells: readonly string[], order: string | null): boolean =>
    (cancelled.byNumber && order !== null && isCancelledNumber(order)) ||
    (cancelled.byState !== null && isCancelledState(cells[cancelled.byState] ?? '')) ||
    (cancelled.byFlag !== null && readers[cancelled.byFlag]!(cells[cancelled.byFlag] ?? '').value === 1) ||
    cancelled.byStates.some(({ at, values }) => isAsideState(cells[at] ?? '', values));
  const carry = createOrderCarrier(columns, cancelled);

  const outsideOf = cancelled.outside ? createOutsideCheck(cancelled.outside) : null;

  return (written) => {
    if (outsideOf !== null && outsideOf(written) !== null)
      return Object.assign(facts, { customer: null, order: null, day: null, amount: null, aside: asideBit.unreadable });
    const cells = carry === null ? written : carry(written);
    facts.customer = customerAt < 0 ? null : keyOf(cells[customerAt] ?? '', isNumberKey);
    facts.aside = 0;
    const moment = dateAt < 0 ? null : readers[dateAt]!(cells[dateAt] ?? '').value;
    facts.day = typeof moment === 'string' ? (moment.length === 10 ? moment : moment.slice(0, 10)) : null;
    const order = orderAt < 0 ? null : trimmedOrNull(cells[orderAt] ?? '');
    facts.order = order ?? (facts.customer !== null && facts.day !== null ? `${facts.customer}|${facts.day}` : null);
    const quantity = numberAt(cells, quantityAt);
    const price = numberAt(cells, priceAt);
    if (amountAt >= 0) facts.amount = numberAt(cells, amountAt);
    else if (priceAt < 0) facts.amount = null;
    else if (quantityAt < 0) facts.amount = price;
    else facts.amount = quantity === null || price === null ? null : quantity * price;
    if (!isOrders) return facts;
    const money = priceAt >= 0 ? price : facts.amount;
    if (facts.customer === null) facts.aside |= asideBit.noCustomer;
    if (isCancelled(cells, order)) facts.aside |= asideBit.cancelled;
    if ((quantity !== null && quantity <= 0) || (money !== null && money <= 0)) facts.aside |= asideBit.notAboveZero;
    const hasMoney = amountAt >= 0 || priceAt >= 0;
    if (facts.day === null || (hasMoney && facts.amount === null)) facts.aside |= asideBit.unreadable;
    return facts;
  };
};
