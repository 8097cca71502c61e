import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomersMaterial } from '../../../src/shared/model/report-material.ts';
import { contrast } from '../../../src/shared/picture/segment-colors.ts';
import { reportStyles } from '../../../src/shared/report/html/report-styles.ts';
import type { ReportInput } from '../../../src/shared/report/report-input.ts';
import { pageOf, reportInput, shopFacts, shopKinds, told } from './report-fixture.ts';

const shop = reportInput();
const page = pageOf(shop);

const smallKinds = shopKinds.map((kind) => ({ ...kind, size: 12 }));
const customersOf = ({ segmentation }: ReportInput, who: string): CustomersMaterial => ({
  order: 'bySpend',
  most: null,
  lists: segmentation.segments.map(({ id }) => ({
    segmentId: id,
    customers: [{ key: `K-${id}`, name: who, email: `${who}@example.com`, values: [3, null, 1234.5] }],
  })),
});
const named = (who: string): string => {
  const input = reportInput(smallKinds);
  return pageOf({ ...input, customers: customersOf(input, who) });
};

/** What a reader sees or hears, without the analyst's part. */
const everydayWords = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<details[\s\S]*?<\/details>/, '')
    .replace(/<[^>]*>/g, '\n');

describe('the report', () => {
  it('is the same for the same results', () => {
    expect(pageOf(reportInput())).toBe(page);
  });

  it('is one page that runs nothing and loads nothing', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|<link|<iframe|<object|@import|https?:|url\((?!data:)|\/\//i);
    expect(page.length).toBeLessThan(160_000);
  });

  it('says the finding, every segment, its figures, reason and action', () => {
    expect(page).toMatch(/<h1>Five segments; Loyal regulars bring \d+\u00a0% of the revenue<\/h1>/);
    for (const { name, why, action } of shopKinds) {
      expect(page).toContain(name);
      expect(page).toContain(why);
      expect(page).toContain(action);
    }
    expect(page).toContain(
      '<td class="number" data-head="Customers">1,480</td><td class="number" data-head="Share of customers">34\u00a0%</td>',
    );
    expect(page).toContain('till export 2024.csv (41,909 rows)');
    expect(page).toContain('counts from 9 Dec 2024, the last order in the file');
  });

  it('lists what was set aside with counts and money, and names rules that are off', () => {
    const part = page.slice(page.indexOf('id="setAside"'), page.indexOf('id="origins"'));
    expect(part).toMatch(/Rows without a customer.*?<td class="number">1,350<\/td><td class="number">20,412<\/td>/s);
    expect(part).toMatch(/class="counted".*?Counted all the same.*?<td class="number">70<\/td>/s);
    expect(part).toMatch(/Set aside in all<\/th><td class="number">1,955<\/td><td class="number">12,291<\/td>/);
    expect(part).not.toContain('cannot be read');
    expect(pageOf({ ...shop, setAside: null })).toContain('is not listed');
    expect(pageOf({ ...shop, setAside: [] })).toContain('Nothing had to be set aside');
  });

  it('says how the facts are spread, what changed, and what to keep in mind', () => {
    expect(page).toContain('Half of a segment’s customers lie within the bar');
    expect(page).toContain('These are the first segments of this project.');
    expect(page).toContain('Nobody has looked yet for what may be wrong with the tables.');
  });

  it('keeps analysts’ words in Method details, and has there what it takes to do it again', () => {
    expect(everydayWords(page)).not.toMatch(
      /cluster|k-means|\bward\b|centroid|silhouette|inertia|z-score|\brfm\b|dendrogram|undefined|NaN|\bnull\b|report\.|pictures\./i,
    );
    const details = page.slice(page.indexOf('<details'), page.indexOf('</details>'));
    for (const said of ['Method details', 'k-means', '0.3381', '4,210.73', 'log(1 + x)', '5 · chosen', 'a3'.repeat(32)])
      expect(details).toContain(said);
  });

  it('names nobody unless told to, and says which it is', () => {
    expect(page).toContain('Names no individual customer.');
    expect(everydayWords(page)).not.toContain('@');
    const open = named('Ms Müller');
    expect(open).toContain('This report names individual customers.');
    expect(open).not.toContain('Names no individual customer.');
    expect(open.match(/Ms Müller@example\.com/g)).toHaveLength(5);
    expect(open).toMatch(/<td class="number">not known<\/td><td class="number">1,235<\/td>/);
  });

  it('says how many of a long list it has', () => {
    const input = reportInput(smallKinds);
    const markup = pageOf({ ...input, customers: { ...customersOf(input, 'x'), most: 1 } });
    expect(markup).toContain('up to 1 of each segment are listed here');
    expect(markup).toContain('1 of 12 customers');
  });

  it('has no columns of money and no days for a table of customers', () => {
    const facts = shopFacts.map((fact, i) => ({
      ...fact,
      key: `column:${fact.name}`,
      name: `Fact ${i}`,
      unit: 'number' as const,
    }));
    const markup = pageOf(reportInput(smallKinds, facts));
    expect(everydayWords(markup)).not.toMatch(/revenue|money|days since|null|NaN/i);
    expect(markup).toContain('How many customers each segment has');
    expect(markup).toContain('Facts about each');
  });

  it('turns the profile where there are many facts, and breaks it into parts where there are many segments too', () => {
    const facts = Array.from({ length: 9 }, (_, i) => ({
      key: `column:f${i}`,
      name: `F${i}`,
      unit: 'number' as const,
    }));
    const kinds = Array.from({ length: 14 }, (_, i) => ({
      ...shopKinds[0]!,
      name: `Kind ${i}`,
      size: 9,
      typical: facts.map((_, j) => 10 + ((i * j) % 5) * 30),
    }));
    const markup = pageOf(reportInput(kinds, facts));
    expect(markup).toContain('How they differ, part 2 of 2');
    expect(markup.match(/<table class="heat[ a-z]*">/g)).toHaveLength(2);
    expect(markup.match(/<td style="background:/g)).toHaveLength(9 * 14);
    // The thirteenth colour is the first again, with a pattern over it.
    expect(markup).toContain('fill="#3B6FB6"/><path d="M0 5L5 0');
  });

  it('can be read on every ground', () => {
    const cells = [...page.matchAll(/background:(#\w{6});color:(#\w{6})/g)];
    expect(cells).toHaveLength(shopKinds.length * shopFacts.length);
    for (const [, ground, ink] of cells) expect(contrast(ground!, ink!)).toBeGreaterThanOrEqual(4.5);
    for (const theme of [/:root\{\s*(--ground[^}]*)\}/, /prefers-color-scheme:dark\)\{:root\{\s*([^}]*)\}/]) {
      const [, block] = theme.exec(reportStyles('a4'))!;
      const color = (name: string): string => {
        const found = new RegExp(`--${name}:(#\\w+)`).exec(block!)![1]!;
        return found.length === 4 ? `#${[...found.slice(1)].map((digit) => digit + digit).join('')}` : found;
      };
      for (const ink of ['text', 'muted', 'accent'])
        for (const ground of ['ground', 'surface'])
          expect(contrast(color(ink), color(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color('danger'), color('danger-soft'))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('text from a file', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</style><img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      "' onmouseover='alert(1)",
      '-->',
      '<!--',
      ']]>',
      '</title>',
      '</details></main>',
      '&lt;script&gt;',
      'javascript:alert(1)',
    ),
  );
  const filledWith = (text: string): string => {
    const kinds = smallKinds.slice(0, 3).map((kind) => ({ ...kind, name: text, why: text, action: text }));
    const facts = [...shopFacts.slice(0, 2), { key: `column:${text}`, name: text, unit: 'money' as const }];
    const input = reportInput(kinds, facts, { project: text });
    return pageOf({
      ...input,
      sources: [{ id: 1, file: text, sheet: text, kind: 'orderLines', rows: 3 }],
      segmentation: { ...input.segmentation, reason: told(text), inputHash: text, engineVersion: text },
      customers: {
        order: 'byFile',
        most: null,
        lists: [{ segmentId: 1, customers: [{ key: text, name: text, email: text, values: [1, 2, 3] }] }],
      },
    });
  };
  /** Tags with their attributes' names; what stands in quotes is text. */
  const structure = (markup: string): string[] =>
    (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

  it('never becomes markup', () => {
    const harmless = structure(filledWith('x'));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(structure(filledWith(text))).toEqual(harmless);
      }),
      { numRuns: 60 },
    );
  });
});
