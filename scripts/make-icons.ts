/**
 * Draws assets/icon.svg in every size that systems ask for, in a real browser, and packs them: PNGs for Linux, an ICO for
 * Windows, an ICNS for macOS. Both containers hold PNGs as they are.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/support/browser.ts';

const assets = join(import.meta.dirname, '../assets');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** OSType of a PNG of that many pixels (Apple's Icon Composer types; 10.7 and newer). */
const macTypes: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

type Pictures = ReadonlyMap<number, Buffer>;

const draw = async (svg: string, sizes: readonly number[]): Promise<Pictures> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const pictures = new Map<number, Buffer>();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await browser.close();
  }
};

/** ICONDIR, one ICONDIRENTRY a picture, then the pictures; 256 pixels are written as 0. */
const packIco = (pictures: Pictures): Buffer => {
  const head = Buffer.alloc(6 + 16 * windowsSizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(windowsSizes.length, 4);
  let offset = head.length;
  windowsSizes.forEach((size, i) => {
    const at = 6 + 16 * i;
    const { length } = pictures.get(size)!;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([head, ...windowsSizes.map((size) => pictures.get(size)!)]);
};

const icnsPart = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
};

const packIcns = (pictures: Pictures): Buffer =>
  icnsPart('icns', Buffer.concat(macTypes.map(([type, size]) => icnsPart(type, pictures.get(size)!))));

const sizes = [...new Set([...linuxSizes, ...windowsSizes, ...macTypes.map(([, size]) => size)])];
const pictures = await draw(readFileSync(join(assets, 'icon.svg'), 'utf8'), sizes);
mkdirSync(join(assets, 'icons'), { recursive: true });
for (const size of linuxSizes) writeFileSync(join(assets, 'icons', `${size}x${size}.png`), pictures.get(size)!);
writeFileSync(join(assets, 'icon.png'), pictures.get(1024)!);
writeFileSync(join(assets, 'icon.ico'), packIco(pictures));
writeFileSync(join(assets, 'icon.icns'), packIcns(pictures));
console.log(`Icons: ${sizes.length} sizes.`);
