import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const segments = () => app.page.getByRole('table', { name: 'Segments', exact: true });
const names = async () =>
  (
    await segments()
      .getByRole('button', { name: /^Select / })
      .allInnerTexts()
  ).map((text) => text.trim());
/** Opens what can be done with the segment in this row, by keyboard. */
const openActions = async (row: number) => {
  await segments()
    .getByRole('button', { name: /^More to do with / })
    .nth(row)
    .focus();
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('menu').first().waitFor();
};

it('segments are put together, divided and frozen by keyboard alone, and every step is undone', {
  timeout: 90_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const before = await names();
  await openActions(0);
  await keepPicture(page, 'segment-actions');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Put together with' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('menuitem', { name: before[1]! }).waitFor();
  await page.waitForTimeout(200);
  await keepPicture(page, 'segment-actions-merge');
  await page.getByRole('menuitem', { name: before[1]! }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('2 segments became one').waitFor({ timeout: 60_000 });
  await expect.poll(names).toHaveLength(before.length - 1);
  await keepPicture(page, 'segment-actions-merged');
  expect((await names())[0]).toBe(before[0]);

  await openActions(0);
  await page.getByRole('menuitem', { name: 'Divide into' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('menuitem', { name: '3 parts' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('was divided into 3.').waitFor({ timeout: 60_000 });
  await expect.poll(names).toHaveLength(before.length + 1);

  await openActions(1);
  await page.getByRole('menuitem', { name: /^Freeze/ }).focus();
  await page.keyboard.press('Enter');
  await segments().getByText('Frozen', { exact: true }).waitFor();
  await keepPicture(page, 'segment-actions-frozen');
  for (let steps = 0; steps < 3; steps += 1)
    await page.keyboard.press('Control+z').then(() => page.waitForTimeout(500));
  await expect.poll(names).toEqual(before);
  expect(await segments().getByText('Frozen', { exact: true }).count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
