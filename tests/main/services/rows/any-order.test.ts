import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createReaderServices } from '../../../../src/main/services/create-reader-services.ts';
import { createProjectFile } from '../../../../src/main/store/project-file.ts';
import { keptReasons } from '../../../../src/main/store/repositories/rules.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { filter, sort, table } from './arbitrary-tables.ts';
import { storeTable } from './made-source.ts';
import { plainOrder } from './plain-order.ts';

const folder = temporaryFolder();
const project = createProjectFile(join(folder, 'rows.tessera'), { owner: 'this test' });
const reader = createReaderServices({
  paths: { userData: folder, documents: folder, temporary: folder, assets: folder },
});
await reader.attach(project.path);
afterAll(async () => {
  await reader.dispose();
  project.close();
});

describe('rows in any order', () => {
  it('are those that sorting and filtering all of them gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.tuple(fc.option(sort, { nil: undefined }), fc.array(filter, { maxLength: 2 })), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.nat(70),
        async (made, orders, offset) => {
          const sourceId = storeTable(project.db, made);
          for (const [wanted, filters] of orders) {
            const order = { sourceId, ...(wanted ? { sort: wanted } : {}), filters };
            const expected = plainOrder(made, wanted, filters, keptReasons(project.db));
            const page = await reader.source.rows({ ...order, offset, limit: 20 });
            expect(page.total).toBe(expected.length);
            expect(page.numbers).toEqual(expected.slice(offset, offset + 20));
            expect(page.arranging).toBeNull();
            for (const [i, number] of page.numbers.entries()) {
              const cells = made.rows[made.numbers.indexOf(number)]!;
              expect(page.rows[i]).toEqual(
                cells.map((cell) => (cell === null || typeof cell !== 'object' ? (cell === 0 ? 0 : cell) : cell.odd)),
              );
              expect(page.odd[i]).toEqual(
                cells.flatMap((cell, at) => (cell !== null && typeof cell === 'object' ? [at] : [])),
              );
            }
            const some = expected[offset % Math.max(1, expected.length)];
            if (some !== undefined)
              expect(await reader.source.place({ ...order, row: some })).toEqual({
                index: expected.indexOf(some),
                arranging: null,
              });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  // So many that the table of texts stops looking whether one came before.
  it.each([
    ['all different', 1],
    ['the same with and without accents', 3],
  ])('are right for many texts that are %s', async (_, kinds) => {
    const random = createRandom(11);
    const letters = ['a', 'Á', 'ä', 'b', 'B', '7', '-', ' ', 'z'];
    const made = (i: number) => {
      const some = Array.from({ length: 6 }, () => letters[Math.floor(random() * letters.length)]!).join('');
      return i < 140_000 ? `Ref ${some}-${i}` : `Réf ${some}${kinds === 1 ? `-${i}` : ''}`;
    };
    const rows = Array.from({ length: 170_000 }, (_, i) => [i % 997 === 5 ? null : made(i)]);
    const numbers = rows.map((_, i) => i + 2);
    const sourceId = storeTable(project.db, { types: ['text'], rows, numbers, aside: rows.map(() => 0) });
    // These letters compare as they stand once accents are gone and numbers are as long as each other.
    const keys = rows.map(
      ([cell]) =>
        cell
          ?.normalize('NFD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .replace(/\d+/g, (digits) => `0${digits.padStart(9, '0')}`) ?? null,
    );
    const before = (a: string, b: string) => (a < b ? -1 : Number(a > b));
    const places = rows.map((_, i) => i);
    const inOrder = (sign: number) =>
      places.toSorted((a, b) => {
        const [one, other] = [keys[a]!, keys[b]!];
        const isEmpty = Number(one === null) - Number(other === null);
        return isEmpty || (one === null ? 0 : sign * before(one, other)) || a - b;
      });
    const [ascending, descending] = [inOrder(1), inOrder(-1)];
    for (const [isDown, expected] of [
      [false, ascending],
      [true, descending],
    ] as const)
      for (const offset of [0, 41_000, 139_000, 169_850]) {
        const sort = { column: 'a', descending: isDown };
        const ask = () => reader.source.rows({ sourceId, sort, filters: [], offset, limit: 100 });
        let page = await ask();
        while (page.arranging !== null) page = await ask();
        expect(page.numbers).toEqual(expected.slice(offset, offset + 100).map((place) => numbers[place]));
      }
  });

  it('are found by the number after it where there is no such row', async () => {
    const made = { types: ['integer'] as const, rows: [[3], [1], [2]], numbers: [2, 5, 9], aside: [0, 0, 0] };
    const sourceId = storeTable(project.db, made);
    const indexOf = async (row: number, sorted = false) =>
      (await reader.source.place({ sourceId, row, ...(sorted ? { sort: { column: 'a', descending: false } } : {}) }))
        .index;
    expect(await Promise.all([0, 2, 3, 6, 9, 10].map((row) => indexOf(row)))).toEqual([0, 0, 1, 2, 2, null]);
    expect(await Promise.all([2, 5, 9, 10].map((row) => indexOf(row, true)))).toEqual([2, 0, 1, null]);
  });

  it('say what cannot be asked', async () => {
    const made = { types: ['text'] as const, rows: [['x']], numbers: [2], aside: [0] };
    const sourceId = storeTable(project.db, made);
    const ask = (rest: object) => reader.source.rows({ sourceId, offset: 0, limit: 5, ...rest });
    await expect(ask({ sort: { column: 'z', descending: false } })).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask({ filters: [{ test: 'empty', column: 'z' }] })).rejects.toMatchObject({ code: 'notFound' });
    await expect(ask({ filters: [{ test: 'between', column: 'a', least: 1 }] })).rejects.toMatchObject({
      code: 'badInput',
    });
    await expect(ask({ sourceId: 999_999 })).rejects.toMatchObject({ code: 'notFound' });
  });
});
