import { divergingColor, fullEffect } from '../../../../shared/picture/diverging.ts';
import { segmentColor } from '../../../../shared/picture/segment-colors.ts';
import type {
  Bars,
  Block,
  Effects,
  Facts,
  Figures,
  Heading,
  List,
  Paragraph,
} from '../../../../shared/report/blocks.ts';
import { drawDrawing, drawingHeight } from './draw-drawing.ts';
import { drawTable, firstRows, tableHeight } from './draw-table.ts';
import { drawTile } from './draw-tile.ts';
import { inks, lineHeight, type Sheet } from './sheet.ts';

const headings = {
  1: { size: 20, before: 6, after: 6, tag: 'H1' },
  2: { size: 13.5, before: 12, after: 3, tag: 'H2' },
  3: { size: 10.5, before: 9, after: 2, tag: 'H3' },
} as const;

const body = 9.4;
const sizes: Readonly<Record<NonNullable<Paragraph['look']>, { size: number; color: string }>> = {
  plain: { size: body, color: inks.text! },
  muted: { size: body, color: inks.muted! },
  lead: { size: 11, color: inks.text! },
  note: { size: body, color: inks.text! },
  warning: { size: body, color: inks.danger! },
  good: { size: body, color: inks.accent! },
};

const drawHeading = (sheet: Sheet, { level, text, tile, aside }: Heading): void => {
  const { size, before, after, tag } = headings[level];
  const shift = tile === undefined ? 0 : size + 4;
  const said = aside === undefined ? text : `${text}  ${aside}`;
  const lines = sheet.wrap(said, { size, isBold: true }, sheet.width - shift);
  if (!sheet.isFresh()) sheet.y += before;
  sheet.mark(tag, () => {
    if (tile !== undefined) drawTile(sheet.doc, tile, sheet.left, sheet.y + size * 0.26, size * 0.82);
    for (const line of lines) {
      sheet.line(line, sheet.left + shift, sheet.y, { size, isBold: true });
      sheet.y += lineHeight(size) * 0.94;
    }
  });
  sheet.y += after;
};

interface Laid {
  readonly label: string;
  readonly lines: readonly string[];
}

const layParagraph = (sheet: Sheet, { text, look = 'plain', label }: Paragraph, width: number): Laid => {
  const before = label === undefined ? '' : `${label}   `;
  return { label: before.trim(), lines: sheet.wrap(`${before}${text}`, { size: sizes[look].size }, width) };
};

const drawParagraph = (sheet: Sheet, paragraph: Paragraph): void => {
  const { look = 'plain' } = paragraph;
  const { size, color } = sizes[look];
  const isBoxed = look === 'note' || look === 'warning';
  const inset = isBoxed ? 9 : 0;
  const { label, lines } = layParagraph(sheet, paragraph, sheet.width - 2 * inset - 2);
  if (isBoxed) {
    const height = lines.length * lineHeight(size) + 12;
    sheet.need(height + 6);
    sheet.y += 3;
    sheet.doc
      .roundedRect(sheet.left, sheet.y, sheet.width, height, 4)
      .lineWidth(0.7)
      .stroke(look === 'warning' ? inks.danger! : inks.line!);
    sheet.y += 6;
  }
  const isBold = look === 'warning' || look === 'good';
  for (const [i, line] of lines.entries()) {
    // Neither the first nor the last line of a paragraph stands alone.
    sheet.need(i === 0 && lines.length > 1 ? 2 * lineHeight(size) : lineHeight(size));
    sheet.mark('P', () => {
      const x = sheet.left + inset;
      if (i === 0 && label !== '') {
        const bold = { size, isBold: true, color: inks.accent! };
        sheet.line(label, x, sheet.y, bold);
        const rest = line.slice(line.startsWith(label) ? label.length : 0).trimStart();
        sheet.line(rest, x + sheet.measure(`${label} `, bold) + 2, sheet.y, { size, color });
      } else sheet.line(line, x, sheet.y, { size, color, isBold });
    });
    sheet.y += lineHeight(size);
  }
  sheet.y += isBoxed ? 9 : 4;
};

const drawList = (sheet: Sheet, { items }: List): void => {
  sheet.mark('L', () => {
    for (const { text, tile, label } of items) {
      const shift = 15;
      const before = label === undefined ? '' : `${label}  `;
      const lines = sheet.wrap(`${before}${text}`, { size: body }, sheet.width - shift);
      sheet.need(lines.length * lineHeight(body));
      sheet.mark('LI', () => {
        const middle = sheet.y + lineHeight(body) / 2 - 1;
        if (tile === undefined) sheet.doc.circle(sheet.left + 4, middle, 1.7).fill(inks.muted!);
        else drawTile(sheet.doc, tile, sheet.left, middle - 4, 8);
        lines.forEach((line, i) => {
          const x = sheet.left + shift;
          if (i === 0 && label !== undefined) {
            sheet.line(label, x, sheet.y, { size: body, isBold: true });
            const rest = line.slice(line.startsWith(label) ? label.length : 0).trimStart();
            sheet.line(rest, x + sheet.measure(`${label} `, { size: body, isBold: true }) + 1, sheet.y, { size: body });
          } else sheet.line(line, x, sheet.y, { size: body });
          sheet.y += lineHeight(body);
        });
      });
      sheet.y += 3;
    }
  });
};

