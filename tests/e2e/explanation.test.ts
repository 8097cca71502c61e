import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

it('tells what makes a segment, who is typical of it, and why a customer is here', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const list = page.getByRole('table', { name: 'Segments', exact: true });
  const inspector = page.locator('aside');

  const first = list.getByRole('button', { name: /^Select / }).first();
  const name = (await first.innerText()).trim();
  await first.click();
  await inspector.getByText(/^(Mostly|Roughly): /).waitFor();
  await inspector.getByText(/% of the customers who fit this are in the segment; .*% of the segment fit\.$/).waitFor();
  await keepPicture(page, 'explanation-segment');

  // A typical customer surely belongs here, and its story says so.
  await inspector.getByRole('heading', { name: 'Typical' }).waitFor();
  await inspector.locator('li button').first().click();
  await inspector.getByRole('heading', { name: 'Why here' }).waitFor();
  await inspector.getByText(`Surely in ${name}.`).waitFor();
  await inspector
    .getByText(/^typical here .+, there .+$/)
    .first()
    .waitFor();
  await keepPicture(page, 'explanation-customer');
  const next = (await inspector.locator('p', { hasText: 'Next best' }).getByRole('button').innerText()).trim();
  expect(next).not.toBe(name);

  // The nearest segment is one click away, and is another one.
  await goTo(page, 'Segments');
  const other = inspector.getByRole('button', { name: /^Select / }).first();
  const near = (await other.innerText()).trim();
  expect(near).not.toBe(name);
  await other.click();
  await inspector.getByRole('heading', { name: near, exact: true }).waitFor();

  await inspector.getByText('Method details').click();
  await inspector.getByText('Decision tree (CART, Gini)').waitFor();
  await inspector.getByRole('table', { name: 'Effect sizes' }).waitFor();
  expect(app.complaints).toEqual([]);
});
