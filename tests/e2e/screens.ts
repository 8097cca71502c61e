import type { Page } from 'playwright-core';
import { goTo, showView, untilDrawn } from './open-app.ts';

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
    name: 'segments-table',
    arrive: async (page) => {
      await showView(page, 'Table');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'segments-differences',
    arrive: async (page) => {
      await showView(page, 'Differences');
      await untilDrawn(page);
    },
  },
  {
    name: 'segments-spread',
    arrive: async (page) => {
      await showView(page, 'Spread');
      await page.locator('[data-picture="spread"]').first().waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'segments-lines',
    arrive: async (page) => {
      await showView(page, 'Lines');
      await page.locator('[data-picture="lines"] canvas[data-lines]').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'segments-revenue',
    arrive: async (page) => {
      await showView(page, 'Revenue');
      await page.locator('[data-picture="treemap"]').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'segments-number',
    arrive: async (page) => {
      await showView(page, 'How many');
      await page.waitForTimeout(300);
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
    name: 'selection-exclude',
    arrive: async (page) => {
      await pressEscape(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('textbox', { name: 'Find or do anything' }).fill('Best customers');
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Exclude', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'selection-save',
    arrive: async (page) => {
      await pressEscape(page);
      await page.getByRole('button', { name: 'Keep as a segment' }).click();
      await page.getByRole('textbox', { name: 'What do you call them?' }).fill('Invited to the party');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'own-segments',
    arrive: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByRole('table', { name: 'Your own segments' }).scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
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
    name: 'map-show',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.getByLabel('Outlines').check();
      await page.getByLabel('Which facts pull where').check();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'map-small',
    arrive: async (page) => {
      await page.getByLabel('Outlines').uncheck();
      await page.getByLabel('Which facts pull where').uncheck();
      await page.getByLabel('A small map for each segment').check();
      await pressEscape(page);
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'map-table',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.getByLabel('A small map for each segment').uncheck();
      await pressEscape(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'map-neighbours',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Show as picture' }).click();
      await page.getByText('Neighbours', { exact: true }).click();
      await page.locator('[data-drawn]').first().waitFor({ timeout: 60_000 });
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
    name: 'map-space',
    arrive: async (page) => {
      await page.getByText('Three facts').click();
      await page.locator('[data-picture="space"] canvas[data-turn]').waitFor();
      await page.waitForTimeout(300);
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
    name: 'tree-divided',
    arrive: async (page) => {
      await page
        .locator('button[aria-label$="customers"][aria-pressed], button[aria-label$="Kunden"][aria-pressed]')
        .first()
        .click();
      await page.getByRole('button', { name: 'Divide', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /branch by branch|Ast für Ast/ }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'tree-zoomed',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
      await page.getByRole('navigation', { name: 'The branch that is shown' }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'customers',
    arrive: async (page) => {
      await goTo(page, 'Customers');
      await page.getByRole('heading', { level: 1, name: /customers|Kunden/i }).waitFor();
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
    name: 'customers-filter',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Choose customers by Segment' }).click();
      await page.getByRole('checkbox', { name: 'Slipping away' }).check();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'customer-page',
    arrive: async (page) => {
      await pressEscape(page);
      await page.getByRole('grid', { name: 'Customers' }).getByRole('link').first().click();
      await page.getByRole('heading', { name: 'What is unusual' }).waitFor();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'customer-orders',
    arrive: async (page) => {
      await page.locator('[data-customer-page] li button[aria-expanded]:has(svg)').first().click();
      await page.getByRole('region', { name: /^(Rows of order|Zeilen der Bestellung)/ }).waitFor();
      await page.getByRole('slider').scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'predict',
    arrive: async (page) => {
      await goTo(page, 'Predict');
      await page.locator('[data-picture="tracking"]').waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: 'About to leave' }).click();
      await page.getByRole('heading', { name: 'Start with these' }).waitFor();
      await page.mouse.move(4, 4);
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'predict-past',
    arrive: async (page) => {
      await page.locator('[data-picture="chances"]').scrollIntoViewIfNeeded();
      await page.getByText('Method details').last().scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'predict-method',
    arrive: async (page) => {
      await page.getByText('Method details').last().click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'report',
    arrive: async (page) => {
      await goTo(page, 'Report');
      await page.getByRole('list', { name: 'The report' }).getByRole('img').first().waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'report-card',
    arrive: async (page) => {
      await page.getByRole('button', { name: /^(Segments, card|Segmente, Baustein)/ }).click();
      await page.getByRole('checkbox', { name: 'With reasons and what to do' }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'report-sheets',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'For the team' }).click();
      await page
        .getByRole('button', { name: /^(A sheet for each segment, card|Ein Blatt je Segment, Baustein)/ })
        .click();
      await page.waitForTimeout(500);
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
    name: 'identity-before',
    arrive: async (page) => {
      await goTo(page, 'Data');
      await page.getByRole('button', { name: 'Same customer?' }).click();
      await page.getByRole('button', { name: 'Look for them' }).waitFor();
    },
  },
  {
    name: 'identity-none',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Look for them' }).click();
      await page.getByRole('heading', { level: 1, name: 'Nobody seems to stand there twice' }).waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'quality',
    arrive: async (page) => {
      await page
        .getByRole('navigation', { name: 'Parts of the data' })
        .getByRole('button', { name: 'Quality' })
        .click();
      await page.getByRole('list', { name: 'What was found' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'quality-rules',
    arrive: async (page) => {
      await page.getByText('What need not count').click();
      await page.getByRole('button', { name: 'What would it do: Exact repeats' }).click();
      await page.getByRole('button', { name: 'Set them aside' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'joins',
    arrive: async (page) => {
      await page
        .getByRole('navigation', { name: 'Parts of the data' })
        .getByRole('button', { name: 'What belongs together' })
        .click();
      await page.getByRole('list', { name: 'Connections' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'joins-add',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Add a connection' }).click();
      await page.getByRole('combobox', { name: 'One table' }).waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'facts',
    arrive: async (page) => {
      await pressEscape(page);
      await goTo(page, 'Customer facts');
      await page.getByRole('region', { name: 'How much they spend' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'facts-own',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'A fact of your own' }).click();
      await page.getByLabel('Formula').fill('totalSpent / orders');
      await page.getByText('What it gives for the first customers').waitFor();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'facts-scores',
    arrive: async (page) => {
      await pressEscape(page);
      await page.getByRole('button', { name: 'Scores', exact: true }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'compare-ways',
    arrive: async (page) => {
      await pressEscape(page);
      await goTo(page, 'Compare');
      await page.getByText('Ways side by side', { exact: true }).click();
      await page.getByRole('button', { name: 'Try them side by side' }).click();
      await page.getByRole('region', { name: 'Ways of finding segments side by side' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'compare-months',
    arrive: async (page) => {
      await page.getByText('Month by month', { exact: true }).click();
      await page.getByRole('button', { name: /^Rebuild|nachbilden$/ }).click();
      await page.getByText(/^(All months but the last|Alle Monate außer dem letzten)/).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'finder',
    arrive: async (page) => {
      await pressEscape(page);
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
