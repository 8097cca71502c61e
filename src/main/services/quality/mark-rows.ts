import { findWholesale } from '../../../shared/engine/quality/find-wholesale.ts';
import { matchReturns, type TradedLine } from '../../../shared/engine/quality/match-returns.ts';
import { findNonProducts, type ProductName } from '../../../shared/engine/quality/non-products.ts';
import { createRowSet } from '../../../shared/engine/quality/row-set.ts';
import { isTestEmail, isTestName } from '../../../shared/engine/quality/test-signs.ts';
import type { ColumnRole } from '../../../shared/model/column.ts';
import { asideBit, furtherReasons, type SetAsideReason } from '../../../shared/model/source.ts';
import { recountInSteps } from '../../store/repositories/corrections.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { markedState, setMarkedState } from '../../store/repositories/marked.ts';
import { quoteName, rowRange } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { type ProductColumns, productColumns } from './product-columns.ts';
import { own, type Row, rowsInSteps } from './source-rows-in-steps.ts';

/** Changes when the rules' lines are found in another way, so that they are looked for anew. */
const version = 1;
const furtherMask = furtherReasons.reduce((mask, reason) => mask | asideBit[reason], 0);
/** Lines that the usual rules leave: bits of noCustomer, cancelled, notAboveZero and unreadable. */
const usualMask = asideBit.noCustomer | asideBit.cancelled | asideBit.notAboveZero | asideBit.unreadable;
const unsold = asideBit.cancelled | asideBit.notAboveZero | asideBit.unreadable;

/** Signs of a test while it is not sure that they are signs: kept above the reasons' bits. */
const sign = { email: 1 << 12, name: 1 << 13, cents: 1 << 14 } as const;
/** A sign that more rows than this show is none: the shop's own samples all live at example.com. */
const mostShare = 0.05;
/** More different products than this are not looked through for postage. */
const mostProducts = 50_000;
const oneCent = 0.01;

const isOrderKind = ({ kind }: StoredSource): boolean => kind === 'orderLines' || kind === 'orders';
const hasKey = ({ columns }: StoredSource): boolean => columns.some(({ role }) => role === 'customer');

/** One source under work: a word of bits a row. */
interface Sheet {
  readonly source: StoredSource;
  readonly first: number;
  readonly bits: Uint16Array;
  readonly columns: { readonly all: readonly number[]; readonly product: ProductColumns; readonly quantity: number };
}

const withRole = ({ columns }: StoredSource, role: ColumnRole): number =>
  columns.findIndex((column) => column.role === role);

const sheetOf = (db: Sqlite, source: StoredSource): Sheet | null => {
  const range = rowRange(db, source.table);
  if (range === null) return null;
  return {
    source,
    first: range.first,
    bits: new Uint16Array(range.last - range.first + 1),
    columns: {
      all: source.columns.map((_, at) => at),
      product: productColumns(source.columns),
      quantity: withRole(source, 'quantity'),
    },
  };
};

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

const textOf = (row: Row, at: number): string | null => {
  const value = at < 0 ? null : row[own.first + at];
  return value === null || value === undefined ? null : String(value);
};

