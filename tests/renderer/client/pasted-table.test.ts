// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pastedTable } from '../../../src/renderer/client/pasted-table.ts';

const clipboard = (text: string, html = '') => ({ getData: (kind: string) => (kind === 'text/html' ? html : text) });

describe('pastedTable', () => {
  it('takes what a spreadsheet program copied, as it is', () => {
    const text = 'name\tnote\r\nAnn\t"two\nlines"\r\n';
    expect(pastedTable(clipboard(text, '<table><tr><td>x</td></tr></table>'))).toBe(text);
  });

  it('takes text with any delimiter, and no sentence or single value', () => {
    expect(pastedTable(clipboard('name;amount\nAnn;1'))).toBe('name;amount\nAnn;1');
    expect(pastedTable(clipboard('a\tb'))).toBeNull();
    expect(pastedTable(clipboard('Dear Ann\nthank you'))).toBeNull();
    expect(pastedTable(clipboard(''))).toBeNull();
  });
});
