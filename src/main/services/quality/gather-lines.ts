import type { ProductName } from '../../../shared/engine/quality/non-products.ts';
import { createRowSet } from '../../../shared/engine/quality/row-set.ts';
import { isTestEmail, isTestName } from '../../../shared/engine/quality/test-signs.ts';
import { asideBit } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { type MarkedSheet, productKey, sign, textOf, withRole } from './marked-sheet.ts';
import { own, type Row, rowsInSteps } from './source-rows-in-steps.ts';

/** Lines that the usual rules leave: bits of noCustomer, cancelled, notAboveZero and unreadable. */
const usualMask = asideBit.noCustomer | asideBit.cancelled | asideBit.notAboveZero | asideBit.unreadable;

/** More different products than this are not looked through for postage. */
const mostProducts = 50_000;
const oneCent = 0.01;

const hasKey = ({ columns }: StoredSource): boolean => columns.some(({ role }) => role === 'customer');

/** True for texts that were asked about before, without asking again. */
const remembered = (test: (text: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (value: unknown): boolean => {
    if (typeof value !== 'string') return false;
    let answer = known.get(value);
    if (answer === undefined) {
      if (known.size > 100_000) known.clear();
      answer = test(value);
      known.set(value, answer);
    }
    return answer;
  };
};

/** What the first pass gathers over all sources. */
export const createGathering = (db: Sqlite, lastOrder: number) => {
  const size = lastCustomerId(db) + 1;
  return {
    /** By code and description. */
    products: new Map<string, { name: ProductName; lines: number }>(),
    orders: new Int32Array(size),
    money: new Float64Array(size),
    pieces: new Float64Array(size),
    /** Customers and products of which something came back. */
    pairs: new Set<string>(),
    orderOwner: new Int32Array(lastOrder + 1),
  };
};
type Gathering = ReturnType<typeof createGathering>;

const gatherLine = (into: Gathering, { columns }: MarkedSheet, row: Row): void => {
  const { product, quantity: quantityAt } = columns;
  const code = textOf(row, product.code);
  const description = textOf(row, product.description);
  if (code !== null || description !== null) {
    const key = productKey(code, description);
    const known = into.products.get(key);
    if (known) known.lines += 1;
    else if (into.products.size < mostProducts)
      into.products.set(key, { name: { code, description, lines: 0 }, lines: 1 });
  }
  const customer = row[own.customer] as number | null;
  const amount = row[own.amount] as number | null;
  const quantity = quantityAt < 0 ? amount : (row[own.first + quantityAt] as number | null);
  const aside = row[own.aside] as number;
  if (customer === null) return;
  if (typeof quantity === 'number' && quantity < 0 && (aside & asideBit.noCustomer) === 0 && code !== null)
    into.pairs.add(`${customer}\u0000${code}`);
  if ((aside & usualMask) !== 0) return;
  const order = row[own.order] as number | null;
  if (order !== null && into.orderOwner[order] !== customer) {
    into.orderOwner[order] = customer;
    into.orders[customer]! += 1;
  }
  into.money[customer]! += amount ?? 0;
  if (quantityAt >= 0 && typeof quantity === 'number') into.pieces[customer]! += quantity;
};

/** First pass: repeated rows, signs of tests, and what has to be known of everybody before the second. */
export const gatherLines = async (
  db: Sqlite,
  sheet: MarkedSheet,
  into: Gathering,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<void> => {
  const { source, bits, first } = sheet;
  const isOrders = isOrderKind(source.kind);
  const repeats = isOrders || hasKey(source) ? createRowSet(source.rows) : null;
  const email = withRole(source, 'email');
  const names = source.columns.flatMap(({ role }, at) => (role === 'name' || role === 'product' ? [at] : []));
  const { description } = sheet.columns.product;
  if (description >= 0 && !names.includes(description)) names.push(description);
  const isEmail = remembered(isTestEmail);
  const isName = remembered(isTestName);
  for (const { rows, done } of rowsInSteps(db, source, sheet.columns.all)) {
    for (const row of rows) {
      let found = 0;
      if (repeats !== null) {
        for (let at = own.first; at < row.length; at += 1) repeats.cell(row[at]!);
        if (repeats.end()) found |= asideBit.duplicate;
      }
      if (email >= 0 && isEmail(row[own.first + email])) found |= sign.email;
      if (names.some((at) => isName(row[own.first + at]))) found |= sign.name;
      if (isOrders) {
        const amount = row[own.amount] as number | null;
        if (amount !== null && amount > 0 && amount <= oneCent) found |= sign.cents;
        gatherLine(into, sheet, row);
      }
      if (found !== 0) bits[(row[own.row] as number) - first] = found;
    }
    onProgress(done);
    await breathe(job);
  }
};
