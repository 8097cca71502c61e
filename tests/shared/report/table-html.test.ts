import { expect, it } from 'vitest';
import { tableHtml } from '../../../src/shared/report/html/table-html.ts';

it('keeps the name of a row and what is said of it apart', () => {
  const page = tableHtml({
    kind: 'table',
    caption: 'Facts',
    look: 'heat',
    columns: [
      { head: 'Typical', isNumber: false },
      { head: 'Best', isNumber: true },
    ],
    rows: [{ cells: [{ text: 'Income', note: 'everybody: 51,382' }, { text: '67,506' }] }],
  }).markup;
  expect(page.replaceAll(/<[^>]*>/g, '')).toContain('Income everybody: 51,382');
  expect(page).toContain('<span class="note">everybody: 51,382</span>');
});
