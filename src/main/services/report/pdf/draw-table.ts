import { inkOn } from '../../../../shared/picture/diverging.ts';
import type { Cell, Paragraph, Row, Table } from '../../../../shared/report/blocks.ts';
import { drawTile } from './draw-tile.ts';
import { inks, lineHeight, type Sheet, type TextLook } from './sheet.ts';

interface Look {
  readonly text: number;
  readonly note: number;
  readonly head: number;
  readonly padding: number;
  readonly gap: number;
}

const looks: Readonly<Record<Table['look'], Look>> = {
  plain: { text: 8.8, note: 7.6, head: 7.8, padding: 3.6, gap: 12 },
  cards: { text: 10, note: 8, head: 7.8, padding: 5.5, gap: 12 },
  heat: { text: 9, note: 7.2, head: 8, padding: 4.2, gap: 3 },
  list: { text: 7.8, note: 7, head: 7.6, padding: 2, gap: 9 },
};

const tileRoom = 13;
/** Letters smaller than this share of what they would be are harder to read than a broken word. */
const smallest = 0.76;

interface ColumnRoom {
  /** Without breaking a number or the word of a head. */
  readonly least: number;
  readonly most: number;
}

const roomsOf = (sheet: Sheet, table: Table, look: Look): ColumnRoom[] => {
  const { columns, rows, foot } = table;
  const all = foot === undefined ? rows : [...rows, foot];
  return columns.map((column, i) => {
    const cells = all.slice(0, 400).map(({ cells }) => cells[i]!);
    const size = { size: look.text, isBold: i === 0 && table.look === 'cards' };
    const text = Math.max(0, ...cells.map((cell) => sheet.measure(cell.text, size)));
    const note = Math.max(0, ...cells.map((cell) => sheet.measure(cell.note ?? '', { size: look.note })));
    const word = Math.max(...column.head.split(' ').map((one) => sheet.measure(one, { size: look.head })));
    const head = Math.max(word, Math.min(70, sheet.measure(column.head, { size: look.head })));
    const room =
      i === 0 && all.some(({ tile }) => tile !== undefined) ? tileRoom : column.tile === undefined ? 0 : tileRoom;
    // Numbers stay on one line; words may wrap.
    const least = column.isNumber && table.look !== 'heat' ? Math.max(text, word) : Math.max(Math.min(text, 64), word);
    return { least: least + room, most: Math.max(text, head, Math.min(note, 220)) + room };
  });
};

/**
 * Widths of the columns: every one what its longest word needs, and of what is left each as it would take. Numbers come
 * before words.
 */
const widthsOf = (sheet: Sheet, table: Table, look: Look): number[] => {
  const { columns } = table;
  const wanted = roomsOf(sheet, table, look);
  const free = sheet.width - look.gap * (columns.length - 1);
  if (table.look === 'heat') {
    const first = Math.min(wanted[0]!.most, Math.max(110, free * 0.24));
    return columns.map((_, i) => (i === 0 ? first : (free - first) / (columns.length - 1)));
  }
  const most = wanted.reduce((sum, one) => sum + one.most, 0);
  if (most <= free) {
    const rest = free - most;
    return wanted.map((one, i) => one.most + (i === 0 ? rest : 0));
  }
  const least = wanted.reduce((sum, one) => sum + one.least, 0);
  if (least >= free) return wanted.map((one) => (one.least / least) * free);
  const share = (free - least) / (most - least);
  return wanted.map((one) => one.least + (one.most - one.least) * share);
};

const shrunk = (look: Look, by: number): Look => ({
  text: look.text * by,
  note: look.note * by,
  head: look.head * by,
  padding: look.padding,
  gap: look.gap * by,
});

/** Letters and gaps as large as leave every word whole, where many columns stand side by side. */
const lookFor = (sheet: Sheet, table: Table): Look => {
  const look = looks[table.look];
  if (table.look === 'heat') return look;
  for (let by = 1; by > smallest; by -= 0.04) {
    const tried = shrunk(look, by);
    const least = roomsOf(sheet, table, tried).reduce((sum, one) => sum + one.least, 0);
    if (least + tried.gap * (table.columns.length - 1) <= sheet.width) return tried;
  }
  return shrunk(look, smallest);
};

interface Drawn {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly height: number;
}

interface Layout {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly look: Look;
  readonly widths: readonly number[];
}

const isFirstBold = ({ table }: Layout): boolean => table.look === 'cards' || table.look === 'heat';

const layCell = (layout: Layout, { text, note }: Cell, i: number, hasTile: boolean): Drawn => {
  const { sheet, look, widths, table } = layout;
  const inner = widths[i]! - (hasTile ? tileRoom : 0) - (table.look === 'heat' && i > 0 ? 6 : 0);
  const lines = sheet.wrap(text, { size: look.text, isBold: i === 0 && isFirstBold(layout) }, inner);
  const notes = note === undefined || note === '' ? [] : sheet.wrap(note, { size: look.note }, inner);
  return { lines, notes, height: lines.length * lineHeight(look.text) + notes.length * lineHeight(look.note) };
};

