import { customerLists } from './customer-lists.ts';
import { customerMap } from './customer-map.ts';
import { factOrigins } from './fact-origins.ts';
import { heatMap } from './heat-map.ts';
import { html, trusted } from './html.ts';
import { methodDetails } from './method-details.ts';
import { pageHead } from './page-head.ts';
import { pairedBars } from './paired-bars.ts';
import type { ReportInput } from './report-input.ts';
import { reportStyles } from './report-styles.ts';
import { segmentTable } from './segment-table.ts';
import { segmentTree } from './segment-tree.ts';
import { setAsideTable } from './set-aside.ts';
import { createSpeaker } from './speaker.ts';

/**
 * A segmentation as one self-contained page of HTML with inline SVG: no script, no address, nothing to load. It names no
 * customer unless `customers` is given. Same input, same bytes. O(customers log customers).
 */
export const renderReport = (input: ReportInput): string => {
  const speaker = createSpeaker(input.locale);
  const { project } = input;
  return html`<!doctype html>
<html lang="${input.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${speaker.word('report.title', { project })}</title>
<style>${trusted(reportStyles)}</style>
</head>
<body>
<main>
${pageHead(input, speaker)}${segmentTable(input, speaker)}${pairedBars(input, speaker)}${heatMap(input, speaker)}${customerMap(input, speaker)}${segmentTree(input, speaker)}${setAsideTable(input, speaker)}${factOrigins(input, speaker)}${customerLists(input, speaker)}${methodDetails(input, speaker)}</main>
<footer><p>${speaker.word('report.foot')}</p></footer>
</body>
</html>
`.markup;
};
