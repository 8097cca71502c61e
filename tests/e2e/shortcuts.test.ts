import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeKeys, shortcuts } from '../../src/renderer/app/shortcuts.ts';
import { writeMessyShop } from '../main/services/identity/identity-shop.ts';
import { goTo, type OpenApp, openApp, openSample, openSpreadsheet, untilDrawn } from './open-app.ts';

const soon = { timeout: 60_000 };
/** As the browser’s own keyboard calls them. */
const pressed = (keys: string): string =>
  keys === '+' ? keys : keys.replace('mod', 'Control').replace('shift', 'Shift').replace(/\+K$/, '+k');

type Press = () => Promise<void>;
type Check = (page: Page, press: Press) => Promise<void>;

const own = (page: Page) => page.getByRole('table', { name: 'Your own segments' });
const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selected customers' });
const inRail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name, exact: true });
const selectFirst = async (page: Page): Promise<void> => {
  await goTo(page, 'Segments');
  await page.getByRole('table', { name: 'Segments', exact: true }).getByRole('rowheader').first().click();
  await bar(page).waitFor();
};
const letGo = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await bar(page).waitFor({ state: 'hidden' });
};
const toScreen =
  (name: string, from = 'Segments'): Check =>
  async (page, press) => {
    await goTo(page, from);
    await expect.poll(() => inRail(page, name).getAttribute('aria-current')).toBeNull();
    await press();
    await expect.poll(() => inRail(page, name).getAttribute('aria-current')).toBe('page');
  };

/** What each key that works everywhere does; one without a line here fails below. */
const everywhere: Readonly<Record<string, Check>> = {
  find: async (page, press) => {
    await press();
    await page.getByRole('textbox', { name: 'Find or do anything' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Find or do anything' }).waitFor({ state: 'hidden' });
  },
  open: async (page, press) => {
    const chooser = page.waitForEvent('filechooser');
    await press();
    expect((await chooser).isMultiple()).toBe(true);
  },
  undo: async (page, press) => {
    await goTo(page, 'Segments');
    await own(page).waitFor();
    await press();
    await own(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Redo: / }).click();
    await own(page).waitFor();
  },
  redo: async (page, press) => {
    await goTo(page, 'Segments');
    await page.getByRole('button', { name: /^Undo: / }).click();
    await own(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Redo: / }).waitFor();
    await press();
    await own(page).waitFor();
  },
  'screen-data': toScreen('Data'),
  'screen-segments': toScreen('Segments', 'Data'),
  'screen-map': toScreen('Map'),
  'screen-tree': toScreen('Tree'),
  'screen-customers': toScreen('Customers'),
  'screen-predict': toScreen('Predict'),
  'screen-report': toScreen('Report'),
  'screen-facts': toScreen('Customer facts'),
  'screen-compare': toScreen('Compare'),
  selection: async (page, press) => {
    await selectFirst(page);
    await press();
    // Past the figures, which are buttons too.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Keep as a segment');
    await letGo(page);
  },
  messages: async (page, press) => {
    await goTo(page, 'Segments');
    // Escape asks whether the presentation is to end: a message.
    await page.keyboard.press('Shift+P');
    await page.keyboard.press('Escape');
    await page.locator('[data-beside] button').first().waitFor();
    await press();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-beside]') != null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('[data-beside]').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Shift+P');
  },
  present: async (page, press) => {
    const names = page.getByText('Names are replaced by numbers');
    await press();
    await names.waitFor();
    await press();
    await names.waitFor({ state: 'hidden' });
  },
  letGo: async (page, press) => {
    await selectFirst(page);
    await press();
    await bar(page).waitFor({ state: 'hidden' });
  },
  help: async (page, press) => {
    await press();
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const listed = placeKeys.reduce((sum, { keys }) => sum + keys.length, shortcuts.length);
    expect(await sheet.locator('dt').count()).toBe(listed);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  },
};

const cursor = (page: Page) => page.locator('tr[data-cursor="true"]');
const rowOfCursor = async (page: Page) => Number(await cursor(page).getAttribute('aria-rowindex'));
/** In the table of customers, on its first row. */
const atFirstRow = async (page: Page): Promise<void> => {
  await goTo(page, 'Customers');
  await page.getByRole('grid', { name: 'Customers' }).getByRole('row').nth(2).waitFor();
  await page.getByRole('grid', { name: 'Customers' }).focus();
  await page.keyboard.press('Home');
  await cursor(page).waitFor();
};
const movesTo =
  (reached: (from: number) => unknown, before: readonly string[] = []): Check =>
  async (page, press) => {
    await atFirstRow(page);
    for (const key of before) await page.keyboard.press(key);
    const from = await rowOfCursor(page);
    await press();
    await expect.poll(() => rowOfCursor(page)).toEqual(reached(from));
  };

