import type { ColumnRole } from '../../../shared/model/column.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { type ColumnFacts, filledCells, isNumeric, isUnique } from './guess-roles.ts';

/** Of visits to a site, opened e-mails and what is done in an app, in the languages whose orders are known. */
const eventWords =
  /\b(events?|pages?|pageviews?|visits?|sessions?|clicks?|clicked|opens?|opened|url|action|activity|referrer|subject|seite|besuch\w*|sitzung\w*|klicks?|geoffnet|visites?|visitas?|bezoek\w*|pagina|clics?)\b/;
/** Says what kind of thing happened, so a column of money beside it is a fact of some of them. */
const eventName = /^(event|event (name|type|action)|action|activity|ereignis|evenement|evento|gebeurtenis)$/;

/** Orders have an amount more often than this. */
const usualShare = 0.9;

/** What one row of the table is, going by the roles of its columns and by which of them repeat. */
export const guessKind = (columns: readonly ColumnFacts[], roles: readonly ColumnRole[]): SourceKind => {
  const withRole = (role: ColumnRole): ColumnFacts | null => columns[roles.indexOf(role)] ?? null;
  const [customer, order, date] = [withRole('customer'), withRole('order'), withRole('date')];
  const [amount, price, quantity, product] = [
    withRole('amount'),
    withRole('price'),
    withRole('quantity'),
    withRole('product'),
  ];
  const isOneEach = customer !== null && isUnique(customer);
  const hasLine = product !== null || price !== null;
  const orderKind: SourceKind =
    amount !== null && !hasLine && (order === null ? quantity === null : isUnique(order)) ? 'orders' : 'orderLines';
  if (date !== null && !(isOneEach && order === null && quantity === null && product === null)) {
    const isNoOrder = price === null && order === null && quantity === null;
    const isFact = amount === null || filledCells(amount) < amount.evidence.cells * usualShare;
    if (
      isNoOrder &&
      isFact &&
      columns.some((column) => eventName.test(column.words) && column.evidence.values !== null)
    )
      return 'events';
    if (isNoOrder && amount === null && columns.some(({ words }) => eventWords.test(words))) return 'events';
    if (customer !== null || order !== null) return orderKind;
  }
  if (date === null && !isOneEach && order !== null && (amount !== null || (price !== null && customer !== null)))
    return orderKind;
  if (customer !== null) return 'customers';
  if (product !== null && isUnique(product)) return 'products';
  if (date !== null && (amount !== null || price !== null)) return orderKind;
  return columns.filter(isNumeric).length > 1 ? 'customers' : 'events';
};

const always: readonly ColumnRole[] = ['customer', 'name', 'email', 'phone', 'consent', 'channel'];
const ofProducts: readonly ColumnRole[] = ['product', 'price'];
const ofOrders: readonly ColumnRole[] = [...always, 'date', 'order', 'amount'];
const ofLines: readonly ColumnRole[] = [...ofOrders, 'quantity', 'price', 'product'];

/** Roles that mean something for that kind of row; in a table of customers the other columns are facts. */
export const rolesOfKind = (kind: SourceKind): readonly ColumnRole[] =>
  ({ customers: always, orders: ofOrders, products: ofProducts, orderLines: ofLines, events: ofLines })[kind];
