import { describe, expect, it } from 'vitest';
import { fileTitle } from '../../../src/shared/table/file-title.ts';
import { htmlTable, tabbedText } from '../../../src/shared/table/table-text.ts';

const german = new Intl.NumberFormat('de', { useGrouping: false, maximumFractionDigits: 12 }).format;
const table = {
  header: ['Name', 'Spent'],
  rows: [
    ['=HYPERLINK("x")', 1234.5],
    ['two\tcells\nno', null],
    ['<b>&', -3],
  ],
};

describe('a table on the clipboard', () => {
  it('keeps formulas from running, one cell a cell, and numbers as the person’s spreadsheet reads them', () => {
    expect(tabbedText(table, german).split('\r\n')).toEqual([
      'Name\tSpent',
      '\'=HYPERLINK("x")\t1234,5',
      'two cells no\t',
      '<b>&\t-3',
    ]);
  });

  it('is a table in letters, where nothing in it is markup', () => {
    const html = htmlTable(table, String);
    expect(html).toContain('<tr><th>Name</th><th>Spent</th></tr>');
    expect(html).toContain('<td>&lt;b&gt;&amp;</td><td>-3</td>');
    expect(html).toContain("<td>'=HYPERLINK(&quot;x&quot;)</td>");
  });
});

describe('the name of a file', () => {
  it('says what and when, without what file systems refuse', () => {
    expect(fileTitle('Who: a/b "c"?\u2068שלום\u2069', '2026-11-25')).toBe('Who a b c שלום 2026-11-25');
    expect(fileTitle('...', '2026-11-25')).toBe('2026-11-25');
    expect(fileTitle('x'.repeat(300), '2026-11-25')).toBe(`${'x'.repeat(120)} 2026-11-25`);
  });
});
