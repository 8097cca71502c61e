import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src/renderer');
const sheets = globSync('**/*.css', { cwd: root });

it('go by the room of the page, which is less than the window’s while somebody presents', () => {
  expect(sheets.length).toBeGreaterThan(40);
  const byWindow = sheets.filter((sheet) =>
    /@media[^{]*\bwidth|\d(vh|vw)\b/.test(readFileSync(join(root, sheet), 'utf8')),
  );
  expect(byWindow).toEqual([]);
});
