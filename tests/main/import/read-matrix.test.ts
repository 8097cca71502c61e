import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/main/import/read-matrix.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string, columns: readonly string[] | null = null) => {
  const path = join(folder, 'points.csv');
  writeFileSync(path, text);
  return readMatrix(path, columns);
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
