import { writeFile } from 'node:fs/promises';
import { segmentColors } from '../../../../shared/picture/segment-colors.ts';
import type { Block, ComposedReport, Heading, Section } from '../../../../shared/report/blocks.ts';
import { createSpeaker } from '../../../../shared/report/speaker.ts';
import { inks } from '../pdf/sheet.ts';
import type { WriteOptions } from '../pdf/write-pdf.ts';
import { bottom, contentWidth, createDeck, type Deck, linesOf, side } from './deck.ts';
import { packageParts } from './package-parts.ts';
import { pictureRoom, putBlock, wholeWidth } from './put-block.ts';
import { tableHeight } from './put-table.ts';
import { zipOf } from './zip.ts';

const isTitle = (block: Block): block is Heading => block.kind === 'heading' && block.level < 3;

/** A sheet of one segment goes on one slide: words at the left, what sets it apart at the right. */
const putSheet = async (deck: Deck, blocks: readonly Block[], breathe: () => Promise<void>): Promise<void> => {
  const isRight = ({ kind }: Block) => kind === 'effects' || kind === 'table';
  for (const block of blocks.filter(({ kind }) => kind === 'figures')) await putBlock(deck, block, wholeWidth, breathe);
  const from = deck.y;
  const gap = 36;
  const half = (contentWidth - gap) / 2;
  const left = { x: side, width: half };
  const right = { x: side + half + gap, width: half };
  const words = blocks.filter((block, i) => {
    const next = blocks[i + 1];
    return (
      block.kind !== 'figures' && !isRight(block) && !(block.kind === 'heading' && next !== undefined && isRight(next))
    );
  });
  for (const block of words) if (deck.y < bottom - 30) await putBlock(deck, block, left, breathe);
  deck.y = from;
  for (const [i, block] of blocks.entries()) {
    if (!isRight(block)) continue;
    const title = blocks[i - 1];
    const height =
      block.kind === 'table' ? tableHeight(block, half) : block.kind === 'effects' ? block.items.length * 50 : 0;
    // Typical figures stand beside the bars already; the table comes only where there is room.
    if (deck.y + height + 24 > bottom && deck.y > from) continue;
    if (title?.kind === 'heading') await putBlock(deck, title, right, breathe);
    await putBlock(deck, block, right, breathe);
  }
};

const putSection = async (
  deck: Deck,
  { blocks, name, ownPage }: Section,
  breathe: () => Promise<void>,
): Promise<void> => {
  const title = blocks.find(isTitle);
  deck.begin(title?.text ?? name, title?.tile);
  const rest = blocks.filter((block) => block !== title);
  if (ownPage && rest.some(({ kind }) => kind === 'effects')) return putSheet(deck, rest, breathe);
  const isText = rest.every(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'figures');
  const letters = rest.map((block) => JSON.stringify(block).length).reduce((sum, one) => sum + one, 0);
  const times = isText && letters < 1_500 ? 1.4 : 1;
  for (const [i, block] of rest.entries()) {
    await breathe();
    const next = rest[i + 1];
    if (block.kind === 'heading' && next !== undefined) deck.need(26 + leastOf(next));
    const after = rest.slice(i + 1).every(({ kind }) => kind === 'paragraph') ? (rest.length - i - 1) * 24 : 0;
    await putBlock(deck, block, { ...wholeWidth, times, after }, breathe);
  }
};

/** Room that the beginning of a block takes, so that its heading does not stand alone. */
const leastOf = (block: Block): number =>
  block.kind === 'drawing' ? pictureRoom(block, contentWidth) : block.kind === 'table' ? 110 : 45;

/** The first slide: whose it is, what was found, of which day. */
const putOpening = (deck: Deck, { blocks }: Section, report: ComposedReport): void => {
  deck.begin(null);
  const title = blocks.find(isTitle)?.text ?? report.title;
  const mosaic = segmentColors.slice(0, 9);
  mosaic.forEach((color, i) => {
    deck.slide.rect({ x: side + (i % 3) * 30, y: 84 + Math.floor(i / 3) * 30, width: 26, height: 26 }, color, {
      radius: 6,
    });
  });
  const said = blocks.filter((block) => block.kind === 'paragraph');
  deck.slide.bigTitle(title, { x: side, y: 196, width: contentWidth, height: 130 });
  deck.y = 336;
  for (const block of said) {
    const size = block.look === 'lead' ? 17 : 15;
    const color = block.look === 'warning' ? inks.danger! : block.look === 'lead' ? inks.text! : inks.muted!;
    const text = block.label === undefined ? block.text : `${block.label} · ${block.text}`;
    const height = linesOf(text, size, contentWidth) * size * 1.25;
    if (deck.y + height > bottom) break;
    deck.slide.text({ x: side, y: deck.y, width: contentWidth, height }, [{ runs: [{ text, size, color }] }], 'Text');
    deck.y += height + 8;
  }
};

/**
 * Writes a report as slides, 16 to 9: a slide or more for every card, with native text, tables and shapes. No clock in
 * it: the same report gives the same bytes.
 */
export const writePptx = async (report: ComposedReport, path: string, { breathe }: WriteOptions): Promise<void> => {
  const { word } = createSpeaker(report.locale);
  const deck = createDeck(report, (title) => word('report.pptx.continued', { title }));
  for (const [i, section] of report.sections.entries()) {
    await breathe(i / report.sections.length);
    if (i === 0 && section.blocks.some((block) => block.kind === 'heading' && block.level === 1) && !section.ownPage)
      putOpening(deck, section, report);
    else await putSection(deck, section, () => breathe(i / report.sections.length));
  }
  if (report.sections.length === 0) deck.begin(report.title);
  await writeFile(path, zipOf(packageParts(report, deck.finish())));
};
