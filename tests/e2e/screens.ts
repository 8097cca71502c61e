import type { Page } from 'playwright-core';
import { goTo, untilDrawn } from './open-app.ts';

/** A state of the app to look at: how to get there from the one before. */
export interface Stop {
  readonly name: string;
  arrive(page: Page): Promise<void>;
}

const rows = (page: Page) => page.getByRole('table', { name: 'Segments', exact: true }).getByRole('row');
const pressEscape = async (page: Page) => {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
};

/** Every screen of a project that has segments, in the order of the journey, with what can be opened on each. */
export const stops: readonly Stop[] = [
  {
    name: 'segments',
    arrive: async (page) => {
      await goTo(page, 'Segments');
      await untilDrawn(page);
    },
  },
  {
    name: 'segments-selected',
    arrive: async (page) => {
      await rows(page).nth(1).getByRole('rowheader').click();
      await page.getByRole('heading', { name: 'What to do' }).waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'segments-method',
    arrive: async (page) => {
      await page.getByText('Method details').first().click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'segments-way',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Way of finding them' }).click();
      await page.getByRole('radio').first().waitFor();
      await page.getByRole('button', { name: 'More ways' }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'export-menu',
    arrive: async (page) => {
      await pressEscape(page);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menu').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'map',
    arrive: async (page) => {
      await pressEscape(page);
      await pressEscape(page);
      await goTo(page, 'Map');
      await untilDrawn(page);
    },
  },
  {
    name: 'map-table',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'map-neighbours',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Show as picture' }).click();
      await page.getByText('Neighbours', { exact: true }).click();
      await page.locator('.js-plotly-plot .main-svg').first().waitFor({ timeout: 60_000 });
      await untilDrawn(page);
    },
  },
  {
    name: 'map-facts',
    arrive: async (page) => {
      await page.getByText('Two facts').click();
      await untilDrawn(page);
    },
  },
  {
    name: 'tree-before',
    arrive: async (page) => {
      await goTo(page, 'Tree');
      await page.getByRole('button', { name: 'Grow the tree' }).waitFor();
    },
  },
  {
    name: 'tree',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Grow the tree' }).click();
      await page.getByRole('slider', { name: 'Where the tree is cut' }).waitFor({ timeout: 60_000 });
      await untilDrawn(page);
    },
  },
  {
    name: 'customers',
    arrive: async (page) => {
      await goTo(page, 'Customers');
      await page.getByRole('row').nth(2).waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'customer-story',
    arrive: async (page) => {
      await page.getByRole('row').nth(2).click();
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'report',
    arrive: async (page) => {
      await goTo(page, 'Report');
      await untilDrawn(page);
    },
  },
  {
    name: 'data',
    arrive: async (page) => {
      await goTo(page, 'Data');
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'finder',
    arrive: async (page) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'shortcuts',
    arrive: async (page) => {
      await pressEscape(page);
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
    },
  },
];
