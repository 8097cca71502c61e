import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Report {
  score: number;
  parts: { part: string; weight: number; score: number | null; why: string }[];
  findings: { id: string; kind: string; rows: number; says: string; fix: { rows: number } | null }[];
  fixed?: { id: string; rows: number };
}

const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** Sixty orders, one line of them twice, one postage. */
const writeShop = (): string => {
  const lines = ['Order,Customer,Date,Product,Quantity,Price'];
  for (let i = 0; i < 60; i += 1)
    lines.push(`${1000 + i},K${i % 20},${day(i * 3)},${20_000 + i},${1 + (i % 3)},${(2 + (i % 9)).toFixed(2)}`);
  lines.push(lines.at(-1)!, `2000,K1,${day(180)},POST,1,4.00`);
  const file = folder.file('orders.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

describe('tessera quality', () => {
  it('reports, says what a rule would do, switches it, fixes, and is undone by nothing it printed', async () => {
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, writeShop());
    const report = await tesseraJson<Report>('quality', project);
    expect(report.findings.map(({ kind, rows }) => [kind, rows])).toEqual([['duplicates', 1]]);
    expect(report.parts.map(({ part }) => part)).toEqual([
      ...['completeness', 'uniqueness', 'validity', 'consistency', 'keys', 'freshness'],
    ]);
    expect(report.score).toBeGreaterThan(95);
    expect(report.parts[1]!.why).toBe('1 finding: some rows seem to stand there twice.');

    const preview = await tesseraJson('quality', project, '--preview', 'nonProduct');
    expect(preview).toMatchObject({ reason: 'nonProduct', on: false, lines: 1, money: 4 });
    expect(preview).toMatchObject({ before: { orderLines: 62 }, after: { orderLines: 61 } });
    await tesseraJson('quality', project, '--switch', 'nonProduct');
    expect(await tesseraJson('quality', project, '--preview', 'nonProduct')).toMatchObject({
      on: true,
      before: { orderLines: 61 },
      after: { orderLines: 62 },
    });

    const [{ id }] = report.findings as [Report['findings'][number]];
    const fixed = await tesseraJson<Report>('quality', project, '--fix', id);
    expect(fixed.fixed).toMatchObject({ id });
    expect(await tesseraJson('quality', project, '--preview', 'duplicate')).toMatchObject({
      on: true,
      before: { orderLines: 60 },
    });
  });

  it('says it in words', async () => {
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, writeShop());
    const { code, stdout } = await tessera('quality', project, '--today', '2026-01-01');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Score \d/);
    expect(stdout).toContain('The last day is 29 Jun 2024');
    expect(stdout).toMatch(/fix: Set aside all exact repeats \(1 row\)/);
    expect(stdout).not.toMatch(/quality\./);
    const told = await tessera('quality', project, '--preview', 'duplicate');
    expect(told.stdout).toContain('if set aside: 20 customers, 61 orders, 61 lines');
  });

  it('refuses what there is not', async () => {
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, writeShop());
    const codes = await Promise.all(
      [
        ['--fix', '1:nothing'],
        ['--preview', 'unreadable'],
        ['--switch', 'noCustomer'],
        ['--today', 'soon'],
      ].map(async (words) => (await tessera('quality', project, ...words, '--json')).code),
    );
    expect(codes).toEqual([1, 2, 2, 2]);
    const absent = await tessera('quality', folder.file('none.tessera'), '--json');
    expect(JSON.parse(absent.stdout)).toMatchObject({ error: { code: 'projectMissing' } });
  });
});
