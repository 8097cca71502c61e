import type { ChartSegment } from './chart-segment.ts';
import { halves } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

interface ProfilePictureCell {
  readonly effect: number;
  /** “much higher”. */
  readonly word: string;
  /** What is said when the cell is pointed at; lines. */
  readonly details: readonly string[];
}

export interface ProfilePicture {
  readonly segments: readonly ChartSegment[];
  readonly features: readonly string[];
  /** Their keys. */
  readonly keys: readonly string[];
  /** By segment, then feature. */
  readonly cells: readonly (readonly ProfilePictureCell[])[];
}

/** Where everything stands, in pixels; one shape for the screen and for a file. */
export interface ProfileFrame {
  /** Facts run down and segments across, where facts are too many to stand beside each other. */
  readonly turned: boolean;
  readonly side: number;
  readonly head: number;
  readonly rowHeight: number;
  readonly height: number;
  /** Names over the columns and beside the rows, broken into lines. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** Width of a cell with its gap. */
  readonly each: number;
  /** Names over the columns run upwards, where columns are too narrow for them. */
  readonly upright: boolean;
  /** Words fit into the cells; marks stand there otherwise. */
  readonly spelled: boolean;
}

const letter = 6.9;
const foot = 2;
/** The tiles of the segments stand in a row of their own over a turned picture. */
export const tileRow = 18;
/** Tile and gaps before a segment's name. */
const tileRoom = 38;
/** The longest word of a cell, with air. */
const wordRoom = 76;

/** Columns narrower than this have their names running upwards, of so many letters. */
const narrowest = 46;
const uprightLetters = 20;

const longestOf = (lines: readonly (readonly string[])[]): number =>
  Math.max(0, ...lines.flat().map((line) => line.length));

const columnRoom = (columns: number, width: number, side: number): number => (width - side - 12) / Math.max(1, columns);

/** Lines of like length; never is a word cut that fits, and a line more comes before an end that is cut off. */
const headingLines = (name: string, fitting: number, lines: number): string[] => {
  const longestWord = Math.max(...name.split(/\s+/).map(({ length }) => length));
  const even = Math.min(fitting, Math.max(longestWord, Math.ceil(name.length / 2) + 4));
  const found = wrapText(name, even, lines);
  return found.some((line) => line.endsWith('…')) ? wrapText(name, fitting, lines + 1) : found;
};

export const profileFrame = ({ segments, features }: ProfilePicture, width: number): ProfileFrame => {
  const names = segments.map(({ name }) => name);
  // A name on two lines has what it needs, up to a good third of the picture.
  const halved = Math.max(
    0,
    ...names.map((name) => halves(name, 13).reduce((most, line) => Math.max(most, line.length), 0)),
  );
  const widest = Math.max(120, Math.min(230, width * 0.36, Math.max(width * 0.3, (halved + 1) * letter + tileRoom)));
  const turned = features.length > 5 && columnRoom(features.length, width, widest) < wordRoom;
  const [across, down] = turned ? [names, features] : [features, names];
  const room = widest - (turned ? 14 : tileRoom);
  const rows = down.map((name) => wrapText(name, Math.floor(room / letter), turned ? 1 : 2));
  const side = Math.min(widest, Math.max(turned ? 96 : 132, longestOf(rows) * letter + (turned ? 22 : tileRoom + 8)));
  const each = columnRoom(across.length, width, side);
  const fitting = Math.max(6, Math.floor((each - 1) / letter));
  // Where two lines are enough they are of like length.
  const upright = each < narrowest;
  const columns = across.map((name) =>
    upright
      ? wrapText(name, uprightLetters, 1)
      : name.length <= fitting
        ? [name]
        : headingLines(name, fitting, turned ? 3 : 2),
  );
  const head = upright
    ? 14 + Math.ceil(longestOf(columns) * letter)
    : 12 + 16 * Math.max(1, ...columns.map((lines) => lines.length));
  const rowHeight = turned ? (down.length > 16 ? 25 : 30) : down.length > 7 ? 36 : 43;
  return {
    turned,
    side,
    head,
    rowHeight,
    height: head + foot + down.length * rowHeight + (turned ? tileRow : 0),
    columns,
    rows,
    each,
    upright,
    spelled: each >= wordRoom,
  };
};

/** For cells too narrow for words. */
export const markOf = (effect: number, word: string, average: string): string => {
  if (word === average) return '·';
  const arrow = effect < 0 ? '↓' : '↑';
  return Math.abs(effect) < 1 ? arrow : arrow + arrow;
};
