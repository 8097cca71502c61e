import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createReaderServices } from '../../../../src/main/services/create-reader-services.ts';
import { createProjectFile } from '../../../../src/main/store/project-file.ts';
import { keptReasons } from '../../../../src/main/store/repositories/rules.ts';
import type { ColumnSpread } from '../../../../src/shared/model/column-spread.ts';
import type { RowFilter } from '../../../../src/shared/model/rows.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { filter, table, types } from './arbitrary-tables.ts';
import { type MadeCell, storeTable } from './made-source.ts';
import { plainOrder } from './plain-order.ts';

const folder = temporaryFolder();
const project = createProjectFile(join(folder, 'spread.tessera'), { owner: 'this test' });
const reader = createReaderServices({
  paths: { userData: folder, documents: folder, temporary: folder, assets: folder },
});
await reader.attach(project.path);
afterAll(async () => {
  await reader.dispose();
  project.close();
});

const nameOf = (at: number): string => String.fromCharCode(97 + at);
const totalOf = async (sourceId: number, filters: RowFilter[]): Promise<number> =>
  (await reader.source.rows({ sourceId, filters, offset: 0, limit: 1 })).total;
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The filter that a click on a bar sets. */
const barFilter = (column: string, isDays: boolean, least: number, most: number): RowFilter =>
  isDays ? { test: 'days', column, first: dayOf(least), last: dayOf(most) } : { test: 'between', column, least, most };

const isOdd = (cell: MadeCell) => cell !== null && typeof cell === 'object';

describe('what stands in a column', () => {
  it('is what counting every cell gives, and what its bars and values filter by', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(filter, { maxLength: 2 }), async (made, filters) => {
        const sourceId = storeTable(project.db, made);
        const passing = new Set(plainOrder(made, undefined, filters, keptReasons(project.db)));
        for (const [at, type] of types.entries()) {
          const column = nameOf(at);
          const cells = made.rows.map((row) => row[at]!);
          const { spread, shown } = await reader.source.spread({ sourceId, column, filters });
          const found = spread!;
          const empty = cells.filter((cell) => cell === null).length;
          const odd = cells.filter(isOdd).length;
          expect(found).toMatchObject({ rows: cells.length, empty, odd });
          const values = cells.filter((cell) => cell !== null && !isOdd(cell)) as (string | number)[];
          const isRange = ['integer', 'decimal', 'date', 'timestamp'].includes(type) && values.length > 0;
          expect(found.range === null).toBe(!isRange);
          if (found.range !== null) {
            const { range } = found;
            const numbers = values
              .map((value) => (typeof value === 'number' ? value + 0 : Date.parse(value.slice(0, 10)) / 86_400_000))
              .sort((a, b) => a - b);
            expect([range.least, range.most]).toEqual([numbers[0], numbers.at(-1)]);
            expect(found.different).toEqual({ count: new Set(numbers).size, isAbout: false });
            expect(range.bars.reduce((sum, { rows }) => sum + rows, 0)).toBe(numbers.length);
            for (const bar of range.bars) {
              if (bar.rows === 0) continue;
              const rows = await totalOf(sourceId, [barFilter(column, range.isDays, bar.least!, bar.most!)]);
              expect(rows).toBe(bar.rows);
            }
            const edges = range.bars.map(({ from }) => from);
            expect(edges).toEqual([...edges].sort((a, b) => a - b));
          }
          for (const { text, rows } of found.values) {
            const sameDay = found.range?.isDays === true;
            const equal: RowFilter = sameDay
              ? { test: 'days', column, first: text, last: text }
              : { test: 'equals', column, text };
            expect(rows).toBeGreaterThan(1);
            // Texts are compared without the blanks around them, odd cells among them.
            if (text.trim() !== '' && odd === 0) expect(await totalOf(sourceId, [equal])).toBe(rows);
          }
          if (filters.length === 0) expect(shown).toBeNull();
          else {
            const through = made.numbers.flatMap((number, row) => (passing.has(number) ? [cells[row]!] : []));
            expect(shown).toMatchObject({
              rows: through.length,
              empty: through.filter((cell) => cell === null).length,
              odd: through.filter(isOdd).length,
            });
            expect(shown!.counts.length).toBe((found.range?.bars ?? found.values).length);
            if (found.range !== null)
              expect(shown!.counts.reduce((sum, one) => sum + one, 0)).toBe(through.length - shown!.empty - shown!.odd);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  const spreadOfAll = async (rows: MadeCell[], type: (typeof types)[number], role?: 'order'): Promise<ColumnSpread> => {
    const sourceId = storeTable(project.db, {
      types: [type],
      ...(role === undefined ? {} : { roles: [role] }),
      rows: rows.map((cell) => [cell]),
      numbers: rows.map((_, i) => i + 2),
      aside: rows.map(() => 0),
    });
    return (await reader.source.spread({ sourceId, column: 'a' })).spread!;
  };

  it('has the quantiles and the mean of statistics programs', async () => {
    // R: quantile(c(1:9, 40), c(.05, .25, .5, .75, .95)); pandas gives the same.
    const { range, different, values } = await spreadOfAll([9, 2, 3, 4, 5, 6, 7, 8, 1, 40], 'integer');
    expect(range!.quantiles.map((one) => Number(one.toFixed(9)))).toEqual([1.45, 3.25, 5.5, 7.75, 26.05]);
    expect(range!.mean).toBeCloseTo(8.5, 12);
    expect(different.count).toBe(10);
    expect(values).toEqual([]);
  });

  it('counts an order number as a name, however it is written', async () => {
    const { range, values, different } = await spreadOfAll([500, 501, 500, 502, 500, 501], 'integer', 'order');
    expect(range).toBeNull();
    expect(values).toEqual([
      { text: '500', rows: 3 },
      { text: '501', rows: 2 },
    ]);
    expect(different).toEqual({ count: 3, isAbout: false });
  });

  it('goes by months over two years and by days over two weeks', async () => {
    const days = (count: number) => Array.from({ length: count }, (_, i) => dayOf(19_700 + i));
    const twoYears = (await spreadOfAll(days(730), 'date')).range!;
    expect(twoYears.bars.map(({ from }) => dayOf(from)).every((day) => day.endsWith('-01'))).toBe(true);
    expect(twoYears.bars.length).toBe(25);
    expect((await spreadOfAll(days(14), 'date')).range!.bars.map(({ rows }) => rows)).toEqual(new Array(14).fill(1));
    expect((await spreadOfAll(days(20_000), 'date')).range!.bars.length).toBeLessThanOrEqual(49);
  });

  it('finds the most frequent of more texts than can be kept, exactly', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 330_000 }, (_, i) => (i % 1000 === 7 ? `Often ${i % 3000 === 7}` : `Order ${i}`));
    const { values, different } = await spreadOfAll(rows, 'text');
    const often = rows.filter((text) => text === 'Often true').length;
    expect(values).toEqual([
      { text: 'Often false', rows: 330 - often },
      { text: 'Often true', rows: often },
    ]);
    expect(different.isAbout).toBe(true);
    expect(Math.abs(different.count / (330_000 - 330 + 2) - 1)).toBeLessThan(0.01);
  });
});
