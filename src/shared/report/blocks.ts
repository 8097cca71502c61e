/**
 * What a report says, before it becomes a file: every format is written from these and nothing else. Texts are whole and
 * spoken; numbers in tables stay numbers beside their text, so that a workbook can count on.
 */

import type { NumberInSentence, NumberRef } from '../model/number-origin.ts';

/** Figures that stand in a text, and which numbers of the project they are: they open up on screen. Files say the text alone. */
export interface Numbered {
  readonly numbers?: readonly NumberInSentence[] | undefined;
}

/** A segment's colour as its index, or the empty tile of customers in none. */
export type TileColor = number | 'none';

export interface Heading extends Numbered {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly tile?: TileColor;
  /** Beside it, quieter. */
  readonly aside?: string;
}

export interface Paragraph extends Numbered {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly look?: 'plain' | 'muted' | 'lead' | 'note' | 'warning' | 'good';
  /** What it is about, before it in bold. */
  readonly label?: string;
  readonly tile?: TileColor;
}

/** Sentences one below another, each about a tile where it has one. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly (Numbered & { readonly text: string; readonly tile?: TileColor; readonly label?: string })[];
}

/** A few large figures side by side. */
export interface Figures {
  readonly kind: 'figures';
  readonly label: string;
  readonly items: readonly (Numbered & { readonly name: string; readonly value: string })[];
}

/** Names with what is said of them, one below another. */
export interface Facts {
  readonly kind: 'facts';
  readonly items: readonly (Numbered & { readonly name: string; readonly text: string })[];
}

/** How a workbook is to show a number. */
type NumberLook = 'whole' | 'money' | 'share' | 'decimal';

export interface Cell {
  readonly text: string;
  readonly value?: number;
  readonly look?: NumberLook;
  /** Decimals of a `decimal`. */
  readonly digits?: number;
  /** A second, smaller line. */
  readonly note?: string;
  /** Its ground, `#rrggbb`. */
  readonly ground?: string;
  /** Which number of the project it is: it opens up on screen. Files say the text alone. */
  readonly of?: NumberRef;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly tile?: TileColor;
  /** Sentences below the row, over its whole width. */
  readonly words?: readonly Paragraph[];
  readonly isQuiet?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  /** The caption is said above it, or only to those who cannot see it. */
  readonly showsCaption?: boolean;
  /** `cards`: large rows with words; `heat`: cells with grounds; `list`: many small rows; `plain` else. */
  readonly look: 'plain' | 'cards' | 'heat' | 'list';
  readonly columns: readonly {
    readonly head: string;
    readonly note?: string;
    readonly isNumber: boolean;
    readonly tile?: TileColor;
  }[];
  readonly rows: readonly Row[];
  readonly foot?: Row;
  /** Between two colours from left to right: what the grounds mean. */
  readonly scale?: { readonly lower: string; readonly higher: string };
}

/** Pairs of bars, each with what it says behind it; lengths are shares of the longest. */
export interface Bars {
  readonly kind: 'bars';
  readonly title: string;
  readonly items: readonly {
    readonly name: string;
    readonly color: number;
    readonly bars: readonly (Numbered & { readonly value: number; readonly said: string; readonly isPale: boolean })[];
  }[];
  /** What each bar of an item is called. */
  readonly series: readonly string[];
}

/** Bars from a middle to either side, blue to the left and orange to the right. */
export interface Effects {
  readonly kind: 'effects';
  readonly title: string;
  /** Numbers are those of `said` and `note`. */
  readonly items: readonly (Numbered & {
    readonly name: string;
    readonly effect: number;
    readonly said: string;
    readonly note: string;
  })[];
  readonly lower: string;
  readonly higher: string;
}

/** A stroke or fill is a colour, or a part of the page's own ink. */
export type Ink = `#${string}` | 'text' | 'muted' | 'line' | 'surface';

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Ink;
      readonly radius?: number;
      readonly opacity?: number;
      readonly stroke?: Ink;
    }
  /** `d` of M, L, H, V and Z, in absolute coordinates. */
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly stroke: Ink;
      readonly width: number;
      readonly isDashed?: boolean;
      readonly opacity?: number;
    }
  /** x and y in turns, all of one size. */
  | {
      readonly kind: 'dots';
      readonly at: readonly number[];
      readonly radius: number;
      readonly fill: Ink;
      readonly opacity: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: Ink;
      readonly isBold?: boolean;
      readonly hasHalo?: boolean;
    };

/** A picture of shapes on a field of its own units; y grows downwards. `summary` says what it shows. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly title: string;
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  readonly isFramed?: boolean;
  readonly shapes: readonly Shape[];
  readonly legend?: readonly { readonly name: string; readonly tile: TileColor }[];
  /** Its figures, for whoever cannot see it and for a workbook. */
  readonly table?: Table;
}

export type Block = Heading | Paragraph | List | Figures | Facts | Table | Bars | Effects | Drawing;

/** What one card came to. */
export interface Section {
  /** The card's id; several sections of one card are numbered. */
  readonly id: string;
  readonly cardId: string;
  /** Short, for the tab of a workbook. */
  readonly name: string;
  /** Begins a page of its own. */
  readonly ownPage: boolean;
  /** Fits a page and is not broken. */
  readonly isWhole: boolean;
  /** The analyst's words; folded away on screens. */
  readonly isMethod: boolean;
  readonly blocks: readonly Block[];
}

export interface ComposedReport {
  readonly title: string;
  readonly project: string;
  readonly locale: string;
  /** ISO day. */
  readonly day: string;
  readonly made: string;
  readonly paper: 'a4' | 'letter';
  readonly names: boolean;
  readonly sections: readonly Section[];
  readonly foot: string;
}

export const heading = (level: 1 | 2 | 3, text: string, more: Omit<Partial<Heading>, 'kind'> = {}): Heading => ({
  kind: 'heading',
  level,
  text,
  ...more,
});

export const paragraph = (
  text: string,
  look: NonNullable<Paragraph['look']> = 'plain',
  more: Omit<Partial<Paragraph>, 'kind'> = {},
): Paragraph => ({ kind: 'paragraph', text, look, ...more });

/** A large figure that is one number as a whole. */
export const opening = (name: string, value: string, of: NumberRef): Figures['items'][number] => ({
  name,
  value,
  numbers: [[value, of]],
});
