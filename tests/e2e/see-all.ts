import { expect } from 'vitest';
import { isRenewing, lookAgain } from '../pictures/kept-pictures.ts';
import { expectAccessible, expectLegible, expectNoJargon, expectNoOverflow, putOn } from './looks.ts';
import { keepPicture, openApp } from './open-app.ts';
import { walkAll } from './walk.ts';

/** The colours a walk goes in, and its window. */
export interface WalkLook {
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

/** A walk over every screen takes minutes: each stands in a file of its own, so that they go side by side. */
export const walkTimeout = 1_500_000;

/**
 * Walks over every screen: each must speak plainly, fit, be usable by everybody and look as its kept picture does. At
 * every stop the other colours are put on for a moment, so that two walks see four settings.
 */
export const seeAll = async ({ colorScheme, viewport }: WalkLook): Promise<void> => {
  const app = await openApp({ colorScheme, viewport, still: true });
  try {
    const { page } = app;
    const changed: string[] = [];
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const compare = async (name: string, scheme: 'light' | 'dark') => {
      const found = await lookAgain(page, name, { colorScheme: scheme, width: viewport.width });
      changed.push(...found.map((one) => `${name} ${scheme}: ${one}`));
      await keepPicture(page, `${name}-${viewport.width}-${scheme}`);
    };
    const look = async (name: string) => {
      await compare(name, colorScheme);
      if (!isRenewing()) {
        await expectNoJargon(page, name);
        await expectNoOverflow(page, name);
        await expectAccessible(page, name);
      }
      await putOn(page, other);
      await compare(name, other);
      if (!isRenewing()) await expectLegible(page, `${name} ${other}`);
      await putOn(page, colorScheme);
    };
    await walkAll(app, look);
    expect(app.complaints).toEqual([]);
    expect(changed, 'what does not look as in docs/gallery any more (npm run pictures takes it anew)').toEqual([]);
  } finally {
    await app.close();
  }
};
