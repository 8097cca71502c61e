import { afterEach, expect, it } from 'vitest';
import { differences, isRenewing } from '../pictures/kept-pictures.ts';
import { type OpenApp, openApp, openSample } from './open-app.ts';
import { stops } from './screens.ts';
import { untilTried } from './walk.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

it.skipIf(isRenewing())('no screen is changed without being seen', { timeout: 240_000 }, async () => {
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
