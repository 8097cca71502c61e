import { noSegmentColor } from '../../../../shared/picture/in-no-segment.ts';
import { segmentColor } from '../../../../shared/picture/segment-colors.ts';
import type { ComposedReport, TileColor } from '../../../../shared/report/blocks.ts';
import { inks } from '../pdf/sheet.ts';
import { createSlide, type Slide, slideHeight, slideWidth } from './slide.ts';

export const side = 48;
const top = 96;
export const bottom = slideHeight - 40;
export const contentWidth = slideWidth - 2 * side;

export const tileColor = (tile: TileColor): string => (tile === 'none' ? noSegmentColor : segmentColor(tile));

/** How wide a letter of a sans-serif type is, in heights of its type. */
const letterWidth = (letter: string): number => {
  if (/\p{Script=Han}|\p{Script=Hangul}|[\u3040-\u30ff]/u.test(letter)) return 1;
  if (/[ijltfrI.,:;|!'’()[\]\s·/-]/.test(letter)) return 0.3;
  if (/[mwMW%—…@]/.test(letter)) return 0.86;
  return /\p{Lu}/u.test(letter) ? 0.69 : 0.56;
};

/** About how wide a text is. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;

/** Lines that a text takes. */
export const linesOf = (text: string, size: number, width: number): number => {
  return Math.max(1, Math.ceil(widthOf(text, size) / width + 0.04));
};

/** Slides that are filled from top to bottom; what does not fit goes on the next one under the same title. */
export interface Deck {
  readonly slide: Slide;
  y: number;
  readonly isFresh: boolean;
  /** A slide of this title; null: one that has its own. */
  begin(title: string | null, tile?: TileColor): void;
  /** Goes on with the next slide where so much does not fit any more. */
  need(height: number): void;
  finish(): string[];
}

export const createDeck = ({ project, made, locale }: ComposedReport, continued: (title: string) => string): Deck => {
  const slides: Slide[] = [];
  let y = top;
  let current: { title: string; tile: TileColor | undefined } = { title: '', tile: undefined };
  const add = (title: string | null, tile: TileColor | undefined): void => {
    const slide = createSlide();
    slides.push(slide);
    if (title !== null) slide.title(title);
    if (tile !== undefined) slide.rect({ x: side - 26, y: 46, width: 16, height: 16 }, tileColor(tile), { radius: 4 });
    const small = { size: 9, color: inks.muted! };
    const foot = slideHeight - 26;
    slide.text(
      { x: side, y: foot, width: 700, height: 14 },
      [{ runs: [{ ...small, text: `${project} · ${made}` }] }],
      'Foot',
    );
    slide.text(
      { x: slideWidth - side - 60, y: foot, width: 60, height: 14 },
      [{ runs: [{ ...small, text: String(slides.length) }], align: 'r' }],
      'Number',
    );
    y = top;
  };
  return {
    get slide() {
      return slides.at(-1)!;
    },
    get y() {
      return y;
    },
    set y(to) {
      y = to;
    },
    get isFresh() {
      return y <= top;
    },
    begin: (title, tile) => {
      current = { title: title ?? project, tile };
      add(title, tile);
    },
    need: (height) => {
      if (y + height > bottom && y > top) add(continued(current.title), current.tile);
    },
    finish: () => slides.map((slide) => slide.xml(locale)),
  };
};
