import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { comparePictures, type PictureDifference } from './compare-pictures.ts';
import type { Box } from './raster.ts';
import { readPng } from './read-png.ts';
import { writePng } from './write-png.ts';

/** In what window and colours a state of the app is looked at. */
export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** Where the pictures lie that stand for how the app looks: they are its gallery too. */
export const galleryFolder = join(import.meta.dirname, '../../docs/gallery');
export const screensFolder = join(galleryFolder, 'screens');

/** States of which a picture is kept in every window and both colours: the README shows them too. */
export const everywhere: readonly string[] = ['segments-selected', 'map', 'tree', 'customer-story', 'report'];
export const looks: readonly Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 1024 },
  { colorScheme: 'dark', width: 1024 },
];

/**
 * Whether a picture of a state is kept in a window: a screen's first state light and wide, dark and small; what opens on
 * it (`screen-what`) light and wide only, so that all pictures together stay small.
 */
export const isKept = (name: string, { colorScheme, width }: Look): boolean => {
  const isWide = width === 1440;
  if (everywhere.includes(name)) return true;
  return colorScheme === 'light' ? isWide : !isWide && !name.includes('-');
};

export const pictureName = (name: string, { colorScheme, width }: Look): string =>
  `${name}-${width}-${colorScheme}.png`;

/** The picture of a state in a window; absent where none was ever taken. */
const keptPicture = (name: string, look: Look): string => join(screensFolder, pictureName(name, look));

/** `npm run pictures` takes them anew. */
export const isRenewing = (): boolean => process.env.TESSERA_RENEW_PICTURES !== undefined;

/**
 * What is seen, without what passes by itself (messages) and without a pointer on anything. The same page gives the same
 * picture: nothing moves, blinks or is pointed at.
 */
const photograph = async (page: Page): Promise<Buffer> => {
  const { height } = page.viewportSize()!;
  await page.mouse.move(1, height - 70);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('.mantine-Notifications-root'))
      one.style.visibility = 'hidden';
  });
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('.mantine-Notifications-root')) one.style.visibility = '';
  });
  return picture;
};

/** Until two pictures in a row are the same. */
const photographStill = async (page: Page): Promise<Buffer> => {
  let before = await photograph(page);
  for (let tries = 0; tries < 20; tries += 1) {
    await page.waitForTimeout(150);
    const now = await photograph(page);
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
};

/** What stands in a place of the page, in the words of a screen reader, for whoever reads why a test failed. */
const nameOf = (page: Page, { left, top, width, height }: Box): Promise<string> =>
  page.evaluate(
    ([x, y]) => {
      const named = document
        .elementFromPoint(x, y)
        ?.closest('[aria-label], button, h1, h2, h3, td, th, p, li, section, aside, main');
      return (named?.getAttribute('aria-label') ?? named?.textContent ?? '').trim().slice(0, 60);
    },
    [left + width / 2, top + height / 2] as const,
  );

const isSame = ({ places, grounds }: PictureDifference): boolean => places.length === 0 && grounds.length === 0;

/**
 * Where the page no longer looks as its kept picture does, in sentences; none where it does. What is late by a moment
 * is waited for.
 */
export const differences = async (page: Page, name: string, look: Look): Promise<string[]> => {
  const path = keptPicture(name, look);
  if (!existsSync(path)) return [`There is no picture of ${pictureName(name, look)} yet: npm run pictures.`];
  const kept = readPng(readFileSync(path));
  for (let tries = 1; ; tries += 1) {
    const picture = await photograph(page);
    const found = comparePictures(readPng(picture), kept);
    if (isSame(found)) return [];
    if (tries < 4) {
      await page.waitForTimeout(400);
      continue;
    }
    const folder = process.env.TESSERA_PICTURES;
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `now-${pictureName(name, look)}`), picture);
    }
    const told = async (what: string, places: readonly Box[]) =>
      Promise.all(
        places.map(
          async (box) =>
            `${what} at ${box.left}, ${box.top} (${box.width} × ${box.height}): “${await nameOf(page, box)}”`,
        ),
      );
    return [...(await told('another picture', found.places)), ...(await told('another ground', found.grounds))];
  }
};

/** Compares the page with its kept picture, or takes that anew where the pictures are being renewed. */
export const lookAgain = async (page: Page, name: string, look: Look): Promise<string[]> => {
  if (!isKept(name, look)) return [];
  if (!isRenewing()) return differences(page, name, look);
  mkdirSync(screensFolder, { recursive: true });
  const seen = readPng(await photographStill(page));
  const written = writePng(seen);
  // With fewer colours it must still pass for what it was taken of, or the next look would not know it again.
  if (!isSame(comparePictures(readPng(written), seen)))
    throw new Error(`${pictureName(name, look)} looks unlike its page in so few colours.`);
  writeFileSync(keptPicture(name, look), written);
  return [];
};
