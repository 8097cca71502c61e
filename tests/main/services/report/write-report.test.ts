import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeReport } from '../../../../src/main/services/report/write-report.ts';
import { setRuleOn } from '../../../../src/main/store/repositories/rules.ts';
import type { Sqlite } from '../../../../src/main/store/sqlite.ts';
import type { ReportInput } from '../../../../src/shared/report/report-input.ts';
import { reportInput, shopKinds } from '../../../shared/report/report-fixture.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { addFile, createReportProject } from '../report-project.ts';
import { createTestJob } from '../test-shop.ts';

const folder = temporaryFolder();
const at = new Date(2025, 1, 3, 0, 30);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const sized = (size: number): ReportInput => reportInput(shopKinds.map((kind) => ({ ...kind, size })));

const place = { assets: join(import.meta.dirname, '../../../../assets'), job: createTestJob() };

let made = 0;
const makeProject = (input: ReportInput) => {
  made += 1;
  const found = createReportProject(join(folder, `Corner shop ${made}.tessera`), input);
  closing.push(() => found.project.close());
  return { db: found.project.db, ...found };
};

const report = async (db: Sqlite, segmentationId: number, withCustomers = false): Promise<string> => {
  const path = join(folder, 'report.html');
  await writeReport(db, { segmentationId, withCustomers, at, format: 'html', template: 'analyst' }, path, place);
  return readFileSync(path, 'utf8');
};

/** The rows of a segment's list: key, name, e-mail and what was spent, as written. */
const listed = (markup: string, segment: string): string[][] => {
  const from = markup.indexOf(`aria-label="${segment}"><table class="list">`);
  const body = markup.slice(markup.indexOf('<tbody>', from), markup.indexOf('</table>', from));
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell!),
  );
};

it('tells of a segmentation and names nobody', async () => {
  const { db, segmentationId } = makeProject(sized(30));
  const markup = await report(db, segmentationId);
  expect(markup).toContain('Corner shop');
  expect(markup).toContain('Report of 3 Feb 2025');
  expect(markup).toContain('orders.csv');
  expect(markup).toMatch(/Rows without a customer.*?<td class="number">1,350<\/td><td class="number">20,412<\/td>/s);
  expect(markup).toContain('150 in all');
  expect(markup).not.toMatch(/K40|@example|Name &lt;b/);
  expect(markup).toContain('Names no individual customer.');
  expect(await report(db, segmentationId)).toBe(markup);
});

it('lists every customer of a shop of ordinary size, largest spenders first, as text', async () => {
  const { db, segmentationId, columns } = makeProject(sized(40));
  const markup = await report(db, segmentationId, true);
  expect(markup).toContain('This report names individual customers.');
  expect(markup).toContain('Largest spenders first.');
  const seen = new Set<string>();
  shopKinds.forEach(({ name }, label) => {
    const rows = listed(markup, name);
    expect(rows).toHaveLength(40);
    const own = Array.from({ length: 40 }, (_, i) => label * 40 + i);
    const bySpend = own.sort((a, b) => columns[2]![b]! - columns[2]![a]! || a - b);
    expect(rows.map(([key]) => key)).toEqual(bySpend.map((row) => `K${40_000 + row}`));
    for (const [key, who, mail] of rows) {
      seen.add(key!);
      const row = Number(key!.slice(1)) - 40_000;
      expect([who, mail]).toEqual([`Name &lt;b&gt;${row}&lt;/b&gt;`, `c${row}@example.com`]);
    }
  });
  expect(seen.size).toBe(200);
});

it('lists the first two hundred of each segment beyond five thousand customers, and says so', async () => {
  const { db, segmentationId } = makeProject(sized(1001));
  const markup = await report(db, segmentationId, true);
  expect(listed(markup, 'Best customers')).toHaveLength(200);
  expect(markup).toContain('5,005 customers, too many to print: up to 200 of each segment');
  expect(markup).toContain('200 of 1,001 customers');
});

it('draws the tree that the segments were cut from, each branch under its own segment', async () => {
  const input = sized(60);
  const { db, segmentationId } = makeProject({
    ...input,
    segmentation: { ...input.segmentation, method: 'ward' },
  });
  const markup = await report(db, segmentationId);
  const tree = markup.slice(markup.indexOf('id="tree"'));
  expect(tree).toContain('A tree of 300 customers, cut into 5 segments');
  const sizes = [...tree.matchAll(/>([\d,]+) customers<\/text>/g)].map(([, size]) => Number(size));
  expect(sizes).toHaveLength(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
  expect(await report(makeProject(input).db, 1)).not.toContain('id="tree"');
});

it('keeps to what counted when the segments were found, and says that the data changed since', async () => {
  const { db, segmentationId } = makeProject(sized(30));
  setRuleOn(db, 'noCustomer', false);
  const switched = await report(db, segmentationId);
  expect(switched).toContain('The data changed after these segments were found.');
  expect(switched).toMatch(/Rows without a customer <span class="note">Nobody to put/);
  expect(switched).not.toContain('Counted all the same');
  addFile(db, 'more orders.csv');
  const grown = await report(db, segmentationId);
  expect(grown).toContain('is not listed');
  expect(grown).not.toContain('more orders.csv');
});

it('has nothing to tell where nothing was segmented', async () => {
  const { db } = makeProject(sized(30));
  await expect(
    writeReport(db, { withCustomers: false, at, format: 'html' }, join(folder, 'none.html'), place),
  ).rejects.toMatchObject({
    code: 'notFound',
  });
});
