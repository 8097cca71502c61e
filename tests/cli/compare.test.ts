import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Compared {
  common: number;
  moved: { customers: number };
  agreement: { stayed: number; adjustedRandIndex: number };
  flows: { customers: number; stayed: boolean; reasons: { sentence: string }[] }[];
}

it('tessera compare says who went where between two segmentations, and which there are', async () => {
  const project = folder.file('shop.tessera');
  await tesseraJson('import', project, writeOrders(folder.path, { lines: 3_000, customers: 200 }));
  await tesseraJson('segment', project, '--k', '3');
  await tesseraJson('segment', project, '--method', 'kmedoids', '--k', '4');
  expect(await tesseraJson('compare', project)).toMatchObject({
    runs: [
      { id: 2, k: 4, method: 'kmedoids', active: true },
      { id: 1, k: 3, active: false },
    ],
  });
  const found = await tesseraJson<Compared>('compare', project, '1', '2');
  expect(found).toMatchObject({ common: 200, sameCustomers: true });
  expect(found.agreement.stayed + found.moved.customers).toBe(200);
  expect(found.flows.reduce((sum, { customers }) => sum + customers, 0)).toBe(200);
  const move = found.flows.find(({ stayed }) => !stayed)!;
  const { stdout } = await tessera('compare', project, '1', '2');
  expect(stdout).toContain(move.reasons[0]!.sentence);
  expect((await tessera('compare', project, '1')).code).toBe(2);
  expect((await tessera('compare', project, '1', '9', '--json')).stdout).toContain('"code":"notFound"');
});
