import { afterEach, expect, it } from 'vitest';
import { type OpenApp, openApp, openSample } from '../e2e/open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

it('the sample shop takes one click and five seconds', { timeout: 240_000 }, async () => {
  // The best of three homes: a machine that is busy with something else says nothing about the app.
  let least = Number.POSITIVE_INFINITY;
  for (let home = 0; home < 3 && least >= 5; home += 1) {
    await app?.close();
    app = await openApp();
    const began = performance.now();
    await openSample(app.page);
    least = Math.min(least, (performance.now() - began) / 1000);
  }
  expect(least).toBeLessThan(5);
  const { page, complaints } = app!;
  expect(
    await page.getByRole('table', { name: 'Segments', exact: true }).locator('tbody tr').count(),
  ).toBeGreaterThanOrEqual(4);
  expect(await page.locator('footer').innerText()).toContain('Sent to the internet: 0 bytes');
  expect(complaints).toEqual([]);
});