const leftOf = ({ sheet, widths, look }: Layout, column: number): number =>
  sheet.left + widths.slice(0, column).reduce((sum, width) => sum + width + look.gap, 0);

const drawLines = (
  layout: Layout,
  { lines, notes }: Drawn,
  at: { x: number; y: number; width: number; align: 'left' | 'right' | 'center' },
  text: TextLook,
  note: TextLook,
): void => {
  let y = at.y;
  for (const line of lines) {
    layout.sheet.line(line, at.x, y, text, at.align, at.width);
    y += lineHeight(text.size);
  }
  for (const line of notes) {
    layout.sheet.line(line, at.x, y, note, at.align, at.width);
    y += lineHeight(note.size);
  }
};

/** The head once more on every page. */
const drawHead = (layout: Layout): void => {
  const { sheet, table, look, widths } = layout;
  const isHeat = table.look === 'heat';
  const text = { size: look.head, color: isHeat ? inks.text! : inks.muted!, isBold: isHeat };
  const laid = table.columns.map(({ head, note, tile }, i) => {
    const inner = widths[i]! - (tile === undefined ? 0 : tileRoom);
    const lines = head === '' ? [] : sheet.wrap(head, text, inner);
    const notes = note === undefined ? [] : sheet.wrap(note, { size: look.note }, inner);
    return { lines, notes, height: lines.length * lineHeight(look.head) + notes.length * lineHeight(look.note) };
  });
  const height = Math.max(...laid.map((one) => one.height)) + look.padding;
  sheet.mark('TR', () => {
    table.columns.forEach(({ isNumber, tile }, i) => {
      const align = isHeat && i > 0 ? 'center' : isNumber && i > 0 ? 'right' : 'left';
      const one = laid[i]!;
      const x = leftOf(layout, i);
      const y = sheet.y + height - look.padding - one.height;
      sheet.mark('TH', () => {
        if (tile !== undefined) drawTile(sheet.doc, tile, x, y + 1.5, 8);
        const shift = tile === undefined ? 0 : tileRoom;
        drawLines(
          layout,
          one,
          { x: x + shift, y, width: widths[i]! - shift, align: tile === undefined ? align : 'left' },
          text,
          { size: look.note, color: inks.muted! },
        );
      });
    });
  });
  sheet.y += height;
  if (!isHeat) rule(sheet, inks.muted!, 0.6);
  sheet.y += 1;
};

const rule = ({ doc, left, width, y }: Sheet, color: string, thickness: number): void => {
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(thickness)
    .stroke(color);
};

interface LaidWords {
  readonly paragraph: Paragraph;
  readonly label: string;
  readonly lines: readonly string[];
}

/** Sentences below a row, the first line of each after its label. */
const layWords = ({ sheet }: Layout, row: Row): LaidWords[] =>
  (row.words ?? []).map((paragraph) => {
    const label = paragraph.label === undefined ? '' : `${paragraph.label}  `;
    return {
      paragraph,
      label,
      lines: sheet.wrap(`${label}${paragraph.text}`, { size: 8.8 }, sheet.width - tileRoom - 6),
    };
  });

const drawWords = ({ sheet }: Layout, words: readonly LaidWords[]): void => {
  for (const { paragraph, label, lines } of words) {
    const look = { size: 8.8, color: paragraph.look === 'muted' ? inks.muted! : inks.text! };
    sheet.mark('TD', () => {
      lines.forEach((line, i) => {
        const x = sheet.left + tileRoom;
        if (i === 0 && label !== '') {
          const bold = { size: 8.8, isBold: true, color: inks.accent! };
          const name = label.trim();
          sheet.line(name, x, sheet.y, bold);
          // A line that was broken keeps one space of those behind the label.
          sheet.line(line.slice(name.length).trimStart(), x + sheet.measure(`${name} `, bold) + 2, sheet.y, look);
        } else sheet.line(line, x, sheet.y, look);
        sheet.y += lineHeight(8.8);
      });
    });
    sheet.y += 1;
  }
};

