import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowBench } from '../../src/main/hosts/cli/bench/row-bench.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Page {
  columns: string[];
  total: number;
  rows: (string | number | null)[][];
  numbers: number[];
  aside: (string | null)[];
}

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

const shop = async (): Promise<string> => {
  const lines = ['Order,Customer,Date,Product,Quantity,Price: net'];
  for (let i = 0; i < 60; i += 1)
    lines.push(
      `${1000 + i},${i % 15 === 3 ? '' : `K${i % 20}`},${day(i)},Mug ${i % 12},${1 + (i % 3)},${2 + (i % 9)}.50`,
    );
  const file = folder.file('orders.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const project = folder.file('shop.tessera');
  await tesseraJson('import', project, file);
  return project;
};

describe('tessera rows', () => {
  it('gives pages sorted and filtered by any column', async () => {
    const project = await shop();
    const all = await tesseraJson<Page>('rows', project);
    expect(all).toMatchObject({
      total: 60,
      columns: ['Order', 'Customer', 'Date', 'Product', 'Quantity', 'Price: net'],
    });
    expect(all.numbers.slice(0, 3)).toEqual([2, 3, 4]);

    const dearest = await tesseraJson<Page>(
      'rows',
      project,
      '--sort',
      'Price: net:desc',
      '--offset',
      '1',
      '--limit',
      '3',
    );
    expect(dearest.rows.map((row) => row[5])).toEqual([10.5, 10.5, 10.5]);
    expect(dearest.numbers).toEqual([19, 28, 37]);

    const some = await tesseraJson<Page>(
      ...['rows', project, '--where', 'Product=mug 10', 'Date>=2024-01-20', 'Price: net<=8', '--sort', 'Date'],
    );
    const expected = all.rows.filter((row) => row[3] === 'Mug 10' && row[2]! >= '2024-01-20' && Number(row[5]) <= 8);
    expect(expected.length).toBeGreaterThan(1);
    expect(some.rows).toEqual(expected);
    expect(some.total).toBe(expected.length);

    const nobody = await tesseraJson<Page>('rows', project, '--aside', 'noCustomer');
    expect([nobody.total, new Set(nobody.aside)]).toEqual([4, new Set(['noCustomer'])]);
    const { stdout } = await tessera('rows', project, '--where', 'Customer:empty', '--limit', '1');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'orders: 4 rows',
      'row\tOrder\tCustomer\tDate\tProduct\tQuantity\tPrice: net',
      '5\t1003\t\t2024-01-04\tMug 3\t1\t5.5\t(No customer)',
    ]);
  });

  it('says what it does not understand', async () => {
    const project = await shop();
    const problem = async (...words: string[]) => {
      const { code, stdout } = await tessera('rows', project, ...words, '--json');
      return [code, (JSON.parse(stdout) as { error: { code: string } }).error.code];
    };
    expect(await problem('--where', 'Colour=red')).toEqual([1, 'notFound']);
    expect(await problem('--where', 'Product is red')).toEqual([2, 'wrongUsage']);
    expect(await problem('--where', 'Price: net>=cheap')).toEqual([2, 'wrongUsage']);
    expect(await problem('--where', 'Product>=3')).toEqual([1, 'badInput']);
    expect(await problem('--sort', 'Colour')).toEqual([1, 'notFound']);
    expect(await problem('--source', '9')).toEqual([1, 'notFound']);
  });

  it('is timed by the bench', async () => {
    const found = await tesseraJson<RowBench>('bench', 'rows', '--rows', '3000', '--customers', '200', '--runs', '1');
    expect(found).toMatchObject({ rows: 3_000, runs: 1 });
    expect(found.lines.length).toBeGreaterThan(30);
    expect(found.lines.find(({ what }) => what === 'Country upwards')).toMatchObject({ matched: 3_000 });
    for (const { firstSeconds, nextSeconds } of found.lines) {
      expect(firstSeconds).toBeGreaterThan(0);
      expect(nextSeconds).toBeLessThan(5);
    }
  });
});
