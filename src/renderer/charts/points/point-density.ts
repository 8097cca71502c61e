import type { PointTile } from './point-renderer.ts';

/** Device pixels of a counted cell, for a CSS pixel of one device pixel. */
const cellPixels = 2;

/** Colours mix as light: squares are added up, and the root is seen. */
const channels = 4;

type Bytes = Uint8ClampedArray<ArrayBuffer>;

/** What a density is made of; see `PointRenderer`. */
export interface CountedPoints {
  readonly xy: Float32Array;
  readonly labels: Uint8Array;
  readonly lit: Uint8Array | null;
}

/** A picture of so many cells, each of so many device pixels. */
export interface DensityPicture {
  readonly across: number;
  readonly up: number;
  readonly cell: number;
  /** RGBA, premultiplied, row by row from below. */
  readonly bytes: Bytes;
}

/** Cells a row and rows of them for a picture of so many device pixels. */
const cellsOf = (pixels: number, cell: number): number => Math.max(1, Math.ceil(pixels / cell));

/** Every cell with its neighbours, 1 4 1 across and up: a spline's picture of the counts. O(cells) */
const smooth = (cells: Float32Array, other: Float32Array, across: number, up: number): void => {
  const along = (from: Float32Array, to: Float32Array, lines: number, line: number, places: number, step: number) => {
    for (let one = 0; one < lines; one += 1) {
      const start = one * line;
      for (let place = 0; place < places; place += 1) {
        const at = start + place * step;
        const before = place === 0 ? at : at - step;
        const after = place === places - 1 ? at : at + step;
        for (let c = 0; c < channels; c += 1)
          to[at + c] = (from[before + c]! + 4 * from[at + c]! + from[after + c]!) / 6;
      }
    }
  };
  along(cells, other, up, across * channels, across, channels);
  along(other, cells, across, channels, up, across * channels);
};

/** Lays the counted cells over what is there: the mixed colour of a place, stronger the more customers stand there. */
const paint = (cells: Float32Array, bytes: Bytes, full: number, opacity: number): void => {
  const whole = Math.log(1 + full);
  for (let at = 0; at < cells.length; at += channels) {
    const count = cells[at + 3]!;
    if (count < 0.02) continue;
    const strength = Math.min(1, 0.22 + (0.78 * Math.log(1 + count)) / whole);
    const alpha = opacity * Math.min(1, count * 2.5) * strength;
    const under = 1 - alpha;
    for (let c = 0; c < 3; c += 1)
      bytes[at + c] = 255 * alpha * Math.sqrt(cells[at + c]! / count) + under * bytes[at + c]!;
    bytes[at + 3] = 255 * alpha + under * bytes[at + 3]!;
  }
};

/**
 * Counts where points lie on each other and makes a picture of it, for whatever draws it: a million points in some
 * hundredths of a second, as fast without a graphics card as with one. What it returns is good until it is asked again.
 */
export const createDensity = () => {
  let [lit, dimmed, other] = [new Float32Array(0), new Float32Array(0), new Float32Array(0)];
  let bytes: Bytes = new Uint8ClampedArray(0);
  const colors = new Float32Array(256 * channels);
  const dimColors = new Float32Array(256 * channels);

  /** O(points + cells) */
  return ({ xy, labels, lit: chosen }: CountedPoints, tile: PointTile, ratio: number): DensityPicture => {
    const cell = Math.max(1, Math.round(cellPixels * ratio));
    const [width, height] = [Math.round(tile.width * ratio), Math.round(tile.height * ratio)];
    const [across, up] = [cellsOf(width, cell), cellsOf(height, cell)];
    const size = across * up * channels;
    if (lit.length === size) for (const one of [lit, dimmed, bytes]) one.fill(0);
    else {
      [lit, dimmed, other] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
      bytes = new Uint8ClampedArray(size);
    }
    const isLitLabel = new Uint8Array(256);
    for (let label = 0; label < 256; label += 1) {
      isLitLabel[label] = tile.palette[label * 4 + 3]! > 127 ? 1 : 0;
      for (let c = 0; c < 3; c += 1) {
        const own = tile.palette[label * 4 + c]!;
        colors[label * channels + c] = (own / 255) ** 2;
        dimColors[label * channels + c] = ((tile.dimColor?.[c] ?? own) / 255) ** 2;
      }
    }

    const { x0, x1, y0, y1 } = tile.window;
    const [scaleX, scaleY] = [width / cell / (x1 - x0), height / cell / (y1 - y0)];
    let someDim = false;
    for (let row = 0; row < labels.length; row += 1) {
      const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
      if (!(x >= x0 && x <= x1 && y >= y0 && y <= y1)) continue;
      const column = Math.min(across - 1, ((x - x0) * scaleX) | 0);
      const at = (Math.min(up - 1, ((y - y0) * scaleY) | 0) * across + column) * channels;
      const label = labels[row]!;
      const isLit = isLitLabel[label] === 1 && (chosen === null || chosen[row] !== 0);
      if (!isLit) someDim = true;
      const [cells, of] = [isLit ? lit : dimmed, isLit ? colors : dimColors];
      cells[at]! += of[label * channels]!;
      cells[at + 1]! += of[label * channels + 1]!;
      cells[at + 2]! += of[label * channels + 2]!;
      cells[at + 3]! += 1;
    }

    const full = tile.look.full * (cell / ratio) ** 2;
    if (someDim) {
      smooth(dimmed, other, across, up);
      paint(dimmed, bytes, full, Math.min(1, tile.dim * 1.6));
    }
    smooth(lit, other, across, up);
    paint(lit, bytes, full, 1);
    return { across, up, cell, bytes };
  };
};
