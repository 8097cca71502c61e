import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

/** Where other tests run beside it. */
const soon = { timeout: 60_000 };

let app: OpenApp;
afterEach(() => app.close());

it('customers stand in a room of three facts, which is turned by mouse and by keyboard', {
  timeout: 120_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Map');
  await page.getByText('Three facts').click();
  const room = page.locator('[data-picture="space"]');
  const canvas = room.locator('canvas');
  const turn = () => canvas.getAttribute('data-turn');
  await expect.poll(turn, soon).not.toBeNull();
  await keepPicture(page, 'map-space');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);

  const home = await turn();
  await room.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect.poll(turn, soon).not.toBe(home);
  await page.keyboard.press('0');
  await expect.poll(turn, soon).toBe(home);
  const box = (await room.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(turn, soon).not.toBe(home);
  await page.keyboard.press('0');
  await expect.poll(turn, soon).toBe(home);

  // Whoever is selected stands out in the room as well; a click on a dot selects its segment.
  const ink = () =>
    canvas.evaluate((node: HTMLCanvasElement) => {
      const { data } = node.getContext('2d')!.getImageData(0, 0, node.width, node.height);
      let sum = 0;
      for (let i = 3; i < data.length; i += 4) sum += data[i]!;
      return sum;
    });
  const before = await ink();
  await page
    .getByRole('group', { name: /Segments/ })
    .getByRole('button')
    .first()
    .click();
  await expect.poll(ink, soon).toBeLessThan(0.8 * before);
  await page.keyboard.press('Escape');
  await expect.poll(ink, soon).toBeGreaterThan(0.98 * before);
  const pressed = page.locator('fieldset [aria-pressed="true"]');
  for (let across = -3; across <= 3 && (await pressed.count()) === 0; across += 1)
    for (let down = -3; down <= 3 && (await pressed.count()) === 0; down += 1)
      await page.mouse.click(x + across * 31, y + down * 27);
  expect(await pressed.count()).toBe(1);
  expect(app.complaints).toEqual([]);
});
