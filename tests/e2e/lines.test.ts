import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample, showView } from './open-app.ts';

/** Where other tests run beside it. */
const soon = { timeout: 60_000 };

let app: OpenApp;
afterEach(() => app.close());

it('lines of customers select along their axes, by mouse and by keyboard', { timeout: 300_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await showView(page, 'Lines');
  const canvas = page.locator('[data-picture="lines"] canvas');
  await canvas.waitFor();
  await expect.poll(() => canvas.getAttribute('data-lines'), { timeout: 60_000 }).toMatch(/^1[45]\d\d$/);
  await keepPicture(page, 'segments-lines');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);

  // Drawing along an axis selects everywhere whoever lies there; a second axis narrows it.
  const selected = async () =>
    Number(
      (
        /([\d,]+) customers?/.exec(
          (await page.locator('[data-selection-bar] [role="status"]').allInnerTexts()).join(''),
        )?.[1] ?? '0'
      ).replaceAll(',', ''),
    );
  const zones = page.locator('[data-axis]');
  const draw = async (at: number, from: number, to: number) => {
    const box = (await zones.nth(at).boundingBox())!;
    const y = (place: number) => box.y + box.height * (1 - place);
    await page.mouse.move(box.x + box.width / 2, y(from));
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y((from + to) / 2));
    await page.mouse.move(box.x + box.width / 2, y(to));
    await page.mouse.up();
  };
  await draw(0, 0.5, 1);
  await expect.poll(selected, soon).toBeGreaterThan(0);
  const first = await selected();
  await draw(1, 0.8, 1);
  await expect.poll(selected, soon).toBeLessThan(first);
  await keepPicture(page, 'segments-lines-selected');
  // A click lets go of one mark, Escape of all.
  const box = (await zones.nth(1).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + 40);
  await expect.poll(selected, soon).toBe(first);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Escape');
  await expect.poll(selected, soon).toBe(0);

  // The same by keyboard: the head of an axis marks along it and moves it.
  const head = page.getByRole('button', { name: /: select by it, move its axis$/ });
  const names = await head.allInnerTexts();
  await head.first().focus();
  await page.keyboard.press('Enter');
  const from = page.getByRole('slider', { name: `${names[0]} from` });
  await from.waitFor();
  await from.focus();
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(selected, soon).toBeGreaterThan(first);
  const marked = await selected();
  expect(marked).toBeLessThan(3_000);
  await page.getByRole('button', { name: 'Move right' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => head.allInnerTexts(), soon).toEqual([names[1], names[0], ...names.slice(2)]);
  expect(await selected()).toBe(marked);
  expect(app.complaints).toEqual([]);
});