const drawFigures = (sheet: Sheet, { items }: Figures): void => {
  const { doc } = sheet;
  const valueSize = items.length > 4 || items.some(({ value }) => value.length > 16) ? 12 : 15;
  const natural = items.map(
    ({ name, value }) =>
      Math.max(sheet.measure(name, { size: 8 }), sheet.measure(value, { size: valueSize, isBold: true })) + 22,
  );
  const all = natural.reduce((sum, width) => sum + width, 0);
  // What is left, or lacks, is shared alike by width.
  const widths = natural.map((width) => (width / all) * sheet.width);
  const nameLines = items.map(({ name }, i) => sheet.wrap(name, { size: 8 }, widths[i]! - 16));
  const names = Math.max(...nameLines.map((lines) => lines.length));
  const height = names * lineHeight(8) + lineHeight(valueSize) + 14;
  sheet.need(height + 8);
  const top = sheet.y + 4;
  doc.roundedRect(sheet.left, top, sheet.width, height, 6).lineWidth(0.7).stroke(inks.line!);
  let x = sheet.left;
  items.forEach(({ value }, i) => {
    if (i > 0)
      doc
        .moveTo(x, top)
        .lineTo(x, top + height)
        .lineWidth(0.7)
        .stroke(inks.line!);
    sheet.mark('P', () => {
      nameLines[i]!.forEach((line, at) => {
        sheet.line(line, x + 9, top + 6 + at * lineHeight(8), { size: 8, color: inks.muted! });
      });
      const fits = Math.min(1, (widths[i]! - 14) / sheet.measure(value, { size: valueSize, isBold: true }));
      sheet.line(value, x + 9, top + 6 + names * lineHeight(8), { size: valueSize * fits, isBold: true });
    });
    x += widths[i]!;
  });
  sheet.y = top + height + 7;
};

const drawFacts = (sheet: Sheet, { items }: Facts): void => {
  const nameWidth = 118;
  const size = 8.6;
  sheet.y += 3;
  for (const { name, text } of items) {
    const names = sheet.wrap(name, { size, isBold: true }, nameWidth);
    const texts = sheet.wrap(text, { size }, sheet.width - nameWidth - 12);
    const height = Math.max(names.length, texts.length) * lineHeight(size) + 5;
    sheet.need(height);
    sheet.mark('P', () => {
      names.forEach((line, i) => {
        sheet.line(line, sheet.left, sheet.y + 2 + i * lineHeight(size), { size, isBold: true });
      });
      texts.forEach((line, i) => {
        sheet.line(line, sheet.left + nameWidth + 12, sheet.y + 2 + i * lineHeight(size), { size, color: inks.muted! });
      });
    });
    sheet.y += height;
    sheet.doc
      .moveTo(sheet.left, sheet.y)
      .lineTo(sheet.left + sheet.width, sheet.y)
      .lineWidth(0.5)
      .stroke(inks.line!);
  }
  sheet.y += 6;
};

const barHeight = 9;
const barStep = 12;

const drawBars = (sheet: Sheet, { items }: Bars): void => {
  const { doc } = sheet;
  const most = Math.max(...items.flatMap(({ bars }) => bars.map(({ value }) => value)), 0.01);
  const nameWidth = 140;
  const from = sheet.left + nameWidth + 10;
  const longest = sheet.width - nameWidth - 10 - 96;
  sheet.y += 5;
  for (const { name, color, bars } of items) {
    const names = sheet.wrap(name, { size: 8.8, isBold: true }, nameWidth - 13);
    const height = Math.max(names.length * lineHeight(8.8), bars.length * barStep) + 8;
    sheet.need(height);
    const top = sheet.y;
    sheet.mark('P', () => {
      const middle = top + (height - 8 - names.length * lineHeight(8.8)) / 2;
      drawTile(doc, color, sheet.left, middle + 2, 8.5);
      names.forEach((line, i) => {
        sheet.line(line, sheet.left + 13, middle + i * lineHeight(8.8), { size: 8.8, isBold: true });
      });
      bars.forEach(({ value, said, isPale }, i) => {
        const width = Math.max(1, (value / most) * longest);
        const y = top + i * barStep;
        const ink = segmentColor(color);
        doc.save();
        if (isPale) doc.fillOpacity(0.28);
        doc.roundedRect(from, y + 1, width, barHeight, 1.4).fill(ink);
        doc.restore();
        sheet.line(said, from + width + 5, y, { size: 8 });
      });
    });
    sheet.y = top + height;
  }
};

