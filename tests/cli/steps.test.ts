import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

const asset = (name: string): string => fileURLToPath(new URL(`../../assets/${name}`, import.meta.url));
const sample = asset('sample-shop.csv.gz');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('the same journey step by step', () => {
  it('imports, segments, exports and reports on one project', { timeout: 120_000 }, async () => {
    const project = folder.file('shop.tessera');
    const imported = await tesseraJson<{ customers: number; sources: { rows: number; columns: { role: string }[] }[] }>(
      'import',
      project,
      sample,
      asset('sample-customers.csv'),
    );
    expect(imported.customers).toBeGreaterThan(2000);
    expect(imported.sources[0]!.columns.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['customer', 'order', 'date']),
    );

    const segmentation = await tesseraJson<{ k: number; segments: { id: number; size: number }[] }>(
      'segment',
      project,
      '--k',
      '5',
    );
    expect(segmentation.k).toBe(5);
    type Again = { segments: { id: number; size: number }[]; flows: { moves: { to: unknown; customers: number }[] } };
    const again = await tesseraJson<Again>('segment', project, '--k', '5', '--seed', '2');
    const ids = (segments: { id: number }[]) => segments.map(({ id }) => id).sort();
    expect(ids(again.segments)).toEqual(ids(segmentation.segments));
    expect(again.flows.moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(imported.customers);

    await tesseraJson('export', project, '--what', 'segments', '--out', folder.file('segments.csv'));
    const rows = readFileSync(folder.file('segments.csv'), 'utf8').trim().split('\n');
    expect(rows).toHaveLength(imported.customers + 1);

    await tesseraJson(
      'export',
      project,
      '--what',
      'customers',
      '--format',
      'xlsx',
      '--out',
      folder.file('customers.xlsx'),
    );
    expect(readFileSync(folder.file('customers.xlsx')).subarray(0, 2).toString()).toBe('PK');

    const first = again.segments[0]!;
    await tesseraJson(
      'export',
      project,
      '--what',
      'mailingList',
      '--segment',
      String(first.id),
      '--out',
      folder.file('list.csv'),
    );
    const list = readFileSync(folder.file('list.csv'), 'utf8').trim().split('\n');
    expect(list[0]).toMatch(/mail/i);
    expect(list.length - 1).toBeLessThanOrEqual(first.size);
    expect(list.length).toBeGreaterThan(10);

    await tesseraJson('export', project, '--what', 'exact', '--source', '1', '--out', folder.file('exact.csv'));
    expect(readFileSync(folder.file('exact.csv'), 'utf8').replace(/\r\n/g, '\n')).toBe(
      gunzipSync(readFileSync(sample)).toString().replace(/\r\n/g, '\n'),
    );

    await tesseraJson('report', project, '--template', 'analyst', '--out', folder.file('report.html'));
    expect(readFileSync(folder.file('report.html'), 'utf8')).toContain('Method details');
  });

  it('says what is not a project and what is not there', async () => {
    writeFileSync(folder.file('x.tessera'), 'this is a shopping list');
    const wrong = await tessera('segment', folder.file('x.tessera'), '--json');
    expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'notAProject' } });
    expect(readFileSync(folder.file('x.tessera'), 'utf8')).toBe('this is a shopping list');
    const absent = await tessera('segment', folder.file('y.tessera'), '--json');
    expect(JSON.parse(absent.stdout)).toMatchObject({ error: { code: 'projectMissing' } });
    expect([wrong.code, absent.code]).toEqual([1, 1]);
  });

  it('doctor says what runs here', async () => {
    const value = await tesseraJson<Record<string, unknown>>('doctor');
    expect(value).toMatchObject({ node: process.version, hosts: { browser: true, cli: true } });
    expect(value.sqlite).toMatch(/^3\./);
  });
});
