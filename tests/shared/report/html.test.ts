import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, trusted } from '../../../src/shared/report/html/html.ts';

const decoded = (markup: string): string =>
  markup.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
  );
const anyText = fc.string({ unit: 'binary' });

describe('html', () => {
  it('escapes what it is given and joins lists', () => {
    const items = ['a<b', 'c & d'].map((item) => html`<li title="${item}">${item}</li>`);
    expect(html`<ul>${items}${null}${7}</ul>`.markup).toBe(
      '<ul><li title="a&lt;b">a&lt;b</li><li title="c &amp; d">c &amp; d</li>7</ul>',
    );
  });

  it('lets no text out of its place, and loses none of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"']/);
        expect(decoded(markup)).toBe(text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd'));
      }),
    );
  });

  it('takes data that looks like markup for text', () => {
    const fake = { markup: '<b>' } as unknown as string;
    expect(html`${fake}`.markup).not.toContain('<b>');
    expect(html`${trusted('<b>')}`.markup).toBe('<b>');
    expect(escapeText('\ud800')).toBe('\ufffd');
  });
});
