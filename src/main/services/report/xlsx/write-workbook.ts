import ExcelJS from 'exceljs';
import type { Bars, Block, Cell, ComposedReport, Section, Table } from '../../../../shared/report/blocks.ts';
import { createSpeaker, type Speaker } from '../../../../shared/report/speaker.ts';
import { setZipDates } from '../../export/set-zip-dates.ts';
import type { WriteOptions } from '../pdf/write-pdf.ts';

/** Excel's own limits. */
const longestText = 32_767;
const longestName = 31;
const widest = 60;

/** Names of sheets take neither these signs nor an apostrophe at an end, and no two are alike. */
const createNames = () => {
  const taken = new Set<string>();
  return (wanted: string): string => {
    const plain = wanted
      .replace(/[\p{Cc}[\]:*?/\\]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '');
    const base = (plain === '' ? 'Table' : plain).slice(0, longestName);
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, longestName - 4)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
};

const formatOf = ({ look, digits = 0 }: Cell): string | null => {
  if (look === 'whole') return '#,##0';
  if (look === 'money') return '#,##0.00';
  if (look === 'share') return '0.0%';
  return look === 'decimal' ? (digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`) : null;
};

const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .slice(0, longestText);

/** A number as a number, text as text: never as a formula, whatever it begins with. */
const fill = (target: ExcelJS.Cell, cell: Cell): void => {
  target.value = cell.value ?? plainText(cell.text);
  const format = cell.value === undefined ? null : formatOf(cell);
  if (format !== null) target.numFmt = format;
  if (cell.ground !== undefined) {
    const argb = `FF${cell.ground.slice(1).toUpperCase()}`;
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
  }
};

/** Names and sentences of a report's rows stand in columns of their own. */
const withWords = (table: Table, { word }: Speaker): { head: string[]; rows: Cell[][] } => {
  const all = table.foot === undefined ? table.rows : [...table.rows, table.foot];
  const hasNotes = table.look !== 'heat' && all.some(({ cells }) => cells[0]?.note !== undefined);
  const labels = [
    ...new Set(all.flatMap(({ words = [] }) => words.map(({ label }) => label ?? word('report.xlsx.words')))),
  ];
  return {
    head: [...table.columns.map(({ head }) => head), ...(hasNotes ? [word('report.xlsx.words')] : []), ...labels],
    rows: all.map(({ cells, words = [] }) => [
      ...cells,
      ...(hasNotes ? [{ text: cells[0]?.note ?? '' }] : []),
      ...labels.map((label) => ({
        text: words.find((one) => (one.label ?? word('report.xlsx.words')) === label)?.text ?? '',
      })),
    ]),
  };
};

const lettersOf = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

const barsTable = ({ title, items, series }: Bars, speaker: Speaker): Table => ({
  kind: 'table',
  caption: title,
  look: 'plain',
  columns: [
    { head: speaker.word('report.segments.column.segment'), isNumber: false },
    ...series.map((head) => ({ head, isNumber: true })),
  ],
  rows: items.map(({ name, color, bars }) => ({
    tile: color,
    cells: [{ text: name }, ...bars.map(({ value }): Cell => ({ text: String(value), value, look: 'share' }))],
  })),
});

const tableOf = (block: Block, speaker: Speaker): Table | null => {
  if (block.kind === 'table') return block;
  if (block.kind === 'bars') return barsTable(block, speaker);
  return block.kind === 'drawing' ? (block.table ?? null) : null;
};

const addTable = async (
  book: ExcelJS.Workbook,
  name: string,
  table: Table,
  speaker: Speaker,
  breathe: () => Promise<void>,
): Promise<void> => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  const { head, rows } = withWords(table, speaker);
  const isNumber = (i: number) => table.columns[i]?.isNumber === true;
  sheet.getRow(1).values = head.map(plainText);
  sheet.getRow(1).font = { bold: true };
  head.forEach((_, i) => {
    sheet.getCell(1, i + 1).alignment = {
      wrapText: true,
      vertical: 'bottom',
      horizontal: isNumber(i) ? 'right' : 'left',
    };
  });
  for (const [at, cells] of rows.entries()) {
    if (at % 200 === 0) await breathe();
    cells.forEach((cell, i) => {
      const target = sheet.getCell(at + 2, i + 1);
      fill(target, cell);
      target.alignment = {
        vertical: 'top',
        horizontal: isNumber(i) ? 'right' : 'left',
        ...(i >= table.columns.length ? { wrapText: true } : {}),
      };
    });
  }
  if (table.foot !== undefined) sheet.getRow(rows.length + 1).font = { italic: true };
  sheet.columns.forEach((column, i) => {
    const longest = Math.max(...rows.slice(0, 300).map((cells) => cells[i]?.text.length ?? 0), 0);
    column.width = Math.min(widest, Math.max(longest, Math.min(18, head[i]!.length), 8) + 2);
  });
  // Sentences take several lines; not every program finds out by itself how high that is.
  rows.forEach((cells, at) => {
    const lines = Math.max(
      1,
      ...cells.slice(table.columns.length).map(({ text }) => Math.ceil(text.length / (widest - 6))),
    );
    if (lines > 1) sheet.getRow(at + 2).height = 15 * lines;
  });
  if (rows.length > 1)
    sheet.autoFilter = `A1:${lettersOf(head.length)}${rows.length + (table.foot === undefined ? 1 : 0)}`;
};

interface Line {
  readonly text: string;
  readonly beside?: string;
  readonly size?: number;
  readonly isBold?: boolean;
}

/** What a block says in words; tables are on sheets of their own. */
const linesOf = (block: Block): Line[] => {
  switch (block.kind) {
    case 'heading':
      return [
        { text: '' },
        { text: block.text, size: block.level === 1 ? 16 : block.level === 2 ? 13 : 11, isBold: true },
      ];
    case 'paragraph':
      return [{ text: block.label === undefined ? block.text : `${block.label}: ${block.text}` }];
    case 'list':
      return block.items.map(({ text, label }) => ({ text: label === undefined ? text : `${label}: ${text}` }));
    case 'figures':
      return block.items.map(({ name, value }) => ({ text: name, beside: value }));
    case 'facts':
      return block.items.map(({ name, text }) => ({ text: name, beside: text }));
    case 'effects':
      return block.items.map(({ name, said, note }) => ({ text: name, beside: `${said} (${note})` }));
    default:
      return [];
  }
};

const addReading = (
  book: ExcelJS.Workbook,
  name: string,
  report: ComposedReport,
): ((section: Section, sheets: string[]) => void) => {
  const sheet = book.addWorksheet(name, { views: [{ showGridLines: false }] });
  sheet.getColumn(1).width = 44;
  sheet.getColumn(2).width = 90;
  sheet.getCell(1, 1).value = plainText(`${report.project} · ${report.made}`);
  let at = 2;
  const add = ({ text, beside, size = 11, isBold = false }: Line) => {
    const cell = sheet.getCell(at, 1);
    cell.value = plainText(text);
    cell.font = { size, bold: isBold };
    if (beside === undefined) {
      sheet.mergeCells(at, 1, at, 2);
      // Rows do not grow by themselves around merged cells.
      if (!isBold) sheet.getRow(at).height = 15 * Math.max(1, Math.ceil(text.length / 125));
    } else {
      sheet.getCell(at, 2).value = plainText(beside);
      sheet.getRow(at).height = 15 * Math.max(1, Math.ceil(beside.length / 85));
      sheet.getCell(at, 2).alignment = { wrapText: true, vertical: 'top' };
    }
    cell.alignment = { wrapText: !isBold, vertical: 'top' };
    at += 1;
  };
  return ({ blocks }, sheets) => {
    for (const line of blocks.flatMap(linesOf)) add(line);
    for (const target of sheets) {
      const cell = sheet.getCell(at, 1);
      cell.value = { text: `→ ${target}`, hyperlink: `#'${target.replaceAll("'", "''")}'!A1` };
      cell.font = { color: { argb: 'FF0F6B6B' }, underline: true };
      at += 1;
    }
  };
};