const drawEffects = (sheet: Sheet, { items }: Effects): void => {
  const { doc } = sheet;
  const nameWidth = 130;
  const saidWidth = 150;
  const from = sheet.left + nameWidth + 10;
  const width = sheet.width - nameWidth - saidWidth - 20;
  sheet.y += 3;
  for (const { name, effect, said, note } of items) {
    const names = sheet.wrap(name, { size: 8.8, isBold: true }, nameWidth);
    const notes = sheet.wrap(note, { size: 7.8 }, saidWidth);
    const height = Math.max(names.length * lineHeight(8.8), lineHeight(8.8) + notes.length * lineHeight(7.8)) + 5;
    sheet.need(height);
    const top = sheet.y;
    sheet.mark('P', () => {
      names.forEach((line, i) => {
        sheet.line(line, sheet.left, top + i * lineHeight(8.8), { size: 8.8, isBold: true });
      });
      const middle = from + width / 2;
      const length = Math.max(1, (Math.abs(effect) * width) / 2);
      doc.roundedRect(from, top + 1, width, 12, 2).fill('#f3f0ea');
      doc
        .rect(effect < 0 ? middle - length : middle, top + 2, length, 10)
        .fill(divergingColor(Math.sign(effect) * fullEffect));
      doc.rect(middle - 0.4, top + 1, 0.8, 12).fill(inks.muted!);
      sheet.line(said, from + width + 10, top, { size: 8.8, isBold: true });
      notes.forEach((line, i) => {
        sheet.line(line, from + width + 10, top + lineHeight(8.8) + i * lineHeight(7.8), {
          size: 7.8,
          color: inks.muted!,
        });
      });
    });
    sheet.y = top + height;
  }
  sheet.y += 3;
};

/** Room that a block takes; for what may be broken over pages, room for its beginning too. */
export const blockHeight = (sheet: Sheet, block: Block): { readonly whole: number; readonly beginning: number } => {
  const same = (whole: number) => ({ whole, beginning: whole });
  switch (block.kind) {
    case 'heading': {
      const { size, before, after } = headings[block.level];
      const shift = block.tile === undefined ? 0 : size + 4;
      return same(
        before +
          after +
          sheet.wrap(block.text, { size, isBold: true }, sheet.width - shift).length * lineHeight(size) * 0.94,
      );
    }
    case 'paragraph': {
      const { size } = sizes[block.look ?? 'plain'];
      const lines = layParagraph(sheet, block, sheet.width - 20).lines.length;
      return { whole: lines * lineHeight(size) + 22, beginning: Math.min(2, lines) * lineHeight(size) + 6 };
    }
    case 'list': {
      const heights = block.items.map(
        ({ text, label }) =>
          sheet.wrap(`${label ?? ''}  ${text}`, { size: body }, sheet.width - 15).length * lineHeight(body) + 3,
      );
      return { whole: heights.reduce((sum, height) => sum + height, 0), beginning: heights[0] ?? 0 };
    }
    case 'figures':
      return same(62);
    case 'facts': {
      const heights = block.items.map(
        ({ text }) => sheet.wrap(text, { size: 8.6 }, sheet.width - 130).length * lineHeight(8.6) + 5,
      );
      return { whole: heights.reduce((sum, height) => sum + height, 10), beginning: (heights[0] ?? 0) + 10 };
    }
    case 'table':
      return { whole: tableHeight(sheet, block), beginning: firstRows(sheet, block) };
    case 'bars':
      return { whole: 6 + block.items.length * 32, beginning: 70 };
    case 'effects':
      return { whole: 6 + block.items.length * 30, beginning: 65 };
    case 'drawing':
      return same(drawingHeight(sheet, block));
  }
};

/** Draws one block where the sheet is. */
export const drawBlock = async (sheet: Sheet, block: Block, breathe: () => Promise<void>): Promise<void> => {
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'paragraph':
      return drawParagraph(sheet, block);
    case 'list':
      return drawList(sheet, block);
    case 'figures':
      return drawFigures(sheet, block);
    case 'facts':
      return drawFacts(sheet, block);
    case 'table':
      return drawTable(sheet, block, breathe);
    case 'bars':
      return drawBars(sheet, block);
    case 'effects':
      return drawEffects(sheet, block);
    case 'drawing':
      return drawDrawing(sheet, block);
  }
};
