import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const orders = [
  'Order ID,Customer ID,Order Date,SKU,Quantity,Unit Price,Category',
  'A1,=cmd(1),2024-01-05,P1,2,10.00,Tea',
  'A1,=cmd(1),2024-01-05,P2,1,5.50,Cake',
  'A2,=cmd(1),2024-03-05,P1,1,9.00,Tea',
  'A3,Zoë,2024-02-01,P1,4,10.00,Tea',
  ...Array.from(
    { length: 20 },
    (_, i) =>
      `B${i},C${i % 10},2024-0${1 + (i % 5)}-1${i % 9},P${i % 4},${1 + (i % 3)},${3 + i}.25,${i % 2 === 0 ? 'Tea' : 'Cake'}`,
  ),
].join('\n');

interface Result {
  file: string;
  asOf: string;
  customers: number;
  features: { key: string; name: string; unit: string; formula: string; missing: number }[];
  catalogue: { key: string; group: string; many: boolean; base: boolean; formula: string }[];
}

describe('tessera features', () => {
  it('writes features as of a day, and says what each is', { timeout: 60_000 }, async () => {
    const [project, file, out] = [folder.file('shop.tessera'), folder.file('orders.csv'), folder.file('out/facts.csv')];
    writeFileSync(file, orders);
    await tesseraJson('import', project, file);
    const keys = 'daysSinceLastOrder,orders,totalSpent,"moneyMix:Category=Tea"';
    const made = await tesseraJson<Result>(
      'features',
      project,
      '--as-of',
      '2024-02-10',
      '--features',
      keys,
      '--out',
      out,
    );
    expect(made).toMatchObject({ file: out, asOf: '2024-02-10' });
    expect(made.features.map(({ key, unit }) => [key, unit])).toEqual([
      ['daysSinceLastOrder', 'days'],
      ['orders', 'count'],
      ['totalSpent', 'money'],
      ['moneyMix:Category=Tea', 'share'],
    ]);
    expect(made.features[0]!.formula).toContain('10 Feb 2024');
    expect(made.catalogue.filter(({ base }) => base).map(({ key }) => key)).toEqual([
      'daysSinceLastOrder',
      'orders',
      'totalSpent',
    ]);
    expect(made.catalogue.every(({ formula }) => formula.length > 20)).toBe(true);
    const lines = readFileSync(out, 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('customer,daysSinceLastOrder,orders,totalSpent,moneyMix:Category=Tea');
    expect(lines).toHaveLength(made.customers + 1);
    // A text that a spreadsheet would run is kept from it; the later order does not count.
    expect(lines[1]).toBe(`'=cmd(1),36,1,25.5,${20 / 25.5}`);
    expect(lines[2]).toBe('Zoë,9,1,40,1');

    const all = await tesseraJson<Result>('features', project, '--out', out);
    expect(all.features.length).toBeGreaterThan(25);
    expect(all.asOf).toBe('2024-05-15');

    // Nobody had ordered yet.
    const before = await tesseraJson<Result>('features', project, '--as-of', '2020-01-01', '--out', out);
    expect(before.customers).toBe(0);

    const said = await tessera('features', project, '--features', 'orders', '--out', out);
    expect(said.stdout).toContain('orders: Orders\n');
  });

  it('says what it does not know', { timeout: 60_000 }, async () => {
    const [project, file] = [folder.file('shop.tessera'), folder.file('orders.csv')];
    writeFileSync(file, orders);
    await tesseraJson('import', project, file);
    for (const [words, code] of [
      [['--features', 'nothing'], 'notFound'],
      [['--features', 'orders,'], 'wrongUsage'],
      [['--as-of', '2024-02-31'], 'wrongUsage'],
      [['--as-of', '1.2.2024'], 'wrongUsage'],
    ] as const) {
      const { stdout, code: exit } = await tessera(
        'features',
        project,
        ...words,
        '--out',
        folder.file('x.csv'),
        '--json',
      );
      expect({ words, code: (JSON.parse(stdout) as { error: { code: string } }).error.code }).toEqual({ words, code });
      expect(exit).not.toBe(0);
    }
  });
});