const stage = (page: Page) => page.locator('[data-view]').first();
const view = async (page: Page): Promise<{ x0: number; x1: number }> =>
  JSON.parse((await stage(page).getAttribute('data-view'))!);
const onMap = async (page: Page): Promise<void> => {
  await goTo(page, 'Map');
  await untilDrawn(page);
  await stage(page).focus();
  await page.keyboard.press('0');
};
const across = async (page: Page) => {
  const { x0, x1 } = await view(page);
  return x1 - x0;
};
const onLine = async (page: Page) => {
  await goTo(page, 'Tree');
  const line = page.getByRole('slider', { name: 'Where the tree is cut' });
  const grow = page.getByRole('button', { name: 'Grow the tree' });
  await line.or(grow).waitFor();
  if (await grow.isVisible()) await grow.click();
  await line.waitFor(soon);
  await line.focus();
  return { segments: async () => Number.parseInt((await line.getAttribute('aria-valuetext'))!, 10) };
};
const cuts =
  (from: 'Home' | 'End', reached: number): Check =>
  async (page, press) => {
    const { segments } = await onLine(page);
    await page.keyboard.press(from);
    if (from === 'End') await page.keyboard.press('ArrowDown');
    expect(await segments()).not.toBe(reached);
    await press();
    expect(await segments()).toBe(reached);
  };
/** On the page of the second customer of the table. */
const onSecond = async (page: Page) => {
  await goTo(page, 'Customers');
  const links = page.getByRole('grid', { name: 'Customers' }).getByRole('link');
  await links.nth(2).waitFor();
  const names = await Promise.all([0, 1, 2].map((at) => links.nth(at).getAttribute('href')));
  await links.nth(1).click();
  await page.getByRole('heading', { name: 'What is unusual' }).waitFor();
  return { names, here: async () => page.evaluate(() => window.location.hash) };
};
/** At the first pair of those that may be one customer. */
const atPair = async (page: Page) => {
  const left = page.getByText(/^\d+ of \d+ left$/);
  await left.waitFor();
  return { left, card: page.getByRole('table').first() };
};
const answers =
  (said: RegExp): Check =>
  async (page, press) => {
    const { card } = await atPair(page);
    const before = await card.innerText();
    await press();
    await page.getByText(said).waitFor();
    await expect.poll(() => card.innerText(), soon).not.toBe(before);
  };

