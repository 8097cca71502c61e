import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const assets = join(import.meta.dirname, '../../assets');
const read = (...path: string[]): Buffer => readFileSync(join(assets, ...path));

/** Width and height out of a PNG's first chunk; with an alpha channel. */
const pngSize = (png: Buffer): [number, number] => {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png[25]).toBe(6);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

describe('the icon', () => {
  it('is there in every size that Linux asks for', () => {
    expect(pngSize(read('icon.png'))).toEqual([1024, 1024]);
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
      expect(pngSize(read('icons', `${size}x${size}.png`))).toEqual([size, size]);
  });

  it('is an ICO whose entries say what they hold', () => {
    const ico = read('icon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => {
      const at = 6 + 16 * i;
      const offset = ico.readUInt32LE(at + 12);
      const [width] = pngSize(ico.subarray(offset, offset + ico.readUInt32LE(at + 8)));
      expect(ico[at]).toBe(width % 256);
      return width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('is an ICNS whose parts fill it to the end', () => {
    const icns = read('icon.icns');
    expect([icns.subarray(0, 4).toString(), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const sizes: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const [width] = pngSize(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
      sizes.push(width);
    }
    expect(Math.max(...sizes)).toBe(1024);
    expect(sizes).toHaveLength(10);
  });

  it('has the tiles that the app itself draws', () => {
    const tiles = (svg: string) => [...svg.matchAll(/fill="(#[0-9A-F]{6})"/g)].map(([, color]) => color);
    const drawn = tiles(readFileSync(join(assets, '../src/renderer/theme/icon.svg'), 'utf8'));
    expect(tiles(read('icon.svg').toString()).slice(1)).toEqual(drawn);
  });
});
