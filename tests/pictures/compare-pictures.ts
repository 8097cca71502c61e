import type { Box, Raster } from './raster.ts';

/** Pixels of a block's side. Within one, letters and edges are only a mean: browsers smooth them in different ways. */
const block = 8;
/** What a mean may differ by, of 255, before a block counts as another. */
const tolerance = 11;
/** A block may have moved by so many pixels: browsers round the widths of letters differently. */
const [slackX, slackY] = [2, 1];
/** A ground that fills most of a tile is exactly one colour, in every browser. */
const tile = 32;
const groundShare = 0.6;
const groundTolerance = 2;

export interface PictureDifference {
  /** Where blocks are others, neighbours put together. */
  readonly places: readonly Box[];
  /** Tiles whose ground has another colour, however little. */
  readonly grounds: readonly Box[];
  /** The greatest difference of a block, of 255. */
  readonly most: number;
}

/** Sums of one channel over everything above and left of a pixel. */
const sumsOf = ({ width, height, rgb }: Raster, channel: number): Int32Array => {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += rgb[(y * width + x) * 3 + channel]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
};

const channels = [0, 1, 2] as const;

/** Means of any block of a picture, one number a channel. */
const meansOf = (picture: Raster) => {
  const wide = picture.width + 1;
  const sums = channels.map((channel) => sumsOf(picture, channel));
  return (channel: number, x0: number, y0: number, x1: number, y1: number): number => {
    const of = sums[channel]!;
    const sum = of[y1 * wide + x1]! - of[y0 * wide + x1]! - of[y1 * wide + x0]! + of[y0 * wide + x0]!;
    return sum / ((x1 - x0) * (y1 - y0));
  };
};

/** The colour that fills most of a tile; −1 where none does. */
const groundOf = ({ width, rgb }: Raster, { left, top, width: wide, height: high }: Box): number => {
  // The one that could be in the majority, then whether it is (Boyer and Moore's vote).
  let [candidate, votes] = [-1, 0];
  const colorAt = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    return (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
  };
  for (let y = top; y < top + high; y += 1)
    for (let x = left; x < left + wide; x += 1) {
      const color = colorAt(x, y);
      if (votes === 0) candidate = color;
      votes += color === candidate ? 1 : -1;
    }
  let count = 0;
  for (let y = top; y < top + high; y += 1)
    for (let x = left; x < left + wide; x += 1) if (colorAt(x, y) === candidate) count += 1;
  return count >= wide * high * groundShare ? candidate : -1;
};

const isFar = (a: number, b: number): boolean =>
  [16, 8, 0].some((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) > groundTolerance);

/** Puts blocks that touch, or nearly do, into one box each. O(boxes²). */
const joined = (boxes: readonly Box[]): Box[] => {
  const near = block * 2;
  const found: Box[] = [];
  for (const box of boxes) {
    let whole = box;
    for (let i = found.length - 1; i >= 0; i -= 1) {
      const other = found[i]!;
      const apart =
        other.left > whole.left + whole.width + near ||
        whole.left > other.left + other.width + near ||
        other.top > whole.top + whole.height + near ||
        whole.top > other.top + other.height + near;
      if (apart) continue;
      found.splice(i, 1);
      const [left, top] = [Math.min(whole.left, other.left), Math.min(whole.top, other.top)];
      whole = {
        left,
        top,
        width: Math.max(whole.left + whole.width, other.left + other.width) - left,
        height: Math.max(whole.top + whole.height, other.top + other.height) - top,
      };
      i = found.length;
    }
    found.push(whole);
  }
  return found;
};

/**
 * Where two pictures of one size differ as a person would see it: by block means, each the nearest of those around its
 * place, so that how letters are smoothed and a pixel more or less do not count; and by grounds, which are exact.
 * O(pixels).
 */
export const comparePictures = (now: Raster, kept: Raster): PictureDifference => {
  const { width, height } = now;
  if (width !== kept.width || height !== kept.height)
    throw new Error(`A picture of ${width} × ${height} against one of ${kept.width} × ${kept.height}.`);
  const [here, there] = [meansOf(now), meansOf(kept)];
  const differing: Box[] = [];
  let most = 0;
  for (let y = 0; y < height; y += block)
    for (let x = 0; x < width; x += block) {
      const [x1, y1] = [Math.min(width, x + block), Math.min(height, y + block)];
      const mine = channels.map((channel) => here(channel, x, y, x1, y1));
      const differenceAt = (dx: number, dy: number): number => {
        if (x + dx < 0 || y + dy < 0 || x1 + dx > width || y1 + dy > height) return 255;
        return Math.max(
          ...channels.map((channel) => Math.abs(mine[channel]! - there(channel, x + dx, y + dy, x1 + dx, y1 + dy))),
        );
      };
      let least = differenceAt(0, 0);
      for (let dy = -slackY; dy <= slackY && least > tolerance; dy += 1)
        for (let dx = -slackX; dx <= slackX && least > tolerance; dx += 1)
          least = Math.min(least, differenceAt(dx, dy));
      most = Math.max(most, least);
      if (least > tolerance) differing.push({ left: x, top: y, width: x1 - x, height: y1 - y });
    }
  const grounds: Box[] = [];
  for (let top = 0; top < height; top += tile)
    for (let left = 0; left < width; left += tile) {
      const box = { left, top, width: Math.min(tile, width - left), height: Math.min(tile, height - top) };
      const [a, b] = [groundOf(now, box), groundOf(kept, box)];
      if (a >= 0 && b >= 0 && isFar(a, b)) grounds.push(box);
    }
  return { places: joined(differing), grounds: joined(grounds), most };
};
