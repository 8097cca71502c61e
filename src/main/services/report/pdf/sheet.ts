import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { ComposedReport, Ink } from '../../../../shared/report/blocks.ts';
import { createCheckedText } from './checked-text.ts';
import { wrapText } from './wrap-text.ts';

/** What the sections of a page stand in, in points. */
export const margin = { top: 52, side: 50, bottom: 58 };
const papers = { a4: 'A4', letter: 'LETTER' } as const;

export const inks: Readonly<Record<string, string>> = {
  text: '#1d2127',
  muted: '#5b626c',
  line: '#e1ddd5',
  surface: '#ffffff',
  accent: '#0f6b6b',
  danger: '#a93423',
};
export const inkOf = (ink: Ink): string => inks[ink] ?? ink;

export interface TextLook {
  readonly size: number;
  readonly isBold?: boolean;
  readonly color?: string;
}

/** What a piece of the page is to whoever has it read out. */
type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD' | 'L' | 'LI' | 'Caption';

/** A document that is written from top to bottom. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly left: number;
  readonly width: number;
  /** Where the next thing is to stand. */
  y: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether anything stands on this page. */
  isFresh(): boolean;
  newPage(): void;
  /** Draws larger from here to the end of the page, which is fresh; the next page is as always. */
  enlarge(times: number): void;
  /** Ends what was enlarged. */
  asAlways(): void;
  /** Goes to the next page where so much does not fit on this one any more. */
  need(height: number): void;
  measure(text: string, look: TextLook): number;
  wrap(text: string, look: TextLook, width: number): string[];
  /** One line of text; `y` is the top of its line. */
  line(text: string, x: number, y: number, look: TextLook, align?: 'left' | 'right' | 'center', width?: number): void;
  /** Marks what `draw` draws; marks within marks belong to them. */
  mark(tag: Tag, draw: () => void, alt?: string): void;
  /** Characters that no type here has, as they stand in the text. */
  missing(): string;
}

/** Figures of one width, so that they stand under each other. */
const features = ['tnum' as const];

export const lineHeight = (size: number): number => size * 1.38;

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

/**
 * An empty document with Inter in it. Nothing in it comes from a clock or from chance: the same report gives the same
 * bytes.
 */
export const createSheet = (report: ComposedReport, assets: string): Sheet => {
  const day = new Date(`${report.day}T00:00:00Z`);
  const doc = new PDFDocument({
    size: papers[report.paper],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    autoFirstPage: false,
    bufferPages: true,
    // No face but ours: the built-in ones are not embedded.
    font: '',
    lang: report.locale,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: report.title, Creator: 'Tessera', Producer: 'Tessera', CreationDate: day, ModDate: day },
  });
  for (const name of ['Regular', 'SemiBold'])
    doc.registerFont(name, readFileSync(join(assets, 'fonts', `Inter-${name}.ttf`)));
  const checked = createCheckedText(doc);
  const set = ({ size, isBold = false, color = inks.text! }: TextLook): void => {
    doc
      .font(isBold ? 'SemiBold' : 'Regular')
      .fontSize(size)
      .fillColor(color);
  };
  const page = { width: 0, height: 0 };
  const root: Structure = doc.struct('Document');
  doc.addStructure(root);
  let parent = root;
  let y = margin.top;
  let zoom = 1;
  const widths = { Regular: new Map<string, number>(), SemiBold: new Map<string, number>() };
  /** Words are measured once: with features on, the library lays every text out anew each time. */
  const wordWidth = (word: string, name: keyof typeof widths): number => {
    let width = widths[name].get(word);
    if (width === undefined) {
      doc.font(name).fontSize(1_000);
      width = doc.widthOfString(word, { features }) / 1_000;
      widths[name].set(word, width);
    }
    return width;
  };
  const widthOf = (said: string, { size, isBold = false }: TextLook): number => {
    const name = isBold ? 'SemiBold' : 'Regular';
    const words = said.split(' ');
    const spaces = (words.length - 1) * wordWidth(' ', name);
    return size * words.reduce((sum, word) => sum + (word === '' ? 0 : wordWidth(word, name)), spaces);
  };
  const measure = (text: string, look: TextLook): number => widthOf(checked.text(text), look);
  const sheet: Sheet = {
    doc,
    get left() {
      return margin.side / zoom;
    },
    get width() {
      return (page.width - 2 * margin.side) / zoom;
    },
    get y() {
      return y;
    },
    set y(to) {
      y = to;
    },
    get top() {
      return margin.top / zoom;
    },
    get bottom() {
      return (page.height - margin.bottom) / zoom;
    },
    isFresh: () => y <= margin.top / zoom,
    newPage: () => {
      sheet.asAlways();
      doc.addPage();
      page.width = doc.page.width;
      page.height = doc.page.height;
      y = margin.top;
    },
    need: (height) => {
      if (y + height > sheet.bottom && !sheet.isFresh()) sheet.newPage();
    },
    enlarge: (times) => {
      zoom = times;
      y = margin.top / zoom;
      doc.save().scale(zoom);
    },
    asAlways: () => {
      if (zoom === 1) return;
      doc.restore();
      y *= zoom;
      zoom = 1;
    },
    measure,
    wrap: (text, look, width) => wrapText(checked.text(text), width, (part) => widthOf(part, look)),
    line: (text, x, top, look, align = 'left', width = 0) => {
      const said = checked.text(text);
      const free = width - (align === 'left' ? 0 : widthOf(said, look));
      // After measuring, which sets a type of its own.
      set(look);
      const from = align === 'left' ? x : align === 'right' ? x + free : x + free / 2;
      doc.text(said, from, top + look.size * 0.08, { lineBreak: false, features });
    },
    mark: (tag, draw, alt) => {
      const outer = parent;
      const options = alt === undefined ? {} : { alt };
      if (tag === 'Table' || tag === 'TR' || tag === 'L') {
        parent = doc.struct(tag, options);
        outer.add(parent);
        draw();
        parent.end();
      } else outer.add(doc.struct(tag, options, draw));
      parent = outer;
    },
    missing: checked.missing,
  };
  return sheet;
};
