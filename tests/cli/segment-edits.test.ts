import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Made {
  k: number;
  segments: { id: number; name: string; size: number }[];
  frozen: number[];
}

describe('tessera segment merge, split and freeze', () => {
  it('change the segments of a project', { timeout: 120_000 }, async () => {
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, writeOrders(folder.path, { lines: 1_500, customers: 120 }));
    const { segments } = await tesseraJson<Made>('segment', project, '--k', '4');
    const [first, second] = segments.map(({ id }) => String(id));
    const merged = await tesseraJson<Made>('segment', 'merge', project, first!, second!);
    expect(merged.k).toBe(3);
    expect(merged.segments.find(({ id }) => String(id) === first)!.size).toBe(segments[0]!.size + segments[1]!.size);
    const split = await tesseraJson<Made>('segment', 'split', project, first!, '--parts', '3');
    expect(split.k).toBe(5);
    expect((await tesseraJson<Made>('segment', 'freeze', project, first!)).frozen).toEqual([Number(first)]);
    const again = await tesseraJson<Made>('segment', project, '--k', '5', '--seed', '9');
    const sizeOf = (made: Made) => made.segments.find(({ id }) => String(id) === first)!.size;
    expect(sizeOf(again)).toBe(sizeOf(split));
    expect((await tesseraJson<Made>('segment', 'freeze', project, first!, '--off')).frozen).toEqual([]);
    const refused = await tessera('segment', 'merge', project, first!, '999', '--json');
    expect(refused.code).not.toBe(0);
    expect(refused.stdout).toContain('notFound');
  });
});
