import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type ComposedReport, paragraph, type Section } from '../../../../shared/report/blocks.ts';
import { createSpeaker } from '../../../../shared/report/speaker.ts';
import { substitute } from './checked-text.ts';
import { blockHeight, drawBlock } from './draw-block.ts';
import { createSheet, inks, lineHeight, margin, type Sheet } from './sheet.ts';

export interface WriteOptions {
  /** Folder of the files that ship with the app. */
  readonly assets: string;
  /** Told between two blocks: a cancel comes in here, and the share that is done goes out. */
  breathe(share: number): Promise<void>;
}

/** A heading does not stand at the foot of a page without what it heads. */
const roomFrom = (sheet: Sheet, { blocks }: Section, at: number): number => {
  const { beginning } = blockHeight(sheet, blocks[at]!);
  const next = blocks[at + 1];
  const goesOn =
    blocks[at]!.kind === 'heading' || (blocks[at - 1]?.kind === 'heading' && blocks[at]!.kind === 'paragraph');
  return goesOn && next !== undefined ? beginning + roomFrom(sheet, { blocks } as Section, at + 1) : beginning;
};

/** How much larger a sheet of one page may be drawn. */
const least = 1.1;
const most = 1.35;

const drawSection = async (sheet: Sheet, section: Section, breathe: () => Promise<void>): Promise<void> => {
  const room = sheet.bottom - margin.top;
  const whole = section.blocks.reduce((sum, block) => sum + blockHeight(sheet, block).whole, 0);
  if (section.ownPage) {
    if (!sheet.isFresh()) sheet.newPage();
    // A sheet fills its page: little is said larger.
    if (section.isWhole && whole * least < room) sheet.enlarge(Math.min(most, Math.sqrt(room / whole)));
  } else if (!sheet.isFresh()) {
    sheet.y += 16;
    if (section.isWhole && whole <= room) sheet.need(whole);
  }
  for (const [i, block] of section.blocks.entries()) {
    await breathe();
    sheet.need(Math.min(sheet.bottom - sheet.top, roomFrom(sheet, section, i)));
    await drawBlock(sheet, block, breathe);
  }
  if (section.ownPage) sheet.asAlways();
};

const footLines = (sheet: Sheet, { foot, project, made }: ComposedReport): void => {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const y = doc.page.height - margin.bottom + 22;
    const look = { size: 7.6, color: inks.muted! };
    const number = `${page + 1} / ${count}`;
    const room = sheet.width - 50;
    const [line] = sheet.wrap(page === 0 ? foot : `${project} · ${made}`, look, room);
    sheet.line(line!, sheet.left, y, look);
    sheet.line(number, sheet.left, y, look, 'right', sheet.width);
  }
};

/** Scripts as readers know them, for what our type has not. */
const scripts = [
  ['Han', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
] as const;

/** Says which letters could not be written, and where they stand in full. */
const sayMissing = async (sheet: Sheet, { locale }: ComposedReport): Promise<void> => {
  const missing = sheet.missing();
  if (missing === '') return;
  const known = scripts.filter(([, letters]) => letters.test(missing)).map(([name]) => name);
  const { word, format } = createSpeaker(locale);
  const text = word('report.pdf.missing', {
    mark: substitute,
    letters: [...missing].length,
    scripts: known.length === 0 ? null : format.list(known.map((name) => word(`report.pdf.script.${name}`))),
  });
  await drawBlock(sheet, paragraph(text, 'note'), async () => {});
};

/**
 * Writes a report as PDF: vectors and text that can be selected, Inter inside, tagged for screen readers, page numbers,
 * heads of tables on every page. The same report gives the same bytes.
 */
export const writePdf = async (
  report: ComposedReport,
  path: string,
  { assets, breathe }: WriteOptions,
): Promise<void> => {
  const sheet = createSheet(report, assets);
  sheet.newPage();
  for (const [i, section] of report.sections.entries()) {
    // What follows a sheet of one page does not go on it.
    if (report.sections[i - 1]?.ownPage === true && !sheet.isFresh()) sheet.newPage();
    await drawSection(sheet, section, () => breathe(i / report.sections.length));
  }
  sheet.y += lineHeight(8);
  await sayMissing(sheet, report);
  footLines(sheet, report);
  const written = pipeline(sheet.doc, createWriteStream(path));
  sheet.doc.end();
  await written;
};
