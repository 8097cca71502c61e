import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeRealData, realData } from '../support/real-data.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface RunJson {
  customers: number;
  orders: number | null;
  orderLines: number | null;
  revenue: number | null;
  setAside: Record<string, number>;
  segmentation: {
    method: string;
    k: number;
    statisticalK: number;
    seed: number;
    silhouette: number;
    segments: {
      id: number;
      name: string;
      size: number;
      share: number;
      revenueShare: number | null;
      why: string;
      action: string;
    }[];
  };
  seconds: Record<string, number>;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** What every segmentation owes whoever reads it. */
const expectSensible = ({ customers, segmentation: { k, segments } }: RunJson) => {
  expect(segments).toHaveLength(k);
  expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(customers);
  expect(new Set(segments.map(({ name }) => name)).size).toBe(k);
  for (const { name, why, action } of segments) {
    expect(name.length).toBeGreaterThan(3);
    expect(`${name} ${why} ${action}`).not.toMatch(
      /NaN|undefined|null|Infinity|segment\.|\bcluster|k-means|\bRFM\b|z-score/i,
    );
    expect(why).toMatch(/\.$/);
    expect(action).toMatch(/\.$/);
  }
};

describeRealData('run on Online Retail', () => {
  it('gives the known counts, balanced segments and the same bytes for the same seed', {
    timeout: 180_000,
  }, async () => {
    const file = realData('online_retail/online_retail.csv.gz');
    const first = await tesseraJson<RunJson>('run', file, '--out', folder.file('a'), '--seed', '7');
    expect(first).toMatchObject({
      customers: 4338,
      orders: 18_532,
      orderLines: 397_884,
      revenue: 8_911_407.9,
      setAside: { noCustomer: 135_080, cancelled: 8905, notAboveZero: 40 },
    });
    expectSensible(first);
    expect(first.segmentation.k).toBeGreaterThanOrEqual(4);
    expect(first.segmentation.k).toBeLessThanOrEqual(7);
    for (const { share } of first.segmentation.segments) {
      expect(share).toBeLessThanOrEqual(0.5);
      expect(share).toBeGreaterThanOrEqual(0.03);
    }
    expect(first.segmentation.segments.reduce((sum, { revenueShare }) => sum + (revenueShare ?? 0), 0)).toBeCloseTo(
      1,
      4,
    );
    expect(first.seconds.total).toBeLessThan(60);
    expect(readdirSync(folder.file('a')).sort()).toEqual(['project.tessera', 'report.html', 'segments.csv']);

    const second = await tesseraJson<RunJson>('run', file, '--out', folder.file('b'), '--seed', '7');
    expect(readFileSync(folder.file('b/segments.csv')).equals(readFileSync(folder.file('a/segments.csv')))).toBe(true);
    expect({ ...second, seconds: null }).toEqual({ ...first, seconds: null });

    const report = readFileSync(folder.file('a/report.html'), 'utf8');
    expect(report).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|url\((?!data:)/i);
    expect(report).not.toContain('17850');
    expect(report).toMatch(/<title>[^<]*online_retail/);
  });

  it('switches a rule off with --keep', { timeout: 120_000 }, async () => {
    const kept = await tesseraJson<RunJson>(
      'run',
      realData('online_retail/online_retail.csv.gz'),
      '--out',
      folder.file('kept'),
      '--keep',
      'notAboveZero',
      '--k',
      '4',
    );
    expect(kept.orderLines).toBe(397_924);
    expect(kept.setAside).toMatchObject({ noCustomer: 135_080, cancelled: 8905, notAboveZero: 0 });
    expect(kept.segmentation.k).toBe(4);
  });
});

describeRealData('run on other shops', () => {
  it.each([
    ['superstore/superstore.csv', 793, true],
    ['marketing_campaign/marketing_campaign.csv', 2240, false],
    ['mall/Mall_Customers_standard.csv', 200, false],
    ['cdnow/CDNOW_sample.txt', 2357, true],
  ])('%s', { timeout: 120_000 }, async (file, customers, hasOrders) => {
    const result = await tesseraJson<RunJson>(
      'run',
      realData(file),
      '--out',
      folder.file('out'),
      ...(file.startsWith('cdnow') ? ['--keep', 'notAboveZero'] : []),
    );
    expect(result.customers).toBe(customers);
    expect(result.orders === null).toBe(!hasOrders);
    expect(result.revenue === null).toBe(!hasOrders);
    expectSensible(result);
  });

  it('grows a tree over the same customers', { timeout: 120_000 }, async () => {
    const result = await tesseraJson<RunJson>(
      'run',
      realData('superstore/superstore.csv'),
      '--out',
      folder.file('out'),
      '--method',
      'ward',
    );
    expect(result.segmentation.method).toBe('ward');
    expectSensible(result);
  });
});

describe('run and its manners', () => {
  const lines = (customers: number) =>
    [
      'Order,Date,Customer,Quantity,Price',
      ...Array.from({ length: customers * 4 }, (_, i) => {
        const day = String((i % 28) + 1).padStart(2, '0');
        const month = String((i % 12) + 1).padStart(2, '0');
        return `${1000 + i},2025-${month}-${day},K${i % customers},${(i % 3) + 1},${(i * 7) % 90}.50`;
      }),
    ].join('\n');

  it('refuses a folder that holds a project and leaves it, unless told to replace it', async () => {
    writeFileSync(folder.file('shop.csv'), lines(60));
    await tesseraJson<RunJson>('run', folder.file('shop.csv'), '--out', folder.file('out'));
    const before = statSync(folder.file('out/project.tessera')).mtimeMs;
    const refused = await tessera('run', folder.file('shop.csv'), '--out', folder.file('out'), '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'projectExists' } });
    expect(statSync(folder.file('out/project.tessera')).mtimeMs).toBe(before);
    await tesseraJson<RunJson>('run', folder.file('shop.csv'), '--out', folder.file('out'), '--replace');
    expect(statSync(folder.file('out/project.tessera')).mtimeMs).toBeGreaterThan(before);
  });

  it('says what is wrong with a file and leaves nothing behind', async () => {
    writeFileSync(folder.file('empty.csv'), '');
    const empty = await tessera('run', folder.file('empty.csv'), '--out', folder.file('out'), '--json');
    expect(empty.code).toBe(1);
    expect(JSON.parse(empty.stdout)).toMatchObject({
      error: { code: 'fileEmpty', message: expect.stringContaining('empty.csv') as string },
    });
    expect(existsSync(folder.file('out'))).toBe(false);
  });

  it('takes wrong usage for what it is', async () => {
    expect((await tessera('run')).code).toBe(2);
    expect((await tessera('nonsense')).code).toBe(2);
    expect((await tessera('run', 'x.csv', '--out', folder.path, '--k', 'many')).code).toBe(2);
    expect((await tessera('--help')).code).toBe(0);
  });
});
