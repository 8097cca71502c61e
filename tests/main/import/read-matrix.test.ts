import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/main/import/read-matrix.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string, columns: readonly string[] | null = null, wantsText = false) => {
  const path = join(folder, 'points.csv');
  writeFileSync(path, text);
  return readMatrix(path, columns, wantsText);
};

describe('the first row of a matrix file', () => {
  it.each<[string, string, readonly string[] | null, string[], number]>([
    ['names', 'a,b\n1,2\n3,4\n', null, ['a', 'b'], 2],
    ['numbers', '1,2\n3,4\n', null, ['1', '2'], 2],
    ['names beside a text', 'a,kind\n1,x\n3,y\n', null, ['a'], 2],
    ['numbers beside a text', '5.1,3.5,setosa\n4.9,3,setosa\n', null, ['1', '2'], 2],
    ['numbers with an empty end', '1,2,\n3,4,\n5,6,\n', null, ['1', '2'], 3],
    ['counted columns after a blank one', ',0,1,2\n0,1.5,2,3\n1,4,5,6\n', ['0', '2'], ['0', '2'], 2],
    ['years beside a name', 'shop,2019,2020\nA,5,6\nB,7,8\n', null, ['2019', '2020'], 2],
    ['names that are asked for', 'x,7,9\nA,5,6\nB,7,8\n', ['7', '9'], ['7', '9'], 2],
  ])('that holds %s', async (_, text, columns, names, rows) => {
    const { matrix, names: found } = await read(text, columns);
    expect(found).toEqual(names);
    expect(matrix.rows).toBe(rows);
  });

  it('is not passed over where a number is missing in it', async () => {
    for (const text of ['NaN,3\n3,4\n5,6\n', '1,,2\n3,4,5\n6,7,8\n'])
      await expect(read(text)).rejects.toMatchObject({ code: 'badNumber', details: { row: 1 } });
  });
});

describe('columns of text as categories', () => {
  it('are numbered as they come, cell by cell, numbers among them too', async () => {
    const { matrix, names, categories } = await read(
      'a,kind,size\n1,x,7\n2,,007\n3,y, L \n4,x,L\n5,z,7\n6,y,M\n7,NaN,S\n8,x,\n9,x,M\n10,x,XL\n',
      null,
      true,
    );
    expect(names).toEqual(['a']);
    expect([...matrix.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(categories.map(({ name, codes }) => [name, [...codes]])).toEqual([
      ['kind', [0, -1, 1, 0, 2, 1, -1, 0, 0, 0]],
      ['size', [0, 1, 2, 2, 0, 3, 4, -1, 3, 5]],
    ]);
  });

  it('are the same as any other numbering of their texts, wherever the first text stands', async () => {
    const cell = fc.constantFrom('1', '01', '2.5', 'a', 'b', 'c', 'c ', '', 'nan');
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 6 }),
        fc.array(fc.constantFrom('1', '2', '02'), { maxLength: 6 }),
        async (texts, numbers) => {
          const column = [...numbers, ...texts, ...[...numbers, ...texts].map(() => 'a'), 'b'];
          const { categories } = await read(
            `kind,x\n${column.map((text, i) => `${text},${i}`).join('\n')}\n`,
            null,
            true,
          );
          const trimmed = column.map((text) => text.trim());
          const known = [...new Set(trimmed)].filter((text) => text !== '' && text !== 'nan');
          expect([...categories[0]!.codes]).toEqual(trimmed.map((text) => known.indexOf(text)));
        },
      ),
    );
  });

  it.skipIf(process.platform === 'win32')('come whole out of a pipe, which is read once', async () => {
    const text = `kind,x\n7,1\n07,2\n7,3\n${[4, 5, 6, 7].map((x) => `${x % 2 === 0 ? 'a' : 'b'},${x}\n`).join('')}`;
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    const [fromPipe] = await Promise.all([readMatrix(pipe, null, true), writeFile(pipe, text)]);
    expect(fromPipe.categories.map(({ codes }) => [...codes])).toEqual([[0, 1, 0, 2, 3, 2, 3]]);
    expect(fromPipe).toEqual(await read(text, null, true));
  });

  it('leave a column of numbers one: a text in it is refused by its row', async () => {
    await expect(read('a,kind\n1,x\n2,y\nx,z\n', null, true)).rejects.toMatchObject({
      code: 'badNumber',
      details: { row: 4, column: 'a', value: 'x' },
    });
  });
});