/** `after`: room to leave for what must not stand alone on the next page. */
const drawRow = (layout: Layout, row: Row, isFoot: boolean, after = 0): void => {
  const { sheet, table, look, widths } = layout;
  const isHeat = table.look === 'heat';
  const laid = row.cells.map((cell, i) => layCell(layout, cell, i, i === 0 && row.tile !== undefined));
  const words = layWords(layout, row);
  const height = Math.max(...laid.map((one) => one.height)) + 2 * look.padding;
  const wordsHeight = words.reduce((sum, { lines }) => sum + lines.length * lineHeight(8.8) + 1, 0);
  const whole = height + wordsHeight + (words.length > 0 ? look.padding : 0);
  if (sheet.y + whole + after > sheet.bottom && !sheet.isFresh()) {
    sheet.newPage();
    drawHead(layout);
  }
  const top = sheet.y;
  sheet.mark('TR', () => {
    row.cells.forEach((cell, i) => {
      const one = laid[i]!;
      const x = leftOf(layout, i);
      const quiet = isFoot || (row.isQuiet === true && i > 0);
      const ground = cell.ground;
      const color = ground === undefined ? (quiet ? inks.muted! : inks.text!) : inkOn(ground);
      const text = {
        size: look.text,
        isBold: (i === 0 && isFirstBold(layout) && !isFoot) || ground !== undefined,
        color,
      };
      const note = { size: look.note, color: ground === undefined ? inks.muted! : color };
      const align = isHeat && i > 0 ? 'center' : table.columns[i]!.isNumber && i > 0 ? 'right' : 'left';
      const y = top + (isHeat ? (height - one.height) / 2 : look.padding);
      sheet.mark(i === 0 ? 'TH' : 'TD', () => {
        if (ground !== undefined) sheet.doc.roundedRect(x, top + 1.5, widths[i]!, height - 3, 3).fill(ground);
        const shift = i === 0 && row.tile !== undefined ? tileRoom : 0;
        if (shift > 0) drawTile(sheet.doc, row.tile!, x, y + look.text * 0.24, 8.5);
        drawLines(layout, one, { x: x + shift, y, width: widths[i]! - shift, align }, text, note);
      });
    });
    sheet.y = top + height - (words.length > 0 ? look.padding : 0);
    drawWords(layout, words);
    if (words.length > 0) sheet.y += look.padding;
  });
  if (!isHeat && !isFoot) rule(sheet, inks.line!, 0.5);
};

/** Room that a table wants at least, so that its heading does not stand alone: its head and two rows. */
export const firstRows = (sheet: Sheet, table: Table): number => {
  const look = lookFor(sheet, table);
  const words = table.rows[0]?.words?.length ?? 0;
  return (
    2 * lineHeight(look.head) + 2 * (2 * lineHeight(look.text) + 2 * look.padding) + words * 14 + (sheet.y > 0 ? 4 : 0)
  );
};

/** How much room a whole table takes. */
export const tableHeight = (sheet: Sheet, table: Table): number => {
  const look = lookFor(sheet, table);
  const layout = { sheet, table, look, widths: widthsOf(sheet, table, look) };
  const rowHeight = (row: Row) =>
    Math.max(...row.cells.map((cell, i) => layCell(layout, cell, i, i === 0 && row.tile !== undefined).height)) +
    2 * look.padding +
    layWords(layout, row).reduce((sum, { lines }) => sum + lines.length * lineHeight(8.8) + 1, 0);
  const rows = table.foot === undefined ? table.rows : [...table.rows, table.foot];
  return rows.reduce((sum, row) => sum + rowHeight(row), 3 * lineHeight(look.head) + 20);
};

/** A table that takes less than half a page is not broken. */
const roomFor = (sheet: Sheet, table: Table): number => {
  const whole = table.rows.length > 30 ? Number.POSITIVE_INFINITY : tableHeight(sheet, table);
  return whole < (sheet.bottom - sheet.top) / 2 ? whole : firstRows(sheet, table);
};

/** A table whose head stands on every page that it goes over. `breathe` is let in now and then. */
export const drawTable = async (sheet: Sheet, table: Table, breathe: () => Promise<void>): Promise<void> => {
  const look = lookFor(sheet, table);
  const layout: Layout = { sheet, table, look, widths: widthsOf(sheet, table, look) };
  sheet.y += 4;
  if (table.showsCaption === true) {
    const lines = sheet.wrap(table.caption, { size: 8.8, isBold: true }, sheet.width);
    sheet.need(lines.length * lineHeight(8.8) + roomFor(sheet, table));
    sheet.mark('P', () => {
      for (const line of lines) {
        sheet.line(line, sheet.left, sheet.y, { size: 8.8, isBold: true });
        sheet.y += lineHeight(8.8);
      }
    });
    sheet.y += 2;
  } else sheet.need(roomFor(sheet, table));
  // A mark cannot wait: rows are drawn a few at a time, each few a part of the table.
  sheet.mark('Table', () => drawHead(layout));
  const few = 40;
  const last = table.rows.at(-1);
  const footRoom = lineHeight(look.text) + 2 * look.padding;
  for (let from = 0; from < table.rows.length; from += few) {
    await breathe();
    sheet.mark('Table', () => {
      for (const row of table.rows.slice(from, from + few))
        drawRow(layout, row, false, row === last && table.foot !== undefined ? footRoom : 0);
      if (table.foot !== undefined && from + few >= table.rows.length) drawRow(layout, table.foot, true);
    });
  }
  sheet.y += 6;
};
