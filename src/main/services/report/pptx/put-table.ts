import { inkOn } from '../../../../shared/picture/diverging.ts';
import type { Row, Table } from '../../../../shared/report/blocks.ts';
import { inks } from '../pdf/sheet.ts';
import { bottom, contentWidth, type Deck, linesOf, side, tileColor } from './deck.ts';
import type { SlideCell, TextLine } from './slide.ts';

interface Sizes {
  readonly text: number;
  readonly note: number;
}

const sizesOf = ({ look, columns }: Table): Sizes =>
  look === 'list' || columns.length > 8
    ? { text: 9, note: 8 }
    : columns.length > 6
      ? { text: 10.5, note: 8.5 }
      : look === 'cards'
        ? { text: 14, note: 11 }
        : { text: 13, note: 10.5 };

const letters = (text: string | undefined): number => (text ?? '').length;

/** Widths by what columns hold, words bounded. */
const widthsOf = ({ look, columns, rows, foot }: Table, { text, note }: Sizes, width: number): number[] => {
  const all = (foot === undefined ? rows : [...rows, foot]).slice(0, 200);
  const wanted = columns.map(({ head, isNumber }, i) => {
    const cells = all.map(({ cells }) => cells[i]!);
    const longest =
      Math.max(...cells.map((cell) => Math.max(letters(cell.text) * text, letters(cell.note) * note)), 0) * 0.55;
    const word = Math.max(...head.split(' ').map(letters)) * (text - 1) * 0.6;
    return Math.min(isNumber ? 150 : 320, Math.max(longest, word, 36)) + 12 + (i === 0 ? 14 : 0);
  });
  const sum = wanted.reduce((all, one) => all + one, 0);
  if (sum >= width) return wanted.map((one) => (one / sum) * width);
  if (look === 'heat') return wanted.map((one, i) => (i === 0 ? one : one + (width - sum) / (wanted.length - 1)));
  // What is left goes between the columns, so that a line is as wide as the slide and can still be followed.
  const rest = width - sum;
  const first = Math.min(rest, 200);
  const share = wanted.length < 2 ? 0 : (rest - first) / (wanted.length - 1);
  return wanted.map((one, i) => (i === 0 ? one + (wanted.length < 2 ? rest : first) : one + share));
};

interface SlideRow {
  readonly height: number;
  readonly cells: readonly SlideCell[];
}

const headRow = (table: Table, { text, note }: Sizes, widths: readonly number[]): SlideRow => {
  const size = text - 1;
  const lines = table.columns.map(
    ({ head, note: below }, i) =>
      linesOf(head, size, widths[i]! - 8) + (below === undefined ? 0 : linesOf(below, note, widths[i]! - 8) * 0.85),
  );
  return {
    height: Math.max(...lines) * size * 1.25 + 6,
    cells: table.columns.map(({ head, note: below, isNumber, tile }, i) => {
      const align = isNumber && i > 0 ? (table.look === 'heat' ? 'ctr' : 'r') : 'l';
      return {
        lines: [
          {
            align,
            runs: [
              ...(tile === undefined ? [] : [{ text: '■ ', size, color: tileColor(tile) }]),
              { text: head, size, isBold: true, color: inks.muted! },
            ],
          },
          ...(below === undefined
            ? []
            : [{ align, runs: [{ text: below, size: note - 1, color: inks.muted! }] } as TextLine]),
        ],
      };
    }),
  };
};

const bodyRows = (
  table: Table,
  row: Row,
  { text, note }: Sizes,
  widths: readonly number[],
  isFoot: boolean,
): SlideRow[] => {
  const isStrong = table.look === 'cards' || table.look === 'heat';
  const lines = row.cells.map(
    ({ text: said, note: below }, i) =>
      linesOf(said, text, widths[i]! - (i === 0 ? 22 : 8)) * text * 1.22 +
      (below === undefined || below === '' ? 0 : linesOf(below, note, widths[i]! - 8) * note * 1.22),
  );
  const cells = row.cells.map((cell, i): SlideCell => {
    const ink = cell.ground === undefined ? (isFoot ? inks.muted! : inks.text!) : inkOn(cell.ground);
    const align = table.columns[i]!.isNumber && i > 0 ? (table.look === 'heat' ? 'ctr' : 'r') : 'l';
    const tile = i === 0 && row.tile !== undefined ? [{ text: '■ ', size: text, color: tileColor(row.tile) }] : [];
    const said = {
      text: cell.text,
      size: text,
      isBold: isStrong && !isFoot && (i === 0 || cell.ground !== undefined),
      color: ink,
    };
    return {
      lines: [
        { align, runs: [...tile, said] },
        ...(cell.note === undefined || cell.note === ''
          ? []
          : [
              {
                align,
                runs: [{ text: cell.note, size: note, color: cell.ground === undefined ? inks.muted! : ink }],
              } as TextLine,
            ]),
      ],
      ...(cell.ground === undefined ? {} : { ground: cell.ground }),
    };
  });
  const words = row.words ?? [];
  if (words.length === 0) return [{ height: Math.max(...lines) + 6, cells }];
  const width = widths.reduce((sum, one) => sum + one, 0) - 10;
  const size = 12;
  const heights = words.map(({ text: said, label }) => linesOf(`${label ?? ''}  ${said}`, size, width) * size * 1.22);
  const below: SlideCell = {
    span: table.columns.length,
    lines: words.map(({ text: said, label, look }) => ({
      runs: [
        ...(label === undefined ? [] : [{ text: `${label}  `, size, isBold: true, color: inks.accent! }]),
        { text: said, size, color: look === 'muted' ? inks.muted! : inks.text! },
      ],
    })),
  };
  return [
    { height: Math.max(...lines) + 6, cells },
    { height: heights.reduce((sum, one) => sum + one, 0) + 6, cells: [below] },
  ];
};

/** A native table, its head on every slide that it goes over. */
export const putTable = async (
  deck: Deck,
  table: Table,
  breathe: () => Promise<void>,
  { x = side, width = contentWidth }: { x?: number; width?: number } = {},
): Promise<void> => {
  const sizes = sizesOf(table);
  const widths = widthsOf(table, sizes, width);
  const head = headRow(table, sizes, widths);
  let rows: SlideRow[] = [];
  let height = head.height;
  const put = (): void => {
    if (rows.length === 0) return;
    const whole = widths.reduce((sum, one) => sum + one, 0);
    deck.slide.table({ x, y: deck.y, width: whole, height }, widths, [head, ...rows], table.caption);
    deck.y += height + 12;
    rows = [];
    height = head.height;
  };
  const all = [...table.rows, ...(table.foot === undefined ? [] : [table.foot])];
  for (const [i, row] of all.entries()) {
    if (i % 100 === 0) await breathe();
    const made = bodyRows(table, row, sizes, widths, row === table.foot);
    const more = made.reduce((sum, one) => sum + one.height, 0);
    if (deck.y + height + more > bottom && rows.length > 0) {
      put();
      deck.need(10_000);
    } else if (rows.length === 0) deck.need(height + more);
    rows.push(...made);
    height += more;
  }
  put();
};

/** About how high it would be. */
export const tableHeight = (table: Table, width: number): number => {
  const sizes = sizesOf(table);
  const widths = widthsOf(table, sizes, width);
  const rows = [...table.rows, ...(table.foot === undefined ? [] : [table.foot])];
  return (
    headRow(table, sizes, widths).height +
    rows.flatMap((row) => bodyRows(table, row, sizes, widths, false)).reduce((sum, one) => sum + one.height, 0)
  );
};
