import { expect, it } from 'vitest';
import { cardOf, pageOf, reportInput } from './report-fixture.ts';

// What is true of several segments or tables is said once, and what is many is cut short and counted.

const input = reportInput();
const text = (markup: string): string => markup.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '\n');
const part = (band: 'sure' | 'doubtful' | 'fleeting') => ({ jaccard: 0.5, band, recovered: 3, dissolved: 3 });

const caveatsWith = (bands: readonly Parameters<typeof part>[0][]): string =>
  text(
    pageOf(
      {
        ...input,
        segmentation: {
          ...input.segmentation,
          trust: { parts: bands.map(part), bootstraps: 50, rows: 4338, secondOpinion: null },
        },
      },
      cardOf('caveats'),
    ),
  );

it('warns once of segments that are not found again', () => {
  const { length } = input.segmentation.segments;
  const all = caveatsWith(Array.from({ length }, () => 'fleeting'));
  expect(all.split('Do not build much on').length).toBe(2);
  expect(all).toContain('All segments are hardly found again');
  const some = caveatsWith([
    'fleeting',
    'doubtful',
    'fleeting',
    ...Array.from({ length: length - 3 }, () => 'sure' as const),
  ]);
  expect(some).toMatch(/[^\n]+ and [^\n]+ are hardly found again/);
  expect(some).toContain('Its core is there, but do not rely on every single customer in it.');
});

it('names a file once, with its sheets and their rows', () => {
  const table = (sheet: string, rows: number) => ({
    id: rows,
    file: 'shop.xls',
    sheet,
    kind: 'orderLines' as const,
    rows,
  });
  const said = text(pageOf({ ...input, sources: [table('Orders', 9994), table('Returns', 1)] }, cardOf('summary')));
  expect(said).toContain('Read from shop.xls, sheets “Orders” (9,994 rows) and “Returns” (1 row).');
});
