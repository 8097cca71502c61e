import type { ComposedReport, Section } from '../blocks.ts';
import { blockHtml } from './block-html.ts';
import { type Html, html, trusted } from './html.ts';
import { reportStyles } from './report-styles.ts';
import { logo } from './tile.ts';

const sectionHtml = ({ id, blocks, isMethod, isWhole, ownPage }: Section): Html => {
  const written = blocks.map(blockHtml);
  const looks = [isWhole ? 'whole' : 'long', ...(ownPage ? ['own-page'] : [])].join(' ');
  if (!isMethod)
    return html`<section id="${id}" class="${looks}">
${written}</section>
`;
  const [head, ...rest] = blocks;
  const summary = head?.kind === 'heading' ? head.text : id;
  return html`<details id="${id}" class="method" data-method-details>
<summary>${summary}</summary>
${rest.map(blockHtml)}</details>
`;
};

/**
 * A report as one self-contained page of HTML with inline SVG: no script, no address, nothing to load. Same blocks, same
 * bytes.
 */
export const renderHtml = ({ title, locale, paper, sections, foot }: ComposedReport): string =>
  html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(reportStyles(paper))}</style>
</head>
<body>
<main>
${sections.map(sectionHtml)}</main>
<footer><p>${logo()} ${foot}</p></footer>
</body>
</html>
`.markup;