/** What each key of one place does there. */
const there: Readonly<Record<string, Check>> = {
  'table ArrowDown': movesTo((from) => from + 1),
  'table PageDown': movesTo((from) => expect.toSatisfy((row: number) => row > from + 5)),
  'table Home': movesTo(() => 2, ['ArrowDown', 'ArrowDown']),
  'table End': movesTo(() => 3_001),
  'table Enter': async (page, press) => {
    await atFirstRow(page);
    await press();
    await page.locator('[data-customer-page]').waitFor();
  },
  'table ArrowRight': async (page, press) => {
    await atFirstRow(page);
    await press();
    const at = await page.getByRole('grid', { name: 'Customers' }).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${at}"]`).evaluate((one) => one.tagName)).toBe('TD');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('How it is made').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowLeft');
  },
  'map ArrowRight': async (page, press) => {
    await onMap(page);
    await press();
    await expect.poll(() => page.locator('output').innerText()).toMatch(/, [\d,]+ customers$/);
  },
  'map mod+ArrowRight': async (page, press) => {
    await onMap(page);
    await press();
    await expect.poll(() => page.locator('output').innerText()).toMatch(/^A customer of /);
  },
  'map Enter': async (page, press) => {
    await onMap(page);
    await page.keyboard.press('ArrowRight');
    await press();
    await bar(page).waitFor();
    await letGo(page);
  },
  'map +': async (page, press) => {
    await onMap(page);
    const before = await across(page);
    await press();
    await expect.poll(() => across(page)).toBeLessThan(before);
  },
  'map -': async (page, press) => {
    await onMap(page);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const before = await across(page);
    await press();
    await expect.poll(() => across(page)).toBeGreaterThan(before);
  },
  'map 0': async (page, press) => {
    await onMap(page);
    const home = await view(page);
    await page.keyboard.press('+');
    await expect.poll(() => view(page)).not.toEqual(home);
    await press();
    await expect.poll(() => view(page)).toEqual(home);
  },
  'tree ArrowDown': cuts('End', 3),
  'tree ArrowUp': cuts('End', 1),
  'tree Home': cuts('End', 30),
  'tree End': cuts('Home', 1),
  'customer J': async (page, press) => {
    const { names, here } = await onSecond(page);
    await press();
    await expect.poll(here).toBe(names[2]);
  },
  'customer K': async (page, press) => {
    const { names, here } = await onSecond(page);
    await press();
    await expect.poll(here).toBe(names[0]);
  },
  'customer Escape': async (page, press) => {
    const { here } = await onSecond(page);
    await press();
    await expect.poll(here).toBe('#/customers');
  },
  'review S': answers(/: put together\.$/),
  'review D': answers(/: kept apart\.$/),
  'review L': async (page, press) => {
    const { card } = await atPair(page);
    const before = await card.innerText();
    await press();
    await expect.poll(() => card.innerText(), soon).not.toBe(before);
  },
  'review ArrowRight': async (page, press) => {
    const { card, left } = await atPair(page);
    const [before, place] = [await card.innerText(), await left.innerText()];
    await press();
    await expect.poll(() => left.innerText()).not.toBe(place);
    expect(await card.innerText()).not.toBe(before);
    // Nothing was decided.
    expect((await left.innerText()).replace(/^\d+/, '')).toBe(place.replace(/^\d+/, ''));
  },
};

/** Each key as it is written on the sheet, with the line that says what it does. */
const placed = placeKeys.flatMap(({ place, keys }) => keys.map((key) => ({ place, key, id: `${place} ${key}` })));

let app: OpenApp;
const runs = async (checks: Readonly<Record<string, Check>>, id: string, keys: string): Promise<void> => {
  const check = checks[id];
  expect(check, `nobody says what “${id}” does`).toBeDefined();
  await check!(app.page, () => app.page.keyboard.press(pressed(keys)));
  expect(app.complaints).toEqual([]);
};

it('nothing is said of a key that is not on the sheet', () => {
  expect(Object.keys(everywhere).sort()).toEqual(shortcuts.map(({ id }) => id).sort());
  expect(Object.keys(there).sort()).toEqual(placed.map(({ id }) => id).sort());
});

describe('in the sample shop', () => {
  beforeAll(async () => {
    app = await openApp();
    const { page } = app;
    await openSample(page);
    // Something to be undone.
    await selectFirst(page);
    await page.getByRole('button', { name: 'Keep as a segment' }).click();
    await page.getByRole('textbox', { name: 'What do you call them?' }).fill('Invited to the party');
    await page.keyboard.press('Enter');
    await own(page).waitFor();
    await letGo(page);
  });
  afterAll(() => app.close());

  const all = shortcuts.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
  it.each(all)('$key does what the sheet says of “$id”', ({ id, key }) => runs(everywhere, id, key));
  it.each(placed.filter(({ place }) => place !== 'review'))('$key does in the $place what the sheet says', (one) =>
    runs(there, one.id, one.key),
  );
});

describe('among those who may be one customer', () => {
  beforeAll(async () => {
    app = await openApp();
    const { page, host } = app;
    await openSpreadsheet(page, ...writeMessyShop(host.home, { count: 400, seed: 11 }).files);
    await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
    await page.getByRole('table', { name: 'Segments', exact: true }).waitFor(soon);
    await goTo(page, 'Data');
    await page.getByRole('button', { name: 'Same customer?' }).click();
    await page.getByRole('button', { name: 'Look for them' }).click();
    await page.getByRole('heading', { level: 1, name: /to look at/ }).waitFor();
    await page.getByText(/^To look at \(/).click();
    // A radio button has arrows of its own.
    await page.getByRole('heading', { level: 1 }).click();
  });
  afterAll(() => app.close());
  it.each(placed.filter(({ place }) => place === 'review'))('$key does what the sheet says', (one) =>
    runs(there, one.id, one.key),
  );
});
