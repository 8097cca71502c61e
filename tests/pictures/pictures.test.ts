import { describe, expect, it } from 'vitest';
import { comparePictures } from './compare-pictures.ts';
import { type Raster, raster } from './raster.ts';
import { readPng } from './read-png.ts';
import { writePng } from './write-png.ts';

const paper = [250, 248, 245] as const;
const ink = [29, 33, 39] as const;
const paint = (
  { width, rgb }: Raster,
  color: readonly [number, number, number],
  [left, top, wide, high]: readonly [number, number, number, number],
): void => {
  for (let y = top; y < top + high; y += 1)
    for (let x = left; x < left + wide; x += 1) rgb.set(color, (y * width + x) * 3);
};
/** A page with a line of letters: stems three pixels apart. */
const page = (shift = 0, color: readonly [number, number, number] = ink): Raster => {
  const made = raster(200, 120, paper);
  for (let letter = 0; letter < 20; letter += 1) paint(made, color, [20 + letter * 7 + shift, 40, 2, 11]);
  return made;
};

describe('pictures in files', () => {
  it('come back as they were where they have few colours', () => {
    const made = page();
    expect(readPng(writePng(made))).toEqual(made);
  });

  it('keep the most frequent colours exactly where they have too many', () => {
    const made = page();
    for (let i = 0; i < 600; i += 1)
      paint(made, [i % 256, (i * 7) % 256, (i * 13) % 256], [i % 200, 100 + (i % 12), 1, 1]);
    const back = readPng(writePng(made, 64));
    expect([...back.rgb.subarray(0, 3)]).toEqual([...paper]);
    expect([...back.rgb.subarray((42 * 200 + 20) * 3, (42 * 200 + 20) * 3 + 3)]).toEqual([...ink]);
    expect(writePng(made, 64).equals(writePng(made, 64))).toBe(true);
  });

  it('refuses what is no PNG', () => {
    expect(() => readPng(Buffer.from('GIF89a'))).toThrow('This is no PNG.');
  });
});

describe('comparing pictures', () => {
  it('finds nothing in the same picture', () => {
    expect(comparePictures(page(), page())).toEqual({ places: [], grounds: [], most: 0 });
  });

  it('lets letters be smoothed in another way and lie a pixel further', () => {
    expect(comparePictures(page(1), page()).places).toEqual([]);
    const softer = page(0, [52, 56, 62]);
    expect(comparePictures(softer, page()).places).toEqual([]);
  });

  it('says where a word is gone', () => {
    const without = page();
    paint(without, paper, [90, 40, 40, 11]);
    const [place, ...others] = comparePictures(without, page()).places;
    expect(others).toEqual([]);
    expect(place!.left).toBeGreaterThanOrEqual(80);
    expect(place!.left + place!.width).toBeLessThanOrEqual(136);
  });

  it('sees a panel that moved by more than letters may', () => {
    const framed = (top: number) => {
      const made = raster(200, 120, paper);
      paint(made, [255, 255, 255], [20, top, 100, 60]);
      paint(made, ink, [20, top, 100, 3]);
      return made;
    };
    expect(comparePictures(framed(20), framed(26)).places).not.toEqual([]);
  });

  it('sees a ground of another tone that hardly anybody would', () => {
    const found = comparePictures(raster(200, 120, [250, 248, 240]), raster(200, 120, paper));
    expect(found.places).toEqual([]);
    expect(found.grounds).toEqual([{ left: 0, top: 0, width: 200, height: 120 }]);
  });

  it('refuses pictures of different sizes', () => {
    expect(() => comparePictures(raster(8, 8), raster(8, 9))).toThrow('8 × 8 against one of 8 × 9');
  });
});
