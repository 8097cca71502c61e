import { inflateSync } from 'node:zlib';
import type { Raster } from './raster.ts';

const signature = '89504e470d0a1a0a';

/** Left, above or above left, whichever is nearest to left + above − above left. */
const paeth = (left: number, above: number, corner: number): number => {
  const near = left + above - corner;
  const a = Math.abs(near - left);
  const b = Math.abs(near - above);
  const c = Math.abs(near - corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
};

/** Undoes the filter of every row, in place; rows keep their leading byte. */
const unfilter = (data: Uint8Array, height: number, stride: number, step: number): void => {
  const before = new Uint8Array(stride + 1);
  for (let row = 0; row < height; row += 1) {
    const at = row * (stride + 1);
    const filter = data[at]!;
    const up = row === 0 ? before : data.subarray(at - stride - 1, at);
    const now = data.subarray(at, at + stride + 1);
    for (let i = 1; filter !== 0 && i <= stride; i += 1) {
      const left = i > step ? now[i - step]! : 0;
      const above = up[i]!;
      if (filter === 1) now[i] = now[i]! + left;
      else if (filter === 2) now[i] = now[i]! + above;
      else if (filter === 3) now[i] = now[i]! + ((left + above) >> 1);
      else now[i] = now[i]! + paeth(left, above, i > step ? up[i - step]! : 0);
    }
  }
};

/**
 * Reads a PNG as browsers and `writePng` make it: eight bits, true colour or a palette, not interlaced. What is
 * transparent counts as opaque.
 */
export const readPng = (bytes: Uint8Array): Raster => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('hex', 0, 8) !== signature) throw new Error('This is no PNG.');
  const data: Buffer[] = [];
  let palette = Buffer.alloc(0);
  let [width, height, depth, kind, interlaced] = [0, 0, 0, 0, 0];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const part = file.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') {
      [width, height] = [part.readUInt32BE(0), part.readUInt32BE(4)];
      [depth, kind, interlaced] = [part[8]!, part[9]!, part[12]!];
    } else if (name === 'PLTE') palette = Buffer.from(part);
    else if (name === 'IDAT') data.push(part);
    at += 12 + length;
  }
  const step = { 2: 3, 3: 1, 6: 4 }[kind];
  if (depth !== 8 || interlaced !== 0 || step === undefined) throw new Error(`PNG of kind ${kind}, depth ${depth}.`);
  const plain = new Uint8Array(inflateSync(Buffer.concat(data)));
  unfilter(plain, height, width * step, step);
  const rgb = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    let from = row * (width * step + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const source = kind === 3 ? palette : plain;
      const place = kind === 3 ? plain[from]! * 3 : from;
      rgb[to] = source[place]!;
      rgb[to + 1] = source[place + 1]!;
      rgb[to + 2] = source[place + 2]!;
      to += 3;
      from += step;
    }
  }
  return { width, height, rgb };
};
