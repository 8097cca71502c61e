import { message } from '../../../shared/model/message.ts';
import type { SetAsideReason, SheetPreview } from '../../../shared/model/source.ts';
import type { PlannedSheet, ReadOptions } from '../types.ts';
import { createCellReaders } from '../typing/read-cell.ts';
import { evidenceOf } from './evidence.ts';
import { futureDoubts } from './future-doubts.ts';
import { createLineReader, isOrderKind } from './line-reader.ts';
import { notesOf } from './notes.ts';
import type { TablePlan } from './plan-table.ts';
import { rowsInSlices } from './rows-in-slices.ts';
import { createTally } from './tally.ts';

/** More lines than this that cannot be read are a sign that we read them wrongly. */
const unreadableShare = 0.1;

/** What is known of a table before its lines are counted. */
export const plannedSheet = (plan: TablePlan): PlannedSheet => {
  const { survey, kind, columns, doubts } = plan;
  const { table, rows, sample } = survey;
  return {
    path: table.path,
    file: table.file,
    sheet: table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    rows,
    kind,
    columns: [...columns],
    isOrderOnFirstLine: plan.cancelled.isOrderOnFirstLine,
    sample: sample.map((cells) => [...cells]),
    doubts: [...doubts],
    notes: notesOf(plan),
    evidence: evidenceOf(plan),
    bytes: table.bytes,
    modifiedMs: table.modifiedMs,
  };
};

/**
 * Reads a table once more, with its types and roles known, and says what would count.
 * @throws AppError `cancelled`, and what reading meets
 */
export const previewTable = async (
  plan: TablePlan,
  kept: readonly SetAsideReason[],
  options: ReadOptions,
): Promise<SheetPreview> => {
  const { survey, kind, columns, cancelled } = plan;
  const { table, rows } = survey;
  const hasMoney = columns.some(({ role }) => role === 'amount' || role === 'price');
  const tally = createTally(kind, kept, hasMoney);
  if (isOrderKind(kind) || kind === 'customers') {
    const readLine = createLineReader(kind, columns, createCellReaders(columns), cancelled);
    for await (const batch of rowsInSlices(table, options)) for (const cells of batch.rows) tally.add(readLine(cells));
  }
  const setAside = tally.setAside();
  const unreadable = setAside.find(({ reason }) => reason === 'unreadable')?.lines ?? 0;
  const doubts = [...plan.doubts];
  const outside = Object.values(survey.outside).reduce((sum, { count }) => sum + count, 0);
  if (!plan.isMapped && unreadable - outside > rows * unreadableShare)
    doubts.push(message('source.doubt.unreadable', { lines: unreadable, rows }));
  // A date of long after today is a slip that would make all customers look long gone.
  doubts.push(...futureDoubts(tally.totals(), plan));
  return {
    ...plannedSheet(plan),
    confident: doubts.length === 0,
    doubts,
    totals: tally.totals(),
    setAside,
  };
};
