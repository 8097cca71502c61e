import { afterEach, describe, expect, it } from 'vitest';
import { differences, isRenewing, lookAgain } from '../pictures/kept-pictures.ts';
import { expectAccessible, expectLegible, expectNoJargon, expectNoOverflow, putOn } from './looks.ts';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';
import { stops } from './screens.ts';
import { untilTried, walkAll } from './walk.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Each screen is seen in four settings by two walks: at every stop the other colours are put on for a moment. */
const sizes = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1024, height: 700 }],
] as const;

describe('every screen', () => {
  it.each(sizes)(
    '%s at %o speaks plainly, fits and can be used by everybody',
    { timeout: 1_500_000 },
    async (colorScheme, viewport) => {
      app = await openApp({ colorScheme, viewport, still: true });
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
    },
  );

  it.skipIf(isRenewing())('is not changed without being seen', { timeout: 240_000 }, async () => {
    const kept = { colorScheme: 'light', width: 1440 } as const;
    app = await openApp({ colorScheme: 'light', viewport: { width: 1440, height: 900 }, still: true });
    const { page } = app;
    await openSample(page);
    await untilTried(page);
    await stops[0]!.arrive(page);
    expect(await differences(page, stops[0]!.name, kept)).toEqual([]);
    const plants: Record<string, () => string> = {
      'another accent': () => {
        document.documentElement.style.setProperty('--t-accent', '#0f4f8b');
        return 'another picture';
      },
      'a ground of another tone': () => {
        document.documentElement.style.setProperty('--mantine-color-body', '#faf8f0');
        document.documentElement.style.setProperty('--t-ground', '#faf8f0');
        return 'another ground';
      },
      'a hidden button': () => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Undo')!;
        button.style.visibility = 'hidden';
        return 'another picture';
      },
      'a panel six pixels further down': () => {
        document.querySelector<HTMLElement>('main aside')!.style.transform = 'translateY(6px)';
        return 'another picture';
      },
      'another word': () => {
        document.querySelector('main h1')!.textContent = 'Five segments';
        return 'another picture';
      },
    };
    for (const [what, plant] of Object.entries(plants)) {
      const expected = await page.evaluate(plant);
      const found = await differences(page, stops[0]!.name, kept);
      expect(found.join('\n'), what).toContain(expected);
      await page.reload();
      await untilTried(page);
      await stops[0]!.arrive(page);
    }
    expect(await differences(page, stops[0]!.name, kept)).toEqual([]);
  });
});
