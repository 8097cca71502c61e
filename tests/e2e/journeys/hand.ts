import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** How a person makes the app do something. */
export interface Hand {
  /** Brings a file to the first screen. */
  bring(file: string): Promise<void>;
  press(what: Locator): Promise<void>;
  /** Takes one of the choices of a box. */
  choose(from: Locator, option: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** One of the screens, by its place in the rail. */
  goTo(screen: 'Data' | 'Segments' | 'Map' | 'Tree' | 'Customers' | 'Report'): Promise<void>;
  /** A segment on the map. */
  pickOnMap(name: string): Promise<void>;
  /** A row of a long table. */
  takeRow(table: Locator, row: Locator): Promise<void>;
  /** Cuts the tree elsewhere. */
  cut(line: Locator): Promise<void>;
}

const screens = ['Data', 'Segments', 'Map', 'Tree', 'Customers', 'Predict', 'Report'] as const;

/** Lets files go over the window, as a file manager does. */
const drop = async (page: Page, path: string): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ({ name, letters }) => {
      const held = new DataTransfer();
      const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      held.items.add(new File([bytes], name, { type: 'text/csv' }));
      return held;
    },
    { name: basename(path), letters: readFileSync(path, 'latin1') },
  );
  await page.getByRole('heading', { level: 1 }).dispatchEvent('dragenter', { dataTransfer: transfer });
  const target = page.getByText('Let go to read it');
  await target.waitFor();
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
};

/** Everything by pointing. */
export const byMouse = (page: Page): Hand => ({
  bring: (file) => drop(page, file),
  press: (what) => what.click(),
  choose: async (from, option) => {
    await from.click();
    await option.click();
  },
  write: async (field, text) => {
    await field.click();
    await page.keyboard.type(text);
  },
  goTo: (screen) =>
    page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }).click(),
  pickOnMap: async (name) => {
    const place = (await page.locator('[data-view] text', { hasText: name }).boundingBox())!;
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  },
  takeRow: (_table, row) => row.click(),
  cut: async (line) => {
    const place = (await line.boundingBox())!;
    await page.mouse.move(place.x + 80, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x + 80, place.y - 60, { steps: 8 });
    await page.mouse.up();
  },
});

/** More than any screen has; who needs as many is lost. */
const mostTabs = 150;

/** Walks with Tab, as a person without a mouse does, and with arrows inside what Tab stops at once. */
const reach = async (page: Page, what: Locator): Promise<void> => {
  await what.waitFor();
  const where = () =>
    what.evaluate((node) => {
      const now = document.activeElement;
      if (now === node) return 'here';
      if (node.closest('[role="menu"]')?.contains(now)) return 'below';
      const group = node.closest('[role="tablist"], [role="radiogroup"], [role="table"], [role="menu"], table');
      return group?.contains(now) && now !== null && (now as HTMLElement).tabIndex >= 0 && node.tabIndex < 0
        ? 'beside'
        : 'elsewhere';
    });
  for (let step = 0; step < mostTabs; step += 1) {
    const at = await where();
    if (at === 'here') return;
    await page.keyboard.press(at === 'beside' ? 'ArrowRight' : at === 'below' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`Tab does not lead to ${what}.`);
};

/** Everything by keys. */
export const byKeys = (page: Page): Hand => ({
  bring: async (file) => {
    const chooser = page.waitForEvent('filechooser');
    await reach(page, page.getByRole('button', { name: 'Open a spreadsheet' }).first());
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file);
  },
  press: async (what) => {
    await reach(page, what);
    await page.keyboard.press('Enter');
  },
  choose: async (from, option) => {
    await reach(page, from);
    await page.keyboard.press('Enter');
    await option.waitFor();
    const isReached = () =>
      option.evaluate((node) => node.getAttribute('data-combobox-selected') === 'true' || node.matches(':focus'));
    for (let step = 0; step < 20 && !(await isReached()); step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
  write: async (field, text) => {
    await reach(page, field);
    await page.keyboard.type(text);
  },
  goTo: (screen) => page.keyboard.press(String(screens.indexOf(screen) + 1)),
  pickOnMap: async () => {
    await reach(page, page.locator('[data-view]'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  },
  takeRow: async (table, row) => {
    await row.waitFor();
    await reach(page, table);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
  cut: async (line) => {
    await reach(page, line);
    await page.keyboard.press('ArrowUp');
  },
});
