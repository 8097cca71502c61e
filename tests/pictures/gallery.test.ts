import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stops } from '../e2e/screens.ts';
import { captions } from './captions.ts';
import { galleryIndex, lostPictures, readmePictures } from './gallery-index.ts';
import { galleryFolder, isKept, looks, pictureName, screensFolder } from './kept-pictures.ts';

const states = ['start', 'import', 'import-questions', ...stops.map(({ name }) => name)];

describe('the kept pictures of all screens', () => {
  it('have a caption each, and no caption is of a state that is gone', () => {
    expect(Object.keys(captions).sort()).toEqual([...states].sort());
  });

  it('are there for every state, and no other', () => {
    const wanted = states.flatMap((name) =>
      looks.filter((look) => isKept(name, look)).map((look) => pictureName(name, look)),
    );
    expect(readdirSync(screensFolder).sort()).toEqual(wanted.sort());
    expect(lostPictures()).toEqual([]);
  });

  it('stand on one page with their captions', () => {
    expect(readFileSync(join(galleryFolder, 'README.md'), 'utf8')).toBe(galleryIndex());
  });

  it('are what the README shows', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const shown = [...readme.matchAll(/docs\/gallery\/screens\/([\w-]+\.png)/g)].map(([, file]) => file!);
    expect([...new Set(shown)].sort()).toEqual([...readmePictures].sort());
  });

  it('are small together', () => {
    const bytes = readdirSync(screensFolder).reduce((sum, file) => sum + statSync(join(screensFolder, file)).size, 0);
    expect(bytes).toBeLessThan(6_000_000);
  });
});
