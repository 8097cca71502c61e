import { divergingColor, fullEffect } from '../../../../shared/picture/diverging.ts';
import { segmentColor } from '../../../../shared/picture/segment-colors.ts';
import type {
  Bars,
  Block,
  Drawing,
  Effects,
  Facts,
  Figures,
  List,
  Paragraph,
} from '../../../../shared/report/blocks.ts';
import { inks } from '../pdf/sheet.ts';
import { bottom, contentWidth, type Deck, linesOf, side, tileColor } from './deck.ts';
import { putTable } from './put-table.ts';
import type { Run } from './slide.ts';
import { putDrawing } from './slide-drawing.ts';

/** The column that blocks stand in. */
export interface Column {
  readonly x: number;
  readonly width: number;
  /** Letters larger by this: little is said larger. */
  readonly times?: number;
  /** Room to leave free below for what comes after. */
  readonly after?: number;
}
export const wholeWidth: Column = { x: side, width: contentWidth };

const colors: Readonly<Record<NonNullable<Paragraph['look']>, string>> = {
  plain: inks.text!,
  muted: inks.muted!,
  lead: inks.text!,
  note: inks.text!,
  warning: inks.danger!,
  good: inks.accent!,
};

const putText = (deck: Deck, runs: readonly Run[], size: number, { x, width }: Column): void => {
  const text = runs.map((run) => run.text).join('');
  const height = linesOf(text, size, width) * size * 1.25;
  deck.need(height);
  deck.slide.text({ x, y: deck.y, width, height }, [{ runs }], 'Text');
  deck.y += height + size * 0.5;
};

const putParagraph = (deck: Deck, { text, look = 'plain', label }: Paragraph, column: Column): void => {
  const size = (look === 'lead' ? 16 : 13) * (column.times ?? 1);
  const isBold = look === 'warning' || look === 'good';
  putText(
    deck,
    [
      ...(label === undefined ? [] : [{ text: `${label}  `, size, isBold: true, color: inks.accent! }]),
      { text, size, isBold, color: colors[look] },
    ],
    size,
    column,
  );
};

const putList = (deck: Deck, { items }: List, column: Column): void => {
  for (const { text, tile, label } of items) {
    const size = 13 * (column.times ?? 1);
    const inner = { x: column.x + 20, width: column.width - 20 };
    deck.need(linesOf(`${label ?? ''}  ${text}`, size, inner.width) * size * 1.25);
    const color = tile === undefined ? inks.muted! : tileColor(tile);
    const small = tile === undefined ? 5 : 10;
    deck.slide.rect(
      { x: column.x + (10 - small) / 2, y: deck.y + size * 0.62 - small / 2, width: small, height: small },
      color,
      {
        radius: 2.5,
      },
    );
    putText(
      deck,
      [...(label === undefined ? [] : [{ text: `${label}  `, size, isBold: true }]), { text, size }],
      size,
      inner,
    );
  }
};

const putFigures = (deck: Deck, { items }: Figures, { x, width }: Column): void => {
  const size = items.some(({ value }) => value.length > 14) || items.length > 4 ? 17 : 22;
  const weights = items.map(({ name, value }) => Math.max(name.length * 10.5, value.length * size) * 0.56 + 24);
  const all = weights.reduce((sum, one) => sum + one, 0);
  const gap = 8;
  const height = 62;
  deck.need(height);
  let left = x;
  items.forEach(({ name, value }, i) => {
    const own = (weights[i]! / all) * (width - gap * (items.length - 1));
    deck.slide.rect({ x: left, y: deck.y, width: own, height }, '#FAF8F5', { radius: 6 });
    deck.slide.text(
      { x: left + 10, y: deck.y + 9, width: own - 14, height: height - 12 },
      [{ runs: [{ text: name, size: 10.5, color: inks.muted! }] }, { runs: [{ text: value, size, isBold: true }] }],
      'Figure',
    );
    left += own + gap;
  });
  deck.y += height + 14;
};

const putFacts = async (deck: Deck, { items }: Facts, column: Column, breathe: () => Promise<void>): Promise<void> =>
  putTable(
    deck,
    {
      kind: 'table',
      caption: 'Facts',
      look: 'plain',
      columns: [
        { head: '', isNumber: false },
        { head: '', isNumber: false },
      ],
      rows: items.map(({ name, text }) => ({ cells: [{ text: name }, { text }] })),
    },
    breathe,
    column,
  );