/**
 * Writes a report as a workbook: what it says on the first sheet, then a sheet for every table, with numbers that can be
 * counted on. No clock in it: the same report gives the same bytes.
 */
export const writeWorkbook = async (report: ComposedReport, path: string, { breathe }: WriteOptions): Promise<void> => {
  const speaker = createSpeaker(report.locale);
  const book = new ExcelJS.Workbook();
  const day = new Date(`${report.day}T00:00:00Z`);
  Object.assign(book, {
    creator: 'Tessera',
    lastModifiedBy: 'Tessera',
    created: day,
    modified: day,
    title: report.title,
  });
  const nameOf = createNames();
  const read = addReading(book, nameOf(speaker.word('report.xlsx.report')), report);
  for (const [i, section] of report.sections.entries()) {
    const sheets: string[] = [];
    for (const block of section.blocks) {
      await breathe(i / report.sections.length);
      const table = tableOf(block, speaker);
      if (table === null) continue;
      const name = nameOf(table.caption.length <= longestName && block.kind !== 'table' ? table.caption : section.name);
      sheets.push(name);
      await addTable(book, name, table, speaker, () => breathe(i / report.sections.length));
    }
    read(section, sheets);
  }
  await book.xlsx.writeFile(path);
  await setZipDates(path);
};
