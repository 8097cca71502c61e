import type { Page } from 'playwright-core';

/** Everything a person can see or be read out, outside what the selector names. */
export const wordsOf = (page: Page, without = ''): Promise<string[]> =>
  page.evaluate((left) => {
    const passed = ['script', 'style', 'noscript', ...(left === '' ? [] : [left])].join(', ');
    const texts: string[] = [document.title];
    const walk = (node: Element): void => {
      if (node.matches(passed)) return;
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
    return texts.flatMap((text) => text.split('\n'));
  }, without);
