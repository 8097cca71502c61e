import { parentPort, workerData } from 'node:worker_threads';
import { type CellObject, CFB, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { isBlankRow, type SampleRow } from './find-header.ts';
import { writeXlsCell } from './xls-cells.ts';
import type { BookPart, XlsAnswer, XlsHead, XlsStart } from './xls-messages.ts';

/**
 * Thread entry: parses one binary Excel file by SheetJS, which does it in one go and keeps all of it in memory. It is a
 * thread of its own beside the import thread, so that memory has a bound of its own, running out of it means this one
 * file cannot be read, a cancel ends the parse at once (the import thread is not ended while other calls are open), and
 * a time limit can be kept, since whoever keeps it is not the thread that parses.
 */
const { book, sheet, headRows } = workerData as XlsStart;
if (!parentPort) throw new Error('This is a thread entry.');
const port = parentPort;
const say = (answer: XlsAnswer): void => port.postMessage(answer);

/** Rows sent at once. */
const mostRows = 1024;

/** The parts as a file that SheetJS can unpack: none of them is packed any more, so none can unpack without end. */
const pack = (parts: readonly BookPart[]): Uint8Array => {
  const container = CFB.utils.cfb_new();
  for (const { name, contents } of parts) CFB.utils.cfb_add(container, `/${name}`, contents);
  return CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Uint8Array;
};

/** SheetJS reads what is there of a file that was cut. */
const throwIfCut = (file: Uint8Array): void => {
  const container = CFB.read(file, { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (!stream || stream.content.length < stream.size) throw new Error('The stream with the sheets is not whole.');
};

const parse = (): WorkBook => {
  set_cptable(codePages);
  if (book instanceof Uint8Array) throwIfCut(book);
  const parsed = read(book instanceof Uint8Array ? book : pack(book), {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    ...(sheet === null ? {} : { sheets: sheet }),
  });
  if (parsed.SheetNames.length === 0) throw new Error('There is no list of sheets.');
  return parsed;
};

const isVisible = (parsed: WorkBook, at: number): boolean => !parsed.Workbook?.Sheets?.[at]?.Hidden;

/** Rows of a sheet that hold anything, as written. */
function* rowsOf(parsed: WorkBook, at: number): Generator<SampleRow> {
  const data = parsed.Sheets[parsed.SheetNames[at]!]?.['!data'] ?? [];
  const is1904 = Boolean(parsed.Workbook?.WBProps?.date1904);
  for (let i = 0; i < data.length; i++) {
    // Rows and cells that hold nothing are holes.
    const found = data[i] as (CellObject | undefined)[] | undefined;
    if (!found) continue;
    const cells = Array.from(found, (cell) => (cell ? writeXlsCell(cell, is1904) : ''));
    if (!isBlankRow(cells)) yield { number: i + 1, cells };
  }
}

const headOf = (parsed: WorkBook, at: number): SampleRow[] => {
  const rows: SampleRow[] = [];
  for (const row of rowsOf(parsed, at)) {
    if (rows.length === headRows) break;
    rows.push(row);
  }
  return rows;
};

const headsOf = (parsed: WorkBook): XlsHead[] =>
  parsed.SheetNames.flatMap((name, at) =>
    isVisible(parsed, at) ? [{ sheet: at, name, rows: headOf(parsed, at) }] : [],
  );

const sendRows = (parsed: WorkBook, at: number): void => {
  const rows = rowsOf(parsed, at);
  const all = parsed.Sheets[parsed.SheetNames[at]!]?.['!data']?.length ?? 0;
  port.on('message', () => {
    const piece: SampleRow[] = [];
    for (let next = rows.next(); !next.done; next = rows.next()) {
      piece.push(next.value);
      // The generator must not be closed by leaving a loop.
      if (piece.length >= mostRows) break;
    }
    say({ rows: piece, fraction: (piece.at(-1)?.number ?? all) / Math.max(1, all) });
  });
};

try {
  const parsed = parse();
  if (sheet === null) say({ heads: headsOf(parsed) });
  else sendRows(parsed, sheet);
} catch (error) {
  const why = String(error);
  say({ failure: /password|encrypt/i.test(why) ? 'locked' : 'damaged', why });
}
