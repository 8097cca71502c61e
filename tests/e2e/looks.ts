import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Words of analysts; they stand in Method details, the choice of the way and the analyst's export only. */
const jargon =
  /\b(clusters?|clustering|k-?means|ward(['’]s)?|centroids?|silhouettes?|inertia|z-?scores?|RFM|dendrograms?|undefined|NaN|null)\b/i;

/** Everything a person can see or be read out, outside the places where analysts' words belong. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const allowed = '[data-method-details], [data-algorithm-choice], script, style';
    const texts: string[] = [document.title];
    const walk = (node: Element): void => {
      if (node.matches(allowed)) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
        const text = node.getAttribute(name);
        if (text) texts.push(text);
      }
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) texts.push(child.textContent);
        else if (child instanceof Element) walk(child);
      }
    };
    walk(document.body);
    return texts.join('\n');
  });

export const expectNoJargon = async (page: Page, where: string): Promise<void> => {
  const lines = (await wordsOf(page)).split('\n').filter((line) => jargon.test(line));
  expect(lines, `analysts’ words on ${where}`).toEqual([]);
};

/** What axe finds wrong on the page, with where it is; by all of its rules, or by these. */
export const accessibilityFaults = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
};

export const expectAccessible = async (page: Page, where: string): Promise<void> =>
  expect(await accessibilityFaults(page), `axe on ${where}`).toEqual([]);

/** The page in these colours, as where the system changes them, once they have passed over into each other. */
export const putOn = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const passing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
};

/** Of a page that is accessible in other colours, what these colours can spoil. */
export const expectLegible = async (page: Page, where: string): Promise<void> =>
  expect(await accessibilityFaults(page, ['color-contrast', 'link-in-text-block']), `axe on ${where}`).toEqual([]);

/** Nothing may be wider than its window or cut off at its right edge. */
export const expectNoOverflow = async (page: Page, where: string): Promise<void> => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} is wider than its window`).toBeLessThanOrEqual(0);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('aside, header, footer')].filter((one) => one.scrollWidth > one.clientWidth + 1)
        .length,
  );
  expect(cut, `something is cut off at the side of ${where}`).toBe(0);
};
