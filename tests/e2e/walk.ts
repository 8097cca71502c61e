import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenApp, openSample, openSpreadsheet } from './open-app.ts';
import { stops } from './screens.ts';

/** Orders with two ways to read the dates, rows without a customer and a short row. */
const doubtful = (): string =>
  [
    'Invoice;Client;E-mail;When;Article;Qty;Unit price',
    ...Array.from({ length: 400 }, (_, i) => {
      const who = i % 17 === 0 ? ';' : `Client ${i % 60};client${i % 60}@example.com`;
      const day = `${String((i % 12) + 1).padStart(2, '0')}/${String((i % 11) + 1).padStart(2, '0')}/2025`;
      return i === 200
        ? `${5000 + i};Client 3`
        : `${5000 + i};${who};${day};Mug ${i % 9};${(i % 4) + 1};${(i % 30) + 2},50`;
    }),
  ].join('\n');

/** How repeatable segments are is found out in the background; in pictures it is known. */
export const untilTried = async (page: Page): Promise<void> => {
  await page.locator('[data-checking="false"]').first().waitFor({ timeout: 60_000 });
  await page.locator('[data-checking="true"]').first().waitFor({ state: 'detached', timeout: 60_000 });
};

/** Goes from the start over an import with questions to the sample, and there to every stop; each is looked at. */
export const walkAll = async ({ page, host }: OpenApp, look: (name: string) => Promise<void>): Promise<void> => {
  await look('start');
  const orders = join(host.home, 'my orders.csv');
  writeFileSync(orders, doubtful());
  await openSpreadsheet(page, orders);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).waitFor();
  await look('import');
  const change = page.getByRole('button', { name: 'Change something' });
  if (await change.isVisible()) await change.click();
  await page.waitForTimeout(400);
  await look('import-questions');
  await page.getByRole('button', { name: 'Not this file' }).click();
  await openSample(page);
  await untilTried(page);
  for (const { name, arrive } of stops) {
    await arrive(page);
    await look(name);
  }
};
