import type { PointLook } from './point-look.ts';
import type { View } from './view.ts';

/** One picture on the canvas; small multiples are several on the same. */
export interface PointTile {
  /** In CSS pixels from the upper left corner of the canvas. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The part that is looked at, in the places' 0 … 1. */
  readonly window: View;
  readonly look: PointLook;
  /** 256 colours as RGBA bytes by label; alpha 0 where a label is dimmed. */
  readonly palette: Uint8Array<ArrayBuffer>;
  /** How much of the dimmed is seen. */
  readonly dim: number;
  /** The colour of the dimmed; null keeps their own. */
  readonly dimColor: readonly [number, number, number] | null;
}

export interface PointScene {
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly tiles: readonly PointTile[];
}

/** Draws points; what is set stays until it is set anew. */
export interface PointRenderer {
  setPlaces(xy: Float32Array<ArrayBuffer>): void;
  /** Label of each point, 255 for none. */
  setLabels(labels: Uint8Array<ArrayBuffer>): void;
  /** 1 for each point that is lit, 0 for the dimmed; null where no single points are chosen. */
  setLit(lit: Uint8Array<ArrayBuffer> | null): void;
  draw(scene: PointScene): void;
  /** Whether what was asked for last is on its way to the screen, so that asking for more would only queue. */
  isBusy(): boolean;
  dispose(): void;
}

export const nobodysLabel = 255;

/** Labels as bytes; what is no place in the colours becomes `nobodysLabel`. O(n). */
export const labelBytes = (labels: ArrayLike<number>, colors: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i]!;
    bytes[i] = label >= 0 && label < colors && label < nobodysLabel ? label : nobodysLabel;
  }
  return bytes;
};

export const rgbOf = (hex: string): readonly [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** The palette of these colours; `lit` names the labels that are not dimmed (−1 for nobody's), null all. */
export const paletteOf = (
  colors: readonly string[],
  nobodys: string,
  lit: readonly number[] | null,
): Uint8Array<ArrayBuffer> => {
  const palette = new Uint8Array(256 * 4);
  const put = (at: number, color: string, isLit: boolean) => palette.set([...rgbOf(color), isLit ? 255 : 0], at * 4);
  colors.slice(0, nobodysLabel).forEach((color, label) => {
    put(label, color, lit === null || lit.includes(label));
  });
  put(nobodysLabel, nobodys, lit === null || lit.includes(-1));
  return palette;
};

/** One byte a row, 1 where it is among the rows. O(n). */
export const litBytes = (rows: ArrayLike<number> | null, count: number): Uint8Array<ArrayBuffer> | null => {
  if (rows === null) return null;
  const lit = new Uint8Array(count);
  for (let i = 0; i < rows.length; i += 1) lit[rows[i]!] = 1;
  return lit;
};