const putBars = (deck: Deck, { items }: Bars, { x, width }: Column): void => {
  const most = Math.max(...items.flatMap(({ bars }) => bars.map(({ value }) => value)), 0.01);
  const room = bottom - deck.y;
  const step = Math.max(26, Math.min(58, room / Math.max(1, items.length)));
  const nameWidth = 230;
  const longest = width - nameWidth - 150;
  for (const { name, color, bars } of items) {
    deck.need(step);
    const barHeight = Math.min(20, (step - 8) / bars.length - 2);
    const size = Math.min(13, barHeight + 2);
    const block = bars.length * (barHeight + 2);
    deck.slide.rect({ x, y: deck.y + block / 2 - 6, width: 12, height: 12 }, segmentColor(color), { radius: 3 });
    deck.slide.text(
      { x: x + 20, y: deck.y + block / 2 - 9, width: nameWidth - 24, height: 18 },
      [{ runs: [{ text: name, size: 13, isBold: true }] }],
      'Name',
    );
    bars.forEach(({ value, said, isPale }, i) => {
      const y = deck.y + i * (barHeight + 2);
      const long = Math.max(2, (value / most) * longest);
      deck.slide.rect({ x: x + nameWidth, y, width: long, height: barHeight }, segmentColor(color), {
        radius: 2,
        opacity: isPale ? 0.28 : 1,
      });
      deck.slide.text(
        { x: x + nameWidth + long + 8, y: y + barHeight / 2 - size * 0.66, width: 150, height: size * 1.3 },
        [{ runs: [{ text: said, size }] }],
        'Value',
      );
    });
    deck.y += step;
  }
};

const putEffects = (deck: Deck, { items }: Effects, { x, width }: Column): void => {
  for (const { name, effect, said, note } of items) {
    const step = 50;
    deck.need(step);
    deck.slide.text(
      { x, y: deck.y, width, height: 17 },
      [
        {
          runs: [
            { text: `${name}  `, size: 12.5, isBold: true },
            { text: said, size: 12, color: inks.muted! },
          ],
        },
      ],
      'Name',
    );
    const middle = x + width / 2;
    const long = Math.max(1.5, (Math.abs(effect) * width) / 2);
    const y = deck.y + 18;
    deck.slide.rect({ x, y, width, height: 11 }, '#F3F0EA', { radius: 2 });
    deck.slide.rect(
      { x: effect < 0 ? middle - long : middle, y: y + 1, width: long, height: 9 },
      divergingColor(Math.sign(effect) * fullEffect),
    );
    deck.slide.rect({ x: middle - 0.5, y, width: 1, height: 11 }, inks.muted!);
    deck.slide.text(
      { x, y: y + 12, width, height: 14 },
      [{ runs: [{ text: note, size: 10, color: inks.muted! }] }],
      'Note',
    );
    deck.y += step;
  }
};

/** Pictures without a frame are strips; two of them go on a slide. */
const highestStrip = 168;

export const pictureRoom = (drawing: Drawing, width: number): number =>
  Math.min(drawing.isFramed === true ? 260 : highestStrip, (width * drawing.height) / drawing.width);

const putPicture = (deck: Deck, drawing: Drawing, { x, width, after = 0 }: Column): void => {
  const legend = (drawing.legend === undefined ? 0 : 22) + after;
  const least = pictureRoom(drawing, width);
  deck.need(least + legend);
  const isTall = drawing.isFramed === true || drawing.table === undefined;
  const height = Math.min(isTall ? bottom - deck.y - legend : highestStrip, (width * drawing.height) / drawing.width);
  const scale = Math.min(width / drawing.width, height / drawing.height);
  putDrawing(deck.slide, drawing, { x, y: deck.y, width, height });
  deck.y += drawing.height * scale + 6;
  if (drawing.legend === undefined) return;
  const runs = drawing.legend.flatMap(({ name, tile }) => [
    { text: '■ ', size: 10, color: tileColor(tile) },
    { text: `${name}     `, size: 10, color: inks.muted! },
  ]);
  deck.slide.text({ x, y: deck.y, width, height: 16 }, [{ runs }], 'Legend');
  deck.y += 20;
};

/** Puts one block where the deck is. */
export const putBlock = async (
  deck: Deck,
  block: Block,
  column: Column,
  breathe: () => Promise<void>,
): Promise<void> => {
  switch (block.kind) {
    case 'heading':
      return putText(
        deck,
        [{ text: block.aside === undefined ? block.text : `${block.text}  ${block.aside}`, size: 15, isBold: true }],
        15,
        column,
      );
    case 'paragraph':
      return putParagraph(deck, block, column);
    case 'list':
      return putList(deck, block, column);
    case 'figures':
      return putFigures(deck, block, column);
    case 'facts':
      return putFacts(deck, block, column, breathe);
    case 'table':
      if (block.showsCaption === true) putText(deck, [{ text: block.caption, size: 13, isBold: true }], 13, column);
      return putTable(deck, block, breathe, column);
    case 'bars':
      return putBars(deck, block, column);
    case 'effects':
      return putEffects(deck, block, column);
    case 'drawing':
      return putPicture(deck, block, column);
  }
};
