import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { captions } from './captions.ts';
import { everywhere, type Look, looks, pictureName, screensFolder } from './kept-pictures.ts';

/** As a heading: “Customer story”. */
const headingOf = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const inWords = ({ colorScheme, width }: Look): string =>
  `${colorScheme}, ${width === 1440 ? '1440 × 900' : '1024 × 700'}`;

/** The page that lists all kept pictures, made from their names and captions. */
export const galleryIndex = (): string => {
  const sections = Object.entries(captions).map(([name, caption]) => {
    const kept = looks.filter((look) => existsSync(join(screensFolder, pictureName(name, look))));
    const [first, ...others] = kept;
    if (first === undefined) return '';
    const links = others.map((look) => `[${inWords(look)}](screens/${pictureName(name, look)})`);
    return [
      `## ${headingOf(name)}`,
      '',
      caption,
      '',
      `![${caption}](screens/${pictureName(name, first)})`,
      ...(links.length === 0 ? [] : ['', `The same ${links.join(' · ')}`]),
      '',
    ].join('\n');
  });
  return [
    '# How Tessera looks',
    '',
    'Every state of every screen on the sample shop, as the tests know it: a change that can be seen fails `npm test` until `npm run pictures` takes the pictures anew. Charts and components at their edges (one segment, thirty, very long names, right to left, empty, failed) stand on a page of their own: `npm run gallery`.',
    '',
    ...sections.filter((section) => section !== ''),
  ].join('\n');
};

/** Kept pictures that no state stands for any more. */
export const lostPictures = (): string[] => {
  const known = new Set(Object.keys(captions).flatMap((name) => looks.map((look) => pictureName(name, look))));
  return readdirSync(screensFolder).filter((file) => !known.has(file));
};

/** What the README shows is kept in both colours. */
export const readmePictures = everywhere.flatMap((name) =>
  (['light', 'dark'] as const).map((colorScheme) => pictureName(name, { colorScheme, width: 1440 })),
);
