import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { orderLinesCsv } from '../main/services/test-shop.ts';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
});

it('a folder is named by keyboard, and next month’s file comes in by itself', { timeout: 360_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  const folder = join(host.home, 'exports');
  mkdirSync(folder);
  const [head, ...lines] = orderLinesCsv(300).trimEnd().split('\n');
  const dayOf = (line: string) => /,(2023-\d\d-\d\d),/.exec(line)![1]!;
  const write = (path: string, chosen: string[]) => writeFileSync(path, `${[head, ...chosen].join('\n')}\n`);
  const first = join(host.home, 'until october.csv');
  write(
    first,
    lines.filter((line) => dayOf(line) < '2023-11-01'),
  );
  await openSpreadsheet(page, first);
  await page.getByRole('button', { name: 'Looks right' }).click({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'Look in a folder' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Which folder?' }).waitFor();
  await page.keyboard.type(folder);
  await page.keyboard.press('Enter');
  await page.getByText('No file there yet.').waitFor();

  write(
    join(folder, 'november.csv'),
    lines.filter((line) => dayOf(line) >= '2023-11-01' && dayOf(line) < '2023-12-01'),
  );
  writeFileSync(join(folder, 'something else.csv'), 'Colour,Mood\nred,good\nblue,bad\n');
  await page.getByText('“november.csv” came in by itself').waitFor({ timeout: 60_000 });
  await expect.poll(() => page.getByRole('contentinfo').innerText(), { timeout: 60_000 }).toContain('30 Nov 2023');
  await page.getByText('is of a kind that this project has not seen yet').waitFor({ timeout: 60_000 });
  await keepPicture(page, 'watched-folder');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('contentinfo').innerText(), { timeout: 60_000 }).toContain('31 Oct 2023');
  await page.getByRole('button', { name: 'Stop looking there' }).click();
  await page.getByRole('button', { name: 'Look in a folder' }).waitFor();
  expect(complaints).toEqual([]);
});
