import { findWholesale } from '../../../shared/engine/quality/find-wholesale.ts';
import { matchReturns, type TradedLine } from '../../../shared/engine/quality/match-returns.ts';
import { findNonProducts } from '../../../shared/engine/quality/non-products.ts';
import { asideBit, furtherReasons, type SetAsideReason } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { standingMerges } from '../../store/repositories/identity.ts';
import { markedState, setMarkedState } from '../../store/repositories/marked.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { createGathering, gatherLines } from './gather-lines.ts';
import { markLines } from './mark-lines.ts';
import { type MarkedSheet, sheetOf } from './marked-sheet.ts';
import { settleTests } from './settle-tests.ts';
import { testCustomers } from './test-customers.ts';
import { writeMarks } from './write-marks.ts';

/** Changes when the rules' lines are found in another way, so that they are looked for anew. */
const version = 2;

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
  const lines = sheets.filter(({ source }) => isOrderKind(source.kind));
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
    await gatherLines(db, sheet, gathered, job, (done) =>
      onProgress((0.6 * (before + done * sheet.source.rows)) / all),
    );
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
    traded: new Map<string, (TradedLine & { sheet: MarkedSheet })[]>(),
  };
  before = 0;
  for (const sheet of lines) {
    await markLines(db, sheet, known, job, (done) =>
      onProgress(0.6 + (0.25 * (before + done * sheet.source.rows)) / all),
    );
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
  const sources = listSources(db).filter((source) => isOrderKind(source.kind) || source.kind === 'customers');
  const merges = standingMerges(db);
  const state = JSON.stringify({
    version,
    sources: sources.map(({ id }) => id),
    ...(merges.length === 0 ? {} : { merges }),
  });
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
