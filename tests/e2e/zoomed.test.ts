import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { accessibilityFaults } from './looks.ts';
import { keepPicture, type OpenApp, openApp } from './open-app.ts';
import { walkAll } from './walk.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** What does not fit, and what a focus cannot be seen on. */
const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      faults.push(`wider than its window by ${root.scrollWidth - root.clientWidth}`);
    const main = document.querySelector('main')?.getBoundingClientRect();
    if (main && main.height < window.innerHeight / 2)
      faults.push(`only ${Math.round(main.height)} px are left to read`);
    const nameOf = (node: Element) =>
      (node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 40) || node.tagName;
    const reachable = [...document.querySelectorAll<HTMLElement>('button, a[href], input, [tabindex="0"]')].filter(
      (node) =>
        node.tabIndex >= 0 &&
        !node.matches(':disabled') &&
        node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        node.closest('[inert], [aria-hidden="true"]') === null,
    );
    const dialog = document.querySelector('[role="dialog"], [role="menu"]');
    const passing = '.mantine-Notifications-root, [role="alert"], [role="tooltip"]';
    const before = document.activeElement as HTMLElement | null;
    for (const node of reachable) {
      if (dialog && !dialog.contains(node)) continue;
      node.focus({ preventScroll: false });
      if (document.activeElement !== node) continue;
      node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = node.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      // What is larger than the room for it is looked for in what is in sight of it.
      const room = node.closest('main')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
      const [left, right] = [Math.max(box.left, room.left), Math.min(box.right, room.right)];
      const [top, bottom] = [Math.max(box.top, room.top), Math.min(box.bottom, room.bottom)];
      const parts = [0.5, 0.1, 0.9];
      const seen = parts.some((across) =>
        parts.some((down) => {
          const there = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
          // A message or hint goes by itself, and can be closed.
          return there !== null && (node.contains(there) || there.contains(node) || there.closest(passing) !== null);
        }),
      );
      if (!seen) faults.push(`the focus is hidden on “${nameOf(node)}”`);
    }
    before?.focus({ preventScroll: true });
    return faults;
  });

it('every screen can be used at twice the size in a window of 1024 × 700', { timeout: 1_500_000 }, async () => {
  // What a browser shows at 200 %: half the window’s points, each of twice the size.
  app = await openApp({ viewport: { width: 512, height: 350 }, deviceScaleFactor: 2, still: true });
  const { page, complaints } = app;
  const faults: string[] = [];
  await walkAll(app, async (name) => {
    await keepPicture(page, `zoomed-${name}`);
    const found = [...(await layoutFaults(page)), ...(await accessibilityFaults(page))];
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  });
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