/** What the first pass gathers over all sources. */
const createGathering = (db: Sqlite, lastOrder: number) => {
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

const productKey = (code: string | null, description: string | null): string =>
  `${code ?? ''}\u0000${description ?? ''}`;

const gatherLine = (into: Gathering, { columns }: Sheet, row: Row): void => {
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
const gather = async (
  db: Sqlite,
  sheet: Sheet,
  into: Gathering,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<void> => {
  const { source, bits, first } = sheet;
  const isOrders = isOrderKind(source);
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

/** Signs of a test become marks, those that too many rows show are forgotten. */
const settleTests = ({ bits, source }: Sheet): void => {
  const counts = new Map(Object.values(sign).map((bit) => [bit as number, 0]));
  for (const word of bits)
    for (const bit of counts.keys()) if ((word & bit) !== 0) counts.set(bit, counts.get(bit)! + 1);
  let telling = 0;
  for (const [bit, rows] of counts) if (rows <= Math.max(2, mostShare * source.rows)) telling |= bit;
  for (let i = 0; i < bits.length; i += 1) {
    const word = bits[i]!;
    if (word === 0) continue;
    bits[i] = (word & furtherMask) | ((word & telling) !== 0 ? asideBit.test : 0);
  }
};

/** Second pass: lines of products that are none, of one-off buyers and of test customers; purchases that came back. */
const mark = async (
  db: Sqlite,
  sheet: Sheet,
  known: {
    readonly none: ReadonlySet<string>;
    readonly wholesale: ReadonlySet<number>;
    readonly testers: ReadonlySet<number>;
    readonly pairs: ReadonlySet<string>;
    readonly traded: Map<string, (TradedLine & { sheet: Sheet })[]>;
  },
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<void> => {
  const { source, bits, first, columns } = sheet;
  const { code, description } = columns.product;
  const wanted = [...new Set([code, description, columns.quantity].filter((at) => at >= 0))];
  const at = (column: number): number => (column < 0 ? -1 : wanted.indexOf(column));
  const [codeAt, descriptionAt, quantityAt] = [at(code), at(description), at(columns.quantity)];
  for (const { rows, done } of rowsInSteps(db, source, wanted)) {
    for (const row of rows) {
      const customer = row[own.customer] as number | null;
      const codeText = textOf(row, codeAt);
      let found = 0;
      if (known.none.has(productKey(codeText, textOf(row, descriptionAt)))) found |= asideBit.nonProduct;
      if (customer !== null && known.wholesale.has(customer)) found |= asideBit.wholesale;
      if (customer !== null && known.testers.has(customer)) found |= asideBit.test;
      const number = row[own.row] as number;
      if (customer !== null && codeText !== null && known.pairs.size > 0) {
        const key = `${customer}\u0000${codeText}`;
        const quantity = quantityAt < 0 ? row[own.amount] : row[own.first + quantityAt];
        const day = row[own.day];
        const aside = row[own.aside] as number;
        if (
          known.pairs.has(key) &&
          typeof quantity === 'number' &&
          typeof day === 'string' &&
          (quantity < 0 || (aside & unsold) === 0)
        ) {
          const lines = known.traded.get(key) ?? [];
          lines.push({ row: number, day: Math.round(Date.parse(day.slice(0, 10)) / 86_400_000), quantity, sheet });
          known.traded.set(key, lines);
        }
      }
      if (found !== 0) bits[number - first]! |= found;
    }
    onProgress(done);
    await breathe(job);
  }
};

/** Rows between two breaths while marks are written. */
const writtenAtOnce = 4_000;

/** Writes the marks that differ from those that stand, and counts anew where any does. */
const writeMarks = async (
  db: Sqlite,
  { source, bits, first }: Sheet,
  job: Pick<JobContext, 'signal'>,
): Promise<void> => {
  const update = db.prepare(
    `UPDATE ${quoteName(source.table)} SET _aside = (_aside & ~${furtherMask}) | ? WHERE _row = ?`,
  );
  let changed = 0;
  for (const { rows } of rowsInSteps(db, source, [])) {
    for (const row of rows) {
      const wanted = bits[(row[own.row] as number) - first]!;
      if (((row[own.aside] as number) & furtherMask) === wanted) continue;
      update.run(wanted, row[own.row]!);
      changed += 1;
      if (changed % writtenAtOnce === 0) await breathe(job);
    }
    await breathe(job);
  }
  if (changed > 0) for (const _ of recountInSteps(db, source.id, source.table)) await breathe(job);
};

/** Customers whose own row in a customer table says that they are a test. */
const testCustomers = (db: Sqlite, sheets: readonly Sheet[]): Set<number> => {
  const found = new Set<number>();
  for (const { source, bits, first } of sheets) {
    if (isOrderKind(source)) continue;
    const read = db.prepareRaw<[number | null]>(`SELECT _customer FROM ${quoteName(source.table)} WHERE _row = ?`);
    bits.forEach((word, i) => {
      const customer = (word & asideBit.test) === 0 ? null : read.get(first + i)?.[0];
      if (customer != null) found.add(customer);
    });
  }
  return found;
};

/** True where some rule is on whose lines must be found first. */
export const needsMarks = (kept: readonly SetAsideReason[]): boolean =>
  furtherReasons.some((reason) => !kept.includes(reason));

const markAll = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<void> => {
  const sheets = sources.flatMap((source) => sheetOf(db, source) ?? []);
  const lines = sheets.filter(({ source }) => isOrderKind(source));
  const all = Math.max(
    1,
    sheets.reduce((sum, { source }) => sum + source.rows, 0),
  );
  const gathered = createGathering(
    db,
    sources.reduce((last, { lastOrder }) => Math.max(last, lastOrder), 0),
  );
  let before = 0;
  for (const sheet of sheets) {
    await gather(db, sheet, gathered, job, (done) => onProgress((0.6 * (before + done * sheet.source.rows)) / all));
    settleTests(sheet);
    before += sheet.source.rows;
  }
  const products = [...gathered.products.values()];
  const none = findNonProducts(products.map(({ name, lines: count }) => ({ ...name, lines: count })));
  const keys = [...gathered.products.keys()];
  const known = {
    none: new Set(keys.filter((_, i) => none[i])),
    wholesale: new Set(findWholesale(gathered.orders, gathered.money, gathered.pieces)),
    testers: testCustomers(db, sheets),
    pairs: gathered.pairs,
    traded: new Map<string, (TradedLine & { sheet: Sheet })[]>(),
  };
  before = 0;
  for (const sheet of lines) {
    await mark(db, sheet, known, job, (done) => onProgress(0.6 + (0.25 * (before + done * sheet.source.rows)) / all));
    before += sheet.source.rows;
  }
  // Row numbers repeat from table to table, so a line is known by its place in the list.
  let pairs = 0;
  for (const traded of known.traded.values()) {
    pairs += 1;
    if (pairs % 2_000 === 0) await breathe(job);
    const numbered = traded.map((line, i) => ({ ...line, row: i }));
    for (const i of matchReturns(numbered).whole) {
      const { sheet, row } = traded[i]!;
      sheet.bits[row - sheet.first]! |= asideBit.returned;
    }
  }
  for (const [i, sheet] of sheets.entries()) {
    await writeMarks(db, sheet, job);
    onProgress(0.85 + (0.15 * (i + 1)) / sheets.length);
  }
};

/**
 * Finds the lines that the further rules mean and writes their bits, where that was not done for the sources that stand.
 * Changes no figure: those rules are off until somebody switches them on. O(cells); memory by rows (about 30 bytes), by
 * customers and by what came back.
 * @throws AppError `cancelled`, and then nothing was written
 */
export const markRows = async (
  db: Sqlite,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void = () => {},
): Promise<void> => {
  const sources = listSources(db).filter((source) => isOrderKind(source) || source.kind === 'customers');
  const state = JSON.stringify({ version, sources: sources.map(({ id }) => id) });
  if (markedState(db) === state) return;
  const own = !db.inTransaction;
  if (own) db.exec('BEGIN IMMEDIATE');
  try {
    await markAll(db, sources, job, onProgress);
    setMarkedState(db, state);
    if (own) db.exec('COMMIT');
  } catch (error) {
    if (own && db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
